"""Common names of services and the codes they stood for, by date and setting.

A name is no code: "IMRT delivery" was 77385 in a hospital and G6015 in an office through 2025, and is a level of
treatment delivery from 2026. So a name yields candidates, and a date and a setting choose among them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from assistant.reading.lexicon import Found, Lexicon
from assistant.reading.text import Text
from assistant.scenario import Period

LAST_OF_2025 = date(2025, 12, 31)
FIRST_OF_2026 = date(2026, 1, 1)
HOSPITAL = frozenset({"hospital_outpatient", "hospital_inpatient"})
OFFICE = frozenset({"office", "freestanding"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A code a service name may mean, for dates of service `start` to `end`, in `settings` (empty: any)."""

    code: str
    start: date = date.min
    end: date = date.max
    settings: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ServiceMention:
    """A service as named; `start` and `end` count in `Text.plain`."""

    name: str
    candidates: tuple[Candidate, ...]
    start: int
    end: int
    bare: str = ""  # "delivery", "management": the technique, also one said earlier, decides which

    def of(self, technique: str | None) -> ServiceMention:
        """The same mention, a bare "delivery" read as that of the technique."""
        if not self.bare or technique is None:
            return self
        name = _by_technique(self.bare, technique)
        return ServiceMention(name, CANDIDATES[name], self.start, self.end, self.bare)

    def codes(self, dos: Period | None, setting: str | None, today: date) -> tuple[str, ...]:
        """The codes that fit the dates of service (today when none is said) and the setting."""
        period = dos or Period(today, today)
        fitting = [one for one in self.candidates if one.start <= period.end and period.start <= one.end]
        here = [one for one in fitting if not setting or not one.settings or setting in one.settings]
        return tuple(dict.fromkeys(one.code for one in here or fitting))


def _always(codes: str) -> tuple[Candidate, ...]:
    return tuple(Candidate(code) for code in codes.split())


def _switching(hospital: str, office: str, from_2026: str) -> tuple[Candidate, ...]:
    return (
        *(Candidate(code, end=LAST_OF_2025, settings=HOSPITAL) for code in hospital.split()),
        *(Candidate(code, end=LAST_OF_2025, settings=OFFICE) for code in office.split()),
        *(Candidate(code, start=FIRST_OF_2026) for code in from_2026.split()),
    )


_G_DELIVERY = "G6003 G6004 G6005 G6006 G6007 G6008 G6009 G6010 G6011 G6012 G6013 G6014"
CANDIDATES: dict[str, tuple[Candidate, ...]] = {
    "port images": _always("77417"),
    "weekly management": _always("77427"),
    "short course management": _always("77431"),
    "SBRT management": _always("77435"),
    "SRS management": _always("77432"),
    "SBRT delivery": _always("77373"),
    "SRS delivery": _always("77371 77372"),
    "weekly physics": _always("77336"),
    "special physics consultation": _always("77370"),
    "special treatment procedure": _always("77470"),
    "IMRT plan": _always("77301"),
    "3-D plan": _always("77295"),
    "isodose plan": _always("77306 77307"),
    "MLC device": _always("77338"),
    "treatment device": _always("77332 77333 77334"),
    "basic dose calculation": _always("77300"),
    "special dosimetry": _always("77331"),
    "clinical treatment planning": _always("77261 77262 77263"),
    "simulation": _always("77280 77285 77290"),
    "respiratory motion simulation": _always("77293"),
    "HDR delivery": _always("77770 77771 77772"),
    "proton delivery": _always("77520 77522 77523 77525"),
    "superficial delivery": (
        Candidate("77401", end=LAST_OF_2025),
        Candidate("77437", FIRST_OF_2026),
        Candidate("77438", FIRST_OF_2026),
    ),
    "IMRT delivery": _switching("77385 77386", "G6015 G6016", "77407 77412"),
    "treatment delivery": _switching("77402 77407 77412", _G_DELIVERY, "77402 77407 77412"),
    "level 1 delivery": (Candidate("77402"),),
    "level 2 delivery": (Candidate("77407"),),
    "level 3 delivery": (Candidate("77412"),),
    "image guidance": _switching("77387", "77014 G6001 G6002", "77387"),
    "cone beam CT guidance": _switching("77014", "77014", "77387"),
    "ultrasound guidance": _switching("G6001", "G6001", "77387"),
    "stereoscopic guidance": _switching("G6002", "G6002", "77387"),
    "motion tracking": _switching("G6017", "G6017", "77387"),
    "intraoperative delivery": _always("77424 77425"),
    "source handling": _always("77790"),
}
NAMES = Lexicon(
    {
        "port images": "port film | port image | portal film | portal image | portal imaging | port imaging | port |"
        " port xray | "
        "port x ray | mv port | weekly port | verification film | beam film | portal verification",
        "weekly management": "weekly management | treatment management | weekly treatment management | otv | weekly otv | "
        "on treatment visit | "
        "on treatment check | weekly mgmt | tx management | treatment mgmt | tx mgmt | weekly "
        "physician management | weekly visit | "
        "radiation treatment management | weekly md visit | status check | weekly see | weekly "
        "oncologist visit | weekly on treatment visit",
        "short course management": "short course management",
        "SBRT management": "sbrt management | sbrt treatment management | sbrt mgmt | sabr management | stereotactic "
        "body management",
        "SRS management": "srs management | srs treatment management | radiosurgery management | srs mgmt",
        "SBRT delivery": "sbrt delivery | sbrt treatment delivery | sabr delivery | sbrt treatment | sbrt daily "
        "delivery",
        "SRS delivery": "srs delivery | srs treatment delivery | radiosurgery delivery",
        "weekly physics": "weekly physics | physics check | weekly physics check | continuing physics | weekly chart "
        "check | physics chart check | "
        "continuing medical physics | physics weekly | weekly physicist check | physicist check | "
        "weekly physics consult | continuing physics consult",
        "special physics consultation": "special physics consult | special physics consultation | special physics | special medical "
        "physics consult | "
        "special medical physics consultation",
        "special treatment procedure": "special treatment procedure | special tx procedure | special procedure",
        "IMRT plan": "imrt plan | imrt planning | vmat plan | vmat planning | imrt treatment plan | inverse plan |"
        " inverse planning",
        "3-D plan": "3d plan | 3d planning | 3d simulation | 3d conformal plan | 3 d plan",
        "isodose plan": "isodose plan | isodose | teletherapy isodose",
        "MLC device": "mlc device | mlc | multileaf collimator | imrt device | mlc for imrt | multi leaf "
        "collimator",
        "treatment device": "treatment device | custom block | complex device | mask | immobilization device | "
        "immobilization",
        "basic dose calculation": "basic dosimetry | basic dose calc | basic dose calculation | dose calc | mu calc | "
        "dosimetry calc | basic calc | "
        "monitor unit calculation",
        "special dosimetry": "special dosimetry | tld | diode | in vivo dosimetry",
        "clinical treatment planning": "clinical treatment planning | clinical treatment plan | clinical planning | physician "
        "planning",
        "simulation": "simulation | sim | ct sim | ct simulation | verification sim | verification simulation | v "
        "sim | complex sim | simple sim",
        "respiratory motion simulation": "4d sim | 4dct | 4d ct | respiratory motion sim | respiratory motion simulation",
        "HDR delivery": "hdr | hdr delivery | hdr treatment | hdr brachy | hdr brachytherapy",
        "proton delivery": "proton delivery | proton treatment delivery | proton treatment",
        "superficial delivery": "superficial delivery | superficial treatment | srt delivery | srt treatment | orthovoltage "
        "delivery",
        "IMRT delivery": "imrt delivery | imrt treatment delivery | vmat delivery | imrt treatment | imrt tx | imrt "
        "daily delivery | imrt daily treatment | "
        "daily imrt",
        "treatment delivery": "radiation treatment delivery | tx delivery | daily treatment delivery | "
        "beam delivery | 3d delivery | linac delivery",
        "level 1 delivery": "delivery level 1 | level 1 delivery | level 1 | level one | level i treatment delivery | "
        "level 1 treatment | simple delivery",
        "level 2 delivery": "delivery level 2 | level 2 delivery | level 2 | level two | level 2 treatment | "
        "intermediate delivery",
        "level 3 delivery": "delivery level 3 | level 3 delivery | level 3 | level three | level 3 treatment | complex "
        "delivery",
        "image guidance": "igrt | image guidance | image guided | daily igrt | image guided radiation therapy | "
        "guidance code | daily image guidance | daily imaging",
        "cone beam CT guidance": "cone beam | cone beam ct | cbct | daily cbct | daily cone beam ct | kv cbct | conebeam | "
        "conebeam ct | ct guidance | daily cone beam",
        "ultrasound guidance": "ultrasound guidance | us guidance",
        "stereoscopic guidance": "stereoscopic guidance | stereoscopic | exactrac | orthogonal kv | kv pair | stereoscopic x "
        "ray",
        "motion tracking": "intrafraction tracking code",
        "intraoperative delivery": "iort delivery",
        "source handling": "source handling | source loading",
        "delivery": "delivery | daily delivery | delivery unit | delivery level | treatment level | delivery "
        "code | treatment delivery",
        "management": "management | mgmt",
        "physics": "physics",
    }
)


_NEXT_LEVEL = re.compile(r"\s?(?:or|vs\.?|versus|and|/|to|-)\s?(?P<n>[123])(?![\w.])")


def find_services(text: Text, technique: str | None = None) -> list[ServiceMention]:
    """Every service named; a bare "delivery" or "management" is that of the technique."""
    named = [_mention(one, technique) for one in NAMES.find(text)]
    return [each for one in named for each in (one, *_next_level(text, one))]


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
