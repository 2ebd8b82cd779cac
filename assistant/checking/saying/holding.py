"""Which of two codes holds the other: "77301 absorbs 77280", "77435 bundles 77427", "it includes 77300"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading

HOLDING = tuple("includ encompass contain compris incorporat absorb subsum swallow engulf".split())


def holding(c: ClauseReading, at: int) -> bool:
    """ "77301 absorbs 77280", "has absorbed": the other way round than "is absorbed by"."""
    word = c.marks[at].said
    participle = word.split()[0].endswith("ed")
    return word.startswith(HOLDING) and (not participle or (at > 0 and c.marks[at - 1].said in ("has", "have", "had")))


def bundles(c: ClauseReading, at: int) -> bool:
    """ "77435 bundles 77427": the first holds the other; "bundles into" and "is bundled" say the opposite."""
    behind = c.marks[at + 1].kind if at + 1 < len(c.marks) else ""
    before = [mark.kind for mark in c.marks[:at] if mark.kind not in ("NEG", "OK") and mark.said != "does"][-1:]
    return c.marks[at].said in ("bundles", "packages", "bundle", "package") and behind == "CODE" and before == ["CODE"]


def it_holds(c: ClauseReading, at: int) -> bool:
    """ "It includes the 77300": what was spoken of holds that code."""
    before = [mark for mark in c.marks[:at] if mark.kind not in ("NEG", "OK", "AND", "NOW", "WORD", "LINK")]
    it = bool(before) and before[-1].kind == "PRONOUN" and before[-1].said in ("it", "this", "that", "the code")
    return it and holding(c, at) and len(c.background.codes) >= 1 and not c.has("TECHNICAL", "PROFESSIONAL")


def inside_it(c: ClauseReading, at: int, left: list[tuple[str, ...]]) -> tuple[str, ...]:
    """What "it" means in "..., and 77300 is inside it": the code that the clause named first."""
    it = [mark.said for mark in c.marks[at + 1 : at + 2] if mark.kind == "PRONOUN"] == ["it"]
    return left[0] if it and len(left) == 2 and len(left[0]) == len(left[1]) == 1 else ()
