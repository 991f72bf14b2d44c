"""Agreements as one of the two reads them: lines, their yes, and who would go on."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from hypothesis import strategies as st
from tests.core.two.said import Said, replies

from coequal.core.agree.agreements import (
    LOOKING,
    AgreementState,
    Now,
    agreements,
)
from coequal.core.agree.entries import Agreement, GoOn
from coequal.core.people import Seat
from coequal.core.two.offers import offers

DAY: Final = 24 * 60 * 60
WEEK: Final = 7 * DAY
AREAS: Final = frozenset({"home", "money", "other"})
LINE: Final = Agreement(
    binds="both",
    area="home",
    when="When it gets loud,",
    then="one of us says tea, and we go on at eight.",
    my_limit="",
    your_limit="",
    weeks=4,
    zone="UTC",
    former=b"",
)
MINE: Final = Said(entry=LINE, ref=b"mine")
THEIRS: Final = Said(entry=LINE, ref=b"theirs", mine=False)
AGREED: Final = Said(entry=LINE, ref=b"o", at=10 * DAY)
END: Final = 38 * DAY - 1
"""The last second of the four weeks that begin on day 10."""


def calendar(second: int, weeks: int, _zone: str) -> int:
    """Days as universal time has them."""
    return (second // DAY + 7 * weeks) * DAY - 1


def at(second: int, areas: frozenset[str] = AREAS) -> Now:
    return Now(at=second, calendar=calendar, areas=areas)


def keep(
    turn: int = 1, *, mine: bool, when: int = END + 1, is_open: bool = True
) -> Said[GoOn]:
    """Would go on from the yes to `AGREED`."""
    ref = b"k%d%d" % (turn, mine)
    entry = GoOn(agreed=b"yes", turn=turn)
    return Said(entry=entry, ref=ref, at=when, mine=mine, open=is_open)


def both_keep(turn: int = 1, when: int = END + 1) -> list[Said[GoOn]]:
    return [keep(turn, mine=mine, when=when) for mine in (True, False)]


def stands(
    *offered: Said[Agreement],
    said: tuple[Said, ...] = (),  # type: ignore[type-arg]
    kept: list[Said[GoOn]] | None = None,
    now: Now | None = None,
    seat: Seat = Seat.A,
) -> list[AgreementState]:
    found = offers(offered, replies(*said), seat)
    return list(agreements(found, kept or [], now or at(10 * DAY)))


def line(**changed: object) -> Agreement:
    return replace(LINE, **changed)  # type: ignore[arg-type]


LINES: Final = st.builds(
    line,
    area=st.sampled_from(["home", "money", "body"]),
    binds=st.sampled_from(["me", "both"]),
    weeks=st.sampled_from([4, 8]),
    former=st.sampled_from([b"", b"o0", b"o1"]),
)
KEPT: Final = st.lists(
    st.builds(
        Said,
        ref=st.integers(0, 9).map(lambda n: b"k%d" % n),
        entry=st.builds(
            GoOn,
            agreed=st.sampled_from([b"y0", b"y1", b"y2"]),
            turn=st.integers(1, 3),
        ),
        at=st.sampled_from([0, 28 * DAY, 28 * DAY + LOOKING, 56 * DAY, 60 * DAY]),
        mine=st.booleans(),
        open=st.booleans(),
    ),
    unique_by=lambda one: one.ref,
    max_size=8,
)
MOMENTS: Final = st.sampled_from([5, 20 * DAY, 29 * DAY, 50 * DAY, 58 * DAY, 90 * DAY])
