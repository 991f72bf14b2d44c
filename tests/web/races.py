"""Two people press at the same moment at one question of theirs.

Each race makes a pair of its own, lets both act at one starting shot, and checks that
what came of it could have come of one after the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from tests.journal.test_twice_at_once import at_once

from coequal.core.decide.entries import NO_OPTION, Question, Vote
from coequal.core.decide.matters import Matter
from coequal.core.people import Pair, PairType
from coequal.journal import door as journal
from coequal.journal import models
from coequal.journal.entries import Opened
from coequal.people import pairs, visits
from coequal.people.pairs import Bond, Labels
from coequal.people.visits import Visit
from coequal.web.decide import room

QUESTION: Final = Question(
    text="Where?", area="", meanwhile="Nothing.", until=0, options=("Here", "There")
)
REFUSED: Final = "refused"


class Two:
    """Alice and Bob, without pages, and the question that she raised."""

    def __init__(self) -> None:
        one, other = visits.begin(), visits.begin()
        labels = Pair(
            a=Labels(other="Bob", own="Alice", sheet=b""),
            b=Labels(other="Alice", own="Bob", sheet=b""),
        )
        iid = pairs.pair_here(
            Pair(a=one, b=other), labels=labels, pair=PairType.PARTNERS
        )
        self.alice, self.bob = _bond(one, iid), _bond(other, iid)
        self.qid = room.ask(self.alice, QUESTION)

    def vote(self, *scores: int) -> Vote:
        """Weigh the list as it is."""
        matter = _known(self.alice, self.qid)
        return Vote(
            question=matter.ref,
            added=matter.added,
            scores=scores,
            stake=1,
            cannot=(),
            reason="",
        )

    def weighs(self, who: Bond, *scores: int) -> Callable[[], bool]:
        vote = self.vote(*scores)
        return lambda: room.weigh(who, self.qid, vote)

    def weigh_both(self) -> None:
        for who in (self.alice, self.bob):
            self.weighs(who, 4, 0)()

    def propose(self, who: Bond, text: str) -> bytes:
        room.propose(who, self.qid, NO_OPTION, text)
        return self.read().proposals[-1].ref

    def read(self) -> Matter:
        """Return what both read; it must be the same, and whole."""
        hers, his = (
            replace(_known(who, self.qid), mine=None, before=None)
            for who in (self.alice, self.bob)
        )
        assert hers == his
        opened = journal.read(self.alice.viewer, Opened)
        space = self.alice.viewer.space.id
        marks = models.Mark.objects.filter(space=space).count()
        assert len(opened) == marks == (hers.votes is not None)
        for who in (self.alice, self.bob):
            votes = [one for one in journal.read(who.viewer, Vote) if one.open]
            assert len(votes) == 2 * marks
        return hers


def _bond(visit: Visit, iid: bytes) -> Bond:
    bond = pairs.bond(visit, iid)
    assert bond is not None
    return bond


def _known(who: Bond, qid: str) -> Matter:
    matter = room.find(who, qid)
    assert matter is not None
    return matter


def both_vote() -> None:
    two = Two()
    done = at_once(two.weighs(two.alice, 4, 0), two.weighs(two.bob, 0, 4))
    assert sorted(done, key=str) == [False, True]
    votes = two.read().votes
    assert votes is not None
    assert votes.map(lambda one: one.scores) == Pair(a=(4, 0), b=(0, 4))


def one_votes_and_the_other_changes() -> None:
    two = Two()
    two.weighs(two.alice, 4, 0)()
    done = at_once(two.weighs(two.alice, 1, 1), two.weighs(two.bob, 0, 4))
    votes = two.read().votes
    assert votes is not None
    assert (done, votes.a.scores) in (
        ([False, True], (1, 1)),
        ([REFUSED, True], (4, 0)),
    )


def one_votes_and_the_other_takes_it_out() -> None:
    two = Two()
    two.weighs(two.alice, 4, 0)()
    done = at_once(lambda: room.withdraw(two.alice, two.qid), two.weighs(two.bob, 0, 4))
    opened = two.read().votes is not None
    assert (done, opened) in (([None, False], False), ([REFUSED, True], True))


def one_votes_and_the_other_adds_an_option() -> None:
    two = Two()
    two.weighs(two.alice, 4, 0)()
    done = at_once(
        lambda: room.add(two.alice, two.qid, "Elsewhere"), two.weighs(two.bob, 0, 4)
    )
    matter = two.read()
    opened = matter.votes is not None, len(matter.options)
    assert (done, opened) in (
        ([None, REFUSED], (False, 3)),
        ([REFUSED, True], (True, 2)),
    )


def both_say_yes() -> None:
    two = Two()
    two.weigh_both()
    hers, his = two.propose(two.alice, "Hers"), two.propose(two.bob, "His")
    done = at_once(
        lambda: room.say_yes(two.alice, two.qid, his),
        lambda: room.say_yes(two.bob, two.qid, hers),
    )
    settled = two.read().settlement
    assert settled is not None
    assert (done, settled.text) in (
        ([None, REFUSED], "His"),
        ([REFUSED, None], "Hers"),
    )


def one_says_yes_and_the_other_takes_it_back() -> None:
    two = Two()
    two.weigh_both()
    ref = two.propose(two.bob, "His")
    done = at_once(
        lambda: room.say_yes(two.alice, two.qid, ref),
        lambda: room.take_back(two.bob, two.qid, ref),
    )
    matter = two.read()
    stands = matter.settlement is not None, len(matter.proposals)
    assert (done, stands) in (
        ([None, REFUSED], (True, 1)),
        ([REFUSED, None], (False, 0)),
    )


def one_votes_and_the_other_leaves() -> None:
    two = Two()
    two.weighs(two.alice, 4, 0)()
    space = two.alice.viewer.space.id
    done = at_once(lambda: journal.close(space), two.weighs(two.bob, 0, 4))
    opened = two.read().votes is not None
    assert (done, opened) in (([None, REFUSED], False), ([None, True], True))
    left = models.Row.objects.filter(space=space, audience="W").count()
    assert left == (2 if opened else 0)


def one_votes_and_the_other_takes_the_question_back() -> None:
    two = Two()
    two.weighs(two.alice, 4, 0)()
    done = at_once(lambda: room.retract(two.alice, two.qid), two.weighs(two.bob, 0, 4))
    matter = two.read()
    assert (done, matter.retracted, matter.votes is not None) in (
        ([None, REFUSED], True, False),
        ([REFUSED, True], False, True),
    )
    left = models.Row.objects.filter(space=two.alice.viewer.space.id, audience="W")
    assert left.count() == (0 if matter.retracted else 2)


RACES: Final = (
    both_vote,
    one_votes_and_the_other_changes,
    one_votes_and_the_other_takes_it_out,
    one_votes_and_the_other_adds_an_option,
    both_say_yes,
    one_says_yes_and_the_other_takes_it_back,
    one_votes_and_the_other_leaves,
    one_votes_and_the_other_takes_the_question_back,
)
