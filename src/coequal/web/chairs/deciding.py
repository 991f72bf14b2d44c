"""Tell what two made-up people settled, by the very acts of real ones."""

from __future__ import annotations

from coequal.content.demo_decide import Logged, Outcome, Raised, Weighed
from coequal.core.decide.entries import Account, Question, Vote
from coequal.core.decide.matters import Matter
from coequal.core.people import Pair, Seat
from coequal.journal import clock
from coequal.people.pairs import Bond
from coequal.people.visits import Visit
from coequal.web.decide import diary, room


def settle(visits: Pair[Visit], bonds: Pair[Bond], raised: Raised) -> None:
    """Let somebody raise a question and, if they did, both weigh and settle it."""
    question = Question(
        text=raised.text,
        area=raised.area,
        meanwhile=raised.meanwhile,
        until=0,
        options=raised.options,
    )
    with clock.earlier(raised.days_ago * clock.DAY):
        qid = room.ask(bonds[raised.by], question)
    if raised.settled is not None:
        with clock.earlier(raised.settled.days_ago * clock.DAY):
            _weigh_and_settle(visits, bonds, qid, raised.settled)


def _weigh_and_settle(
    visits: Pair[Visit], bonds: Pair[Bond], qid: str, done: Outcome
) -> None:
    for seat in Seat:
        asked = _matter(bonds[seat], qid)
        room.weigh(bonds[seat], qid, _vote(asked, done.ballots[seat]))
    for seat in Seat:
        room.look(visits[seat], bonds[seat], _matter(bonds[seat], qid))
    room.propose(bonds[done.by], qid, done.option, "")
    other = bonds[done.by.other]
    for words in _matter(other, qid).proposals:
        room.say_yes(other, qid, words.ref)


def _vote(asked: Matter, weighed: Weighed) -> Vote:
    return Vote(
        question=asked.ref,
        added=asked.added,
        scores=weighed.scores,
        stake=weighed.stake,
        cannot=weighed.cannot,
        reason=weighed.reason,
    )


def _matter(bond: Bond, qid: str) -> Matter:
    found = room.find(bond, qid)
    assert found is not None
    return found


def log(bonds: Pair[Bond], logged: Logged) -> None:
    """Let somebody write a line, and each who has an account of it put it in."""
    with clock.earlier(logged.days_ago * clock.DAY):
        lid = diary.add(bonds[logged.by], logged.text, logged.area)
        for seat, told in ((Seat.A, logged.a), (Seat.B, logged.b)):
            line = diary.find(bonds[seat], lid)
            if told is not None and line is not None:
                account = Account(
                    line=line.ref, who=told.who, asked=told.asked, fine=told.fine
                )
                diary.tell(bonds[seat], lid, account)
