"""Two people press at the same moment at one line of theirs.

Each race makes a pair of its own, lets both act at one starting shot, and checks that
what came of it could have come of one after the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from tests.journal.test_twice_at_once import at_once
from tests.web.agree.acts import LINE
from tests.web.decide.race import REFUSED, _member

from coequal.core.agree.agreements import AgreementState
from coequal.core.people import Pair, PairType
from coequal.journal import clock
from coequal.people import meeting, sessions
from coequal.people.pairs import Labels, PairMember
from coequal.web.agree import states

KEEP: Final = partial(states.keep, turn=1)
LET_GO: Final = partial(states.let_go, turn=1)


class Two:
    """Alice and Bob, without pages, and the line that she offered some days ago."""

    def __init__(self, days: int = 0, *, agreed: bool = True) -> None:
        one, other = sessions.begin(), sessions.begin()
        labels = Pair(
            a=Labels(other="Bob", own="Alice", sheet=b""),
            b=Labels(other="Alice", own="Bob", sheet=b""),
        )
        pair_id = meeting.pair_here(
            Pair(a=one, b=other), labels=labels, pair=PairType.PARTNERS
        )
        self._alice = partial(_member, one, pair_id)
        self._bob = partial(_member, other, pair_id)
        alice, bob = self.alice, self.bob
        with clock.earlier(days * clock.DAY):
            states.offer(alice, LINE)
            (offered,) = states.now(bob)
            self.ref = offered.ref
            if agreed:
                states.agree(bob, self.ref)

    @property
    def alice(self) -> PairMember:
        """Alice, as she comes anew."""
        return self._alice()

    @property
    def bob(self) -> PairMember:
        """Bob, as he comes anew."""
        return self._bob()

    def act(
        self, act: Callable[[PairMember, bytes], None], who: PairMember
    ) -> Callable[[], None]:
        return lambda: act(who, self.ref)

    def race(self, hers: Callable[..., None], his: Callable[..., None]) -> list[object]:
        """Let both do something to the line at once."""
        return at_once(self.act(hers, self.alice), self.act(his, self.bob))

    def read(self) -> dict[bytes, AgreementState]:
        """Return what both read; it must be the same, but for what is one's own."""
        hers, his = (
            [replace(one, is_kept=False) for one in states.now(who)]
            for who in (self.alice, self.bob)
        )
        assert hers == his
        return {one.ref: one for one in hers}

    @property
    def stage(self) -> str:
        state = self.read().get(self.ref)
        return "" if state is None else state.stage.name


def a_yes_and_taking_it_back() -> None:
    two = Two(agreed=False)
    done = two.race(states.take_back, states.agree)
    assert (done, two.stage) in (
        ([None, REFUSED], ""),
        ([REFUSED, None], "HOLDS"),
    )


def both_end_it() -> None:
    two = Two()
    done = two.race(states.stop, states.stop)
    assert sorted(map(str, done)) == ["None", REFUSED]
    assert two.stage == "OVER"


def both_keep_it() -> None:
    two = Two(28)
    assert two.race(KEEP, KEEP) == [None, None]
    assert two.stage == "HOLDS"
    assert two.read()[two.ref].turn == 2


def one_keeps_it_and_the_other_takes_theirs_back() -> None:
    two = Two(28)
    KEEP(two.bob, two.ref)
    done = two.race(KEEP, LET_GO)
    assert (done, two.stage) in (
        ([None, None], "LOOK"),
        ([None, REFUSED], "HOLDS"),
    )


def one_ends_it_and_the_other_says_yes_to_other_words() -> None:
    two = Two()
    new = replace(LINE, then="stop for soup", former=two.ref)
    states.offer(two.alice, new)
    (ref,) = set(two.read()) - {two.ref}
    bob = two.bob
    done = at_once(
        lambda: states.stop(two.alice, two.ref), lambda: states.agree(bob, ref)
    )
    assert done in ([None, None], [REFUSED, None])
    assert (two.stage, two.read()[ref].stage.name) == ("OVER", "HOLDS")


def both_offer_the_same() -> None:
    two = Two()
    states.stop(two.alice, two.ref)
    alice, bob = two.alice, two.bob
    done = at_once(lambda: states.offer(alice, LINE), lambda: states.offer(bob, LINE))
    assert REFUSED not in done
    assert len(two.read()) == 3


def one_offers_the_same_twice() -> None:
    two = Two()
    new = replace(LINE, then="sing")
    one, again = two.alice, two.alice
    done = at_once(lambda: states.offer(one, new), lambda: states.offer(again, new))
    assert sum(outcome == REFUSED for outcome in done) == 1
    assert len(two.read()) == 2


def one_ends_it_and_the_other_keeps_it() -> None:
    two = Two(28)
    done = two.race(states.stop, KEEP)
    assert done == [REFUSED, None]
    assert two.stage == "LOOK"


RACES: Final = (
    a_yes_and_taking_it_back,
    both_end_it,
    both_keep_it,
    one_keeps_it_and_the_other_takes_theirs_back,
    one_ends_it_and_the_other_says_yes_to_other_words,
    both_offer_the_same,
    one_offers_the_same_twice,
    one_ends_it_and_the_other_keeps_it,
)
