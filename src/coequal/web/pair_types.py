"""What two people can be to each other, as people choose it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.entries import Sheet

NAMES: Final[dict[PairType, Promise | str]] = {
    PairType.PARTNERS: _("Partners"),
    PairType.FRIENDS: _("Friends"),
    PairType.SIBLINGS: _("Brothers and sisters"),
    PairType.PARENT_CHILD: _("A parent and a grown child"),
    PairType.FLATMATES: _("Flatmates"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """One type of pair to choose, perhaps with which of the two one is."""

    value: str
    name: str
    role: str = ""


def all_of() -> list[Type]:
    """Return all types, in the order they are offered."""
    return [Type(value=pair.value, name=str(name)) for pair, name in NAMES.items()]


def with_roles() -> list[Type]:
    """Return all types, those with roles once for each role."""
    return [one for pair in NAMES for one in _as_roles(pair)]


def _as_roles(pair: PairType) -> list[Type]:
    name, roles = str(NAMES[pair]), content(pair).form.roles
    return [
        Type(value=f"{pair} {role}", name=name, role=words.title)
        for role, words in roles.items()
    ] or [Type(value=pair.value, name=name)]


def choices() -> list[tuple[str, Promise | str]]:
    """Return the types as a form field takes them."""
    return [(pair.value, name) for pair, name in NAMES.items()]


def name(sheet: Sheet) -> str:
    """Name the type of one sheet."""
    return str(NAMES[PairType(sheet.pair)])
