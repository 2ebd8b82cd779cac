"""Names of persons, where a text introduces them: by a title, by "patient", or beside another identifier."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.reading.text import Text

_FIRST = """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony
    donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan
    jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander
    patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter
    noah jeremy christian keith roger terry sean austin gerald carl harold dylan arthur lawrence jordan
    jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy
    ralph bobby russell bradley philip eugene mary patricia jennifer linda elizabeth barbara susan jessica
    sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa
    deborah stephanie dorothy rebecca sharon laura cynthia amy kathleen angela shirley brenda emma anna
    pamela nicole samantha katherine christine helen debra rachel carolyn janet maria catherine heather
    diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah
    megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean
    alice judy isabella julia denise amber doris marilyn danielle beverly theresa diana brittany natalie
    kayla alexis lori jane luis carlos miguel jorge fatima mohammed muhammad ahmed wei ming priya raj anil
    jim bob mike tom tim dave steve ed fred frank harry ray earl clarence ernest stanley leonard mildred
    irene rose ethel lois norma edna phyllis eleanor bernice gladys
    kim bea deb carla pam lee sam pete ben dan matt chris nick alex josh zach max leo ivan igor omar ali hassan kumar sanjay ravi arun
    ken ron rick rob greg jeff phil doug chuck hank ted ned walt stan vince tony marco mario pedro diego pablo
    steph olga ana tina mel jen jenny kate katie becky liz beth meg sue jo jess mandy trish cathy kathy cindy
    wendy tracy stacy holly claire naomi nina elena irina svetlana natasha mei ling yuki aisha leila noor anita
    sunita deepa lakshmi rosa carmen lucia ines sofia chloe zoe ella lucy molly nora ingrid heidi greta petra
"""
FIRST_NAMES = frozenset(_FIRST.split())
# Words that follow "patient" or stand beside an identifier without being a name.
_ORDINARY = """
    a an the and or but of for with without to from in on at by as is was are were be been has have had
    having do does did done will would should can could may must not no yes who whom which what when where
    why how that this these those it its he she they we i you his her their our my your only just also still
    now then than so far if per each every all any some same other another new first second third last next
    one two three four five six seven eight nine ten twelve twenty thirty patient patients pt pts mr mrs ms
    dr md do np pa rn id number record chart account visit name named called date birth dob mrn ssn mbi
    phone fax email dos cpt hcpcs code codes modifier modifiers units unit bill billed billing bills claim
    claims charge charges medicare medicaid aetna cigna uhc united unitedhealthcare humana bcbs anthem
    highmark tricare optum part plan payer insurance commercial advantage ma mcr evicore evolent carelon
    primary secondary hospital outpatient inpatient freestanding office facility clinic center centre asc
    snf hopd campus pos professional technical global prostate breast lung brain spine bone met mets liver
    pancreas head neck rectal rectum anal cervix cervical skin bladder pelvis pelvic whole lymphoma
    endometrial esophagus esophageal thyroid larynx tongue tonsil chest wall left right bilateral node nodes
    cancer tumor tumour ca stage imrt vmat sbrt sabr srs igrt rt xrt ebrt hdr ldr brachy brachytherapy
    proton protons electron electrons photon photons sim simulation therapy radiation treatment treatments
    treated treating tx fx fxs fraction fractions session sessions daily weekly bid qd boost course courses
    dose doses gy cgy port films film image images portal imaging physics management delivery guidance
    planning device devices dosimetry weeks week day days today yesterday january february march april june
    july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    finished completed started stopped ended ongoing received receiving getting got gets needs needed need
    wants wanted seen came comes went missed total final end old year years yo male female man woman lady
    gentleman age aged status post care responsibility portion payment balance copay coverage eligible
    covered history chart note notes visit visits consult setup set up information info data safety
    statement question quick please help thanks hi hello hey question regarding about re concerning using
    under over after before during since until because denied denial appeal paid pay pays cover covers
    scheduled undergoing underwent switched changed moved died expired refused declined transferred
    palliative curative definitive adjuvant concurrent chemo chemotherapy surgery postop preop emergency
    consult referral order auth authorization hyperthermia superficial gating dibh motion single multiple
    isocenter isocenters level levels specific based related responsible population supposed planned
    prescribed with/without there here more less than too very
"""
_NO_NAME = frozenset(_ORDINARY.split())
_WORD = r"[A-Za-z][A-Za-z'\-]{0,24}"
_TITLE = re.compile(
    rf"(?<!\w)(?:Mr|Mrs|Ms|Miss|Mx|Dr|MR|MRS|mr|mrs|Mister|Sr|Sra)(?:\.\s?|"
    rf"\s)(?P<name>(?:[A-Z]\.\s?)?{_WORD}(?:\s{_WORD})?)"
)
_INTRODUCED = re.compile(
    rf"(?<!\w)(?P<by>(?:patient|pt\.?|pts|patient's|member|beneficiary|"
    rf"subscriber)(?:'s)?(?:\sname)?|name|named|patient called|re|regarding)(?:\s(?:is|was|named|"
    rf"called|name)|\s?[:#=\-,])?\s{{0,2}}(?P<name>{_WORD},?\s{_WORD}(?:\s{_WORD}\.?)?)",
    re.IGNORECASE,
)
_AFTER_IDENTIFIER = re.compile(
    rf"[\s,;:()\-]{{1,3}}(?:(?:is|for|name|patient|pt|belongs "
    rf"to)[\s:]{{1,2}}){{0,2}}(?P<name>{_WORD},?\s{_WORD})"
)
_BEFORE_IDENTIFIER = re.compile(
    rf"(?<!\S)(?P<name>{_WORD},?\s(?:[A-Za-z]\.?\s)?{_WORD})(?:\s[A-Za-z]\.?|'s)?[\s,;:()\-]{{1,3}}$"
)
_OWNER_OF_IDENTIFIER = re.compile(r"(?<!\w)(?P<name>[A-Z][a-z]{1,20})'s\s$")
_AFTER_PATIENT = re.compile(r"(?<!\w)(?:[Pp]atient|[Pp]t\.?)\s(?P<name>[A-Z][a-z'\-]{2,20})(?=\s[a-z\d]|[,;.]|$)")
# "Smith, J." and "J. Smith"; "Part B. Medicare" is none.
_WITH_INITIAL = re.compile(
    r"(?<![\w.])(?:(?P<a>[A-Z][a-z']{2,20}),\s[A-Z]\.(?!\w)|(?<!art )[A-Z]\.\s?(?P<b>[A-Z][a-z']{2,20})(?!\w))"
)
_REVERSED = re.compile(
    r"(?<![\w.])(?P<last>[A-Z][a-z']{1,20}),\s(?P<first>[A-Z][a-z]{1,15})(?!\w)(?:\s[A-Z]\.?(?!\w))?"
)
_FULL = re.compile(
    r"(?<![\w.])(?P<first>[A-Z][a-z]{1,15}|[A-Z]{2,15})\s(?:[A-Z]\.?\s)?(?P<last>(?:Mc|Mac|O'|D'|"
    r"De|Van )?[A-Z][a-z']{1,20}|[A-Z]{2,20})(?!\w)"
)


def person_names(text: Text, identifiers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Spans of names in `text.plain`; `identifiers` marks the characters of other identifiers."""
    for match in _TITLE.finditer(text.plain):
        if kept := _kept(match["name"], match.start("name"), needs=1, title=True):
            yield match.start(), kept[1]
    for match in _INTRODUCED.finditer(text.plain):
        needs_capital = match["by"].lower() in ("re", "regarding")
        if (kept := _kept(match["name"], match.start("name"), needs=2)) and not (
            needs_capital and match["name"].islower()
        ):
            yield kept
    for match in _FULL.finditer(text.plain):
        if match["first"].lower() in FIRST_NAMES and match["last"].lower() not in _NO_NAME:
            yield match.span()
    for match in _REVERSED.finditer(text.plain):
        if match["first"].lower() in FIRST_NAMES and match["last"].lower() not in _NO_NAME:
            yield match.span()
    for match in _AFTER_PATIENT.finditer(text.plain):
        if match["name"].lower() not in _NO_NAME:
            yield match.span("name")
    for match in _WITH_INITIAL.finditer(text.plain):
        # "A. Append 26" is a list; "J. Doe" is a name where other identifiers stand in the text.
        name = match["a"] or match["b"]
        if name.lower() not in _NO_NAME and (match["a"] or any(identifiers)):
            yield match.span()
    yield from _beside(text, identifiers)


def _beside(text: Text, identifiers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """A name right after a record number, or right before a birth date."""
    edges = [at for at in range(1, len(identifiers)) if identifiers[at] != identifiers[at - 1]]
    if identifiers and identifiers[-1]:
        edges.append(len(identifiers))
    for edge in edges:
        if identifiers[edge - 1]:
            match = _AFTER_IDENTIFIER.match(text.plain, edge)
        else:
            match = _BEFORE_IDENTIFIER.search(text.plain, max(0, edge - 50), edge)
            owner = _OWNER_OF_IDENTIFIER.search(text.plain, max(0, edge - 30), edge)
            if owner and owner["name"].lower() not in _NO_NAME:
                yield owner.span("name")
        if match and (kept := _kept(match["name"], match.start("name"), needs=2)):
            yield kept


def _kept(name: str, start: int, needs: int, title: bool = False) -> tuple[int, int] | None:
    """The leading words that can be a name; lower case only with a known first name."""
    words = list(re.finditer(r"[A-Za-z][A-Za-z'\-]*\.?", name))
    kept: list[re.Match[str]] = []
    for word in words:
        plain = word.group().strip(".").lower()
        if plain in _NO_NAME or plain.endswith("n't"):
            break
        if title and kept and not word.group()[0].isupper():
            break
        kept.append(word)
    if len(kept) < needs:
        return None
    capital = all(word.group()[0].isupper() for word in kept)
    if not capital and not title and not any(word.group().lower() in FIRST_NAMES for word in kept[:2]):
        return None
    return start, start + kept[-1].end()
