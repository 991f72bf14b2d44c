"""The areas of life of two people, by the type of their pair."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coequal.content.load import content
from coequal.content.versions import versions
from coequal.core.own_life import EVERYBODYS
from coequal.people.pairs import PairMember
from coequal.web.two.access import pair_type

OTHER = _("Something else")

OWN: Final[dict[str, Promise]] = dict(
    zip(
        EVERYBODYS,
        (
            _("Body, touch and sex"),
            _("Health"),
            _("Phones and messages"),
            _("Who each of us sees"),
            _("Where each of us is"),
            _("Money of our own"),
            _("Personal life"),
        ),
        strict=True,
    )
)
"""What nobody agrees on with anybody, whatever they are to each other."""


def titles(member: PairMember) -> dict[str, str]:
    """Return the title of each area to choose from, by id, in the order of the form."""
    areas = content(pair_type(member)).instrument.areas
    return {area.id: area.title for area in areas}


def all_titles(member: PairMember) -> dict[str, str]:
    """Return the same, and then those of areas that an earlier form had.

    What was decided there stays, and is told by the name it had.
    """
    known = titles(member)
    for one in versions(pair_type(member)):
        for area in one.instrument.areas:
            known.setdefault(area.id, area.title)
    return known
