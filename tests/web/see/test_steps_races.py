"""Both look back at the same moment: one lawful outcome, the same for both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from tests.journal.test_twice_at_once import at_once
from tests.web.decide.race import REFUSED, _member

from coequal.content.demo import demo
from coequal.core.people import Pair, PairType
from coequal.core.see.small_steps import StepsStage
from coequal.journal import clock
from coequal.people import meeting, sessions
from coequal.people.pairs import Labels, PairMember
from coequal.web import sheets
from coequal.web.see import steps_store, story
from coequal.web.two import kept_steps

ROUNDS = 6
Act = Callable[[PairMember], None]


class Two:
    """Alice and Bob, without pages, two weeks after each wrote a small step."""

    def __init__(self) -> None:
        both = Pair(a=sessions.begin(), b=sessions.begin())
        mine = both.map(lambda one: sheets.free_or_new(one, PairType.PARTNERS))
        labels = Pair(
            a=Labels(other="Bob", own="Alice", sheet=mine.a),
            b=Labels(other="Alice", own="Bob", sheet=mine.b),
        )
        pair_id = meeting.pair_here(both, labels=labels, pair=PairType.PARTNERS)
        self.come = both.map(lambda one: partial(_member, one, pair_id))
        (sitting, *_) = demo(PairType.PARTNERS).sittings
        told = replace(sitting, happened=Pair(a=None, b=None), stay=())
        with clock.earlier(15 * clock.DAY):
            members = self.come.map(lambda come: come())
            story._sit_down(members, 1, told)

    def race(self, hers: Act, his: Act) -> list[object]:
        alice, bob = self.come.a(), self.come.b()
        return at_once(lambda: hers(alice), lambda: his(bob))

    def read(self) -> tuple[StepsStage, int]:
        """Return how far both are and how many steps they keep: the same for both."""
        found = [
            (
                steps_store.now(member).apart.both is not None,
                len(kept_steps.kept(member)),
            )
            for member in (self.come.a(), self.come.b())
        ]
        assert found[0] == found[1]
        is_open, kept = found[0]
        return (StepsStage.OPEN if is_open else StepsStage.ASK), kept


def all_stay(member: PairMember) -> None:
    steps = steps_store.now(member).steps
    steps_store.look_back(member, "yes", {one.ref for one in steps})


def let_go(ref: bytes) -> Act:
    """Let go of one step, whatever the other has let go of meanwhile."""
    return lambda member: steps_store.let_go(member, ref)


def test_both_look_back_at_once_and_it_opens(transactional_db: None) -> None:
    for _ in range(ROUNDS):
        two = Two()
        assert two.race(all_stay, all_stay) == [None, None]
        assert two.read() == (StepsStage.OPEN, 2)


def test_one_takes_back_while_the_other_answers(transactional_db: None) -> None:
    for _ in range(ROUNDS):
        two = Two()
        all_stay(two.come.a())
        came = two.race(steps_store.take_back, all_stay)
        stage, kept = two.read()
        taken = came[0] != REFUSED
        assert (stage, kept) == ((StepsStage.ASK, 0) if taken else (StepsStage.OPEN, 2))


def test_both_let_the_same_step_go(transactional_db: None) -> None:
    for _ in range(ROUNDS):
        two = Two()
        for come in (two.come.a, two.come.b):
            all_stay(come())
        same = let_go(kept_steps.kept(two.come.a())[0].ref)
        two.race(same, same)
        assert two.read() == (StepsStage.OPEN, 1)


@pytest.mark.parametrize("first", [0, 1])
def test_one_after_the_other_is_as_at_once(transactional_db: None, first: int) -> None:
    two = Two()
    comes = [two.come.a, two.come.b]
    for come in (comes[first], comes[1 - first]):
        all_stay(come())
    assert two.read() == (StepsStage.OPEN, 2)
