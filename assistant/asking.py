"""What a conversation's last question wants of the rules, and for which cases."""

from __future__ import annotations

import re

from assistant.amounts_asked import APC, of_an_amount
from assistant.cases import is_apart
from assistant.checking.advice import Advice
from assistant.checking.clean import gives_orders
from assistant.claim_asked import claim_asked
from assistant.comparing import compared, runs_over_the_change
from assistant.conversation import Conversation
from assistant.courses import codes_of_a_kind, course_codes
from assistant.decision import ANYBODY, Asked
from assistant.frequency_asked import frequency_asked
from assistant.modifiers_asked import (
    OF_A_VISIT_ALONE,
    has_a_visit,
    is_of_a_specialty,
    is_of_global,
    is_of_global_days,
    is_of_staff,
    is_open,
    modifiers_asked,
    tells_why,
    without_what_is_only_told,
)
from assistant.put_otherwise import put_otherwise, same_letter
from assistant.reading.bare import OF_FIELDS, PAYMENT, is_about_a_limit, is_about_one_date, told_units
from assistant.reading.billers import HOSPITAL_IS_PAID
from assistant.reading.counted_facts import names_its_number
from assistant.reading.indicators import read_indicators
from assistant.reading.intent_words import DEFINITION
from assistant.reading.kinds_told import IS_PAID, kinds_told
from assistant.reading.levels_asked import idle_reasons, level_led_to
from assistant.reading.liability import OF_A_LIMIT, is_about_liability
from assistant.reading.subjects import is_about_the_level, subject_codes, subject_turn
from assistant.reading.visits import is_afterwards
from assistant.rules.code_sets import BEAM, SURFACES
from assistant.rules.level import LEVELS
from assistant.scenario import Scenario
from corpus.rulebook import entry

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
AS_PART = re.compile(
    r"\b(?:bundl\w*|inclu(?:ded|sive)|incidental|part of|another (?:service|procedure)|n(?:19|20)|m(?:15|80)|"
    r"ncci|cci|edits?)\b"
)
# Of a denial: that too many units were billed.
OF_NUMBERS = re.compile(r"\bn362\b|\b(?:too many|excess(?:ive)?|over the (?:max\w*|number)) (?:of )?units\b")
AUTHORIZATION = re.compile(r"\b(?:prior ?-?auth\w*|pre-?auth\w*|pre-?cert\w*|authori[sz]\w+|auth)\b")
TREATMENT = re.compile(
    r"\b(?:deliver\w*|levels?|treat\w*|tx|fields?|beams?|isocent\w*|gat(?:ed|ing)|dibh|fractions?|fx|irradiat\w*|"
    r"radiation|course|brain|boost|electrons?|photons?)\b"
)
DISPUTE = re.compile(r"\b(?:disagree\w*|conflict\w*|contradict\w*|disput\w*)\b")


def asked_in(conversation: Conversation) -> Asked:
    """The matters, codes and modifiers to decide; a professional bill's code is asked for its modifier as well."""
    if claim := claim_asked(conversation):
        return claim
    words = _words(conversation)
    of_staff, of_global_days = is_of_staff(words), is_of_global_days(words)
    if is_apart(conversation):
        yes_no = _wants_yes_or_no(conversation.proposition, words)
        return Asked(frozenset({"pair"}), conversation.scenario.codes, yes_no=yes_no, apart=True)
    if is_about_liability(words):
        of_a_limit = OF_A_LIMIT.search(words) is not None
        return Asked(frozenset({"liability"}), conversation.scenario.codes, of_a_limit=of_a_limit)
    scenario, proposition = conversation.scenario, conversation.proposition
    matters: set[str] = {intent for intent in conversation.intents if intent != "unclear"}
    if of_staff and len(scenario.codes) == 1 and not matters & {"supervision", "documentation"}:
        matters |= {"who_bills"}  # "the NP saw the patient all week, 77427?": whose examination it takes
    if of_specialty := is_of_a_specialty(words) and bool(set(scenario.codes) & {"77436", *SURFACES, "77439"}):
        matters = {"who_bills"} if matters <= {"who_bills", "modifier", "coverage", "validity"} else matters
    subject = subject_turn(conversation.reading, conversation.named)
    of_the_level = is_about_the_level(subject, conversation.intents)
    codes = subject_codes(subject, scenario, conversation.intents, conversation.today)
    if of_the_level:
        matters = {"which_code"}
    if _is_about_a_course(conversation):
        whole = course_codes(scenario, conversation.today)
        return Asked(frozenset({"units", "which_code"}), whole, by_name=frozenset(whole))
    if runs_over_the_change(conversation):
        return Asked(frozenset({"each_by_date"}), ())
    explained = read_indicators(conversation.reading.tokens.text) if conversation.reading else ()
    if in_both := same_letter(conversation):
        return Asked(frozenset({"indicator", "coverage"}), scenario.codes, indicators=in_both)
    if explained and _wants_them_explained(conversation):
        return Asked(frozenset({"indicator"}), (), indicators=explained)
    if conversation.intents[0] == "price":
        return of_an_amount(conversation)
    of_visit = has_a_visit(scenario, words)
    if reason := conversation.visit_reason:
        wanted = frozenset({"visit"}) if reason == "open" else frozenset()
        return Asked(wanted, ("77427",), of_visit=True, visit_reason="" if reason == "open" else reason)
    ours = any(entry(code) for code in scenario.codes)
    if of_visit and not ours and matters <= OF_A_VISIT_ALONE:
        if is_afterwards(words):
            return Asked(frozenset(), ("77427",), of_visit=True, of_global_days=True, afterwards=True)
        wanted = frozenset() if tells_why(words) else frozenset({"visit"})
        return Asked(wanted, ("77427",), of_visit=True)
    matters = without_what_is_only_told(matters, scenario, words)
    if of_global_days:
        matters.discard("definition")
    guessed = not matters and not of_global_days
    if guessed:
        matters = _likely_matters(scenario)
    if guessed and matters == {"definition"} and set(codes) <= set(SURFACES) and scenario.kilovolts is not None:
        # "77438 for 100 kV?" asks whether the energy is its own.
        guessed, matters, codes = False, {"which_code"}, SURFACES
    if (side_by_side := compared(conversation, matters)) is not None:
        guessed, matters = False, side_by_side
    of_the_case = codes and matters <= {"coverage", "which_code", "who_bills"}
    if scenario.fractions is not None and of_the_case and not PAYMENT.search(words):
        matters.add("units")
    if AUTHORIZATION.search(words):
        matters = (matters - {"coverage", "validity", "units"}) | {"authorization"}
        matters.discard("documentation")  # "need a new auth" asks for no record
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
    if "who_bills" in matters and scenario.biller == "facility":
        matters.add("coverage")  # how the hospital's own bill treats it
    if scenario.codes and HOSPITAL_IS_PAID.search(words):
        matters = (matters - {"who_bills", "validity", "definition", "which_code"}) | {"coverage"}
    if "which_code" in matters and not _names_a_treatment(conversation):
        matters.discard("which_code")
    if matters == {"units"} and not codes and scenario.technique in BEAM and _is_of_the_code(words):
        matters.add("which_code")
    if "52" in scenario.modifiers and {"77427", "77336"} & set(codes):
        matters.add("frequency")  # what becomes of fractions left over, which nothing is to be marked for
    if "what_changed" in matters and not scenario.codes:
        return Asked(frozenset(matters), codes_of_a_kind(scenario, words, conversation.today))
    if "pair" in matters:
        matters.discard("validity")
    if (
        "which_code" in matters
        and scenario.biller == "professional"
        and any(_splits(code, conversation) for code in codes)
    ):
        matters.add("modifier")
    tokens = conversation.reading.tokens if conversation.reading else None
    modifiers = modifiers_asked(scenario, words, scenario.last_day(conversation.today))
    if not codes and modifiers == ("50",) and TREATMENT.search(words):
        codes, matters = LEVELS, {"modifier"}  # both sides of a treatment: its delivery is meant
    if modifiers == ("50",) and "modifier" in matters and len(codes) == 1 and (scenario.isocenters or 1) == 1:
        matters.add("frequency")  # two sides are no two units
    of_global = "modifier" in matters and is_of_global(words)
    is_level = of_the_level and tokens is not None and level_led_to(tokens) is not None
    told = told_units(tokens) if tokens and not gives_orders(tokens.text.plain) else {}
    of_fields = scenario.fields is not None and set(codes) & OF_FIELDS
    if (told or of_fields) and matters == {"coverage"} and not IS_PAID.search(words):
        matters = {"units"}  # "can I bill 77334 x 4" asks whether so many may be billed
    between = tokens is not None and any(one.link == "or" for one in tokens.codes[1:])
    choice = between and set(codes) <= set(LEVELS) and not PAYMENT.search(words)
    if tokens and matters == {"coverage"} and (choice or names_its_number(tokens)) and not IS_PAID.search(words):
        matters = {"which_code"}  # "can I bill 77316 for 95 seeds" asks whether it is the code for so many
    matters, codes = put_otherwise(conversation, matters, codes)
    matters, codes, told, wants_word, often = frequency_asked(conversation, matters, codes, told)
    of_a_day = bool(told) and scenario.dos is not None and scenario.dos.is_day
    return Asked(
        matters=frozenset(matters),
        codes=codes,
        modifiers=modifiers if "modifier" in matters else (),
        yes_no=not (of_global or is_open(words)) and (_wants_yes_or_no(proposition, words) or wants_word or is_level),
        denies=proposition is not None and proposition.value == "invalid",
        frequency=str(proposition.value)
        if proposition is not None and proposition.kind == "frequency" and not of_the_level
        else "",
        attributed_to=_attributed_to(conversation),
        indicators=tuple(one for one in explained if one.kind == ("mai" if matters == {"limits"} else "reason")),
        reviewers=conversation.reading.administrators if conversation.reading else (),
        told_units=tuple(told.items()),
        of_a_limit=tokens is not None and is_about_a_limit(tokens),
        of_one_date=of_a_day or (tokens is not None and is_about_one_date(tokens)),
        of_global=of_global,
        idle=idle_reasons(tokens) if tokens and (of_the_level or set(codes) & set(LEVELS)) else (),
        by_name=frozenset(codes) - {one.code for one in tokens.codes} if tokens else frozenset(),
        **kinds_told(words),
        of_apcs=APC.search(words) is not None,
        of_visit=of_visit,
        denied_as_part="denial" in matters and AS_PART.search(words) is not None,
        denied_for_number="denial" in matters and OF_NUMBERS.search(words) is not None,
        of_staff=of_staff or of_specialty,
        of_global_days=of_global_days,
        guessed=guessed,
        **often,
    )


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
    told = scenario.technique or scenario.motion_management
    return {"definition"} if scenario.codes else {"which_code"} if told else set()


def _wants_yes_or_no(proposition: Advice | None, words: str) -> bool:
    """Whether "yes" or "no" would be understood: the proposition was read whole and denies nothing itself."""
    if proposition is None or not proposition.polarity or proposition.value == "none":
        return False
    if proposition.kind == "validity":
        return isinstance(proposition.value, str) and VALIDITY.search(words) is not None
    return proposition.kind != "pair" or EDITS.search(words) is None


def _words(conversation: Conversation) -> str:
    return conversation.reading.tokens.text.lower if conversation.reading else ""


def _is_about_a_course(conversation: Conversation) -> bool:
    """Whether a technique and its fractions are told, no code is, and the question is what to bill."""
    reading, scenario = conversation.reading, conversation.scenario
    if reading is None or reading.tokens.codes or scenario.technique is None or scenario.fractions is None:
        return False
    whole = WHOLE.search(_words(conversation)) is not None
    if not whole and is_about_the_level(reading, conversation.intents):
        return False
    wide = {"which_code", "coverage", "units", "unclear", "definition"} | (
        {"who_bills", "frequency"} if whole else set()
    )
    return set(conversation.intents) <= wide and (not reading.services or whole)


def _is_of_the_code(words: str) -> bool:
    """ "2026 code and units?": the code is asked beside its number."""
    return re.search(r"\b(?:codes?|cpt|deliver\w*|level|tx)\b", words) is not None


def _names_a_treatment(conversation: Conversation) -> bool:
    """ "What code for a vac-lok bag" names no treatment that a delivery level could be worked out for."""
    scenario = conversation.scenario
    told = scenario.codes or scenario.technique or scenario.isocenters or scenario.motion_management is not None
    return bool(told) or TREATMENT.search(_words(conversation)) is not None


def _splits(code: str, conversation: Conversation) -> bool:
    """Whether the physician bills a part of the code, so that a modifier may mark it."""
    known = entry(code)
    day = conversation.scenario.last_day(conversation.today)
    held = known.pc_tc_on(day) if known else None
    return held is not None and held.pc_tc == "1"


def _attributed_to(conversation: Conversation) -> tuple[str, ...]:
    if conversation.reading is None:
        return ()
    return ANYBODY if DISPUTE.search(_words(conversation)) else conversation.reading.opinions
