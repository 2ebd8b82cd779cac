"""Mutated answers: a right text, and the same text with one thing made wrong. Seeded, so that a run can be repeated."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evals.gate import facts, phrasings

NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()


@dataclass(frozen=True, slots=True)
class Case:
    """A text that has to be shown (`right`) or must not be, with the phrasing it was made from."""

    kind: str
    phrasing: str
    question: str
    text: str
    right: bool


def in_words(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _units(pick: random.Random) -> Iterator[Case]:
    codes = (*facts.BY_FIVE_WITH_REST, *facts.BY_FIVE, *facts.PER_SESSION_2026)
    for phrasing in phrasings.UNITS:
        for code in codes:
            for fractions in pick.sample(facts.FRACTIONS, 9):
                truth = facts.count(code, fractions)
                if truth is None:
                    continue
                question = f"{fractions} fractions in 2026, Medicare. How many units of {code}?"
                for number, right in ((truth.units, True), (pick.choice(truth.wrong), False)):
                    plural = "s" if number != 1 else ""
                    said = phrasing.format(code=code, units=number, words=in_words(number), n=fractions)
                    yield Case("units", phrasing, question, said.replace(" 1 units", " 1 unit" + plural), right)


def _frequency(pick: random.Random) -> Iterator[Case]:
    wrong = {
        "five fractions": ("session", "day", "course", "film", "ten fractions"),
        "session": ("five fractions", "course", "two fractions"),
        "course": ("session", "five fractions", "day"),
    }
    for phrasing in phrasings.FREQUENCY:
        for code, thing in facts.THING.items():
            for said, right in ((thing, True), (pick.choice(wrong[thing]), False)):
                yield Case("frequency", phrasing, "", _per(phrasing, code, said), right)
    for phrasing in phrasings.NOT_FREQUENCY:
        for code, thing in facts.THING.items():
            yield Case("frequency", phrasing, "", _per(phrasing, code, thing), False)
            yield Case("frequency", phrasing, "", _per(phrasing, code, pick.choice(wrong[thing])), True)


def _per(phrasing: str, code: str, thing: str) -> str:
    adjective = (
        thing.replace("five fractions", "five-fraction")
        .replace("ten fractions", "ten-fraction")
        .replace("two fractions", "two-fraction")
    )
    one = thing if thing.split(maxsplit=1)[0] in ("five", "ten", "two") else f"one {thing}"
    return (
        phrasing.format(code=code, thing=thing, one_thing=one, adjective=adjective)
        .replace("Each five", "Every five")
        .replace("each five", "every five")
        .replace("Each ten", "Every ten")
        .replace("each ten", "every ten")
        .replace("Each two", "Every two")
        .replace("each two", "every two")
    )


def _modifiers(pick: random.Random) -> Iterator[Case]:
    refused = [(code, mod) for code in (*facts.TECHNICAL_ONLY, *facts.PROFESSIONAL_ONLY) for mod in ("26", "TC")]
    allowed = [(code, mod) for code in facts.SPLITS for mod in ("26", "TC")]
    office = "In a freestanding center in 2026, Medicare."
    for phrasing in phrasings.MODIFIER:
        for code, mod in pick.sample(refused, 14):
            yield Case("modifier", phrasing, "", phrasing.format(code=code, mod=mod), False)
        for code, mod in pick.sample(allowed, 9):
            yield Case("modifier", phrasing, office, phrasing.format(code=code, mod=mod), True)
    for phrasing in phrasings.NOT_MODIFIER:
        for code, mod in pick.sample(refused, 14):
            yield Case("modifier", phrasing, "", phrasing.format(code=code, mod=mod), True)
        yield Case(
            "modifier",
            phrasing,
            "Hospital, physician billing, April 2026, Medicare.",
            phrasing.format(code="77387", mod="26"),
            False,
        )
    for phrasing in phrasings.BARE:
        for code in (*facts.TECHNICAL_ONLY, *facts.PROFESSIONAL_ONLY):
            yield Case("modifier", phrasing, "", phrasing.format(code=code), True)
        yield Case(
            "modifier",
            phrasing,
            "Hospital, physician billing, April 2026, Medicare.",
            phrasing.format(code="77387"),
            False,
        )


def _components(_: random.Random) -> Iterator[Case]:
    for phrasing in phrasings.TECHNICAL:
        yield from (Case("component", phrasing, "", phrasing.format(code=code), True) for code in facts.TECHNICAL_ONLY)
        yield from (
            Case("component", phrasing, "", phrasing.format(code=code), False)
            for code in (*facts.PROFESSIONAL_ONLY, *facts.SPLITS)
        )
    for phrasing in phrasings.PROFESSIONAL:
        yield from (
            Case("component", phrasing, "", phrasing.format(code=code), True) for code in facts.PROFESSIONAL_ONLY
        )
        yield from (
            Case("component", phrasing, "", phrasing.format(code=code), False)
            for code in (*facts.TECHNICAL_ONLY, *facts.SPLITS)
        )


def _validity(_: random.Random) -> Iterator[Case]:
    for phrasing in phrasings.ENDED:
        yield from (Case("validity", phrasing, "", phrasing.format(code=code), True) for code in facts.ENDED)
        yield from (
            Case("validity", phrasing, "", phrasing.format(code=code), False) for code in facts.VALID if code != "77417"
        )
        for code in facts.ENDED[:4]:
            moved = phrasing.replace("2026", "2024").replace("2025", "2023")
            yield Case("validity", phrasing + " (year moved)", "", moved.format(code=code), False)
    for phrasing in phrasings.ACTIVE:
        yield from (
            Case("validity", phrasing, "", phrasing.format(code=code), True) for code in facts.VALID if code != "77417"
        )
        yield from (Case("validity", phrasing, "", phrasing.format(code=code), False) for code in facts.ENDED)
    for phrasing in phrasings.REPLACED:
        for code, after in facts.REPLACED.items():
            # of several successors the case decides: one of them alone is neither right nor wrong
            yield Case("validity", phrasing, "", phrasing.format(code=code, new=" or ".join(after)), True)
            for new in ("77402", "77417", "77373", "77427"):
                yield Case("validity", phrasing, "", phrasing.format(code=code, new=new), False)


def _pairs(_: random.Random) -> Iterator[Case]:
    for a, b in facts.NEVER_TOGETHER:
        for one, other in ((a, b), (b, a)):
            yield from (Case("pair", p, "", p.format(a=one, b=other), False) for p in phrasings.TOGETHER)
            yield from (Case("pair", p, "", p.format(a=one, b=other), True) for p in phrasings.NOT_TOGETHER)


def _status(_: random.Random) -> Iterator[Case]:
    for right, wrong in phrasings.STATUS:
        yield Case("status", right, "", right, True)
        yield Case("status", right, "", wrong, False)


def _answers(_: random.Random) -> Iterator[Case]:
    for question, right, wrong in phrasings.ANSWERS:
        yield from (Case("answer", question, question, text, True) for text in right)
        yield from (Case("answer", question, question, text, False) for text in wrong)


KINDS: tuple[Callable[[random.Random], Iterator[Case]], ...] = (
    _units, _frequency, _modifiers, _components, _validity, _pairs, _status, _answers,
)  # fmt: skip

# Dress that must not change what is read.
DRESSES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("as it is", lambda text: text),
    ("bullet", lambda text: f"- {text}"),
    ("numbered", lambda text: f"1. {text}"),
    ("bold", lambda text: f"**{text.rstrip('.')}**."),
    ("mail", lambda text: f"Hi Susan,\n\n{text}\n\nThanks,\nBob"),
    ("lower case", str.lower),
    ("upper case", str.upper),
    ("no-break spaces", lambda text: text.replace(" ", "\u00a0")),
    ("typographic dashes", lambda text: text.replace("-", "\u2011")),
    ("zero width", lambda text: "\u200b".join(text[:3]) + text[3:]),
    ("full width digits", lambda text: text.translate({48 + i: 0xFF10 + i for i in range(10)})),
    ("quote block", lambda text: f"> {text}"),
    ("heading before", lambda text: f"### Answer\n\n{text}"),
    ("after a lead", lambda text: f"Here is the short answer:\n\n{text}"),
    ("code block", lambda text: f"```\n{text}\n```"),
    ("closing", lambda text: f"{text} Hope this helps!"),
)


def cases(seed: int = 4) -> list[Case]:
    """All cases: each text plain, and in one more dress."""
    pick = random.Random(seed)
    made: list[Case] = []
    for kind in KINDS:
        for case in kind(pick):
            made.append(case)
            name, dress = pick.choice(DRESSES[1:])
            made.append(Case(case.kind, f"{case.phrasing} [{name}]", case.question, dress(case.text), case.right))
    return made
