"""What somebody keeps of their pairs, and the one entry by which both are here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from coequal.content.demo import Story
from coequal.core.people import Pair, PairType
from coequal.journal import clock
from coequal.journal.door import Reading
from coequal.people import days, invited
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
from coequal.web.room import (
    PROGRAM,
    CopyOf,
    Fact,
    NextThing,
    Room,
    Urgency,
    Words,
)

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


def _was_asked(own: Reading) -> Iterator[NextThing]:
    """Yield what somebody read by a code and has not joined yet, by no name."""
    read = invited.current_in(own)
    if read is not None and invited.waits(read):
        yield NextThing(
            urgency=Urgency.YES,
            title=_now("You’ve been asked something."),
            about=_now("You answer, choose what to share, then join. Or let it be."),
            act=_now("Read it"),
            page="pairs:asked",
            thumb="invited",
            which=read.pair_id.hex(),
        )


def _story(members: Pair[PairMember], story: Story) -> None:
    """Let the first of two made-up people have chosen whose days count, as they met."""
    if is_known(THEIRS):
        with clock.earlier(story.sittings[0].days_ago * clock.DAY):
            days.choose(members.a.reading, THEIRS)


ROOM: Final = Room(
    name="pairs",
    kinds={
        Relation: Words(
            title=_("People you share with"),
            fields=LABELS,
            unsaid=frozenset(
                {
                    "space",
                    "pair_id",
                    "other",
                    "transcript",
                    "seat",
                    "sheet",
                    "left",
                    "camera",
                }
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
                    "camera",
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
    alone=_was_asked,
    forms={
        "days": ({"zone": "America/St_Johns"}, {"zone": "UTC"}),
        "meet": ({"zone": "Europe/Berlin"},),
        "us": ({"do": "fold", "thing": "0" * 64}, {"do": "unfold"}),
        "more": ({"pair": "0" * 32},),
        "invite": ({"label": "Dana", "own_label": "Me", "pair": "siblings"},),
        "invite_for": ({"label": "Dana", "own_label": "Me"},),
        "join": ({"code": "AAAA-BBBB-CCCC-DDDD", "camera": ""},),
        "asked": ({"do": "other"}, {"do": ""}),
        "keep_join": ({"asked": "0" * 32, "label": "Alice", "own_label": "Me"},),
    },
)
