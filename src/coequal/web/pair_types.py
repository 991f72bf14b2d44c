"""What two people can be to each other, as people choose it, and what fits whom."""

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
class DoorGroup:
    """A few doors of a home under one word: the pages that they lead to."""

    title: Promise | str
    doors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeHome:
    """What the home of one type of pair is like.

    `groups` hold its doors, in this order; what does not fit a type is not among them.
    `quiet` is read when nothing waits. `between` is read by those who live or belong
    together with others, who are not here. After `again_after` days the two are asked
    whether they would look again.
    """

    groups: tuple[DoorGroup, ...]
    quiet: Promise | str
    again_after: int
    between: Promise | str = ""

    @property
    def doors(self) -> tuple[str, ...]:
        """All pages that this home leads to, in order."""
        return tuple(page for group in self.groups for page in group.doors)


_SEE: Final = DoorGroup(title=_("See"), doors=("see:picture", "see:card", "see:choose"))
_KEEP: Final = DoorGroup(
    title=_("Keep it going"), doors=("keep:lines", "month:taps", "season:season")
)
_AGREE: Final = DoorGroup(
    title=_("Agree"), doors=("agree:agreed", "see:steps", "boundaries:shown")
)
_TALK: Final = DoorGroup(title=_("Talk"), doors=("see:board", "see:evening"))
_BETWEEN: Final = _("This is just between you two. The others aren’t part of it.")


def _decide(*besides: str) -> DoorGroup:
    return DoorGroup(title=_("Decide"), doors=("decide:questions", *besides))


_APART: Final = (_SEE, _KEEP, _decide(), _AGREE, _TALK)
"""Of those who share no household."""

ALL_QUIET: Final = _("All quiet.")

HOMES: Final[dict[PairType, TypeHome]] = {
    PairType.PARTNERS: TypeHome(
        groups=(_SEE, _decide("decide:diary"), _KEEP, _AGREE, _TALK),
        quiet=_("Nothing’s waiting for you two. Have a good evening."),
        again_after=91,
    ),
    PairType.FRIENDS: TypeHome(
        groups=_APART,
        quiet=_("Nothing’s waiting for you two. Enjoy your next time together."),
        again_after=182,
    ),
    PairType.SIBLINGS: TypeHome(
        groups=_APART,
        quiet=_("Nothing’s waiting for you two. Enjoy your next call."),
        again_after=182,
        between=_BETWEEN,
    ),
    PairType.PARENT_CHILD: TypeHome(
        groups=_APART,
        quiet=_("Nothing’s waiting for you two. Enjoy your next call."),
        again_after=182,
    ),
    PairType.FLATMATES: TypeHome(
        groups=(_SEE, _decide("decide:lead", "decide:diary"), _KEEP, _AGREE),
        quiet=_("Nothing’s waiting for you two. Put the kettle on."),
        again_after=91,
        between=_BETWEEN,
    ),
}


def home(pair: PairType | None) -> TypeHome:
    """Return what the home of a type is like; of partners where it is not known."""
    return HOMES[pair or PairType.PARTNERS]


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
