"""What every kind of journal entry declares about itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar, Final, TypeVar, dataclass_transform

LAST: Final = 253_402_214_400
"""The last second that an entry may name: dates tell no later day."""
SECRET: Final[Mapping[str, bool]] = MappingProxyType({"secret": True})  # nosec B105 # says that a field is one
"""The metadata of a field that opens something else: it is in no copy of one's data."""


class Audience(StrEnum):
    """Who can open an entry. The letters stand in the sealed format."""

    NOTES = "N"
    BOTH = "B"
    WAITING = "W"


class Shred(StrEnum):
    """Who may make an entry unreadable for good.

    What opened for both at once is read as a whole, or not at all; only where its
    author may shred it, or its time is over, can a part be gone.
    """

    NEVER = "never"
    AUTHOR = "author"
    TIME = "time"


class Entry:
    """The payload of an entry: a frozen dataclass of plain values, made by `entry`.

    `kind` is the name that is sealed into the row and never changes once rows
    exist; `audience` and `shred` say who may open and who may shred it. Of a kind
    that opens `as_one`, what both put in opens together, when both have put in the
    one entry that decides.
    """

    __slots__ = ()

    kind: ClassVar[str]
    audience: ClassVar[Audience]
    shred: ClassVar[Shred]
    as_one: ClassVar[bool]

    def fits(self) -> bool:
        """Whether its values can be at all, whoever wrote them.

        Reading asks, writing does not: a rule says what may be written. An entry that
        was signed with values that cannot be is damaged, and no page has to expect it.
        What depends on another entry, as the number of options does, is for a fold.
        """
        return True

    @property
    def lasts(self) -> int:
        """The last second at which it is there.

        Of a kind that goes with `Shred.TIME` alone it is another one: after it an
        entry is gone for everybody, and missed by nobody.
        """
        return LAST


E = TypeVar("E", bound=Entry)


@dataclass_transform(
    kw_only_default=True, frozen_default=True, field_specifiers=(field,)
)
def entry(
    kind: str,
    audience: Audience,
    *,
    shred: Shred = Shred.NEVER,
    as_one: bool = False,
) -> Callable[[type[E]], type[E]]:
    """Declare a kind of entry in one line above its fields."""

    def declare(fields: type[E]) -> type[E]:
        declared = dataclass(frozen=True, slots=True, kw_only=True)(fields)
        declared.kind, declared.audience, declared.shred = kind, audience, shred
        declared.as_one = as_one
        return declared

    return declare
