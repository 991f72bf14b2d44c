"""What somebody keeps of their pairs, and the one entry by which both are here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from coequal.content.demo import Story
from coequal.core.people import Pair, PairType
from coequal.people import days
from coequal.people.entries import (
    AtHome,
    Days,
    FoldedAway,
    Invite,
    Invited,
    Paired,
    PairPlace,
    Planned,
    Relation,
    Resting,
)
from coequal.people.pairs import PairMember
from coequal.people.zones import is_known
from coequal.web import pair_types
from coequal.web.room import PROGRAM, CopyOf, Fact, Room, Words

LABELS: Final = {
    "label": _("What you call this person"),
    "own_label": _("Your own name"),
}
THEIRS: Final = "Europe/London"
"""Whose days count for two made-up people."""
WHAT_THEY_ARE: Final = _("What you are to each other")


def _invite(data: Mapping[str, Any], of: CopyOf) -> list[Fact]:
    said = [(str(question), data[name]) for name, question in LABELS.items()]
    return [*said, *_paired(data, of)]


def _paired(data: Mapping[str, Any], _of: CopyOf) -> list[Fact]:
    return [(str(WHAT_THEY_ARE), str(pair_types.NAMES[PairType(data["pair"])]))]


def _story(members: Pair[PairMember], _story: Story) -> None:
    """Let the first of two made-up people have chosen whose days count."""
    if is_known(THEIRS):
        days.choose(members.a.reading, THEIRS)


ROOM: Final = Room(
    name="pairs",
    kinds={
        Relation: Words(
            title=_("People you share with"),
            fields=LABELS,
            unsaid=frozenset(
                {"space", "pair_id", "other", "transcript", "seat", "sheet", "left"}
            ),
        ),
        Invite: Words(title=_("Codes you made"), tell=_invite),
        Invited: Words(
            title=_("A code you read"),
            fields={"name": _("Who asks")},
            unsaid=frozenset(
                {
                    "find",
                    "pair_id",
                    "expiry",
                    "pair",
                    "role",
                    "sheet",
                    "instead",
                    "apart",
                }
            ),
        ),
        Paired: Words(title=WHAT_THEY_ARE, tell=_paired),
        Days: Words(title=_("Time zone of you two"), fields={"zone": ""}),
        PairPlace: PROGRAM,
        Resting: PROGRAM,
        AtHome: PROGRAM,
        FoldedAway: PROGRAM,
        Planned: PROGRAM,
    },
    story=_story,
    forms={
        "days": ({"zone": "America/St_Johns"}, {"zone": "UTC"}),
        "meet": ({"zone": "Europe/Berlin"},),
        "us": ({"do": "fold", "thing": "0" * 64}, {"do": "unfold"}),
        "more": ({"pair": "0" * 32},),
        "invite": ({"label": "Dana", "own_label": "Me", "pair": "siblings"},),
        "invite_for": ({"label": "Dana", "own_label": "Me"},),
        "join": ({"code": "AAAA-BBBB-CCCC-DDDD"},),
        "asked": ({"do": "other"}, {"do": ""}),
        "keep_join": ({"asked": "0" * 32, "label": "Alice", "own_label": "Me"},),
    },
)
