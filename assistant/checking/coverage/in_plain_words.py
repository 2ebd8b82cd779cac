"""Advice told in plain words that no reader reads: a charge moved, a unit once more, a week of few fractions."""

# ruff: noqa: E501 - lists of words: one thought, one line
from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.coverage.recoded import of_another_kind
from assistant.checking.coverage.second_choice import choosing_the_second
from corpus.rulebook import CodeEntry, entry

MOVING = frozenset(
    """move moves moving moved shift shifts shifted switch switching switched transfer transferring change changed changes changing
    recode recoded rebill rebilled correct corrected amend amended swap swapped turn turned""".split()
)
AGAIN = frozenset({"again", "anew", "afresh", "repeatedly"})


def moved_elsewhere(reading: ClauseReading) -> Iterator[str]:
    """ "Move the charge to 77427": this code in the place of another one, whose case it may not fit."""
    words = [mark.said for mark in reading.marks]
    for at, word in enumerate(words):
        behind = reading.marks[at + 1 : at + 6]
        onto = next((i for i, one in enumerate(behind) if one.said in ("to", "as", "into")), None)
        if word in MOVING and onto is not None and any(one.kind == "CODE" for one in behind[onto + 1 : onto + 3]):
            yield word


def existing_for(reading: ClauseReading) -> Iterator[str]:
    """ "... is what 77431 exists for": a purpose, and no word on whether there is such a code."""
    yield from (
        one.said
        for one, two in pairwise(reading.marks)
        if one.kind == "ACTIVE" and two.said == "for" and "exist" in one.said
    )


def claim_judged(reading: ClauseReading) -> Iterator[str]:
    """ "The claim is fine": a verdict on what somebody has put on it."""
    if reading.named:
        return
    for at, mark in enumerate(reading.marks[:-2]):
        if mark.said in ("claim", "line", "charge", "bill") and reading.marks[at + 1].said in ("is", "was", "looks"):
            yield from (one.said for one in reading.marks[at + 2 : at + 4] if one.kind == "OK")


def every_patient(reading: ClauseReading) -> Iterator[str]:
    """ "It can be billed for each patient who gets IMRT": whose treatment earns it, and no count."""
    if reading.has("OK", "FACT"):
        yield from (mark.said for mark in reading.marks if mark.kind == "FREQ" and mark.said.endswith("patient"))


def of_a_week(reading: ClauseReading) -> Iterator[str]:
    """ "If a week has only three treatments": fractions of that week, and not of the course."""
    for at in reading.at("FRACTIONS"):
        before = reading.marks[max(0, at - 4) : at]
        holds = any(mark.said in ("has", "had", "with", "contains", "of") for mark in before)
        if holds and any(mark.kind == "THING" and mark.value == "week" for mark in before):
            yield reading.marks[at].said or "fractions of a week"


def once_more(reading: ClauseReading) -> Iterator[str]:
    """ "You may bill 77263 again": a further unit, told in a plain word."""
    if reading.has("NEG", "WITHOUT", "NONE"):
        return
    for at, mark in enumerate(reading.marks):
        if mark.said in AGAIN and any(one.kind in ("DO", "CODE") for one in reading.marks[max(0, at - 3) : at]):
            yield mark.said


def nationally(reading: ClauseReading) -> Iterator[str]:
    """ "Paid at a national rate": carriers price some codes by themselves, and no reader asks which."""
    yield from (mark.said for mark in reading.marks if mark.kind == "WORD" and mark.said.startswith("nation"))


# What may stand behind "for" without saying what a code is for: people, papers, times and the words of the rules.
FOR_NOBODY = frozenset(
    """the your you our my his her its their this that these those such us me now here there example instance reference information purposes result answer total count item rate amount
    patient patients outpatient outpatients inpatient inpatients physician physicians doctor doctors hospital hospitals office offices center centers
    clinic practice group biller coder
    course courses case cases treatment treatments session sessions service services work payment billing reporting coding claim claims charge charges
    date dates year years later earlier first next last short completed long whole full entire typical given extra
    data amounts exact planning simple complex intermediate placing placement guidance tracking photons mixed
    is was are of to in on at by from with and or both all any each per medicare medicare's original traditional commercial""".split()
)


# What may stand behind any other preposition without telling a case: places of a bill or record, and words of the rules.
BESIDE_NOTHING = FOR_NOBODY | frozenset(
    """ncci radiation distinct outset documented review definition bottom top end level levels line lines effect mind words record records chart charts note notes plan plans manual guide policy rule rules guideline
    table tables schedule file files column columns page section
    following previous same new old practitioner entity's preparing designing making planning examining checking computing report reports own facility staff
    oncologist oncologists physicist physicists team therapist dosimetrist image images film films field fields part parts portion component side principle
    practice general detail writing person full turn place addition fact itself themselves time times stereotactic breathing compensator compensators record's
    spread examine determine get be bill report use charge code add append count it they he she""".split()
)
PREPOSITIONS = frozenset("by with in on after before from at during under along among throughout via through".split())


def beside_what(reading: ClauseReading) -> Iterator[str]:
    """ "Billed in drought years": a case told behind a preposition, in a word that no reader weighs."""
    yield from _behind(reading, PREPOSITIONS, ("WORD", "TOGETHER", "THEN", "DO", "LINK"), BESIDE_NOTHING)


def for_what(reading: ClauseReading) -> Iterator[str]:
    """ "Billed for emergency treatments": what a code serves, told in a word that no reader weighs."""
    if not _named_whole(reading):
        yield from _behind(reading, frozenset({"for"}), ("WORD", "DO"), FOR_NOBODY)


def _told_as(value: object) -> bool:
    return isinstance(value, tuple) and value[0] == "told as"


def _named_whole(reading: ClauseReading) -> bool:
    """ "77436 is the code for surface treatment planning": every word was held against the code's own name."""
    named = any(one.value == "named" or _told_as(one.value) for one in reading.advice)
    return named and reading.claimed.issuperset(range(len(reading.marks)))


def _behind(
    reading: ClauseReading, prepositions: frozenset[str], kinds: tuple[str, ...], plain: frozenset[str]
) -> Iterator[str]:
    for at, mark in enumerate(reading.marks):
        if mark.kind not in kinds or mark.said.rsplit(" ", 1)[-1] not in prepositions:
            continue
        for word in reading.marks[at + 1 : at + 6]:
            if word.kind not in ("WORD", "ARTICLE"):
                break
            if word.kind == "WORD" and word.said not in plain and not word.said.endswith(" work"):
                yield f"{mark.said} {word.said}"
                break


# What may open a clause without being what is billed: who speaks or bills, papers, rules, and manners of saying.
OPENS_NOTHING = BESIDE_NOTHING | frozenset(
    """for by with in on after before from at during under along among throughout via through of to as per until since like about because if when while where whether
    i we you he she they it i'm i'd i'll i've we're we'd we'll we've you're you'd you'll you've there there's here's that's what's let's let lets me us one ones
    is are was were be been being do does did has have had will would can could may might shall should must get gets got want wants see know remember think look looked keep
    leave put use go going take make makes made give gives call calls ask asks tell say says said mean means note remind please happy hope
    so then thus therefore hence also too again however moreover furthermore additionally besides meanwhile finally lastly basically simply generally usually typically normally
    currently presently today formally officially technically strictly really actually indeed certainly clearly obviously naturally fortunately unfortunately luckily sadly honestly
    overall altogether ultimately effectively essentially correspondingly accordingly similarly likewise otherwise instead now nowadays already still yet even just only
    yes no ok okay right correct well sure hi hello hey dear thanks thank regards best fyi morning everyone everybody folks people anybody anyone
    answer answers math arithmetic count counts result results total totals number numbers figure figures sum summary conclusion breakdown explanation example reason reasons reasoning logic idea point points bottom
    rule rules rate rates limit limits status indicator indicators letter letters type code codes cpt hcpcs ncci ama astro acr cms medpayiq aapc mac macs opps mpfs apc addendum edit edits manual manuals guidance guideline guidelines
    policy policies payer payers payor payors insurer insurers carrier contractor contractors plan north carolina texas blue cross shield commercial private federal national
    biller billers coder coders reviewer auditor auditors facility technical professional service services line lines unit units modifier modifiers claim claims charge charges bill bills
    delivered delivery dated imaging image images photon photons stereotactic special thermoplastic primary palliative assumed based treating attending own definition technique change completed whole fix g pc tc
    documentation shows show sets bears carries keeps holds comes belongs loading exam record record's chart checks check work""".split()
)


def about_what(reading: ClauseReading) -> Iterator[str]:
    """ "Photographs support one 77334": what a clause is about, in a word that no reader weighs."""
    for at, mark in enumerate(reading.marks):
        if mark.kind not in ("WORD", "ARTICLE") or at in reading.claimed:
            return
        if mark.said.endswith(" reason"):
            continue  # "for another reason"
        if mark.kind == "WORD" and not mark.said.endswith("'s") and not set(mark.said.split()) <= OPENS_NOTHING:
            yield mark.said
            return


@lru_cache(maxsize=1)
def empty_words() -> frozenset[str]:
    """Words that may stand anywhere beside advice: they neither bill, count, limit, compare nor permit, and tell no case."""
    return frozenset((Path(__file__).parent / "empty_words.txt").read_text("utf-8").split())


def told_by_no_reader(reading: ClauseReading) -> Iterator[str]:
    """Default deny for plain words: known, harmless in a sentence that advises nothing, and too telling beside advice."""
    empty = empty_words()
    for at, mark in enumerate(reading.marks):
        if mark.kind == "WORD" and at not in reading.claimed and not empty.issuperset(mark.said.split()):
            yield mark.said


RANKS = frozenset({"simple", "intermediate", "complex"})


def ranked_by_nobody(reading: ClauseReading) -> Iterator[str]:
    """ "... since two ports are intermediate": what a thing ranks as, where it is no code that is ranked."""
    marks = reading.marks
    for at, mark in enumerate(marks):
        being = at > 0 and marks[at - 1].said in ("is", "are", "was", "were", "be", "counts as")
        if mark.kind == "WORD" and mark.said in RANKS and being and (at < 2 or marks[at - 2].kind != "CODE"):
            yield mark.said


def nothing_at_all(reading: ClauseReading) -> Iterator[str]:
    """ "Nothing is billable for the physician": said of every code, and read of the one that was spoken of before."""
    marks = [one for one in reading.marks if one.kind not in ("PUNCT", "ARTICLE")]
    of_all = bool(marks) and marks[0].said == "nothing" and reading.has("BILLER", "SETTING")
    if of_all and not reading.has("CODE", "LEFT", "LEFTOVER", "FRACTIONS", "SERVICE"):
        yield "nothing"


def course_not_finished(reading: ClauseReading) -> Iterator[str]:
    """ "The course was incomplete": a course broken off, and no incomplete set of five at its end."""
    for at, mark in enumerate(reading.marks):
        if mark.kind == "LEFTOVER" and mark.said in ("incomplete", "unfinished", "partial"):
            near = reading.marks[max(0, at - 3) : at] + reading.marks[at + 1 : at + 2]
            if any(one.kind == "THING" and "course" in str(one.value or one.said) for one in near):
                yield mark.said


def left_that_count(reading: ClauseReading) -> Iterator[str]:
    """ "The last two count": what is left over adds a unit, where no reader has read it."""
    for one, two in pairwise(reading.marks):
        if one.kind == "LEFT" and two.said in ("count", "counts", "qualify", "matter") and not reading.advice:
            yield two.said


SURFACE = frozenset({"skin", "surface", "superficial"})


def on_the_skin(reading: ClauseReading) -> Iterator[str]:
    """ "77770 is the skin code": a code whose own words tell of no surface."""
    words = [mark.said or mark.value for mark in reading.marks if mark.said or isinstance(mark.value, str)]
    said = [word for word in words if word in SURFACE or word.startswith("skin ")]
    for advice in reading.advice if said else ():
        known = [entry(code) for code in advice.codes] if advice.polarity else []
        brachy = [one for one in known if one is not None and one.category == "brachytherapy"]
        if any(not _tells(one, SURFACE) for one in brachy):
            yield said[0]


def _tells(known: CodeEntry, words: frozenset[str]) -> bool:
    own = " ".join((known.name, *(period.service for period in known.periods))).lower()
    return any(word in own for word in words)


# Each look with the kinds and words of which a clause must hold one for it to find anything.
IN_PLAIN_WORDS: tuple[tuple[Callable[[ClauseReading], Iterator[str]], frozenset[str]], ...] = (
    (moved_elsewhere, MOVING),
    (of_another_kind, frozenset({"DO"})),
    (choosing_the_second, frozenset({"or"})),
    (existing_for, frozenset({"ACTIVE"})),
    (claim_judged, frozenset({"OK"})),
    (every_patient, frozenset({"FREQ"})),
    (of_a_week, frozenset({"FRACTIONS"})),
    (once_more, AGAIN),
    (for_what, frozenset({"for", "DO"})),
    (about_what, frozenset({"WORD"})),
    (ranked_by_nobody, RANKS),
    (told_by_no_reader, frozenset({"WORD"})),
    (beside_what, PREPOSITIONS | {"TOGETHER", "THEN", "DO", "LINK"}),
    (left_that_count, frozenset({"LEFT"})),
    (on_the_skin, frozenset({"SITE", "skin", "surface", "superficial", "WORD"})),
    (nothing_at_all, frozenset({"NONE"})),
    (course_not_finished, frozenset({"LEFTOVER"})),
    (nationally, frozenset({"national", "nationally", "nationwide"})),
)
