"""Tell what two made-up people settled, by the very acts of real ones."""

from __future__ import annotations

from coequal.content.demo_decide import DemoBallot, DemoLine, DemoOutcome, DemoQuestion
from coequal.core.decide.entries import DiaryAnswer, Question, Vote
from coequal.core.decide.question_state import QuestionState
from coequal.core.people import Pair, Seat
from coequal.journal import clock
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.web.decide import actions, diary_actions


def settle(
    sessions: Pair[Session], members: Pair[PairMember], raised: DemoQuestion
) -> None:
    """Let somebody raise a question and, if they did, both weigh and settle it."""
    question = Question(
        text=raised.text,
        area=raised.area,
        meanwhile=raised.meanwhile,
        until=0,
        options=raised.options,
    )
    with clock.earlier(raised.days_ago * clock.DAY):
        question_id = actions.ask(members[raised.by], question)
    if raised.settled is not None:
        with clock.earlier(raised.settled.days_ago * clock.DAY):
            _weigh_and_settle(sessions, members, question_id, raised.settled)


def _weigh_and_settle(
    sessions: Pair[Session],
    members: Pair[PairMember],
    question_id: str,
    done: DemoOutcome,
) -> None:
    for seat in Seat:
        asked = _matter(members[seat], question_id)
        actions.weigh(members[seat], question_id, _vote(asked, done.ballots[seat]))
    for seat in Seat:
        actions.look(sessions[seat], members[seat], _matter(members[seat], question_id))
    actions.propose(members[done.by], question_id, done.option, "")
    other = members[done.by.other]
    for words in _matter(other, question_id).proposals:
        actions.say_yes(other, question_id, words.ref)


def _vote(asked: QuestionState, weighed: DemoBallot) -> Vote:
    return Vote(
        question=asked.ref,
        added=asked.added,
        scores=weighed.scores,
        stake=weighed.stake,
        cannot=weighed.cannot,
        reason=weighed.reason,
    )


def _matter(member: PairMember, question_id: str) -> QuestionState:
    found = actions.find(member, question_id)
    assert found is not None
    return found


def log(members: Pair[PairMember], logged: DemoLine) -> None:
    """Let somebody write a line, and each who has an account of it put it in."""
    with clock.earlier(logged.days_ago * clock.DAY):
        line_id = diary_actions.add(members[logged.by], logged.text, logged.area)
        for seat, told in ((Seat.A, logged.a), (Seat.B, logged.b)):
            line = diary_actions.find(members[seat], line_id)
            if told is not None and line is not None:
                account = DiaryAnswer(
                    line=line.ref, who=told.who, asked=told.asked, fine=told.fine
                )
                diary_actions.tell(members[seat], line_id, account)
