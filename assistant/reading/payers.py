"""Payers by name, abbreviation and plan type. Administrators (eviCore, Evolent, Carelon) review for a payer."""

from __future__ import annotations

import re
from bisect import bisect_left

from assistant.reading.lexicon import Found, Lexicon
from assistant.reading.patterns import Seldom
from assistant.reading.text import Text, Word

PAYERS = Lexicon(
    {
        "medicare": "medicare | mcr | mcare | part b | part b medicare | medicare part b | traditional medicare |"
        " "
        "original medicare | straight medicare | regular medicare | medicare ffs | ffs medicare | "
        "fee for service medicare | "
        "medicare fee for service | noridian | novitas | palmetto | ngs medicare | wps medicare | "
        "first coast | cgs medicare | "
        "railroad medicare | medicare fee schedule",
        "medicare_advantage": "medicare advantage | medicare adv | ma plan | ma hmo | ma ppo | mapd | part c | medicare "
        "part c | "
        "medicare hmo | medicare replacement | managed medicare | medicare managed care | advantage "
        "plan | humana ma | "
        "humana medicare | humana medicare advantage | uhc ma | uhc medicare | uhc medicare "
        "advantage | united medicare advantage | "
        "unitedhealthcare medicare advantage | united healthcare medicare advantage | aetna ma | "
        "aetna medicare | "
        "aetna medicare advantage | cigna medicare advantage | bcbs medicare advantage | bcbs ma plan | "
        "anthem medicare advantage | blue medicare advantage | wellcare | humana gold plus | cigna "
        "ma | mcr adv | mcr advantage | "
        "aarp medicare advantage | dual complete | dsnp | d snp",
        "medicaid": "medicaid | mcaid | medi cal | medical assistance program | managed medicaid | masshealth | "
        "ahcccs | "
        "soonercare | tenncare | texas medicaid | uhc community plan | community plan | mcd",
        "uhc": "uhc | united | united healthcare | unitedhealthcare | unitedhealth | united health care | "
        "united health | optum | "
        "uhc commercial | umr | unitedhealthcare commercial",
        "aetna": "aetna | aetna commercial",
        "cigna": "cigna | cigna commercial",
        "humana": "humana | humana commercial",
        "bcbs:anthem": "anthem | anthem bcbs | anthem blue cross | anthem blue cross blue shield",
        "bcbs:highmark": "highmark | highmark bcbs | highmark blue shield | highmark blue cross blue shield",
        "bcbs:premera": "premera | premera blue cross",
        "bcbs:regence": "regence | regence blue shield",
        "bcbs:carefirst": "carefirst | carefirst bcbs",
        "bcbs:horizon": "horizon bcbs | horizon blue | horizon blue cross",
        "bcbs:ibx": "independence blue cross | ibx",
        "bcbs:fl": "florida blue",
        "bcbs:ca": "blue shield of california | blue shield california | blue shield of ca",
        "bcbs:fep": "fep | federal employee program",
        "bcbs": "bcbs | the blue cross | the blue shield | the blue cross blue shield | blue cross | blue shield | blue cross blue shield | blue cross and blue shield | "
        "bluecross | blues plan | "
        "bluecross blueshield | the blue",
        "other": "tricare | champva | kaiser | molina | centene | ambetter | oscar health | emblem | "
        "emblemhealth | "
        "harvard pilgrim | point32health | tufts health | health net | priority health | workers "
        "comp | worker's compensation | "
        "self pay | selfpay | cash pay | geisinger | healthpartners | va community care",
    }
)
# Words that name a payer only while nothing else does: "the CMS manual", "UHC, a commercial plan".
WEAK = Lexicon(
    {
        "medicare": "traditional | cms | mac | mpfs | cms rule",
        "other": "commercial | commercial payer | commercial payor | commercial insurance | commercial plan | "
        "private insurance | "
        "private payer | private payor | private pay",
    }
)
ADMINISTRATORS = Lexicon(
    {
        "evicore": "evicore | evi core",
        "evolent": "evolent | nia | nia magellan | new century health",
        "carelon": "carelon | aim specialty | aim specialty health",
        "cohere": "cohere | cohere health",
    }
)
STATES = {
    name: slug
    for slug, names in {
        "al": "alabama", "ar": "arkansas", "az": "arizona", "ca": "california", "co": "colorado", "fl": "florida|fla",
        "ga": "georgia", "ia": "iowa", "id": "idaho", "il": "illinois", "in": "indiana", "ks": "kansas", "ky": "kentucky",
        "la": "louisiana", "ma": "massachusetts|mass", "md": "maryland", "me": "maine", "mi": "michigan", "mn": "minnesota",
        "mo": "missouri", "ms": "mississippi", "mt": "montana", "nc": "north carolina", "nd": "north dakota",
        "ne": "nebraska", "nh": "new hampshire", "nj": "new jersey", "nm": "new mexico", "nv": "nevada", "ny": "new york",
        "oh": "ohio", "ok": "oklahoma", "or": "oregon", "pa": "pennsylvania", "ri": "rhode island", "sc": "south carolina",
        "sd": "south dakota", "tn": "tennessee|tenn", "tx": "texas|tex", "ut": "utah", "va": "virginia", "vt": "vermont",
        "wa": "washington", "wi": "wisconsin", "wv": "west virginia", "wy": "wyoming", "hi": "hawaii", "ak": "alaska",
        "ct": "connecticut", "de": "delaware",
    }.items()
    for name in names.split("|")
}  # fmt: skip
_GLUED = Seldom(
    r"(?<!\w)bcbs(?:of)?(?P<state>al|ar|az|fl|ga|il|ks|la|ma|mi|mn|ms|mt|nc|nd|ne|nj|nm|ny|ok|ri|"
    r"sc|sd|tn|tx|vt|wy)(?!\w)",
    "bcbs",
)
# "Boston, MA" and "Boston MA" are places.
_MA = Seldom(r"(?<![\w,])(?<!, )(?<!\w-)MA(?!\w)", "MA")
_PLACE = re.compile(r"[A-Z][a-z]+ $")


_NOT_BEFORE = re.compile(r"\b(?:not|non|isn't|other than)[\s-](?:an? |the |with )?$")
_NOT_AFTER = re.compile(r"\s?\?\s?(?:no|nope)\b(?! \w)")


def find_payers(text: Text) -> list[Found[str]]:
    """Every payer named, in reading order; a Blue plan gets its state: bcbs:tx."""
    found = [_with_state(text, one) for one in PAYERS.find(text)]
    found += [Found(f"bcbs:{m['state']}", m.start(), m.end()) for m in _GLUED.finditer(text.lower)]
    plans = list(_MA.finditer(text.plain))
    covered = {at for one in found for at in range(one.start, one.end)} if plans else ()
    for match in plans:
        if match.start() not in covered and not _PLACE.search(text.plain, max(0, match.start() - 20), match.start()):
            found.append(Found("medicare_advantage", match.start(), match.end()))
    told = [one for one in found if not _ruled_out(text, one)]
    return sorted(told or WEAK.find(text), key=lambda one: one.start)


def _ruled_out(text: Text, one: Found[str]) -> bool:
    """ "commercial, not UHC", "Medicare Advantage? no": named to say that it is another."""
    before = _NOT_BEFORE.search(text.lower, max(0, one.start - 16), one.start)
    return before is not None or _NOT_AFTER.match(text.lower, one.end) is not None


def find_administrators(text: Text) -> list[Found[str]]:
    """Every reviewer named: it tells nothing about who pays, and is kept as a note."""
    return ADMINISTRATORS.find(text)


def _with_state(text: Text, one: Found[str]) -> Found[str]:
    if not one.value.startswith("bcbs"):
        return one
    first = bisect_left(text.words, one.end, key=lambda word: word.start)
    after = [word for word in text.words[first : first + 3] if word.start <= one.end + 24]
    if after and after[0].stem == "of":
        after = after[1:]
    state, end = _state(text, after)
    if state:
        return Found(f"bcbs:{state}", one.start, end)
    return one if ":" in one.value else Found("bcbs:unspecified", one.start, one.end)


def _state(text: Text, words: list[Word]) -> tuple[str, int]:
    for count in (2, 1):
        if len(words) < count:
            continue
        written = text.lower[words[0].start : words[count - 1].end].removesuffix("'s")
        if written in STATES:
            return STATES[written], words[count - 1].end
    capitals = text.plain[words[0].start : words[0].end].removesuffix("'s") if words else ""
    if len(capitals) == 2:
        certain = capitals.isupper() or capitals in (
            "tx",
            "nc",
            "fl",
            "nj",
            "ny",
            "tn",
            "sc",
            "il",
            "mi",
            "mn",
            "az",
            "ks",
            "nd",
            "nm",
        )
        if certain and capitals.lower() in STATES.values():
            return capitals.lower(), words[0].end
    return "", 0
