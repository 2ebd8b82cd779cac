"""That a modifier does not help: "no modifier brings payment", "59 does not change a bundled status"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading

BRINGS = frozenset(
    "brings bring gets get earns earn produces produce creates create restores restore makes make".split()
)
CHANGES = frozenset(
    "change changes alter alters lift lifts override overrides overcome overcomes undo undoes cure cures".split()
)
PLAIN = frozenset(
    "WORD ARTICLE PRONOUN PUNCT LINK OK PAY NO_MODIFIER CODE DATE NOW PAYER APPEND MODIFIER_WORD".split()
) | frozenset("MOD NEG BUNDLED LETTER OPENS LIFT SETTING".split())


def no_payment_by_modifier(c: ClauseReading) -> None:
    """ "No modifier brings payment": the code is not paid, with or without one."""
    none, pays = c.at("NO_MODIFIER"), c.at("PAY")
    if len(none) != 1 or len(pays) != 1 or len(c.codes) != 1 or not c.kinds <= PLAIN or c.has("NEG", "MOD", "BUNDLED"):
        return
    verbs = [at for at, mark in enumerate(c.marks) if mark.said in BRINGS and none[0] < at < pays[0]]
    if len(verbs) == 1 and c.marks[pays[0]].said in ("payment", "paid", "payable", "reimbursement", "money"):
        c.say("component", "payable", none[0], *verbs, *pays, polarity=False)


def status_unchanged(c: ClauseReading) -> None:
    """ "Modifier 59 does not change a bundled status": bundled it is, and stays so."""
    places = unchanged(c)
    if places:
        inside = c.at("BUNDLED")[0]
        c.say("component", (c.marks[inside].said, ""), *sorted(places))
        c.denied.loose.difference_update(c.at("NEG"))


def unchanged(c: ClauseReading) -> list[int]:
    """The words that say so; none where it is not what the clause says."""
    denied, inside = c.at("NEG"), c.at("BUNDLED")
    modified = c.at("MOD") or c.at("NO_MODIFIER")
    if len(inside) != 1 or len(modified) != 1 or len(c.codes) != 1 or not c.kinds <= PLAIN or c.has("PAY"):
        return []
    none = c.marks[modified[0]].kind == "NO_MODIFIER"
    if len(denied) != (0 if none else 1) or (denied and not modified[0] < denied[0]):
        return []
    verbs = [at for at, mark in enumerate(c.marks) if mark.said in CHANGES and modified[0] < at < inside[0]]
    status = [mark.said for mark in c.marks[inside[0] + 1 : inside[0] + 2]]
    told = len(verbs) == 1 and status == ["status"] and c.marks[inside[0]].said in ("bundled", "packaged")
    return [*modified, *denied, *verbs, *inside, *c.at("APPEND")] if told else []
