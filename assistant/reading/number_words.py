"""What numbers count, and numbers written as words."""

from __future__ import annotations

_COUNTED = {
    "fraction": "fraction fx fxs frx fract frac fractn fr treatment tx txs trx session sess visit fxn fxns sesion sitting "
    "fraccione fraccion fraktion fraktionen frazioni",
    "unit": "unit u un",
    "day": "day d dys date",
    "week": "week wk wks weekly",
    "month": "month mo mos",
    "year": "year yr",
    "gy": "gy gray",
    "cgy": "cgy",
    "energy": "mv mev kv kev kvp",
    "length": "cm mm",
    "hour": "hour hr hrs h",
    "minute": "min minute mins",
    "film": "film image picture port",
    "field": "field beam arc angle portal",
    "isocenter": "isocenter isocentre iso",
    "site": "site area lesion met met tumor target volume",
    "device": "device block",
    "plan": "plan",
    "line": "line claim",
    "time": "time",
    "percent": "percent pct",
    "dollar": "dollar usd buck",
    "patient": "patient pt",
    "course": "course",
    "channel": "channel catheter applicator needle",
    "source": "source seed",
    "set": "set group",
}
NOUN_OF = {word: noun for noun, words in _COUNTED.items() for word in words.split()}
# Words that only describe what follows: "28 daily IMRT fractions".
_DESCRIBING = """
    of the daily total planned delivered more separate different full imrt vmat sbrt sabr srs stereotactic palliative proton electron photon
    3d treatment treatments actual prescribed single external beam radiation rt complete completed individual
    consecutive distinct additional extra scheduled hdr brachy treated whole dibh boost billable partial and
    remaining prostate breast lung bid qd fraction conventional hypofractionated standard calendar
"""
BETWEEN = frozenset(_DESCRIBING.split())
# "28 treatment sessions" counts sessions, "2 treatment plans" plans.
TREATMENT_OF = ("fraction", "plan", "site", "field", "week", "device")
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
WORDS = {word: value for value, word in enumerate(_ONES.split())} | {"single": 1, "dozen": 12, "couple": 2}
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * ten for ten, word in enumerate(_TENS_WORDS.split(), start=2)} | {"fourty": 40}


def number(said: str) -> int | None:
    """A number in figures or in one word; None of any other word."""
    return int(said) if said.isdigit() else {**WORDS, **TENS}.get(said.lower())


BEGINNINGS = frozenset((*WORDS, *TENS, "half"))  # words that a number may begin with
_FIRST_PLACES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)
_TENTH_PLACES = "twentieth thirtieth fortieth fiftieth sixtieth"


def _ordinals() -> dict[int, str]:
    places = dict(enumerate(_FIRST_PLACES.split(), start=1))
    for ten, (word, place) in enumerate(zip(_TENS_WORDS.split(), _TENTH_PLACES.split(), strict=False), start=2):
        places |= {10 * ten: place} | {10 * ten + one: f"{word} {places[one]}" for one in range(1, 10)}
    return places


ORDINALS = _ordinals()  # places in a count as words, 1 to 69
