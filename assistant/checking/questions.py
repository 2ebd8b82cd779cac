"""What a question asks: the codes, the kind of advice it wants, and what a plain yes would advise."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assistant.checking.advice import Advice
from assistant.checking.asked_columns import asked_last, columns_asked, left_asked, system_asked
from assistant.checking.asked_limits import limit_proposed
from assistant.checking.clauses.aside import NOTHING, Aside
from assistant.checking.clauses.clause_reading import Background
from assistant.checking.clauses.contrasts import frames_of
from assistant.checking.clauses.scope import told
from assistant.checking.composing.rows import composed
from assistant.checking.coverage.told_in_question import told_by
from assistant.checking.marking.marks import Mark
from assistant.checking.saying.one_suffices import asked_of_levels
from assistant.checking.sentences import sentences
from assistant.checking.short_dates import date_asked
from assistant.reading.extents import Extent
from assistant.reading.intent_words import WHICH
from assistant.reading.services import ServiceMention


@dataclass(frozen=True, slots=True)
class Asked:
    """What the question asks: its codes, the advice that a yes would give, or the kind it wants to hear."""

    codes: tuple[str, ...] = ()
    proposed: tuple[Advice, ...] = ()
    kind: str = ""
    yes_no: bool = False
    readable: bool = True
    question: bool = False  # whether there was one at all
    named: tuple[str, ...] = ()  # the codes that stand in it as numbers
    extents: tuple[Extent, ...] = ()  # energy and channels of the case
    wanted: tuple[ServiceMention, ...] = ()  # "which code": the services it asks for
    told: Aside = NOTHING  # what else it tells of its case
    doubts: bool = False  # asks whether something is so, also where it asks more: "is it billable, and how many?"
    columns: frozenset[str] = frozenset()  # of a table: a limit, an indicator, a status
    system: str = ""  # whose table of letters
    where_25: bool = False  # "where does 25 go?"
    date_of: tuple[str, ...] = ()  # what it wants the date of
    left: str = ""  # fractions left over, of which it asks what they add


# "What MUE does 77300 carry?", "MUE for 77338?": the limit itself; "how many" beside it asks for more.
LIMIT = (
    r"^(?!.*\b(?:how many|how often)\b)(?:.*\b(?:what|which|what'?s)\b(?: (?:is|are|was))?(?: the| our)?(?: (?!if\b|about\b)[\w/-]+){0,3}? mues?\b"
    r"|\W*(?:the )?(?:daily )?mues? (?:of|for|on)\b)"
)
WH = re.compile(
    r"\b(?:how many|how often|how frequently|what|which|who|when|why|where|how much|how do|how should|how)\b"
)


# "The biller wants five. OK?": asks whether what stands before it is right.
MERELY_ASKS = re.compile(r"\W*(?:is (?:that|this) )?(?:ok|okay|right|correct|fine|allowed|true)\s*\?\s*$", re.I)
WHERE_25 = re.compile(
    r"\bwhere (?:does|do|should|is|must) (?:the |a |modifier )*-?25\b[^?]*\b(?:belong|go|goes|sit|put|placed?|attach)"
)
# "Isn't 77417 bundled?" is answered like "Is 77417 bundled?".
NEGATIVE = re.compile(
    r"^(\W*(?:so |and |but )?)(ca|is|are|do|does|did|was|were|should|could|would|wo|has|have)n['’]t\s", re.I
)
# "What happened to 77014?", "map 2025 to 2026": old codes are told with their new ones.
MAPPED = r"^\W*(?:please |pls |can you |could you )?(?:map|crosswalk|convert|translate)\b|\b(?:what|which)\b.{0,30}\b(?:happen(?:s|ed) to|bec[oa]mes? of|(?:do|does|did|will|have|has)\b.{0,40}\bbec[oa]mes?\b|(?:old|2025)\b.{0,30}\b(?:map|convert|translate)s?\b)"
WANTS: tuple[tuple[str, str], ...] = (
    (rf"\breplac\w+|\bsuccessor|\bcrosswalk|\binstead of\b|\btook over\b|{MAPPED}", "replacement"),
    (LIMIT, "limit"),
    (
        r"\bhow many\b.{0,30}\bfractions\b.{0,20}\b(?:per|does|cover)\b|how often|how frequently|\bfrequency\b",
        "frequency",
    ),
    (r"\bhow many\b|\bunits?\b|\bqty\b|\bhow much\b.{0,20}\bbill\b", "units"),
    (r"\bmodifiers?\b|\bmods?\b", "modifier"),
    (WHICH.pattern, "code"),
)


def read_question(question: str, proposition: Advice | None, codes: tuple[str, ...], today: date) -> Asked:
    """What the answer may inherit from the question."""
    proposed: list[Advice] = []
    readable = True
    wants = ""
    yes_no = False
    named: list[str] = []
    wanted: list[ServiceMention] = []
    extents: list[Extent] = []
    doubts = False
    told_before = ""
    told_row: list[Mark] = []
    for sentence in sentences(question):
        asked_of, told_before = (
            (told_before.rpartition(";")[2], "") if MERELY_ASKS.match(sentence.text) else (sentence.text, sentence.text)
        )
        text = NEGATIVE.sub(lambda found: found[1] + found[2].replace("ca", "can") + " ", asked_of)
        row = list(composed(text, today))
        lower = text.lower()
        doubts |= "whether" in lower or _INVERTED.match(lower) is not None
        named += [mark.value for mark in row if mark.kind == "CODE" and mark.value not in named]
        extents += [mark.value for mark in row if mark.kind == "EXTENT" and mark.value not in extents]
        if "?" not in sentence.text:
            told_row = row
        asks = (
            (
                WH.search(lower) is not None
                and any(mark.kind == "ASK" or mark.value in ("when", "who", "what") for mark in row)
            )
            or _asks_for_a_code(lower, row)
            or _asks_in_a_word(lower, row)
            or HEADED.match(lower) is not None
        )
        if asks:
            wanting = next((kind for pattern, kind in WANTS if re.search(pattern, lower)), "")
            wants = wanting if wants == "limit" and wanting else wants or wanting
            wanted += [mark.value for mark in row if mark.kind == "SERVICE"]
            continue
        if not ("?" in sentence.text or _INVERTED.match(lower)):
            continue
        acting = _who_acts(told_row, today) if len(row) <= SHORTEST else {}
        yes_no = True
        background = Background(tuple(named) or codes, "question", {}, "", today)
        frames, _ = frames_of([m for m in row if not (m.kind == "PUNCT" and m.value == "?")], background)
        found = [one for frame in frames for one in frame.advice]
        loose = [word for frame in frames for word in frame.unclaimed]
        readable = readable and bool(found) and not loose and not BEGINS_AGAIN.search(lower)
        proposed += [_by_them(one, acting) for one in found] if acting else found
    if yes_no and (not readable or not proposed):
        alone = proposition is not None and _safe_alone(question, proposition)
        proposed = [proposition] if proposition is not None and alone else []
    limit = limit_proposed(question, named) if yes_no else ()
    if not limit and any(one.kind in ("component", "validity") for one in proposed) and BEYOND.search(question.lower()):
        proposed = []
    proposed = list(limit) or proposed
    if yes_no and (of_levels := asked_of_levels(question)) is not None:
        proposed = list(of_levels)
    wants = wants or ("modifier" if proposed and all(one.kind == "modifier" for one in proposed) else "")
    proposed = [_of_an_edit(one, question) for one in proposed]
    proposed = [_on_the_day(one, question) for one in proposed]
    wants = wants or ("" if proposed else asked_last(question))
    wants = wants or ("choice" if _between_codes(question, named) else "")
    meant = tuple(named) if len(named) == 1 else tuple(dict.fromkeys((*codes, *named)))
    return Asked(
        meant,
        tuple(proposed),
        wants,
        yes_no,
        readable,
        True,
        tuple(named),
        tuple(extents),
        tuple(wanted),
        told_by(question),
        doubts,
        frozenset() if doubts and proposed else columns_asked(question),
        system_asked(question),
        WHERE_25.search(question.lower()) is not None,
        date_asked(question),
        left_asked(question),
    )


# "Does the count start over?" proposes no unit, payment or modifier that a yes could be held against.
BEGINS_AGAIN = re.compile(
    r"\b(?:re-?start|re-?set|carr(?:y|ied) (?:over|on)|roll over|(?:start|begin|count|go)(?:s|ing)? (?:again|over|anew|afresh|on|from))"
)
# "Is a second 77301 payable without a new CT?": a yes to it says more than that the code is paid.
BEYOND = re.compile(
    r"\b(?:second|third|fourth|another|additional|extra|further|again|twice|without|despite|over the|above|beyond|exceed\w*|more than|limits?|mues?"
    r"|(?:per|for|with|at|in) (?:each|every|all)|each|every|(?:its|their|his|her) own|count as|counted|count(?:s|ing)?|enough|suffic\w*"
    r"|when|if|unless|once|while|later|leftovers?|left over|remain\w*|the rest|as an?|routine\w*|only"
    r"|for (?:an? |the )?(?:boost|bolus|replan\w*|recalculat\w*|cone-?down|field|arc|film|mask|verification|adaptive|break|old|re-?treat\w*))\b"
)
SHORTEST = 3  # marks of "Allowed?": what it asks about stands in the sentence before


def _who_acts(row: list[Mark], today: date) -> dict[str, Any]:
    """ "A SNF bills weekly management. Allowed?": whoever the sentence before says bills it."""
    facts = told(row, {}, today)
    case = facts.conditions[0] if len(facts.conditions) == 1 else {}
    return {key: case[key] for key in ("biller", "setting") if key in case} if "biller" in case else {}


def _by_them(one: Advice, acting: dict[str, Any]) -> Advice:
    """ "Allowed?", of what somebody bills: whether they may bill it."""
    value = "billable" if one.kind == "component" and one.value == "payable" else one.value
    return replace(one, value=value, condition={**acting, **one.condition})


ONE_DAY = re.compile(
    r"\b(?:on|in|within) (?:one|a single|the same|1) (?:day|date)\b|\bsame day\b|\bone date of service\b"
)
ASKS_FOR_AN_EDIT = re.compile(r"\b(?:is|are) (?:there|they|these|those)\b[^?]*\b(?:edits?|pair)\b[^?]*\?")
OF_A_PART = re.compile(r"\b(?:technical|professional|component|global\w*|modifiers?)\b", re.I)
OF_A_USE = re.compile(
    r"\b(?:bill\w*|valid|invalid|us(?:e|es|ed|ing|able)|exist\w*|report\w*|cod(?:e|ed|ing|able)|charg\w+|submi\w+|claim\w*|available|activ\w+"
    r"|current|delet\w+|end(?:s|ed)?|retire\w*|expire\w*|gone|dead|still|accept\w*|effective|replaced?|in effect|good|ok|okay|allow\w*|pa(?:y|ys|id|yable)"
    r"|cover\w*|discontinued|obsolete|active|around|live|alive|work\w*|apply|applies|available|recogni\w+|new|old|right|correct|appropriate|proper|fits?|choice|reimburs\w*|separate\w*|bundle\w*|package\w*|includ\w*|den(?:y|ied)|money|list(?:s|ed)?|needed?|required?|takes?|gets?|append\w*)\b",
    re.I,
)
CHOICE = re.compile(r"(?P<one>[\w-]+) or (?P<other>[\w-]+)\s*\?\s*$")


def _of_an_edit(one: Advice, question: str) -> Advice:
    """ "77290 and 77280 on one day: is there an edit?": a yes says that there is one, not that both are paid."""
    asks = one.kind == "pair" and one.value == "together" and ASKS_FOR_AN_EDIT.search(question.lower()) is not None
    return replace(one, value=("edit",)) if asks else one


def _on_the_day(one: Advice, question: str) -> Advice:
    """ "Four lesions on one day: will 77437 x4 go through?": units of that date, not of a course."""
    several = one.kind == "units" and isinstance(one.value, int) and one.value > 1
    return replace(one, value=("per_date", one.value)) if several and ONE_DAY.search(question.lower()) else one


def _between_codes(question: str, named: list[str]) -> bool:
    """ "G6015 or 77407?": which of two codes, so that one of them alone is an answer."""
    found = CHOICE.search(question)
    return found is not None and {found["one"].upper(), found["other"].upper()} <= set(named) and len(named) == 2


_INVERTED = re.compile(
    r"^\s*(?:so |and |hi[, ]+|ok[, ]+)?(?:can|could|may|should|is|are|was|were|do|does|did|am i|will|would|must|has|have)\b"
)


def _asks_in_a_word(lower: str, row: list[Mark]) -> bool:
    """ "Modifier?", "how about units?": nothing is proposed to say yes to."""
    if not lower.rstrip().endswith("?") or _INVERTED.match(lower) or any(mark.kind in ("CODE", "MOD") for mark in row):
        return False
    few = sum(mark.kind != "PUNCT" for mark in row) <= 4
    return few and any(re.search(pattern, lower) for pattern, _ in WANTS)


def _asks_for_a_code(lower: str, row: list[Mark]) -> bool:
    """ "electron boost only, delivery code?": no verb and no code, and a code is what it wants."""
    if _INVERTED.match(lower) or any(mark.kind == "CODE" for mark in row):
        return False
    return WHICH.search(lower) is not None


# "Modifiers for 77427, 77263 and 77290?", "map 2025 to 2026: 77385, 77401": a heading for what it wants to hear.
HEADED = re.compile(
    rf"^\W*(?:the )?(?:correct |right |needed )?(?:modifiers|mods) (?:for|on|by|with|needed|required)\b(?!.*\bor\b)|{MAPPED}|{LIMIT}"
)


def _safe_alone(question: str, proposition: Advice) -> bool:
    """The question holds nothing to agree to but this one proposition."""
    figures = re.findall(r"(?<![\w.])\d{1,2}(?![\w.])", question)
    doubted = proposition.kind == "validity" or (proposition.kind, proposition.value) == ("component", "payable")
    if doubted and not OF_A_USE.search(question):
        return False  # "does 77427 run with the calendar?" doubts neither code nor payment
    if proposition.kind == "validity" and OF_A_PART.search(question):
        return False  # "can we bill 77387 technical in 2026?" asks for more than whether the code exists
    if BEGINS_AGAIN.search(question.lower()):
        return False
    if proposition.kind == "modifier" and len(told_by(question).modifiers) > 1:
        return False  # "can 26 and TC sit on one line?" asks for more than either of them
    return bool(proposition.codes) and (proposition.kind in ("units", "modifier") or not figures)
