"""`/check` with pasted lines: read as the claim file they are, headed or not."""

from __future__ import annotations

import io

from assistant.rules.claim import check_file

HEADING = ("dos_from", "code", "modifiers", "units", "payer", "setting", "biller")  # where nobody wrote one
MOST_LINES = 500


def checked(pasted: str) -> list[dict[str, str]]:
    """Each line with verdict, reason, why and reference. Raises ValueError with a sentence for the reader."""
    lines = [line.strip() for line in pasted.strip().strip("`").splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        raise ValueError(f"That is {len(lines)} lines; at most {MOST_LINES} are checked here. Use the command line.")
    separator = next((one for one in "\t;," if any(one in line for line in lines)), ",")
    if lines and not _is_heading(lines[0], separator):
        lines.insert(0, separator.join(HEADING))
    columns, results = check_file(io.StringIO("\n".join(lines) + "\n"))
    if "code" not in columns:
        raise ValueError(f"No column is named code; the first line says: {', '.join(columns)}.")
    written = lines[1:]
    return [
        {
            "line": written[at] if at < len(written) else "",
            "verdict": result.verdict,
            "reason": result.reason,
            "why": result.why,
            "reference": result.reference,
        }
        for at, result in enumerate(results)
    ]


def _is_heading(line: str, separator: str) -> bool:
    return "code" in {cell.strip().strip('"').lower() for cell in line.split(separator)}
