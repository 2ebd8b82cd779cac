"""What a conversation's last question wants of the rules, and for which cases."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NamedTuple

from assistant.checking.advice import Advice
from assistant.checking.clean import gives_orders
from assistant.claim_asked import claim_asked, of_one_bill
from assistant.conversation import Conversation
from assistant.decision import ANYBODY, Asked
from assistant.drafting.leads import PLACES
from assistant.reading.bare import PAYMENT, is_about_a_limit, is_about_one_date, told_units
from assistant.reading.billers import HOSPITAL_IS_PAID
from assistant.reading.days_apart import dates_apart
from assistant.reading.indicators import read_indicators
from assistant.reading.intent_words import DEFINITION
from assistant.reading.liability import OF_A_LIMIT, is_about_liability
from assistant.rules import payers
from assistant.rules.level import delivery_level
from assistant.rules.periods import spoken
from assistant.rules.technique import management
from assistant.scenario import Period, Scenario
from corpus.rulebook import codes, entry

MOST_CASES = 3
OF_A_PAIR = {"pair", "coverage", "validity", "definition", "unclear"}  # what two codes and their dates can be asked for
# "Can I bill it" is in half of all questions; beside these it asks nothing of its own.
TELLING = {
    "units",
    "frequency",
    "modifier",
    "pair",
    "validity",
    "which_code",
    "who_bills",
    "documentation",
    "supervision",
}
BILLERS = {"professional": "for the physician", "facility": "for the facility", "global": "billed globally"}


WHOLE = re.compile(
    r"\b(?:how (?:do|should|would|can) (?:i|we) (?:bill|code)|what (?:all )?(?:can|do|should) (?:i|we)|"
    r"what (?:all )?(?:can|does|do|should|may) (?:the |our )?(?:hospital|facility|center|clinic|physician|doctor|doc) "
    r"(?:bill|code|charge|report)|"
    r"(?:all|total) (?:the )?charges|charges|everything)\b"
)
# "77407 needs two areas, right?" is no question about validity, whatever else it names.
VALIDITY = re.compile(
    r"\b(?:valid|invalid|exists?|active|deleted|retired|discontinued|expired|still|gone|ended|use|bill)\b"
)
EDITS = re.compile(
    r"\b(?:edits?|bundl\w*|conflict\w*|den(?:y|ies|ied)|exclusive)\b"
)  # here "yes" would mean "not together"
AUTHORIZATION = re.compile(r"\b(?:prior ?-?auth\w*|pre-?auth\w*|pre-?cert\w*|authori[sz]\w+|auth)\b")
TREATMENT = re.compile(
    r"\b(?:deliver\w*|levels?|treat\w*|tx|fields?|beams?|isocent\w*|gat(?:ed|ing)|dibh|fractions?|fx|irradiat\w*|"
    r"radiation|course|brain|boost|electrons?|photons?)\b"
)
APC = re.compile(r"\bapcs?\b")
DISPUTE = re.compile(r"\b(?:disagree\w*|conflict\w*|contradict\w*|disput\w*)\b")


class Case(NamedTuple):
    """One scenario of a question, and how its sentences begin where there are several."""

    says: str
    scenario: Scenario


def cases(conversation: Conversation) -> tuple[Case, ...]:
    """The scenario; or, where the question names two payers, places, dates or billers, one for each."""
    scenario, alternatives = conversation.scenario, conversation.alternatives
    if claim_asked(conversation):
        scenario, alternatives = of_one_bill(conversation)
    elif "dos" in alternatives and is_apart(conversation):  # of two services, each on its date, the last date rules
        return (Case("", scenario.but(dos=max(alternatives["dos"]))),)
    for fact, values in alternatives.items():
        if len(values) > 1 and hasattr(scenario, fact):
            told = {**scenario.origins, fact: "question"}
            return tuple(
                Case(_says(fact, value), scenario.but(**{fact: value, "origins": told}))
                for value in values[:MOST_CASES]
            )
    return (Case("", scenario),)


def _says(fact: str, value: Any) -> str:
    if fact == "payer":
        return f"for {payers.name(value)}"
    if fact == "setting":
        return PLACES[value]
    if isinstance(value, Period):
        return spoken(value)
    if fact == "fractions":
        return f"for {value} fractions"
    return BILLERS.get(value, f"for {value}")


def asked_in(conversation: Conversation) -> Asked:
    """The matters, codes and modifiers to decide; a professional bill's code is asked for its modifier as well."""
    if claim := claim_asked(conversation):
        return claim
    if is_apart(conversation):
        yes_no = _wants_yes_or_no(conversation.proposition, _words(conversation))
        return Asked(frozenset({"pair"}), conversation.scenario.codes, yes_no=yes_no, apart=True)
    if is_about_liability(_words(conversation)):
        of_a_limit = OF_A_LIMIT.search(_words(conversation)) is not None
        return Asked(frozenset({"liability"}), conversation.scenario.codes, of_a_limit=of_a_limit)
    scenario, proposition = conversation.scenario, conversation.proposition
    matters: set[str] = {intent for intent in conversation.intents if intent != "unclear"}
    if _is_about_a_course(conversation):
        return Asked(frozenset({"units", "which_code"}), course_codes(scenario, conversation.today))
    explained = read_indicators(conversation.reading.tokens.text) if conversation.reading else ()
    if explained and _wants_them_explained(conversation):
        return Asked(frozenset({"indicator"}), (), indicators=explained)
    guessed = not matters
    if guessed:
        matters = _likely_matters(scenario)
    of_the_case = scenario.codes and matters <= {"coverage", "which_code", "who_bills"}
    if scenario.fractions is not None and of_the_case and not PAYMENT.search(_words(conversation)):
        matters.add("units")
    if AUTHORIZATION.search(_words(conversation)):
        matters = (matters - {"coverage", "validity", "units"}) | {"authorization"}
        if not scenario.codes:
            matters = {"authorization"}
    if "what_changed" in matters:
        matters -= {"definition", "which_code"}  # "what is new" and "new codes" ask for the change
    if "documentation" in matters:
        matters.discard("frequency")  # "a note every week" asks for the note
    if "denial" in matters:
        matters.discard("coverage")  # "not medically necessary" is why it was denied
    if matters & TELLING:
        matters.discard("coverage")
    if scenario.codes and HOSPITAL_IS_PAID.search(_words(conversation)):
        matters = (matters - {"who_bills", "validity", "definition", "which_code"}) | {"coverage"}
    if "which_code" in matters and not _names_a_treatment(conversation):
        matters.discard("which_code")
    if "what_changed" in matters and not scenario.codes:
        return Asked(frozenset(matters), codes_of_a_kind(scenario, _words(conversation), conversation.today))
    if "pair" in matters:
        matters.discard("validity")
    if "which_code" in matters and scenario.codes and scenario.biller == "professional":
        matters.add("modifier")
    tokens = conversation.reading.tokens if conversation.reading else None
    told = told_units(tokens) if tokens and not gives_orders(tokens.text.plain) else {}
    of_a_day = bool(told) and scenario.dos is not None and scenario.dos.is_day
    return Asked(
        matters=frozenset(matters),
        codes=scenario.codes,
        modifiers=scenario.modifiers if "modifier" in matters else (),
        yes_no=_wants_yes_or_no(proposition, _words(conversation)),
        denies=proposition is not None and proposition.value == "invalid",
        frequency=str(proposition.value) if proposition is not None and proposition.kind == "frequency" else "",
        attributed_to=_attributed_to(conversation),
        indicators=tuple(one for one in explained if one.kind == "reason"),
        reviewers=conversation.reading.administrators if conversation.reading else (),
        told_units=tuple(told.items()),
        of_a_limit=tokens is not None and is_about_a_limit(tokens),
        of_one_date=of_a_day or (tokens is not None and is_about_one_date(tokens)),
        of_apcs=APC.search(_words(conversation)) is not None,
        guessed=guessed,
    )


def is_apart(conversation: Conversation) -> bool:
    """Whether two codes are told on different dates and the question is whether both can be billed."""
    reading, scenario = conversation.reading, conversation.scenario
    if reading is None or len(scenario.codes) != 2 or not dates_apart(reading.tokens):
        return False
    return set(conversation.intents) <= OF_A_PAIR


def _wants_them_explained(conversation: Conversation) -> bool:
    """Whether the letters and numbers are the question, and not a word in a question about a code."""
    reading = conversation.reading
    assert reading is not None  # they were read from it
    return not reading.tokens.codes or (
        DEFINITION.search(_words(conversation)) is not None and "denial" not in conversation.intents
    )


def _likely_matters(scenario: Scenario) -> set[str]:
    """What a question means that asks nothing in words we know."""
    if scenario.codes and scenario.modifiers:
        return {"modifier"}
    if scenario.codes and scenario.payer not in (None, "medicare"):
        return {"coverage"}
    return {"definition"} if scenario.codes else {"which_code"} if scenario.technique else set()


def _wants_yes_or_no(proposition: Advice | None, words: str) -> bool:
    """Whether "yes" or "no" would be understood: the proposition was read whole and denies nothing itself."""
    if proposition is None or not proposition.polarity or proposition.value == "none":
        return False
    if proposition.kind == "validity":
        return isinstance(proposition.value, str) and VALIDITY.search(words) is not None
    return proposition.kind != "pair" or EDITS.search(words) is None


def _words(conversation: Conversation) -> str:
    return conversation.reading.tokens.text.lower if conversation.reading else ""


def course_codes(scenario: Scenario, today: date) -> tuple[str, ...]:
    """What a course of this technique is billed with: delivery, guidance if named, management, weekly physics."""
    day = scenario.last_day(today)
    delivery = delivery_level(scenario.on(day))
    managed = management(scenario.technique, scenario.fractions, day)
    named = tuple(code for code in scenario.codes if code not in managed)
    codes = ((delivery.code,) if delivery.code else delivery.candidates, named, managed, ("77336",))
    return tuple(dict.fromkeys(code for group in codes for code in group))


def _is_about_a_course(conversation: Conversation) -> bool:
    """Whether a technique and its fractions are told, no code is, and the question is what to bill."""
    reading, scenario = conversation.reading, conversation.scenario
    if reading is None or reading.tokens.codes or scenario.technique is None or scenario.fractions is None:
        return False
    whole = WHOLE.search(_words(conversation)) is not None
    wide = {"which_code", "coverage", "units", "unclear", "definition"} | ({"who_bills"} if whole else set())
    return set(conversation.intents) <= wide and (not reading.services or whole)


def codes_of_a_kind(scenario: Scenario, words: str, today: date) -> tuple[str, ...]:
    """Every code of the kinds that a technique or a word names, ended ones too; none where neither names any."""
    kinds = {known.category for code in codes() if (known := entry(code)) and known.category in words}
    if scenario.technique:
        candidates = delivery_level(scenario.on(scenario.last_day(today))).candidates
        kinds |= {known.category for code in candidates if (known := entry(code))}
    return tuple(code for code in codes() if (known := entry(code)) and known.category in kinds)


def _names_a_treatment(conversation: Conversation) -> bool:
    """ "What code for a vac-lok bag" names no treatment that a delivery level could be worked out for."""
    scenario = conversation.scenario
    told = scenario.codes or scenario.technique or scenario.isocenters or scenario.motion_management is not None
    return bool(told) or TREATMENT.search(_words(conversation)) is not None


def _attributed_to(conversation: Conversation) -> tuple[str, ...]:
    if conversation.reading is None:
        return ()
    return ANYBODY if DISPUTE.search(_words(conversation)) else conversation.reading.opinions
