"""What became of what two people agreed on, in some time."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from tests.core.agree.agreed import (
    AGREED,
    DAY,
    END,
    KEPT,
    LINES,
    MOMENTS,
    at,
    line,
    stands,
)
from tests.core.two.said import SEATS, Said, Scene, across, end, scenes, yes

from coequal.core.agree.agreements import AgreementStage, agreements
from coequal.core.agree.entries import GoOn
from coequal.core.people import Seat
from coequal.core.season.lately import Went, lately
from coequal.core.two.offers import offers

YES = yes(b"yes", b"o", at=11 * DAY)


def went(*said: Said, now: int, since: int = 0) -> list[Went]:  # type: ignore[type-arg]
    known = stands(AGREED, said=said, now=at(now))
    return [how for _, how in lately(known, since)]


def test_what_holds_is_still_on() -> None:
    assert went(YES, now=20 * DAY) == [Went.ON]


def test_what_nobody_said_yes_to_is_not_among_them() -> None:
    assert went(now=20 * DAY) == []


def test_what_has_ended_by_itself_has_run_its_course() -> None:
    for days in (40, 60):
        assert went(YES, now=days * DAY) == [Went.RUN]


def test_what_one_ended_reads_like_an_end_by_time() -> None:
    for mine in (True, False):
        ended = end(b"e", b"yes", mine=mine, at=15 * DAY)
        assert went(YES, ended, now=20 * DAY) == [Went.RUN]


def test_what_was_over_before_is_not_among_them() -> None:
    ended = end(b"e", b"yes", at=15 * DAY)
    assert went(YES, ended, now=60 * DAY, since=16 * DAY) == []
    assert went(YES, ended, now=60 * DAY, since=15 * DAY) == [Went.RUN]
    assert went(YES, now=60 * DAY, since=50 * DAY) == []


def test_what_was_ended_after_its_time_has_run_its_course() -> None:
    ended = end(b"e", b"yes", at=END + 10 * DAY)
    assert went(YES, ended, now=60 * DAY) == [Went.RUN]


def test_what_gave_way_to_other_words_is_told_once() -> None:
    new = Said(entry=line(former=b"o"), ref=b"new", at=12 * DAY)
    known = stands(AGREED, new, said=(YES, yes(b"yes2", b"new")), now=at(20 * DAY))
    assert [(one.ref, how) for one, how in lately(known, 0)] == [(b"new", Went.ON)]


def test_what_is_in_doubt_is_not_among_them() -> None:
    found = stands(AGREED, said=(YES,), now=at(20 * DAY))
    doubt = [replace(one, stage=AgreementStage.DOUBT) for one in found]
    assert lately(doubt, 0) == []


@given(scene=scenes(LINES), kept=KEPT, seat=SEATS, now=MOMENTS, since=MOMENTS)
def test_both_read_the_same(
    scene: Scene,
    kept: list[Said[GoOn]],
    seat: Seat,
    now: int,
    since: int,  # type: ignore[type-arg]
) -> None:
    def read(one: Scene, said: list[Said[GoOn]], me: Seat) -> list[tuple[bytes, Went]]:  # type: ignore[type-arg]
        found = offers(one.offered, one.replies, me)
        known = agreements(found, said, at(now))
        return [(state.ref, how) for state, how in lately(known, since)]

    mirrored = [one.across for one in kept]
    assert read(scene, kept, seat) == read(across(scene), mirrored, seat.other)
