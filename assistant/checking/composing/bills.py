"""Whose work it is, on whose bill it stands, and which part of a code some work is."""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark


def belongs(parts: list[Mark]) -> Mark | None:
    """ "belongs to the physician", "falls to the hospital": whose work it is."""
    fits = parts[0].said in BELONGING and parts[-1].said in ("to", "with")
    return join("BELONGS", "", parts) if fits else None


BELONGING = frozenset("go goes belong belongs belonging fall falls rest rests lie lies".split())


def has_both(parts: list[Mark]) -> Mark | None:
    """ "has both parts" says that it splits; "one party provides both parts" says who bills."""
    there = {"has", "have", "had", "having", "exist", "exists"}
    fits = any(mark.said in there for mark in parts) and any(mark.said.startswith("both") for mark in parts)
    return join("SPLIT", "", parts) if fits else None


def on_a_bill(parts: list[Mark]) -> Mark | None:
    """ "goes on the UB-04", "show up on a facility claim": billed there."""
    words = [word for part in parts for word in (part.said or str(part.value)).replace("'s", "").split()]
    place = next((at for at, word in enumerate(words) if word in ("on", "onto")), len(words))
    rest = [word for word in words[place + 1 :] if word not in ("the", "a", "an", "any", "its", "their")]
    owner = OWNERS.get(rest[0]) if rest else None
    if owner is None and len(rest) > 1 and rest[0] == "radiation":
        owner = OWNERS.get(rest[1])
    papers = rest[-1] in PAPERS or rest[0].startswith(("ub", "cms")) if rest else False
    if owner is None or not papers or not words[:place] or not set(words[:place]) <= APPEARING:
        return None
    return join("ON_BILL", owner, parts)


def on_their_claim(parts: list[Mark]) -> Mark | None:
    """ "on the professional claim", "on the technical bill": whose bill is spoken of, whatever the verb."""
    owner = "professional" if parts[-2].kind == "PROFESSIONAL" else "facility"
    paper = parts[0].said == "on" and parts[-1].said in PAPERS - {"side", "form"}
    return join("ON_BILL", owner, parts) if paper and parts[-2].said in PARTS_OF_BILLS else None


PARTS_OF_BILLS = frozenset({"professional", "pro", "profee", "technical"})


OWNERS = {
    **dict.fromkeys(("facility", "hospital", "ub", "ub-04", "ub04", "institutional"), "facility"),
    **dict.fromkeys(
        ("physician", "doctor", "professional", "oncologist", "cms-1500", "cms", "cms1500"), "professional"
    ),
}


PAPERS = frozenset("claim claims bill bills form invoice side".split())


APPEARING = frozenset(
    "go goes belong belongs show shows up appear appears listed reported billed placed land lands be sit sits".split()
)


def gets_paid(parts: list[Mark]) -> Mark | None:
    """ "59 won't get 77290 paid": opens the pair, or does not."""
    return join("OPENS", "", parts) if parts[0].said in ("get", "gets", "getting") else None


def nothing_follows(parts: list[Mark]) -> Mark | None:
    """ "so no separate payment exists", "... follows": as much as that there is none."""
    fits = parts[1].said in ("follows", "results", "exists", "applies", "arises") and "pay" in parts[0].said
    return Mark("NONE", parts[0].value, parts[0].start, parts[1].end, parts[0].said) if fits else None


def contains(parts: list[Mark]) -> Mark | None:
    """ "77307 already contains it": the one code holds the other; of fractions and sets nothing is said here."""
    fits = parts[-1].said == "contains" and all(mark.said in ("already", "itself") for mark in parts[:-1])
    return Mark("BUNDLED", "", parts[0].start, parts[-1].end, "contains") if fits else None


def yields(parts: list[Mark]) -> Mark | None:
    """ "The edit yields to a modifier": it is opened by one, and not replaced."""
    return join("OPENS", "", parts) if parts[0].said in ("yields to", "yield to", "gives way to") else None


def the_one_that(parts: list[Mark]) -> Mark | None:
    """ "77332 is the one that denies": which of the two, and no count."""
    fits = (
        parts[0].said == "the" and parts[1].value == 1 and parts[1].noun is None and parts[2].said in ("that", "which")
    )
    return Mark("ARTICLE", "", parts[0].start, parts[-1].end, "the one that") if fits else None


def never_both(parts: list[Mark]) -> Mark | None:
    """ "so never both for one date": one of the two, where nothing else is said of them."""
    fits = parts[0].said in ("never", "not") and parts[1].said in ("both", "both codes")
    at_once = all(mark.said.startswith(("for one", "on one", "on a single")) for mark in parts[2:])
    return join("NOT_BOTH", "", parts) if fits and at_once else None


def in_the_edits(parts: list[Mark]) -> Mark | None:
    """ "The pair is in NCCI": it stands among the edits, and is inside no code."""
    told = parts[0].said in ("is in", "are in") and parts[1].said in ("ncci", "ptp")
    return join("WORD", "", parts) if told else None


def for_the_same(parts: list[Mark]) -> Mark | None:
    """ "for the same plan as 77307", "on the same date as 77301": beside that code."""
    told = parts[0].said in ("for", "on", "in", "during", "with") and parts[-1].said == "as"
    return join("TOGETHER", "", [replace(parts[0], said="with")]) if told and parts[1].said == "the same" else None


def none_of_them(parts: list[Mark]) -> Mark | None:
    """ "None of the three codes takes 26": each of them denies it."""
    fits = parts[0].said in ("none", "neither") and [one.said for one in parts[1:3]] == ["of", "the"]
    return join("NEG", "", [replace(parts[0], end=parts[-1].end)]) if fits and parts[-1].said == "codes" else None


def work_inside(parts: list[Mark]) -> Mark | None:
    """ "The review of the images is part of ...", "the imaging is inside ...": the work of one part of a code."""
    words = [word for part in parts for word in part.said.split() if word not in ARTICLES]
    if parts[0].kind == "PROFESSIONAL" or not words or not set(words) <= READS | IMAGES:
        return None
    if set(words) & READS:
        return join("PROFESSIONAL", "", parts)
    return replace(join("TECHNICAL", "", parts), said="acquisition") if words[0] == "imaging" else None


ARTICLES = frozenset("the a an these those that this its of at".split())


READS = frozenset(
    "review reading read reads interpretation looking reviewing interpreting evaluating evaluation".split()
)


IMAGES = frozenset("image images imaging film films port portal pictures them itself".split())


def other_services(parts: list[Mark]) -> Mark | None:
    """ "rolled into other services", "paid apart from other services": of none in particular."""
    if parts[-1].said not in ("services", "service", "items") or not any(mark.said == "other" for mark in parts):
        return None
    apart = parts[0].kind == "EXCEPT"
    return None if apart and parts[0].said != "apart from" else join("SEPARATE" if apart else "ARTICLE", "", parts)


def plainly(parts: list[Mark]) -> Mark | None:
    """ "plain 77301", "leave 77263 plain": without a modifier."""
    return join("NO_MODIFIER", "", parts) if parts[0].said in ("plain", "bare") else None


def stays_plain(parts: list[Mark]) -> Mark | None:
    """ "77402 goes out plain", "it stays plain": how the line is sent."""
    words = [word for part in parts for word in part.said.split()]
    fits = words[-1] in ("plain", "bare") and set(words[:-1]) <= SENT
    return join("NO_MODIFIER", "", parts) if fits else None


SENT = frozenset(
    "go goes going gone out stay stays remain remains is are be sent billed reported submitted left kept".split()
)


def one_party(parts: list[Mark]) -> Mark | None:
    """ "one entity", "a single owner": somebody, and no unit."""
    fits = parts[0].noun is None and parts[0].value == 1 and parts[-1].said in PARTIES
    return join("COUNTED", None, parts) if fits else None


PARTIES = frozenset("entity party owner group practice organization organisation company provider biller".split())
