"""`python -m evals.gate`: attack the gate and write `report.md`. Ends with 1 when anything wrong was shown."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

from evals.gate.attack import attack, misses, tables

REPORT = Path(__file__).parent / "report.md"


def main() -> int:
    """Run everything, write the report, say the totals."""
    started = perf_counter()
    told = attack()
    lines = [
        "# The gate under attack",
        "",
        f"Made by `python -m evals.gate` in {perf_counter() - started:.0f} s; do not edit.",
        "",
        *tables(told),
        "",
        "## Every miss",
        "",
        *misses(told),
    ]
    REPORT.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{told.leaks} leaked; see {REPORT}")
    return 1 if told.leaks else 0


if __name__ == "__main__":
    sys.exit(main())
