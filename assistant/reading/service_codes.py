"""What each named service is or was billed with, by date and setting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
    "cobalt radiosurgery": _always("77371"),
    "linear accelerator radiosurgery": _always("77372"),
    "weekly physics": _always("77336"),
    "special physics consultation": _always("77370"),
    "special treatment procedure": _always("77470"),
    "IMRT plan": _always("77301"),
    "3-D plan": _always("77295"),
    "special port plan": _always("77321"),
    "isodose plan": _always("77306 77307"),
    "brachytherapy isodose plan": _always("77316 77317 77318"),
    "MLC device": _always("77338"),
    "treatment device": _always("77332 77333 77334"),
    "basic dose calculation": _always("77300"),
    "special dosimetry": _always("77331"),
    "clinical treatment planning": _always("77261 77262 77263"),
    "simulation": _always("77280 77285 77290"),
    "verification simulation": _always("77280"),
    "respiratory motion simulation": _always("77293"),
    "HDR delivery": _always("77770 77771 77772"),
    "skin HDR delivery": _always("77767 77768"),
    "HDR delivery, 1 channel": _always("77770"),
    "HDR delivery, 2 to 12 channels": _always("77771"),
    "HDR delivery, over 12 channels": _always("77772"),
    "proton delivery": _always("77520 77522 77523 77525"),
    "superficial delivery": (
        Candidate("77401", end=LAST_OF_2025),
        Candidate("77437", FIRST_OF_2026),
        Candidate("77438", FIRST_OF_2026),
    ),
    "superficial delivery up to 150 kV": (Candidate("77401", end=LAST_OF_2025), Candidate("77437", FIRST_OF_2026)),
    "superficial delivery above 150 kV": (Candidate("77401", end=LAST_OF_2025), Candidate("77438", FIRST_OF_2026)),
    "IMRT delivery": _switching("77385 77386", "G6015 G6016", "77407 77412"),
    "treatment delivery": _switching("77402 77407 77412", _G_DELIVERY, "77402 77407 77412"),
    "level 1 delivery": (Candidate("77402"),),
    "level 2 delivery": (Candidate("77407"),),
    "level 3 delivery": (Candidate("77412"),),
    "image guidance": _switching("77387", "77014 G6001 G6002", "77387"),
    "cone beam CT guidance": _switching("77014", "77014", "77387"),
    "ultrasound guidance": _switching("G6001", "G6001", "77387 77439"),  # 77439: at superficial treatment
    "stereoscopic guidance": _switching("G6002", "G6002", "77387"),
    "motion tracking": _switching("G6017", "G6017", "77387"),
    "intraoperative delivery": _always("77424 77425"),
    "source handling": _always("77790"),
}
