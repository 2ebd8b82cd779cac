"""What the two parts of a code are called: every owner with every noun, so that no combination is forgotten."""

from __future__ import annotations

NOUNS = "part component portion side half piece share work service fee charge code"
OF_A_DOCTOR = "part component portion half piece share work fee reading read interpretation review own work"
DOCTORS = ("physician", "doctor", "doc", "oncologist", "radiation oncologist", "rad onc", "md", "practitioner")
ALONE = "only|component only|only code|only service|component code|component service|split|interpretation|reading"


def _phrases(owners: tuple[str, ...], nouns: str) -> list[str]:
    listed = nouns.replace("own work", "").split() + (["own work"] if "own work" in nouns else [])
    return [f"{owner} {noun}" for owner in owners for noun in listed]


def _with_of(owner: str) -> list[str]:
    return [f"{owner} {noun} of" for noun in ("part", "component", "portion", "side", "work", "half", "share")]


def _exclusive(name: str) -> list[str]:
    return [f"{word} {name}" for word in ("purely", "entirely", "strictly", "pure")]


def professional() -> str:
    """The names of the physician's part."""
    return " | ".join(
        [
            *_phrases(("professional", "pro", "prof"), NOUNS),
            *_phrases(DOCTORS, OF_A_DOCTOR),
            *(f"professional {one}" for one in ALONE.split("|")),
            *_with_of("professional"),
            *_with_of("physician"),
            *_exclusive("professional"),
        ]
    )


def technical() -> str:
    """The names of the part of whoever owns the machine."""
    return " | ".join(
        [
            *_phrases(("technical", "tech"), NOUNS),
            *_phrases(("physicist", "medical physicist"), "work own work"),
            *(f"technical {one}" for one in ALONE.split("|") if one not in ("interpretation", "reading", "split")),
            *_with_of("technical"),
            *_exclusive("technical"),
            *(f"facility {noun}" for noun in ("part", "component", "portion", "half", "share", "work")),
        ]
    )
