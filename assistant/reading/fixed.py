"""Values that nobody changes, told to mypy: what is checked before the code runs costs nothing while it does.

`dataclass(frozen=True)` says the same at run time and sets every field through a check; of marks, mentions and advice a
text makes thousands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

C = TypeVar("C")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def fixed(cls: type[C]) -> type[C]:
    """A dataclass with slots and a hash whose fields are set once; mypy refuses to set one again."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
