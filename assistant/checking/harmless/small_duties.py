"""Small duties beside the claim: what to keep, count or look up, and that national rates differ by place.

Closed vocabularies again: nothing here can bill, pay, deny, count units or name a code or a modifier.
"""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

import re

from assistant.checking.harmless.record_duties import is_record_duty

# Things of the record that `record_duties` does not know by name: said there as "data" or "images".
_THINGS = re.compile(
    r"\b(?:(?:4-d|4d|planning|ct|image) )*(?:data ?sets?|scans?)\b|\b(?:breathing|respiratory|motion) (?:traces?|curves?|waveforms?)\b"
    r"|\b(?:physician|physicist) presence\b|\b(?:source|seed) (?:handling|loading|inventory)\b"
)
_DETERMINER = r"(?:the |your |all |both |a |each )?(?:signed |dated |written |complete |original )?"
_KEPT = (
    r"(?:(?:data ?sets?|(?:4-d|4d|ct|planning) scans?|(?:breathing|respiratory|motion) traces?|(?:plan|dose) comparisons?|(?:approval|denial|carry-over) (?:letters?|notices?)"
    r"|(?:treatment|session) (?:calendars?|dates|logs?)|(?:source|physics|shift|beam) logs?|(?:authorization|approval|reference) (?:numbers?|letters?)|payer'?s? notices?|screenshots?|printouts?|worksheets?|handling|examinations?|exams?))"
)
_LOOKED = (
    r"(?:(?:(?:the|any|for|for any|for the) )?(?:latest |quarterly |annual |current |new )*(?:updates?|file|files|addendum|addenda|release|releases)(?: for (?:changes|updates))?"
    r"|(?:the |all )?(?:service |session |treatment )?dates(?: of service)?(?: on (?:each|every|the) (?:claim )?lines?| on the claim)?"
    r"|(?:the )?(?:20\d\d |current |quarterly |ncci )*(?:edits|edit files?|tables?)|the payer's (?:notice|letter|bulletin)(?: (?:from|of) \w+ 20\d\d)?)"
)
_COUNTED = r"(?:the )?(?:fractions|sessions|treatments|isocenters|planned fractions)(?: of the course| in the record| in the treatment record)?(?: first| before (?:choosing|you choose|deciding|you decide))?"
_LEAD = r"(?:(?:please|always|also|and|just|then|so|let me|let us|let's|do|remember to|be sure to|make sure to) )*"
_FORMS = tuple(
    re.compile(rf"^{_LEAD}{form}$")
    for form in (
        rf"(?:keep|save|archive|store|retain|document|date|date and sign|sign and date) {_DETERMINER}{_KEPT}(?: and {_DETERMINER}{_KEPT})?(?: handy| at hand| on file| on hand)?(?: in case (?:a line|a claim|it) is (?:refused|denied|questioned))?",
        rf"(?:check|check for|look at|look for|look up|review|watch|watch for|pull|use|compare) {_LOOKED}(?: when you load (?:the )?rates)?",
        rf"count {_COUNTED}",
    )
)
_PLACE = re.compile(
    r"\b(?:wage(?: index|-adjust\w+)?|geographic|localit(?:y|ies)|national|conversion factor|gpcis?|wage-adjusted)\b"
)
_RATES = frozenset(
    """the a your these those all of for with by to and before after on
    rates rate amounts amount figures figure payment payments are is national unadjusted local actual differ differs vary varies depend depends
    wage index wage-adjusted adjustment adjustments adjust adjusted geographic area region locality localities gpci gpcis conversion factor
    remember ask finance multiply apply applies note that will may can from place""".split()
)


def is_small_duty(plain: str) -> bool:
    """Whether the sentence (lower case, without its end) keeps, counts or looks up something, or tells that rates are local."""
    if any(form.match(plain) for form in _FORMS):
        return True
    named = _THINGS.sub("data", plain)
    if named != plain and is_record_duty(named):
        return True
    words = re.findall(r"[^\s,:;]+", plain)
    return 3 <= len(words) <= 16 and bool(_PLACE.search(plain)) and all(word in _RATES for word in words)
