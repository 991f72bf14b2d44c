"""A year of two people, lived through the doors that real people's acts go through.

Import it only after Django is set up: `lives.set_up`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import Final

from django.conf import settings

from coequal.content.demo import demo
from coequal.content.demo_decide import (
    DemoAnswer,
    DemoBallot,
    DemoLine,
    DemoOutcome,
    DemoQuestion,
)
from coequal.core.decide.diary import Who
from coequal.core.decide.entries import DiaryLine, Question
from coequal.core.people import Pair, PairType, Seat
from coequal.journal import clock, models
from coequal.people import accounts, invitations, joining, meeting, pairs, sessions
from coequal.people.asker import Asker
from coequal.people.pairs import Labels, PairMember
from coequal.people.sessions import Session
from coequal.sealed import codes
from coequal.sealed.closed import SHARE
from coequal.web import sheets
from coequal.web.decide import lines, states
from coequal.web.decide import story as decide_story
from coequal.web.notes import store as notes_store
from coequal.web.see import story as see_story

DAYS: Final = 365
NOBODYS: Final = Asker(browser=b"", network=b"")
NAMES: Final = Pair(a="Alex", b="Robin")
PARTS: Final = ("home", "money", "free_time", "people")
A_QUESTION: Final = 6  # itself, two ballots, what opened, a proposal, a yes
A_LINE: Final = 4  # itself, two answers, what opened
# Of 602 entries 42 questions, and 62 notes of each beside them: as a review had it.
QUESTIONS: Final = 42 / 602
NOTES: Final = 62 / 602
# Areas that two partners settle together: whom one sees is one's own.
AREAS: Final = ("", "home", "money", "free_time", "plans")
WHO: Final = tuple(Who)
TOLD: Final = ("yes", "partly", "no", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What a finished life holds, for whoever asks its pages; it lies beside it."""

    entries: int
    questions: int
    lines: int
    notes: int
    pair_id: str
    settled: str
    open: str
    line: str


def phrase(name: str) -> str:
    """Return the passphrase of one of the two."""
    return f"four plain words of {name}"


def live(entries: int) -> Life:
    """Let two people have so many entries that both can read, the last one today."""
    both = NAMES.map(_keep)
    members = _meet(both)
    _picture(members)
    left = entries - _shared(members) - 1  # one more for the question that is open
    settled = min(round(entries * QUESTIONS), left // A_QUESTION)
    lines, untold = divmod(left - settled * A_QUESTION, A_LINE)
    notes = round(entries * NOTES)
    acts = list(_acts(members, both, settled, lines, notes))
    for fraction, act in sorted(acts, key=itemgetter(0)):
        act(days_ago=round(DAYS * (1 - fraction)))
    decide_story.settle(members, _question(settled, days_ago=1, is_open=True))
    for number in range(lines, lines + untold):
        decide_story.log(members, _line(number, days_ago=0, is_told=False))
    found = _shared(members)
    assert found == entries, f"{found} entries where there were to be {entries}"
    life = _life(members.a, entries, notes)
    assert (life.questions, life.lines) == (settled + 1, lines + untold)
    _file().write_text(json.dumps(asdict(life)), encoding="utf-8")
    return life


def read_life() -> Life:
    """Return what the life of this home holds."""
    return Life(**json.loads(_file().read_text(encoding="utf-8")))


def _file() -> Path:
    return Path(settings.COEQUAL_HOME) / "life.json"


def _keep(name: str) -> Session:
    with clock.earlier((DAYS + 2) * clock.DAY):
        return accounts.keep(
            sessions.begin(), name=name, phrase=phrase(name), asker=NOBODYS
        )


def _meet(both: Pair[Session]) -> Pair[PairMember]:
    """Let one invite by a code, the other join, and the first check who came."""
    with clock.earlier((DAYS + 2) * clock.DAY):
        pair_id = invitations.invite(
            both.a,
            label=NAMES.b,
            own_label=NAMES.a,
            pair=PairType.PARTNERS,
            choose_sheet=partial(sheets.free_or_new, both.a, PairType.PARTNERS),
        )
        (invite,) = invitations.mine(both.a)
        code = codes.encode(invite.entry.code)
        keys = joining.look_up(code)
        joining.join(both.b, keys=keys, labels=_labels(both, Seat.B))
        meeting.meet(both.a, pair_id)
        return both.map(partial(_member, pair_id=pair_id))


def _labels(both: Pair[Session], seat: Seat) -> Labels:
    sheet = sheets.free_or_new(both[seat], PairType.PARTNERS)
    return Labels(other=NAMES[seat.other], own=NAMES[seat], sheet=sheet)


def _member(session: Session, pair_id: bytes) -> PairMember:
    member = pairs.member(session, pair_id)
    assert member is not None
    return member


def _picture(members: Pair[PairMember]) -> None:
    """Let both open the first sitting of the made-up pair, and put up one sign."""
    told = demo(PairType.PARTNERS)
    nothing: Pair[str | None] = Pair(a=None, b=None)
    put_up: Pair[tuple[str, ...]] = Pair(a=("backed",), b=("backed",))
    sitting = replace(
        told.sittings[0],
        days_ago=DAYS + 1,
        opens=Pair(a=PARTS, b=PARTS),
        steps=nothing,
        happened=Pair(a=None, b=None),
    )
    see_story.live(
        members, replace(told, sittings=(sitting,), evenings=nothing, put_up=put_up)
    )


Act = Callable[..., None]


def _acts(
    members: Pair[PairMember],
    both: Pair[Session],
    settled: int,
    lines: int,
    notes: int,
) -> Iterator[tuple[float, Act]]:
    """Yield what is done in the year, each with when, from 0 to 1."""
    for number in range(settled):
        yield (number + 0.5) / settled, partial(_settle, members, number)
    for number in range(lines):
        yield (number + 0.5) / lines, partial(_log, members, number)
    for number in range(notes):
        yield (number + 0.5) / notes, partial(_note, both, number)


def _settle(members: Pair[PairMember], number: int, *, days_ago: int) -> None:
    decide_story.settle(members, _question(number, days_ago=days_ago, is_open=False))


def _log(members: Pair[PairMember], number: int, *, days_ago: int) -> None:
    decide_story.log(members, _line(number, days_ago=days_ago, is_told=True))


def _note(both: Pair[Session], number: int, *, days_ago: int) -> None:
    with clock.earlier(days_ago * clock.DAY):
        for seat in Seat:
            text = f"Note {number}. " + "What a day, and what we said of it. " * 8
            notes_store.write(both[seat], number.to_bytes(16, "big"), text)


def _question(number: int, *, days_ago: int, is_open: bool) -> DemoQuestion:
    """Return a question like others, and how it was settled, if it was."""
    by = tuple(Seat)[number % 2]
    option, stakes = number % 3, (number % 4, number // 2 % 4)
    scores = [tuple((number * step + at) % 5 for at in range(3)) for step in (3, 2)]
    reason = "There is more of it than we both thought."
    ballots = Pair(
        a=DemoBallot(scores=scores[0], stake=stakes[0], reason=reason),
        b=DemoBallot(scores=scores[1], stake=stakes[1]),
    )
    done = DemoOutcome(days_ago=days_ago, by=by.other, option=option, ballots=ballots)
    return DemoQuestion(
        days_ago=days_ago + 2,
        by=by,
        text=f"Where do we spend weekend {number}?",
        area=AREAS[number % len(AREAS)],
        meanwhile="Nobody books anything.",
        options=("By the sea", "With our parents", "At home, in the garden"),
        settled=None if is_open else done,
    )


def _line(number: int, *, days_ago: int, is_told: bool) -> DemoLine:
    """Return a line like others, and how each of the two has it, if they say."""
    said = [
        DemoAnswer(
            who=WHO[number // step % len(WHO)],
            asked=TOLD[number // step % len(TOLD)],
            fine=TOLD[number % len(TOLD)],
        )
        for step in (1, 3)
    ]
    return DemoLine(
        days_ago=days_ago,
        by=tuple(Seat)[number % 2],
        text=f"We said yes to the street party, for the {number}th time.",
        area=AREAS[number % len(AREAS)],
        a=said[0] if is_told else None,
        b=said[1] if is_told else None,
    )


def _shared(members: Pair[PairMember]) -> int:
    """Count what is open to both; neither closed rows nor the dummies among them."""
    members.a.reading.forget()
    shares = models.Share.objects.filter(space=members.a.space_id)
    return sum(len(one) == SHARE for one in shares.values_list("share", flat=True))


def _life(member: PairMember, entries: int, notes: int) -> Life:
    member.reading.forget()
    asked = states.named(member, member.reading.refs(Question))
    written = lines.named(member, member.reading.refs(DiaryLine))
    settled = [one for one in asked if one.settled is not None]
    (waiting,) = (one for one in asked if one.settled is None)
    return Life(
        entries=entries,
        questions=len(asked),
        lines=len(written),
        notes=notes,
        pair_id=member.pair_id.hex(),
        settled=states.name(settled[len(settled) // 2]),
        open=states.name(waiting),
        line=lines.name(written[len(written) // 2]),
    )
