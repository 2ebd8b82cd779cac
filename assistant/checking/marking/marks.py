"""The sentence as a row of marks: what `assistant.reading` found and what the words of advice mean.

Every character belongs to at most one mark; where two finders want the same words, the more telling one wins.
"""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from assistant.checking.marking.lexicon import advice_words, plain_stems
from assistant.checking.marking.said_in_passing import of_several_words, services_in_passing
from assistant.checking.marking.shorter import shorter
from assistant.checking.marking.table_marks import status_letters, table_figures
from assistant.checking.marking.visit_names import conditions_of_25, visits
from assistant.checking.marking.word_kinds import ends_a_word, word_kind
from assistant.reading.extents import extents
from assistant.reading.filing import is_filing
from assistant.reading.fixed import fixed
from assistant.reading.patterns import Seldom
from assistant.reading.text import Text
from assistant.reading.tokens import Tokens, read_tokens


@fixed
class Mark:
    """Something the sentence says, at `start` to `end` of the plain text."""

    kind: str
    value: Any
    start: int
    end: int
    said: str = ""  # the words, lower case
    noun: str | None = None  # what a number counts


def codes_in(marks: Iterable[Mark]) -> tuple[str, ...]:
    """The codes that are named, each once."""
    return tuple(dict.fromkeys([mark.value for mark in marks if mark.kind == "CODE"]))


# Figures that are no advice: where something is written, not what to bill.
ROLES = Seldom(
    r"\[\d+(?:\s?[,-]\s?\d+)*\]|\bpub(?:lication)?\.? ?100-0?\d+|\brvu\s?\d\d[a-d]\b|\b20\d\dq[1-4]\b|\bcms-\d{4}-\w+"
    r"|\bpp?\. ?\d+|\bpage \d+|\bsections? ?§?\d+(?:\.\d+)*|§+ ?\d+(?:\.\d+)*|\bch(?:apter)?s?\.? ?\d+(?:,? ?§ ?\d+(?:\.\d+)*)?"
    r"|\bstep \d\b|\bnote \d\b|\btable \d\b|\bpart b\b|\baddendum [abd]\b|\bform 1500\b|\b20\d\d q[1-4](?= (?:(?:hospital|practitioner|ncci|ptp) )*(?:edits?|tables?|files?)\b)|\bquestion \d\b|\boption \d\b",
    *"[ § 100- rvu q1 q2 q3 q4 cms- page section chapter chs ch. step note table form question option part addendum p.".split(),
    *(f"ch{digit}" for digit in " 0123456789"),
)
MONEY = Seldom(
    r"[$€£]\s?\d[\d,]*(?:\.\d+)?|\b\d[\d,]*(?:\.\d+)?\s?(?:dollars|usd|percent\b|%)|\b\d+(?:\.\d+)?\s?(?:w?rvus?|rvu)\b",
    *"$ € £ dollar usd percent % rvu".split(),
)
MUE = Seldom(
    r"\b(?:(?:daily|per[- ](?:day|date)) )?mues?(?: (?:is|of|limit|value|edit|for \w+ is))*[ :=]{1,3}(?P<n>\d+)\b(?: units?)?"
    r"(?:,? ?(?:per|a|each|for each|on one|in one|on a) (?:single |calendar )?(?:day|date of service|date|dos)\b)?"
    r"(?:,? ?(?:and )?mai ?(?P<mai>\d))?|\b(?:mai|(?:mue )?adjudication indicator(?: \(mai\))?)(?: is| was| of|:| =)* ?(?P<only>\d)\b",
    "mue",
    "mai",
    "adjudication",
)
CLAIM_FORM = Seldom(r"\b(?:cms|hcfa)[- ]?1500\b|\b837-?p\b", "1500", "837")
PAPERS = (" claim", " claims", " charge", " charges", " bill", " line")
BILL_ACTS = re.compile(r" (?:needs|takes|carries|gets|goes|has|requires|shows|bears|lists|contains|does|doesn't)\b")
BARE_PC = Seldom(
    r"(?<![\w/-])(?<![Tt]he )PC(?= (?:is|isn|means|mean|stands|marks|does|goes|belongs|reports|flags|signals|indicates|tells|was|would|doesn't|cannot|can't)\b)"
    r"|(?<=\b[Uu]se )PC\b(?! indicator)|(?<=[Aa]ppend )PC\b(?! indicator)",
    "PC",
)
PUNCTUATION = re.compile(r"->|=>|→|÷|[,;:.!?()\[\]=+*/|\"&—-]|->|=>|→|x(?=\d)")
COUNTED_AFTER = re.compile(
    r"\s?(?:(?:total|separate|billable|individual)\s)?(?:units?|u|x|times|charges?|lines?|dates?|sessions?|claims?)\b"
)
# "CPT 77427" and "HCPCS code G6015" say no more than the bare code; "per CPT 77427" names whose word it is.
CODE_LABEL = Seldom(r"(?<!\bper )\b(?:cpt|hcpcs)(?:\s?/\s?hcpcs)?[®™]?\s(?:codes?\s)?$", "cpt", "hcpcs")
CODE_ENDED = re.compile(r"(?:ended|ends|end)(?=\s)")
TIMES_BEFORE = re.compile(r"(?<![a-z])x\s?$")
TIMES_A_CODE = re.compile(r"\s?x\s?(?=\d{5}|g\d{4})")
AT_THE = re.compile(r"\b(?:at|by|until|through|with) the $")  # "at the end of 2025"
PRONOUN_FIRST = re.compile(r"\W*(?:no, |yes, )?(?:it|this|that|they|both|this code|the code|these)\b")
PLACE_BEFORE = re.compile(r"\b(?:place of service|pos) (?:code )?$")
RULED_OUT = Seldom(
    r"(?<=\belectrons )without (?:any )?photons|(?<=\belectron fields )without (?:any )?photons|\b(?:not|non)[ -](?:an? )?(?:sbrt|sabr|srs|imrt|stereotactic|stereotactically)\b",
    *"photons sbrt sabr srs imrt stereotactic".split(),
)
DIVIDED = Seldom(r"\bdivided by\b", "divided")
PC_TC_WORD = Seldom(r"\bpc/?tc(?: indicator)?(?= (?:of|for|on|is)\b)", "pc")
REMAINING = re.compile(r"\b(?:extra|additional|remaining|leftover|more|partial|odd|stray|residual)\b")
IGNORED = frozenset("'_`®™©§…")  # signs that say nothing; any other sign nobody knows makes the sentence unreadable
# A limit that lies nobody knows where in its year or month.
VAGUE = re.compile(r"\b(?:until|till|through|thru|since|before|after|from|by|up to)\b.*\b(?:mid|early|late)\b")
EVERY_FEW = Seldom(r"\bq\.? ?(?P<n>\d{1,2}) ?(?:fx|fxs|fractions?|tx|treatments?)\b", "q")  # "q5fx"
ARROWS = frozenset({"->", "=>", "→"})
OPENING_NUMBER = re.compile(r"^\s*(?:[-*+•>]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+)+")


def marks(text: Text, today: date) -> list[Mark]:
    """All marks of a sentence in reading order."""
    tokens = read_tokens(text, today)
    free = bytearray(len(text.plain))
    kept, lost = list[Mark](), list[Mark]()
    for mark in _ranked(tokens, text):
        if mark.end > mark.start and 1 not in free[mark.start : mark.end]:
            free[mark.start : mark.end] = b"\x01" * (mark.end - mark.start)
            kept.append(mark)
        elif 0 in free[mark.start : mark.end]:
            lost.append(mark)
    for mark in lost:
        kept += [
            _phrase(one.value, one.start, one.end, text.lower) for one in shorter(text, mark.start, mark.end, free)
        ]
    kept += _words(text, free)
    kept += _punctuation(text, free)
    kept.sort(key=lambda mark: mark.start)
    return kept


def _ranked(tokens: Tokens, text: Text) -> Iterator[Mark]:
    """Candidates, the most telling first."""
    lower = text.lower
    opening = OPENING_NUMBER.match(lower)
    if opening and opening.end():
        yield Mark("ROLE", "bullet", 0, opening.end())
    for every in EVERY_FEW.finditer(lower):
        thing = f"{int(every['n'])} fractions" if int(every["n"]) != 1 else "session"
        yield Mark("FREQ", (1, thing), every.start(), every.end(), every.group())
    labelled = CODE_LABEL.possible(lower)
    for code in tokens.codes:
        spaced = code.link == "range" and code.end - code.start <= 2 and lower[max(0, code.start - 1)] == " "
        if spaced or (code.link == "range" and code.end - code.start <= 2 and COUNTED_AFTER.match(lower, code.end)):
            yield Mark(
                "NUM", int(lower[code.start : code.end]), code.start, code.end, "", None if spaced else "unit"
            )  # "77427 - 5"
            continue
        label = CODE_LABEL.pattern.search(lower, max(0, code.start - 24), code.start) if labelled else None
        yield Mark("CODE", code.code, label.start() if label else code.start, code.end, code.link)
    yield from (Mark(kind, value, start, end) for kind, value, start, end in table_figures(lower))
    yield from (Mark("MUE", (m["n"], m["mai"] or m["only"]), m.start(), m.end()) for m in MUE.finditer(lower))
    yield from (Mark("NAME", "cms 1500", m.start(), m.end(), m.group()) for m in CLAIM_FORM.finditer(lower))
    yield from (Mark("PCTC_WORD", "", m.start(), m.end(), m.group()) for m in PC_TC_WORD.finditer(lower))
    yield from (Mark("EXTENT", told, start, end, lower[start:end]) for told, start, end in extents(lower))
    yield from (Mark("ROLE", "case of 25", start, end) for start, end in conditions_of_25(lower))
    yield from (Mark("VISIT", "", start, end, lower[start:end]) for start, end in visits(lower))
    for modifier in tokens.modifiers:
        if modifier.modifier.isdigit() and PLACE_BEFORE.search(lower, 0, modifier.start):
            continue  # "at place of service 22 modifier 26 is appended"
        if modifier.modifier == "FX" and re.search(r"\d\s?$", lower[max(0, modifier.start - 3) : modifier.start]):
            continue  # "5 fx, no modifier"
        if modifier.modifier.isdigit() and modifier.code is None and COUNTED_AFTER.match(lower, modifier.end):
            yield Mark("NUM", int(modifier.modifier), modifier.start, modifier.end, "", "unit")  # "drop 26 charges"
            continue
        yield Mark("MOD", modifier.modifier, modifier.start, modifier.end, modifier.code or "")
    yield from (Mark("MOD", "PC", m.start(), m.end()) for m in BARE_PC.finditer(text.plain))
    yield from (Mark("MONEY", m.group(), m.start(), m.end()) for m in MONEY.finditer(lower))
    yield from (Mark("LETTER", letter, start, end) for letter, start, end in status_letters(text.plain, lower))
    yield from (Mark("ROLE", "place in a text", m.start(), m.end()) for m in ROLES.finditer(lower))
    yield from (Mark("PUNCT", "÷", m.start(), m.end(), "÷") for m in DIVIDED.finditer(lower))
    yield from (Mark("ROLE", "technique ruled out", m.start(), m.end()) for m in RULED_OUT.finditer(lower))
    for dated in tokens.dates:
        word = CODE_ENDED.match(lower, dated.start)
        if (
            word
            and dated.role == "finished"
            and (
                any(code.end < dated.start for code in tokens.codes)
                or PRONOUN_FIRST.match(lower)
                or AT_THE.search(lower, 0, dated.start)
            )
        ):
            ends = lower[word.end() :].lstrip().startswith("of")
            yield Mark(
                "END_OF" if ends else "ENDED", "", dated.start, word.end(), word.group()
            )  # "77014 ended on December 31, 2025"
            yield Mark("DATE", dated, word.end() + (4 if ends else 1), dated.end)
            continue
        if VAGUE.search(lower, dated.start, dated.end):
            yield Mark("UNKNOWN", "", dated.start, dated.end, lower[dated.start : dated.end])
            continue
        kind = "FILED" if is_filing(lower, dated.start) else "DATE"
        yield Mark(kind, dated, dated.start, dated.end, lower[dated.start : dated.end] if kind == "FILED" else "")
    for place in tokens.places_of_service:
        where = _setting_of(tokens, place.start)
        kind = "SETTING" if where else "UNKNOWN"  # a place whose number nobody here knows settles nothing
        yield Mark(kind, where or "", place.start, place.end, "" if where else lower[place.start : place.end])
    for other in tokens.diagnoses:
        yield Mark("ROLE", "diagnosis", other.start, other.end)
    for biller in tokens.billers:
        said = lower[biller.start : biller.end]
        acts = said.endswith(PAPERS) and BILL_ACTS.match(lower, biller.end) is not None
        if acts or (lower[biller.end : biller.end + 1] == ":" and " " in said):
            # Said as in "Facility claim: ...", "the facility's charge carries 77301".
            yield Mark("BILLER", biller.value, biller.start, biller.end, said if acts else "")
    phrases = [_phrase(one.value, one.start, one.end, lower) for one in advice_words().find(text)]
    yield from (mark for mark in phrases if " " in mark.said or "-" in mark.said)
    techniques = [
        Mark("FACT", ("technique", one.value), one.start, one.end, lower[one.start : one.end])
        for one in tokens.techniques
    ]
    yield from (mark for mark in techniques if of_several_words(mark.value[1], mark.said, lower))
    yield from _numbers(tokens, lower)
    yield from _facts(tokens)
    for name in tokens.names:
        if name.value.startswith("level"):
            continue  # a level of delivery is a service
        yield Mark("NAME", name.value, name.start, name.end, name.value)
    for service in (*services_in_passing(lower), *tokens.services):
        yield Mark("SERVICE", service, service.start, service.end, lower[service.start : service.end])
    yield from phrases
    yield from techniques
    for biller in tokens.billers:
        yield Mark("BILLER", biller.value, biller.start, biller.end, lower[biller.start : biller.end])


def _phrase(kind: str, start: int, end: int, lower: str) -> Mark:
    head, _, value = kind.partition(":")
    if head == "ISO":
        return Mark("FACT", ("isocenters", int(value)), start, end, lower[start:end])
    return Mark(head, value, start, end, lower[start:end])


def _numbers(tokens: Tokens, lower: str) -> Iterator[Mark]:
    for number in tokens.numbers:
        if lower[number.start : number.end] == "ones":
            continue  # "longer ones"
        sign = TIMES_BEFORE.search(lower, max(0, number.start - 3), number.start) if number.form == "times" else None
        start = sign.start() if sign else number.start
        end = number.noun_end if number.noun and number.noun_is_own else number.end
        if number.form == "times" and lower[end : end + 2].strip()[:1] == "x":
            end = lower.index("x", end) + 1
        blocked = any(one.start < end and start < one.end for group in (tokens.codes, tokens.payers) for one in group)
        if blocked:
            end = number.end
        behind = TIMES_A_CODE.match(lower, number.end)
        if behind:
            end = behind.end()
        middle = lower[number.end : end]
        if number.noun == "week" and "weekly" in middle:
            end, middle = number.end, ""
        if number.noun == "fraction" and REMAINING.search(middle) and isinstance(number.value, int):
            yield Mark("LEFT", number.value, start, end, middle)
            continue
        if number.noun == "week" and end == number.end:
            yield Mark("NUM", number.value, start, end, number.link, None)
            continue
        noun = "times" if behind or (number.form == "times" and number.noun in (None, "time")) else number.noun
        kind = "ORDINAL" if number.form in ("ordinal", "approximate") else "NUM"
        yield Mark(kind, number.value, start, end, number.link, noun)
        if end > number.end:  # the noun may belong to another mark: "five port films"
            yield Mark(kind, number.value, start, number.end, number.link, None)


def _facts(tokens: Tokens) -> Iterator[Mark]:
    for payer in tokens.payers:
        said = tokens.text.lower[payer.start : payer.end]
        kind = "SYSTEM" if said == "mpfs" else "PAYER"
        yield Mark(kind, payer.value, payer.start, payer.end, said if said == "mpfs" else "")
    for administrator in tokens.administrators:
        yield Mark("PAYER", administrator.value, administrator.start, administrator.end)
    for setting in tokens.settings:
        yield Mark("SETTING", setting.value, setting.start, setting.end, tokens.text.lower[setting.start : setting.end])
    for motion in tokens.motion_management:
        said = tokens.text.lower[motion.start : motion.end]
        yield Mark("FACT", ("motion_management", motion.value), motion.start, motion.end, said)
    for site in tokens.sites:
        yield Mark("SITE", site.value, site.start, site.end)


def _setting_of(tokens: Tokens, start: int) -> str | None:
    return next((one.value for one in tokens.settings if one.start <= start < one.end), None)


def _words(text: Text, free: bytearray) -> Iterator[Mark]:
    plain = plain_stems()
    for word in text.words:
        if 1 in free[word.start : word.end]:
            continue
        free[word.start : word.end] = b"\x01" * (word.end - word.start)
        yield Mark(word_kind(word, text, plain), word.stem, word.start, word.end, text.lower[word.start : word.end])


def _punctuation(text: Text, free: bytearray) -> Iterator[Mark]:
    for match in PUNCTUATION.finditer(text.lower):
        if 1 in free[match.start() : match.end()]:
            continue
        sign = match.group()
        if sign in ARROWS:
            free[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
            yield Mark("REPLACED", "", match.start(), match.end(), "->")
            continue
        yield Mark("PUNCT", sign, match.start(), match.end(), sign)
    at = free.find(0)
    while at >= 0:
        one = text.plain[at]
        if not (one.isspace() or one in IGNORED or ends_a_word(text, at) or PUNCTUATION.match(one)):
            yield Mark("UNKNOWN", one, at, at + 1, one)
        at = free.find(0, at + 1)
