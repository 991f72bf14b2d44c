"""What waits for two people in this room: an offer of the other, and looking again."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from coequal.core.agree.agreements import AgreementStage, AgreementState
from coequal.core.agree.rules import words
from coequal.people.pairs import PairMember
from coequal.web.agree import states
from coequal.web.room import NextThing, Urgency


def next_things(member: PairMember) -> Iterator[NextThing]:
    """Yield what the other offers, and what the two look at again: alike for both."""
    for one in states.now(member):
        if one.stage is AgreementStage.OFFERED and one.offer.by is not member.seat:
            yield offered(member, one)
        elif one.stage is AgreementStage.LOOK:
            yield NextThing(
                urgency=Urgency.YES,
                title=_("Time to look again at something you agreed on."),
                about=_("It goes on only if you both say keep."),
                act=_("Read it"),
                page="agree:line",
                ids=(states.name(one),),
                thumb="agree",
                which=str(one.turn),
            )


def offered(member: PairMember, one: AgreementState) -> NextThing:
    """Return what the other offers.

    Who folded it away for a week has folded away the same words, offered once more.
    """
    return NextThing(
        urgency=Urgency.YES,
        title=_("%(name)s suggests you agree on something.") % {"name": member.label},
        about=_("Say yes, suggest other words, or leave it for now."),
        act=_("Read it"),
        page="agree:line",
        ids=(states.name(one),),
        thumb="agree",
        alike=words(one.entry),
    )
