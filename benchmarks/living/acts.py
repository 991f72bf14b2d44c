"""What each act of a life costs. Import it only after Django is set up.

An act is a form that a browser sends. Whether it did what it is for is looked up
after each; what has to be there before it, is put there unmeasured.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from time import perf_counter
from typing import Any, Final
from unittest import mock

from django.urls import reverse

from coequal.core.decide.diary import Who
from coequal.core.decide.diary_lines import LineState
from coequal.core.decide.entries import DiaryAnswer, DiaryLine, Question, Vote
from coequal.core.decide.question_state import QuestionState
from coequal.core.people import Pair, Seat
from coequal.journal import spaces
from coequal.people.pairs import PairMember
from coequal.web import sheets
from coequal.web.decide import diary_views, lines, questions, states
from coequal.web.decide.forms import list_name, option_fields
from coequal.web.notes import store as notes_store
from coequal.web.see import answers_store
from living.clocked import cpu_ms
from living.visits import NOTES, Person, person, watched
from living.year import NAMES, Life, phrase

TIMES: Final = 7
OPTIONS: Final = ("By the sea", "With our parents", "At home")
ANSWERED: Final = "home.mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActCost:
    """What one act costs: ms of the processor and inside the lock, rows, queries."""

    name: str
    ms: float
    locked: float
    rows: int
    queries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A form as it is sent, and whether it did what it is for."""

    path: str
    fields: Mapping[str, str]
    did: Callable[[], bool]


def costs(life: Life) -> Iterator[ActCost]:
    """Yield what each act costs one of the two."""
    both = Pair(a=person(life, Seat.A), b=person(life, Seat.B))
    yield _cost("a ballot that opens", both.a, _ballots(both))
    yield _cost("an answer to a line", both.a, _answers_to_lines(both))
    yield _cost("a line of the diary", both.a, _lines(both.a))
    yield _cost("raising a question", both.a, _raised(both.a))
    yield _cost("an answer of a form", both.a, _answers(both.a))
    yield _cost("a note", both.a, _notes(both.a))


def _cost(name: str, me: Person, acts: Iterator[Sent]) -> ActCost:
    done = [_done(name, me, next(acts)) for _ in range(TIMES)]
    return ActCost(
        name=name,
        ms=min(one.ms for one in done),
        locked=min(one.locked for one in done),
        rows=done[-1].rows,
        queries=done[-1].queries,
    )


def _done(name: str, me: Person, sent: Sent) -> ActCost:
    with watched() as counted, lock_watched() as held:
        ms = cpu_ms(lambda: post(me, sent))
    assert sent.did(), f"{name}: sent, and it did nothing"
    return ActCost(
        name=name,
        ms=ms,
        locked=sum(held) * 1e3,
        rows=counted.rows,
        queries=counted.queries,
    )


def post(me: Person, sent: Sent) -> None:
    """Send a form that has to lead on."""
    page: Any = me.client.post(sent.path, sent.fields)
    assert page.status_code == 303, f"{sent.path}: {page.status_code}"


@contextmanager
def lock_watched() -> Iterator[list[float]]:
    """Collect for how many seconds spaces were locked inside.

    From when a lock is there to when what was written is on the disk.
    """
    held: list[float] = []
    starts: list[float] = []

    @contextmanager
    def locked(space: bytes) -> Iterator[None]:
        with real(space):
            starts.append(perf_counter())
            yield
        start = starts.pop()
        if not starts:  # one inside another is part of it
            held.append(perf_counter() - start)

    real = spaces.locked
    with mock.patch.object(spaces, "locked", locked):
        yield held


def state_of(member: PairMember, question_id: str) -> QuestionState:
    """Return a question as it is now."""
    member.reading.forget()
    found = states.find(member, question_id)
    assert found is not None
    return found


def asked(member: PairMember, text: str) -> str:
    """Raise a question and return its id."""
    member.reading.forget()
    question = Question(
        text=text, area="", meanwhile="Nobody books.", until=0, options=OPTIONS
    )
    return questions.ask(member, question)


def ballot(state: QuestionState, score: int) -> dict[str, str]:
    """Return a ballot as it is sent, that gives every option as much."""
    names = option_fields(state.question, state.added)
    given = dict.fromkeys(names, str(score))
    return {"list": list_name(state), "stake": "1", "reason": "Why not.", **given}


def _ballots(both: Pair[Person]) -> Iterator[Sent]:
    mine, theirs = both.a.member, both.b.member
    for number in range(TIMES):
        question = asked(theirs, f"Who drives, the {number}th time?")
        state = state_of(theirs, question)
        vote = Vote(
            question=state.ref,
            added=(),
            scores=(4, 1, 0),
            stake=2,
            cannot=(),
            reason="It is far.",
        )
        questions.weigh(theirs, question, vote)
        yield Sent(
            path=reverse("decide:weigh", args=[mine.pair_id.hex(), question]),
            fields=ballot(state_of(mine, question), 3),
            did=partial(_is_open, mine, question),
        )


def _is_open(member: PairMember, question_id: str) -> bool:
    return state_of(member, question_id).votes is not None


def _answers_to_lines(both: Pair[Person]) -> Iterator[Sent]:
    mine, theirs = both.a.member, both.b.member
    for number in range(TIMES):
        theirs.reading.forget()
        name = diary_views.add(theirs, f"We took the {number}th chair.", "")
        line = _line(theirs, name)
        answer = DiaryAnswer(line=line.ref, who=Who.BOTH, asked="yes", fine="yes")
        diary_views.tell(theirs, name, answer)
        yield Sent(
            path=reverse("decide:diary_line", args=[mine.pair_id.hex(), name]),
            fields={"who": "me", "asked": "yes", "fine": "no"},
            did=partial(_is_told, mine, name),
        )


def _is_told(member: PairMember, name: str) -> bool:
    return _line(member, name).told.both is not None


def _line(member: PairMember, name: str) -> LineState:
    member.reading.forget()
    found = lines.find(member, name)
    assert found is not None
    return found


def _lines(me: Person) -> Iterator[Sent]:
    path = reverse("decide:diary", args=[me.member.pair_id.hex()])
    for number in range(TIMES):
        text = f"We gave the {number}th chair away."
        yield Sent(
            path=path,
            fields={"text": text, "area": ""},
            did=partial(_is_written, me.member, text),
        )


def _is_written(member: PairMember, text: str) -> bool:
    member.reading.forget()
    return any(
        one.text == text for one in lines.named(member, member.reading.refs(DiaryLine))
    )


def _raised(me: Person) -> Iterator[Sent]:
    path = reverse("decide:raise", args=[me.member.pair_id.hex()])
    options = {f"option{at}": one for at, one in enumerate(OPTIONS, start=1)}
    for number in range(TIMES):
        text = f"Who cooks, the {number}th time?"
        fields = {"text": text, "meanwhile": "Whoever is hungry.", "ours": "on"}
        yield Sent(
            path=path,
            fields=fields | options,
            did=partial(_is_raised, me.member, text),
        )


def _is_raised(member: PairMember, text: str) -> bool:
    member.reading.forget()
    return any(
        one.question.text == text
        for one in states.named(member, member.reading.refs(Question))
    )


def form_path(me: Person) -> str:
    """Return the address of a question that one answers by oneself."""
    return reverse("see:question", args=[me.member.sheet.hex(), "short", 1])


def answered(me: Person) -> object:
    """Return what stands as the answer to it."""
    own = me.session.own
    given = answers_store.answers(own, sheets.find(own, me.member.sheet)).given
    return given.get(ANSWERED)


def _answers(me: Person) -> Iterator[Sent]:
    for number in range(TIMES):
        value = (number % 2) * 2
        yield Sent(
            path=form_path(me),
            fields={"a": str(value)},
            did=partial(_is_answered, me, value),
        )


def _is_answered(me: Person, value: int) -> bool:
    return answered(me) == value


def _notes(me: Person) -> Iterator[Sent]:
    me.client.post(NOTES, {"phrase": phrase(NAMES.a)})
    for number in range(TIMES):
        me.client.post(NOTES, {"to": "write", "leaf": ""})
        leaf = re.search(r'name="leaf" value="([^"]+)"', me.get(NOTES))
        assert leaf is not None
        text = f"Chair {number}. " + "There is room now where it stood." * 8
        yield Sent(
            path=NOTES,
            fields={"do": "save", "leaf": leaf[1], "text": text},
            did=partial(_is_kept, me, text),
        )


def _is_kept(me: Person, text: str) -> bool:
    return text in {one.text for one in notes_store.notes(me.session)}
