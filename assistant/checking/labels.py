"""Labels and table cells as the sentences they stand for: "Modifier: none" says "no modifier"."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re

from assistant.checking.sentences import Sentence
from assistant.reading.patterns import Seldom

LABEL = Seldom(
    r"^\s*(?:[-*+•>–]\s+|\d{1,2}[.)]\s+)?[*_]{0,2}(?P<label>[A-Za-z][A-Za-z /()'&#-]{1,38}\??)[*_]{0,2}\s?(?::|(?<=\?))\s?[*_]{0,2}\s*(?P<value>\S.*)$",
    *":?",
    flags=re.S,
)
NOTHING = re.compile(
    r"^(?:none|no|n/?a|not applicable|nil|not needed|not required|-{1,3}|—|–|0|no modifier|neither)\.?$", re.I
)
YES = re.compile(r"^(?:yes|y|true|✓|✔|always)\b[.,;]?\s*", re.I)
NO = re.compile(r"^(?:no|none|nil|n|false|never|not)\b[.,;]?\s*", re.I)
MATTERS: tuple[tuple[re.Pattern[str], str, str, str], ...] = tuple(
    (re.compile(pattern, re.I), nothing, yes, no)
    for pattern, nothing, yes, no in (
        (r"\bmod(?:ifier)?s?\b", "no modifier", "", "no modifier"),
        (
            r"separate|payable|\bpaid\b|\bpays?\b|payment|reimburs|covered",
            "not separately payable",
            "separately payable",
            "not separately payable",
        ),
        (r"bundled|packaged", "not bundled", "bundled", "not bundled"),
        (r"\b(?:valid|active|in force|still a code|exists)\b", "not valid", "valid", "not valid"),
        (
            r"\b(?:billable|reportable|can (?:i|we|you) bill|bill\??$|report\??$)",
            "not billable",
            "billable",
            "not billable",
        ),
        (r"\bunits?\b|\bqty\b|quantity|\bcount\b", "no units", "", "no units"),
        (r"^\W*(?:ncci |ptp |hospital )?(?:edit|pair)\W*$", "no edit", "edit", "no edit"),
        (r"together|same (?:day|date)|both", "not together", "together", "not together"),
    )
)
CODE_HEADER = re.compile(r"\b(?:code|cpt|hcpcs|service|procedure|item)\b", re.I)
UNITS_HEADER = re.compile(r"\b(?:units?|qty|quantity|count|total|#)\b|^#", re.I)
RESULT_HEADER = re.compile(r"^(?:results?|outcome|value|figure|finding)$", re.I)
# Columns of figures as the tables of Medicare print them, and how their cells are said.
FIGURES: tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...] = (
    (re.compile(r"\bmai\b|adjudication", re.I), re.compile(r"([123])"), "MAI {told}"),
    (re.compile(r"^(?:delivery )?level$", re.I), re.compile(r"(?:level )?([123])", re.I), "level {told}"),
    (re.compile(r"\bstatus\b|\bSI\b"), re.compile(r"([A-Z]\d?)"), "{label} {told}"),
    (re.compile(r"\bapc\b", re.I), re.compile(r"(?:APC )?(\d{4})"), "APC {told}"),
)
# "Payment: under OPPS 77770 is status S": a word for what the sentence behind it is about.
TOPIC = re.compile(r"^(?:payment|modifiers?|units?|count|bundling|coding|billing|pairs?|edits?|limits?)$", re.I)
STATEMENT = re.compile(
    r"(?:\d{5}|[A-Z]\d{4})(?:-\w\w)? (?:is|has|takes|needs|pays|carries|does|can|may|must|goes|covers|counts|belongs)\b"
)
# Units of less than the course, or a limit: never the total.
OF_A_PART = re.compile(
    r"\b(?:extra|additional|further|added|left ?over|remaining|per|a day|each|max(?:imum)?|most|limit|mue|daily|date|line|before|previous)\b",
    re.I,
)
BARE_NUMBER = re.compile(r"^[x×]?\s?\d+(?:\s?x)?$", re.I)
MODIFIER_HEADER = re.compile(r"\bmod(?:ifier)?s?\b", re.I)
SILENT_HEADER = re.compile(
    r"\b(?:frequency|how often|notes?|comments?|rule|answer|status|payer|setting|date|dos|when|period|why|basis|reason|verdict|ruling|description|what|explanation|remarks?|details?|validity|component|treatment|technique|criteri(?:on|a)|medicare rule|bottom line|short answer|summary|bundling)\b|^$",
    re.I,
)


def labelled(label: str, value: str) -> str:
    """What "label: value" says, as words the reader of clauses knows."""
    value = value.strip()
    label = label.strip(" *_:")
    if OF_A_PART.search(label) and UNITS_HEADER.search(label) and BARE_NUMBER.match(value):
        number = value.strip("xX× ")
        return f"{number} {label}" if re.match(r"units? (?:per|on|a|each)\b", label, re.I) else f"{label}: {number}"
    for pattern, nothing, yes, no in MATTERS:
        if not pattern.search(label):
            continue
        if NOTHING.match(value):
            return nothing
        if yes and (match := YES.match(value)):
            return _with_rest(yes, value[match.end() :])
        if match := NO.match(value):
            rest = value[match.end() :]
            if not rest or not rest.lstrip().lower().startswith(
                ("more", "modif", "unit", "separate", "additional", "extra", "charge")
            ):
                return _with_rest(no, rest)
    if UNITS_HEADER.search(label) and BARE_NUMBER.match(value):
        return f"{value.strip('xX× ')} units"
    if MODIFIER_HEADER.search(label) and re.match(r"^-?(?:\d\d|[A-Za-z]{2})\b", value):
        return f"modifier {value.lstrip('-')}"
    if re.search(r"\bindicator\b", label, re.I) and re.match(r"\d\b", value):
        return f"{label} {value}"
    if re.search(r"\bmue\b", label, re.I) and re.match(r"\d", value):
        own = re.sub(r"\s*\b(?:per|a|each) (?:date|day|dos)\b.*", "", label)
        figures = re.sub(r"[ (]+(MAI ?\d)[)]?", r", \1", value)
        return f"{own} {figures}"
    for header, figure, said in FIGURES:
        if header.search(label) and (told := figure.fullmatch(value)):
            return said.format(label=label, told=told[1])
    if SILENT_HEADER.search(label) or (TOPIC.match(label) and STATEMENT.search(value)):
        return value
    return f"{label}: {value}"


def _with_rest(said: str, rest: str) -> str:
    rest = rest.strip(" ,;.-—–()")
    return f"{said}, {rest}" if rest else said


def as_words(sentence: Sentence) -> str:
    """The sentence's words for the reader; rows and labels are spelled out."""
    if sentence.cells:
        return _row(sentence)
    if sentence.shape == "heading" or sentence.opens_list:
        return sentence.text
    match = LABEL.match(sentence.text)
    if (match and len(match["label"].split()) <= 6 and any(p.search(match["label"]) for p, *_ in MATTERS)) or (
        match and SILENT_HEADER.search(match["label"])
    ):
        assert match is not None
        return labelled(match["label"].rstrip("?"), match["value"].strip("*_ "))
    return sentence.text


def _row(sentence: Sentence) -> str:
    """ "| 77427 | 6 |" under "Code | Units" says "77427; 6 units". Each cell carries its column's header."""
    said: list[str] = []
    for at, (header, written) in enumerate(sentence.cells):
        cell = written.strip(" *_")
        if not cell or (re.fullmatch(r"[-—–]+", cell) and not MODIFIER_HEADER.search(header)):
            continue
        if at == 0 or CODE_HEADER.search(header) or not header:
            said.append(cell)
            continue
        if re.fullmatch(r"(?:cpt |hcpcs )?(?:\d{5}|[A-Z]\d{4})", header.strip(" *_"), re.I):
            label = sentence.cells[0][1].strip(" *_")
            if at == 1:
                said.clear()
            said.append(
                f"{header.strip(' *_')}: {labelled(label, cell) if not re.match(r'(?:one |1 )?(?:unit )?per$|frequency', label, re.I) else 'per ' + cell}"
            )
            continue
        if RESULT_HEADER.match(header.strip(" *_")) and said and not re.search(r"\d{5}|[A-Z]\d{4}", said[-1]):
            said[-1] = f"{said[-1]}: {cell}"  # "| Left over | 2 |" under "Step | Result"
            continue
        phrase = labelled(header, cell)
        said.append(phrase if phrase != f"{header.strip(' *_:')}: {cell}" else f"for {header.strip(' *_:')}, {cell}")
    return "; ".join(said)
