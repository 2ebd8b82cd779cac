"""What one unit is, and why a course has so many: "the billing unit of 77523 is the session", "one plan for both"."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.plainly.idiom import CODE, NUMBER, Idiom, idiom

_THING = (
    r"(?:(?:treatment |simulation |delivery |treated |daily |single |whole |entire |complete )*"
    r"(?:session|course|plan|fraction|device|calculation|simulation|visit|day|date|image|film|field|arc|site|lesion|patient)s?)"
)
_NAMED_UNIT = r"(?:the )?(?:billing |billable |reporting |reported |charge |charging )?units?(?: of (?:service|billing|charge|reporting|payment))?"
_FULL_WEEK = r"(?:full|whole|complete|entire) (?:treatment |billing |billable )?(?:week|unit|set|block)(?: of five(?: fractions| treatments| sessions)?)?"


def _is_billed_once(found: re.Match[str]) -> str:
    """ "The unit of 77523 is (not) the session": how often the code is billed."""
    return f"{found['lead']}{found['code']} is {'not ' if found['no'] else ''}billed once per {found['thing']}"


OF_UNITS: tuple[Idiom, ...] = (
    idiom(
        "unit units",
        rf"^(?P<lead>\W*(?:yes, |no, |for medicare, |under medicare, |in \d{{4}},? )?){_NAMED_UNIT} (?:for|of) (?P<code>{CODE}) (?:is|are) (?P<no>not )?(?:(?:the |one |an? |each |every |per )(?:single )?|(?={NUMBER} ))(?P<thing>{_THING}|(?:the )?calendar week|{NUMBER} (?:fractions|sessions|treatments))(?=[.,;:]|$| (?:of treatment|for medicare|in 20))",
        _is_billed_once,
    ),
    idiom(
        "describes",
        r"(?P<code>(?:CPT )?(?:code )?(?:7737[12]|77432)) describes (?:a|the|one) (?:complete|whole|entire|full) course of (?:stereotactic |cranial )*(?:radiosurgery|treatment)(?= (?:in (?:one|a single) session|consisting of (?:one|1|a single) session)?[.,;:]?)",
        r"\g<code> covers a complete course",
    ),
    idiom(
        "describes",
        rf"(?P<code>{CODE}) describes (?:a|the) (?:complete|whole|entire|full) course(?: of treatment)?(?=[.,;:]|$)",
        r"\g<code> covers the whole course",
    ),
    idiom(
        "level",
        r"(?P<often>\b(?:once|one unit) per (?:treatment |delivery )?(?:session|fraction)),? (?:using|with|at) (?:only )?one (?:delivery )?level(?: only)?(?=[.;]|$)",
        r"\g<often>; only one level is billed per session",
    ),
    idiom(
        "unique",
        r"\b(?P<each>for (?:each|every)|per) unique (?=(?:(?:complex|intermediate|simple|custom|treatment) )?(?:device|block|calculation|plan|field|beam|arc|angle)\b)",
        r"\g<each> ",
    ),
    # "the last three count as a full week": as one unit
    idiom("count counts", rf"\b(?P<count>counts?) as (?:an?|one) {_FULL_WEEK}(?=[.,;:)]|$)", r"\g<count> as one unit"),
    idiom("ultrasound", r"\bultrasound (?P<code>add-on (?:code )?77439)\b", r"ultrasound guidance \g<code>"),
    idiom("ultrasound", r"\bultrasound code (?=77439\b)", r"ultrasound guidance code "),
    idiom(
        "multiply",
        r"\b(?P<no>does not|doesn't|doesn’t|do not|don't|don’t) multiply (?:by|with) (?:the |each |every )?(?:number of )?(?:gantry |beam |treatment |port )?(?P<thing>angle|field|image|film|site|beam|lesion|arc|fraction|session)s?(?=[.,;:]|$)",
        r"\g<no> depend on the number of \g<thing>s",
    ),
    idiom(
        "follow follows track tracks match matches",
        r"(?P<no>\b(?:does not|doesn't|doesn’t|do not|don't|don’t)) (?:follow|track|match) the calendar(?: weeks?)?(?=[.,;:?]|$)",
        r"\g<no> depend on the calendar",
    ),
)
