"""The modifier of a department, and two that never share a line: "PN alone", "26 and TC contradict each other"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading

TWO = 2
OF_A_PLACE = frozenset({"PO", "PN"})
CONTRARY = frozenset("contradict contradicts clash clashes".split())
JOINED = frozenset({"together", "both", "share", "combined", "same", "one and the same", "the same"})
POINTING = frozenset("they the two both these".split())
KINDS = frozenset(
    """MOD NUM AND NEG TOGETHER NOT_BOTH WORD ARTICLE PRONOUN PER_DATE THING PUNCT LINK OK DO APPEND MODIFIER_WORD SAME
    CODE COUNTED ONLY STANDING EVERY SOMEBODY""".split()
)
WORDS = frozenset(
    """the a an of on in for and with to each other one another single same line lines claim claims code codes go goes
    sit sits stand stands be is are used reported billed appended put combined share shared can may could must should
    never not don't can't cannot won't mustn't shouldn't together both two they these modifier modifiers at contradict
    contradicts clash clashes on one line on a single line on a line single line""".split()
)
ALONE = frozenset("modifier the a an it is alone only on every each all line lines claim of department and".split())


def modifiers_apart(c: ClauseReading) -> None:
    """Two modifiers and one line, or the one that marks the department that was asked about; the whole clause."""
    if c.advice or c.facts or not c.kinds <= KINDS:
        return
    two = tuple(dict.fromkeys(str(c.marks[at].value) for at in c.at("MOD", "NUM")))
    words = {word for mark in c.marks for word in mark.said.split()}
    if not two and words & POINTING and len(c.background.told.modifiers) == TWO:
        two = c.background.told.modifiers
    if len(two) == TWO and words <= WORDS and len(c.at("NEG")) < TWO:
        contrary, joined = bool(words & CONTRARY), bool(words & JOINED) or c.has("TOGETHER", "PER_DATE")
        if contrary != c.has("NEG") and (contrary or joined):
            c.say("modifier", ("apart", *two), *range(len(c.marks)), codes=two)
            c.denied.loose.clear()
        elif joined and not contrary and not c.has("NEG") and words & MAY:
            c.say("modifier", ("apart", *two), *range(len(c.marks)), codes=two, polarity=False)
    elif len(two) == 1 and two[0] in OF_A_PLACE and words <= ALONE and not c.has("NEG"):
        department = c.background.told.department
        if department:
            c.say("modifier", ("on", two[0], department), *range(len(c.marks)), codes=two)


MAY = frozenset("can may could go goes sit sits stand stands are is".split())
