"""The room's part of a made-up story, lived by the acts of real people."""

from __future__ import annotations

from coequal.content.demo import Story
from coequal.content.demo_decide import DemoBallot, DemoLine, DemoOutcome, DemoQuestion
from coequal.core.decide.entries import DiaryAnswer, Question, Vote
from coequal.core.decide.question_state import QuestionState
from coequal.core.people import Pair, Seat
from coequal.journal import clock
from coequal.people.pairs import PairMember
from coequal.web.decide import diary_views, lines, questions, states
from coequal.web.two import first_seen


def live(members: Pair[PairMember], story: Story) -> None:
    """Let both raise, weigh and settle, and keep a diary, as the story has it."""
    for question in story.questions:
        settle(members, question)
    for line in story.diary:
        log(members, line)


def settle(members: Pair[PairMember], raised: DemoQuestion) -> None:
    """Let somebody raise a question and, if they did, both weigh and settle it."""
    question = Question(
        text=raised.text,
        area=raised.area,
        meanwhile=raised.meanwhile,
        until=0,
        options=raised.options,
    )
    with clock.earlier(raised.days_ago * clock.DAY):
        question_id = questions.ask(members[raised.by], question)
    if raised.settled is not None:
        with clock.earlier(raised.settled.days_ago * clock.DAY):
            _weigh_and_settle(members, question_id, raised.settled)


def _weigh_and_settle(
    members: Pair[PairMember], question_id: str, done: DemoOutcome
) -> None:
    # Both ballots before anybody looks: until then there is nothing to see.
    for seat in Seat:
        asked = _state(members[seat], question_id)
        vote = _vote(asked, done.ballots[seat])
        questions.weigh(members[seat], question_id, vote)
    for seat in Seat:
        weighed = _state(members[seat], question_id)
        opened = {weighed.ref: states.opened(members[seat], weighed)}
        first_seen.remember(members[seat], opened)
    questions.propose(members[done.by], question_id, done.option, "")
    other = members[done.by.other]
    for words in _state(other, question_id).proposals:
        questions.say_yes(other, question_id, words.ref)


def _vote(asked: QuestionState, weighed: DemoBallot) -> Vote:
    return Vote(
        question=asked.ref,
        added=asked.added,
        scores=weighed.scores,
        stake=weighed.stake,
        cannot=weighed.cannot,
        reason=weighed.reason,
    )


def _state(member: PairMember, question_id: str) -> QuestionState:
    """Return a question as it is now, whatever was read of it before."""
    member.reading.forget()
    found = states.find(member, question_id)
    assert found is not None
    return found


def log(members: Pair[PairMember], logged: DemoLine) -> None:
    """Let somebody write a line, and each who has an answer to it put it in."""
    with clock.earlier(logged.days_ago * clock.DAY):
        line_id = diary_views.add(members[logged.by], logged.text, logged.area)
        for seat, told in ((Seat.A, logged.a), (Seat.B, logged.b)):
            members[seat].reading.forget()
            line = lines.find(members[seat], line_id)
            if told is not None and line is not None:
                answer = DiaryAnswer(
                    line=line.ref, who=told.who, asked=told.asked, fine=told.fine
                )
                diary_views.tell(members[seat], line_id, answer)
