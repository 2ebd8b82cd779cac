"""The comparison of four ways of finding (evals/retrieval) as a part of the run."""

from __future__ import annotations

import re
from importlib import import_module

from evals.run import BASELINE, Run

PLACES = (1, 5)


def run_ways_of_finding(run: Run) -> None:
    """Adds each system's share with a right passage at the first places, and the comparison's own report, folded."""
    comparison, report = import_module("evals.retrieval"), import_module("evals.retrieval.report")
    measured = comparison.measure()
    for collection, results in measured.results.items():
        for system, searched in results.items():
            whose = "" if system == "ours" else f"{BASELINE} "
            for k in PLACES:
                run.counted[f"{whose}{system}: right passage at {k}, over the {collection}"] = report.hits(searched, k)
    run.sections.append(folded("Four ways of finding, by kind of query", comparison.markdown(measured)))


def folded(title: str, whole: str) -> str:
    """A report inside ours: closed until somebody opens it, its headings below ours."""
    inner = re.sub(r"^#", "###", whole, flags=re.M)
    return f"<details><summary>{title}</summary>\n\n{inner}\n\n</details>"
