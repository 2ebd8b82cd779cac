"""Common names of services and the codes they stood for, by date and setting.

A name is no code: "IMRT delivery" was 77385 in a hospital and G6015 in an office through 2025, and is a level of
treatment delivery from 2026. So a name yields candidates, and a date and a setting choose among them.
"""

from __future__ import annotations

import re
from datetime import date

from assistant.reading.channels import channels_told
from assistant.reading.fixed import fixed
from assistant.reading.lexicon import Found
from assistant.reading.machines import machine_of
from assistant.reading.patterns import Seldom
from assistant.reading.service_codes import CANDIDATES, Candidate
from assistant.reading.service_names import NAMES
from assistant.reading.text import Text
from assistant.scenario import Period

__all__ = ["CANDIDATES", "Candidate", "ServiceMention", "find_services"]


@fixed
class ServiceMention:
    """A service as named; `start` and `end` count in `Text.plain`."""

    name: str
    candidates: tuple[Candidate, ...]
    start: int
    end: int
    bare: str = ""  # "delivery", "management": the technique, also one said earlier, decides which

    def of(self, technique: str | None, machine: str | None = None) -> ServiceMention:
        """The same mention, a bare "delivery" read as that of the technique on its machine."""
        if not self.bare or technique is None:
            return self
        name = _by_technique(self.bare, technique)
        if name == "SRS delivery":
            name = RADIOSURGERY.get(machine or "", name)
        return ServiceMention(name, CANDIDATES[name], self.start, self.end, self.bare)

    def codes(self, dos: Period | None, setting: str | None, today: date) -> tuple[str, ...]:
        """The codes that fit the dates of service (today when none is said) and the setting."""
        period = dos or Period(today, today)
        fitting = [one for one in self.candidates if one.start <= period.end and period.start <= one.end]
        here = [one for one in fitting if not setting or not one.settings or setting in one.settings]
        return tuple(dict.fromkeys(one.code for one in here or fitting))


RADIOSURGERY = {"cobalt": "cobalt radiosurgery", "linac": "linear accelerator radiosurgery"}
CHANNELS = {1: "1 channel", 12: "2 to 12 channels"}  # the most channels that each code of afterloading takes
PARTING_KV, HIGHEST_KV = 150, 500  # what the rule book says 77437 and 77438 are for
_KILOVOLTS = re.compile(r"\b(?P<kv>\d{1,4})\s?kvp?\b")
_WITHOUT = re.compile(r"\b(?:no|without|w/o) (?:an? )?$")
_IMPLANTED = Seldom(
    r"\b(?:brachy\w*|implants?|implanted|seeds?|tandem|cylinder|afterload\w*)\b",
    *"brachy implant seed tandem cylinder afterload".split(),
)
_SKIN = re.compile(r"\b(?:skin|bcc|scc|surface applicators?|leipzig|valencia|freiburg)\b")
_FIELD_IN_FIELD = Seldom(r"\bfield[- ]in[- ]field\b|\bfif\b", "field", "fif")
_SHAPES = re.compile(
    r" (?:segments?|block\w*|shaped?|carriage|subfields?|shapes?|apertures?|patterns?|leaf positions?)\b"
)
# "Measured on 5 ports", "a 4 port plan": ports that are fields, and no images of them.
_OF_FIELDS = re.compile(
    r"\b(?:on|for|with|of|from|over|via|through|a|using) (?:\d{1,2}|two|three|four|five|six)[ -]ports?$"
)
_NEXT_LEVEL = re.compile(r"\s?(?:or|vs\.?|versus|and|/|to|-)\s?(?P<n>[123])(?![\w.])")


def find_services(text: Text, technique: str | None = None) -> list[ServiceMention]:
    """Every service named; a bare "delivery" or "management" is that of the technique."""
    told = [one for one in NAMES.find(text) if not _left_out(text, one)]
    if technique in ("2d", "3d") or _FIELD_IN_FIELD.search(
        text.lower
    ):  # its leaves shape fields and are no IMRT device
        told = [one for one in told if one.value != "MLC device" or "imrt" in text.lower[one.start : one.end]]
    named = _on_its_machine(text, [_mention(one, technique) for one in told])
    precise = [set(one.candidates) for one in named if not one.bare]
    # "Linac SRS delivery": the bare word names again, less precisely, what has a name already.
    named = [one for one in named if not (one.bare and any(codes < set(one.candidates) for codes in precise))]
    if technique in ("hdr", "ldr") or _IMPLANTED.search(text.lower):
        named = _renamed(named, "isodose plan", "brachytherapy isodose plan")
    if technique == "superficial":
        named = _at_its_energy(text, named)
    if technique == "hdr" and _SKIN.search(text.lower):
        named = _renamed(named, "HDR delivery", "skin HDR delivery")
    elif technique == "hdr":
        named = _with_its_channels(text, named)
    return [each for one in named for each in (one, *_next_level(text, one))]


# "SRS, physician code?" asks for management; "the physician's codes are 77387 and 77427" tells of others.
_WHOSE_CODE = re.compile(r"\b(?:md|doc|doctor|physician)(?:['’]?s)? codes?$")
_ASKED_FOR = re.compile(r"\s*(?:[?,;:.+&]|$|for\b|and\b|then\b)")


def _left_out(text: Text, one: Found[str]) -> bool:
    """ "no bolus", "3 MLC segments", "on 5 ports": facts of the case, no device to bill."""
    if one.value == "MLC device" and _SHAPES.match(text.lower, one.end):
        return True
    if one.value == "management" and _WHOSE_CODE.search(text.lower, 0, one.end):
        plural = text.lower[: one.end].endswith("codes")
        return plural or not _ASKED_FOR.match(text.lower, one.end)
    if one.value == "port images" and _OF_FIELDS.search(text.lower, 0, one.end):
        return True
    return one.value == "treatment device" and _WITHOUT.search(text.lower, 0, one.start) is not None


def _on_its_machine(text: Text, named: list[ServiceMention]) -> list[ServiceMention]:
    """Radiosurgery whose machine is named elsewhere in the text is delivered on that one."""
    machine = machine_of(text) if any(one.name == "SRS delivery" for one in named) else None
    return _renamed(named, "SRS delivery", RADIOSURGERY.get(machine.value) if machine else None)


def _with_its_channels(text: Text, named: list[ServiceMention]) -> list[ServiceMention]:
    """Afterloading whose number of channels is told: it decides the code."""
    channels = channels_told(text.lower, technique="hdr")
    if channels is None:
        return named
    name = next((name for most, name in CHANNELS.items() if channels <= most), "over 12 channels")
    return _renamed(named, "HDR delivery", f"HDR delivery, {name}")


def _renamed(named: list[ServiceMention], name: str, precise: str | None) -> list[ServiceMention]:
    if precise is None:
        return named
    exact = CANDIDATES[precise]  # no longer bare: no technique can make it another
    return [ServiceMention(precise, exact, one.start, one.end) if one.name == name else one for one in named]


def _at_its_energy(text: Text, named: list[ServiceMention]) -> list[ServiceMention]:
    """A superficial treatment whose energy is told: from 2026 the energy decides its code."""
    energy = _KILOVOLTS.search(text.lower)
    if energy is None or not 0 < int(energy["kv"]) <= HIGHEST_KV:
        return named
    name = f"superficial delivery {'up to' if int(energy['kv']) <= PARTING_KV else 'above'} {PARTING_KV} kV"
    others = [one for one in named if one.name != "superficial delivery"]
    return [*others, ServiceMention(name, CANDIDATES[name], energy.start(), energy.end())]


def _next_level(text: Text, one: ServiceMention) -> list[ServiceMention]:
    """ "level 2 or 3": the second level has no name of its own."""
    match = _NEXT_LEVEL.match(text.lower, one.end) if one.name.startswith("level") else None
    if not match:
        return []
    name = f"level {match['n']} delivery"
    return [ServiceMention(name, CANDIDATES[name], match.start("n"), match.end("n"))]


def _mention(one: Found[str], technique: str | None) -> ServiceMention:
    bare = one.value if one.value in ("delivery", "management", "physics") else ""
    name = _by_technique(bare, technique) if bare else one.value
    return ServiceMention(name, CANDIDATES[name], one.start, one.end, bare)


def _by_technique(bare: str, technique: str | None) -> str:
    if bare == "physics":
        return "weekly physics"
    if technique in ("sbrt", "srs"):
        return f"{technique.upper()} {bare}"
    if bare == "management":
        return "weekly management"
    return {
        "imrt": "IMRT delivery",
        "hdr": "HDR delivery",
        "proton": "proton delivery",
        "superficial": "superficial delivery",
    }.get(technique or "", "treatment delivery")
