"""Whatever one of the two writes, and in which order: the other agreed to what holds.

Everybody here has a program of their own: a row may name anything, be of any time, and
come from either. What stays is only what the journal itself guarantees: rows have an
author, and what is said apart opens once both have said it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tests.core.agree.agreed import AREAS, DAY, WEEK, at, calendar, line
from tests.core.two.said import Said, across, end, replies, yes

from coequal.core.agree.agreements import (
    LOOKING,
    AgreementStage,
    AgreementState,
    agreements,
)
from coequal.core.agree.entries import Agreement, GoOn
from coequal.core.people import Seat
from coequal.core.two.offers import offers

ALICE, BOB = Seat
WHO = st.sampled_from(Seat)
ENTRIES = st.builds(
    line,
    area=st.sampled_from(["home", "other", "phone"]),
    binds=st.sampled_from(["me", "both"]),
    weeks=st.sampled_from([4, 8]),
)


@dataclass(slots=True)
class Space:
    """The rows of the two, as Alice reads them."""

    offered: list[Said[Agreement]] = field(default_factory=list)
    said: list[Said[Any]] = field(default_factory=list)
    kept: list[Said[GoOn]] = field(default_factory=list)

    def read(self, seat: Seat, now: int) -> tuple[AgreementState, ...]:
        kept = [replace(one, open=self._is_open(one)) for one in self.kept]
        rows = (self.offered, replies(*self.said), kept)
        offered, said, kept = rows if seat is ALICE else map(across, rows)
        return agreements(offers(offered, said, seat), kept, at(now))

    def _is_open(self, one: Said[GoOn]) -> bool:
        """What both have said of the same thing is open."""
        return any(
            other.entry == one.entry and other.mine is not one.mine
            for other in self.kept
        )

    def by(self, who: Seat, rows: Iterable[Said[Any]]) -> list[Said[Any]]:
        return [one for one in rows if one.mine is (who is ALICE)]


class TwoPeople(RuleBasedStateMachine):
    """Alice and Bob, each by themselves, with any rows; and time goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.space, self.now, self.rows = Space(), 10 * DAY, 0

    def _ref(self) -> bytes:
        self.rows += 1
        return b"%d" % self.rows

    @rule(who=WHO, entry=ENTRIES, former=st.integers(0, 5), ago=st.integers(-3, 9))
    def offers_something(
        self, who: Seat, entry: Agreement, former: int, ago: int
    ) -> None:
        known = self.space.offered
        replaced = known[former].ref if former < len(known) else b""
        row = Said(
            entry=replace(entry, former=replaced),
            ref=self._ref(),
            at=self.now - ago * DAY,
            mine=who is ALICE,
        )
        self.space.offered.append(row)

    @rule(who=WHO, which=st.integers(0, 9), ago=st.integers(-3, 9))
    def says_yes_to_something(self, who: Seat, which: int, ago: int) -> None:
        for offer in self.space.offered[which : which + 1]:
            then = self.now - ago * DAY
            said = yes(self._ref(), offer.ref, mine=who is ALICE, at=then)
            self.space.said.append(said)

    @rule(who=WHO, which=st.integers(0, 9))
    def ends_something(self, who: Seat, which: int) -> None:
        for said in self.space.said[which : which + 1]:
            over = end(self._ref(), said.ref, mine=who is ALICE, at=self.now)
            self.space.said.append(over)

    @rule(
        who=WHO,
        which=st.integers(0, 9),
        turn=st.integers(1, 3),
        ago=st.integers(-3, 9),
    )
    def would_go_on_with_something(
        self, who: Seat, which: int, turn: int, ago: int
    ) -> None:
        for said in self.space.said[which : which + 1]:
            entry = GoOn(agreed=said.ref, turn=turn)
            then, mine = self.now - ago * DAY, who is ALICE
            row = Said(entry=entry, ref=self._ref(), at=then, mine=mine)
            self.space.kept.append(row)

    @rule(days=st.sampled_from([1, 6, 20, 28]))
    def time_goes_on(self, days: int) -> None:
        self.now += days * DAY

    @invariant()
    def both_said_yes_to_what_holds_and_to_each_time_it_went_on(self) -> None:
        for one in self._holding():
            for who in Seat:
                self._agreed_to(one, who)

    @invariant()
    def both_read_the_same(self) -> None:
        hers, his = (
            [replace(one, is_kept=False) for one in self.space.read(who, self.now)]
            for who in Seat
        )
        assert hers == his

    def _holding(self) -> list[AgreementState]:
        read = self.space.read(ALICE, self.now)
        return [one for one in read if one.stage is AgreementStage.HOLDS]

    def _agreed_to(self, one: AgreementState, who: Seat) -> None:
        said = self.space.by(who, self.space.said)
        wrote = {row.ref for row in self.space.by(who, self.space.offered)}
        assert one.ref in wrote or any(one.ref in row.answers for row in said)
        assert one.offer.agreed is not None
        assert not any(one.offer.agreed.ref in row.answers for row in said)
        assert one.entry.area in AREAS
        began = one.until - one.entry.weeks * one.turn * WEEK
        kept = self.space.by(who, self.space.kept)
        for turn in range(1, one.turn):
            until = calendar(began + DAY, one.entry.weeks * turn, "")
            assert any(
                row.entry == GoOn(agreed=one.offer.agreed.ref, turn=turn)
                and until < row.at <= until + LOOKING
                for row in kept
            )


def test_the_two_come_to_hold_to_something_for_a_second_time() -> None:
    two = TwoPeople()
    two.offers_something(ALICE, line(), 0, 0)
    two.says_yes_to_something(BOB, 0, 0)
    two.time_goes_on(28)
    assert not two._holding()
    for who in Seat:
        two.would_go_on_with_something(who, 0, 1, 0)
    (one,) = two._holding()
    assert one.turn == 2
    two.both_said_yes_to_what_holds_and_to_each_time_it_went_on()
    two.ends_something(ALICE, 0)
    assert not two._holding()


TestTwoPeople = TwoPeople.TestCase
TestTwoPeople.settings = settings(stateful_step_count=40)
