"""`python -m evals.retrieval`: the report on retrieval, without network."""

from __future__ import annotations

import argparse
from pathlib import Path

from evals.retrieval.measuring import measure
from evals.retrieval.report import hits, markdown

REPORT = Path(__file__).parent / "report.md"


def main(words: list[str] | None = None) -> None:
    """Measure, write the report, print the first-place shares."""
    parser = argparse.ArgumentParser(prog="python -m evals.retrieval", description=__doc__)
    parser.add_argument("--to", type=Path, default=REPORT, help="where the report goes")
    asked = parser.parse_args(words)
    measured = measure()
    asked.to.write_text(markdown(measured), "utf-8")
    for collection, results in measured.results.items():
        for name, searched in results.items():
            share = hits(searched, 1)
            print(f"{collection}, {name}: right at the first place {share.passed} of {share.n}")
    print(f"Report: {asked.to}")


if __name__ == "__main__":
    main()
