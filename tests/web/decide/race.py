"""Two people press at the same moment at one question of theirs.

Each race makes a pair of its own, lets both act at one starting shot, and checks that
what came of it could have come of one after the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from tests.journal.test_twice_at_once import at_once

from coequal.core.decide.entries import NO_OPTION, Question, Vote
from coequal.core.decide.question_state import QuestionState
from coequal.core.people import Pair, PairType
from coequal.journal import door as journal
from coequal.journal import models
from coequal.journal.entries import Opened
from coequal.people import meeting, pairs, sessions
from coequal.people.pairs import Labels, PairMember
from coequal.people.sessions import Session
from coequal.web.decide import questions, states

QUESTION: Final = Question(
    text="Where?", area="", meanwhile="Nothing.", until=0, options=("Here", "There")
)
REFUSED: Final = "refused"


class Two:
    """Alice and Bob, without pages, and the question that she raised."""

    def __init__(self) -> None:
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
        self.question_id = questions.ask(self.alice, QUESTION)

    @property
    def alice(self) -> PairMember:
        """Alice, as she comes anew."""
        return self._alice()

    @property
    def bob(self) -> PairMember:
        """Bob, as he comes anew."""
        return self._bob()

    def vote(self, *scores: int) -> Vote:
        """Weigh the list as it is."""
        state = _known(self.alice, self.question_id)
        return Vote(
            question=state.ref,
            added=state.added,
            scores=scores,
            stake=1,
            cannot=(),
            reason="",
        )

    def weighs(self, who: PairMember, *scores: int) -> Callable[[], bool]:
        vote = self.vote(*scores)
        return lambda: questions.weigh(who, self.question_id, vote)

    def weigh_both(self) -> None:
        for who in (self.alice, self.bob):
            self.weighs(who, 4, 0)()

    def propose(self, who: PairMember, text: str) -> bytes:
        questions.propose(who, self.question_id, NO_OPTION, text)
        return self.read().proposals[-1].ref

    def read(self) -> QuestionState:
        """Return what both read; it must be the same, and whole."""
        hers, his = (
            replace(_known(who, self.question_id), mine=None, before=None)
            for who in (self.alice, self.bob)
        )
        assert hers == his
        opened = self.alice.reading.read(Opened)
        space = self.alice.reading.access.space.id
        marks = models.StoredMark.objects.filter(space=space).count()
        assert len(opened) == marks == (hers.votes is not None)
        for who in (self.alice, self.bob):
            votes = [one for one in who.reading.read(Vote) if one.open]
            assert len(votes) == 2 * marks
        return hers


def _member(session: Session, pair_id: bytes) -> PairMember:
    member = pairs.member(session, pair_id)
    assert member is not None
    return member


def _known(who: PairMember, question_id: str) -> QuestionState:
    state = states.find(who, question_id)
    assert state is not None
    return state


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
    done = at_once(
        lambda: questions.withdraw(two.alice, two.question_id),
        two.weighs(two.bob, 0, 4),
    )
    opened = two.read().votes is not None
    assert (done, opened) in (([None, False], False), ([REFUSED, True], True))


def one_votes_and_the_other_adds_an_option() -> None:
    two = Two()
    two.weighs(two.alice, 4, 0)()
    done = at_once(
        lambda: questions.add(two.alice, two.question_id, "Elsewhere"),
        two.weighs(two.bob, 0, 4),
    )
    state = two.read()
    opened = state.votes is not None, len(state.options)
    assert (done, opened) in (
        ([None, REFUSED], (False, 3)),
        ([REFUSED, True], (True, 2)),
    )


def both_say_yes() -> None:
    two = Two()
    two.weigh_both()
    hers, his = two.propose(two.alice, "Hers"), two.propose(two.bob, "His")
    done = at_once(
        lambda: questions.say_yes(two.alice, two.question_id, his),
        lambda: questions.say_yes(two.bob, two.question_id, hers),
    )
    settled = two.read().settled
    assert settled is not None
    assert (done, settled.entry.text) in (
        ([None, REFUSED], "His"),
        ([REFUSED, None], "Hers"),
    )


def one_says_yes_and_the_other_takes_it_back() -> None:
    two = Two()
    two.weigh_both()
    ref = two.propose(two.bob, "His")
    done = at_once(
        lambda: questions.say_yes(two.alice, two.question_id, ref),
        lambda: questions.take_back(two.bob, two.question_id, ref),
    )
    state = two.read()
    stands = state.settled is not None, len(state.proposals)
    assert (done, stands) in (
        ([None, REFUSED], (True, 1)),
        ([REFUSED, None], (False, 0)),
    )


def one_votes_and_the_other_leaves() -> None:
    two = Two()
    two.weighs(two.alice, 4, 0)()
    space = two.alice.space_id
    done = at_once(lambda: journal.close(space), two.weighs(two.bob, 0, 4))
    opened = two.read().votes is not None
    assert (done, opened) in (([None, REFUSED], False), ([None, True], True))
    left = models.StoredRow.objects.filter(space=space, audience="W").count()
    assert left == (2 if opened else 0)


def one_votes_and_the_other_takes_the_question_back() -> None:
    two = Two()
    two.weighs(two.alice, 4, 0)()
    done = at_once(
        lambda: questions.retract(two.alice, two.question_id), two.weighs(two.bob, 0, 4)
    )
    state = two.read()
    assert (done, state.retracted, state.votes is not None) in (
        ([None, REFUSED], True, False),
        ([REFUSED, True], False, True),
    )
    left = models.StoredRow.objects.filter(space=two.alice.space_id, audience="W")
    assert left.count() == (0 if state.retracted else 2)


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
