"""What a text says a code is: "G6015 is a code for tracking" must be said in the rule book's own words for G6015."""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.coverage.telling_apart import RANKS, ranks_of
from assistant.checking.marking.marks import Mark, codes_in
from assistant.reading.machines import machine_of
from assistant.reading.service_codes import CANDIDATES
from assistant.reading.service_names import NAMES
from assistant.reading.text import normalise, stem
from corpus.rulebook import entry

OF_THE_CODE = frozenset(("is", "are", "is for", "are for", "means", "describes"))
BEING = frozenset("is are was were be being describes describe represents represent covers cover means mean".split())
# Words that fit any code of the field: they tell nothing that could be wrong of one of them.
GENERIC = frozenset(
    stem(word)
    for word in """code codes service services procedure procedures charge charges line lines item billing coding cpt hcpcs medicare
    radiation oncology radiotherapy therapy treatment treatments treat patient patients course courses session sessions fraction
    fractions physician physicians doctor facility hospital office work the a an and or of for in on by with to that this used use
    standard own single whole entire one its it which each per new current main usual typical same correct right called known as
    all any both such date service dates higher lower not only valid active""".split()
)


# What a description is made of; anything else says more than what the code is.
DESCRIBING = frozenset(
    "WORD ARTICLE THING SERVICE FACT SITE BILLER PRONOUN ROLE NAME AND COMPONENT COUNTED PUNCT SPAN DATE NOW THEN PAYER SETTING".split()
)
SAYING = frozenset("WORD THING SERVICE FACT".split())
CODES = ("code", "codes", "code for", "codes for", "cpt", "hcpcs", "code to report", "code to bill")
PHRASE = frozenset("WORD ARTICLE THING SERVICE FACT SITE COMPONENT SPLIT TECHNICAL PROFESSIONAL GLOBAL DO".split())
PREPOSITIONS = frozenset("for of per in on with to by as at from used that which when beside".split())
LABELS = frozenset("device devices simulation calculation image images film films consultation procedure".split())
APPOSED = {",": ",", "(": ")", "-": "-", "—": "—"}
ENDS = frozenset("PUNCT CODE PAY BUNDLED NEG BECAUSE BUT IF TOGETHER ENDED ACTIVE FREQ UNITS".split())


def described(c: ClauseReading) -> None:
    """ "77301 is the IMRT plan": every word is the rule book's for its codes, so only their dates are to be judged."""
    codes = codes_in(c.marks) or _by_name(c)
    if not codes or c.advice or c.verb_denied() or c.denied.objects:
        return
    if not {mark.kind for mark in c.marks if not _names(mark)} <= DESCRIBING | {"CODE"}:
        return
    if any(mark.said in ("criterion", "criteria") for mark in c.marks) or any(_names_another(c.marks)):
        return  # what a level asks for is no name of it
    places = c.at("CODE") or c.at("SERVICE")
    words = [
        mark for at in (places[0], places[-1]) for mark in (*_after(c.marks, at, any_word=True), *_before(c.marks, at))
    ]
    stems = {one for mark in words for one in _stems(mark)} - GENERIC
    own = [vocabulary(code) for code in codes]
    if stems and stems <= set().union(*own) and all(stems & one for one in own):
        if len(codes) == 1 and (machine := _machine_of_the_code(c.marks)):
            c.conditions = tuple(told | {"machine": machine} for told in c.conditions)
        c.say("validity", "named", *range(len(c.marks)), codes=codes)


def _machine_of_the_code(marks: list[Mark]) -> str | None:
    """ "77372 is for a linac", said of the code and not of the case; "77372 is the linac code to bill" chooses it."""
    first, *rest = marks
    chosen = any(mark.kind == "DO" and mark.said != "code" for mark in rest)
    if first.kind != "CODE" or not rest or rest[0].said not in OF_THE_CODE or chosen:
        return None
    machine = machine_of(normalise(" ".join(mark.said for mark in rest)))
    return machine.value if machine else None


def _by_name(c: ClauseReading) -> tuple[str, ...]:
    """ "Portal images are taken with the treatment beam": the codes of the service that opens the clause."""
    return c.subjects[0][1] if c.subjects and c.marks[c.subjects[0][0]].kind == "SERVICE" else ()


def own_word(mark: Mark, code: str) -> bool:
    """Whether the rule book uses these very words of the code."""
    stems = _stems(mark)
    return bool(stems) and stems <= _sayable(code)


def in_own_words(c: ClauseReading, at: int) -> bool:
    """Whether the clause says of this code what it is for: "77387 for the image review"."""
    code = str(c.marks[at].value)
    behind = c.marks[at + 1 :]
    purpose = behind if behind and behind[0].said in ("for", "as") else []
    subject = c.marks[:at] if at and c.marks[at - 1].said in BEING else []
    words = [mark for mark in (purpose or subject) if mark.kind in (*SAYING, "PROFESSIONAL", "COUNTED", "SITE")]
    stems = {one for mark in words for one in _stems(mark)} - GENERIC
    return bool(stems) and stems <= vocabulary(code)


def misdescribed(c: ClauseReading) -> Iterator[str]:
    """Words of a description that the rule book does not use of the code described."""
    for at in c.at("CODE"):
        known = _sayable(str(c.marks[at].value))
        for mark in (*_after(c.marks, at), *_before(c.marks, at)):
            if mark.kind not in ("WORD", "FACT") or _stems(mark) <= known:
                continue
            if RANKS.get(mark.said) not in ranks_of(str(c.marks[at].value)):
                yield mark.said
    yield from _names_another(c.marks)


def _names_another(marks: list[Mark]) -> Iterator[str]:
    """ "77338 is the IMRT plan": the head of what the code is said to be is the name of another code."""
    for at, mark in enumerate(marks):
        if mark.kind == "CODE":
            for head in (_head_behind(marks, at), _head_before(marks, at)):
                if head is not None and not _is_named(str(mark.value), head):
                    yield head.said


def _head_behind(marks: list[Mark], at: int) -> Mark | None:
    """What stands after "77338 is", or in apposition: "77338, the IMRT plan, is", "77338 (IMRT plan)"."""
    being = next((i for i in range(at + 1, min(at + 3, len(marks))) if marks[i].said in BEING), None)
    if being is not None and all(one.kind in ("WORD", "COUNTED") for one in marks[at + 1 : being]):
        phrase, _ = _phrase(marks[being + 1 :])
        return _head(phrase)
    beside = at + 2 if at + 1 < len(marks) and marks[at + 1].said in ("the", "an", "a") else at + 1
    if beside < len(marks) and marks[beside].kind == "SERVICE":  # in brackets, which the clause no longer has
        return _head(_phrase(marks[beside:])[0])
    if at + 1 >= len(marks) or marks[at + 1].kind != "PUNCT" or marks[at + 1].value not in APPOSED:
        return None
    phrase, end = _phrase(marks[at + 2 :])
    rest = marks[at + 2 + end :]
    closed = rest and rest[0].kind == "PUNCT" and rest[0].value == APPOSED[marks[at + 1].value]
    listed = any(mark.kind == "AND" for mark in rest[1:2]) or (len(rest) > 1 and rest[1].kind in ("CODE", "SERVICE"))
    return _head(phrase) if closed and not listed else None


def _head_before(marks: list[Mark], at: int) -> Mark | None:
    """The name right before its code: "IMRT plan 77338", "IMRT plan (77338)", and not "for the IMRT plan 77338"."""
    sign = marks[at - 1].value if at > 1 and marks[at - 1].kind == "PUNCT" else ""
    last = at - 2 if sign in ("(", ":", "=", "-", "—") and sign else at - 1
    if last < 0 or not (_heads(marks[last]) or (sign == ":" and last == 0 and marks[last].said in LABELS)):
        return None
    if marks[last].kind == "THING" and not (sign == ":" and last == 0):
        return None
    before = next((one for one in reversed(marks[:last]) if one.kind != "ARTICLE" and one.said != "the"), None)
    return None if before is not None and before.said in PREPOSITIONS else marks[last]


def _phrase(marks: list[Mark]) -> tuple[list[Mark], int]:
    for end, one in enumerate(marks):
        if one.kind not in PHRASE or one.said in PREPOSITIONS or one.said in BEING:
            return marks[:end], end
    return marks, len(marks)


def _head(phrase: list[Mark]) -> Mark | None:
    """The noun of it: a name of a service, or a plan."""
    end = len(phrase)
    while end and not _heads(phrase[end - 1]) and _stems(phrase[end - 1]) <= GENERIC:
        end -= 1
    return phrase[end - 1] if end and _heads(phrase[end - 1]) else None


def _heads(mark: Mark) -> bool:
    return (mark.kind == "SERVICE" and not mark.value.bare) or (mark.kind == "THING" and mark.said.endswith("plan"))


def _is_named(code: str, head: Mark) -> bool:
    if head.kind == "SERVICE":
        meant = {one.code for one in head.value.candidates}
        return not meant or code in meant
    known = entry(code)
    if known is None:
        return False
    names = [known.name, *(name for name, those in CANDIDATES.items() if code in {one.code for one in those})]
    if head.said in LABELS:
        names += [period.service for period in known.periods]
    wanted = _stems(head) if head.said in LABELS else {"plan"}
    return any(wanted <= {stem(word) for word in re.findall(r"[a-z]+", name.lower())} for name in names)


def _stems(mark: Mark) -> set[str]:
    return {stem(word) for word in re.findall(r"[a-z]+", mark.said)}


def _names(mark: Mark) -> bool:
    return (
        (mark.kind == "SAYS" and mark.said in BEING)
        or (mark.kind == "DO" and mark.said.rpartition(" ")[0].endswith("code"))
        or mark.said.endswith("code")
    )


def _after(marks: list[Mark], at: int, *, any_word: bool = False) -> Iterator[Mark]:
    """The words after "77427 is a ...", up to a sign of punctuation or another statement."""
    rest = marks[at + 1 : at + 14]
    being = next(
        (i for i, mark in enumerate(rest[:3]) if mark.said in BEING or mark.kind == "SPAN" or _names_for(rest, i)), None
    )
    if (
        being is None
        or len(rest) < being + 2
        or not (_is_noun(rest[being + 1]) or _names_for(rest, being) or (any_word and rest[being + 1].kind in SAYING))
    ):
        return
    for mark in rest[being + 1 :]:
        if mark.kind in ENDS or (mark.kind == "DO" and not _names(mark)):
            return
        if mark.kind in SAYING:
            yield mark


def _names_for(marks: list[Mark], at: int) -> bool:
    """ "the 77435 code for guidance"."""
    return at == 0 and _names(marks[0]) and marks[0].said.endswith("for")


def _before(marks: list[Mark], at: int) -> Iterator[Mark]:
    """The words between "the code for" and "is 77014"."""
    before = marks[max(0, at - 14) : at]
    if not before or before[-1].said not in BEING:
        return
    opened = [i for i, mark in enumerate(before[:-1]) if _names(mark) or mark.said in CODES]
    if opened:
        yield from (mark for mark in before[opened[-1] + 1 : -1] if mark.kind in SAYING)


def _is_noun(mark: Mark) -> bool:
    return mark.kind in ("ARTICLE", "SERVICE", "PRONOUN") or mark.said in ("the", "for", "medicare's", "taken", *CODES)


@lru_cache(maxsize=256)
def _sayable(code: str) -> set[str]:
    return vocabulary(code) | GENERIC


@lru_cache(maxsize=256)
def vocabulary(code: str) -> set[str]:
    known = entry(code)
    if known is None:
        return set()
    said = [known.name, known.category, *(period.service for period in known.periods)]
    return _names_of(code) | {stem(word) for text in said for word in re.findall(r"[a-z]+", text.lower())}


def _names_of(code: str) -> set[str]:
    """The words of all names of its services."""
    own = [name for name, candidates in CANDIDATES.items() if any(one.code == code for one in candidates)]
    return set().union(*(_words_of_names().get(name, ()) for name in own))


@lru_cache(maxsize=1)
def _words_of_names() -> dict[str, set[str]]:
    words: dict[str, set[str]] = {}
    for phrase, name in NAMES.phrases():
        words.setdefault(name, set()).update(phrase)
    return words
