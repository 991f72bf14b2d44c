"""The room's part of a made-up story: half a year of taps, by the acts of real people.

Each step stands for one line of a month, in the order of the lines; a dot is no tap.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from coequal.content.demo import Story
from coequal.core.month.check_in import CheckIn, Facet
from coequal.core.month.months import first_of, up_to
from coequal.core.month.taps import TENDER
from coequal.core.people import Pair, PairType, Seat
from coequal.journal import clock
from coequal.people import zones
from coequal.people.pairs import PairMember
from coequal.web.month import store
from coequal.web.two import first_seen

_A: Final = MappingProxyType(
    {
        PairType.PARTNERS: "32345 33345 4334. 43455 54455 55456",
        PairType.FRIENDS: "45.56 44.56 35.45 44.56 55.56 55.66",
        PairType.SIBLINGS: "23233 33133 33234 43234 44344 44345",
        PairType.PARENT_CHILD: "34345 33344 34445 45445 44455 45456",
        PairType.FLATMATES: "43244 44334 44344 54444 54454 55455",
    }
)
_B: Final = MappingProxyType(
    {
        PairType.PARTNERS: "45345 55355 45445 45455 55556 55556",
        PairType.FRIENDS: "55.55 54.45 44.46 55.56 55.66 56.66",
        PairType.SIBLINGS: "34354 33343 44344 44445 54445 55455",
        PairType.PARENT_CHILD: "32344 33344 43345 34445 44455 54556",
        PairType.FLATMATES: "44454 45354 4544. 55445 55455 55556",
    }
)
_TAPS: Final = Pair(a=_A, b=_B)
_HIDDEN: Final = Pair(a=TENDER, b=frozenset({Facet.APPRECIATED}))
"""Who hides what may differ: what opens is what both share."""


def live(members: Pair[PairMember], story: Story) -> None:
    """Let both tap once a month for half a year, and look at each month."""
    months = _TAPS.map(lambda of: of[story.pair].split())
    before = up_to(store.this_month(members.a), len(months.a) + 1)[:-1]
    for at, month in enumerate(before):
        evening = zones.last_second(first_of(month), members.a.zone) - 4 * clock.HOUR
        with clock.earlier(clock.now() - evening):
            for seat in Seat:
                _tap(members[seat], months[seat][at], _HIDDEN[seat])
            for seat in Seat:
                _look(members[seat], month)


def _tap(member: PairMember, told: str, hidden: frozenset[Facet]) -> None:
    steps = {
        facet.value: None if step == "." else int(step)
        for facet, step in zip(Facet, told, strict=True)
    }
    said = CheckIn(**steps)
    store.keep(member.own, member.sheet, store.this_month(member), said)
    store.send(member, said, set(Facet) - hidden)


def _look(member: PairMember, month: str) -> None:
    # The other has sent since: what was read before that is no longer so.
    member.reading.forget()
    found = store.opened_months(member)
    first_seen.remember(member, {store.about(month): found[month].refs})
