"""Half a year of two made-up people, for every type of pair: *try it as both*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from coequal.content.demo_agree import DemoAgreement, DemoBoundary
from coequal.content.demo_decide import DemoLine, DemoQuestion
from coequal.content.demo_file import Perhaps, RawSitting, demo_file
from coequal.content.files import text_of
from coequal.content.load import DEFAULT_LOCALE, content
from coequal.core.people import Pair, PairType, Seat
from coequal.core.see.answers import (
    Answers,
    Value,
    answers_to,
    check_pick,
    may_open,
)
from coequal.core.see.fold import next_page
from coequal.core.see.instrument import GUESS, Area, Instrument
from coequal.core.see.small_steps import HowItWent
from coequal.errors import Refused, Unsound

GUESSED: Final = "guess"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoSitting:
    """What both answered alone, so many days ago, and what came of it.

    `opens` holds the ids of the parts each opened, all four cards turned over;
    where it is not `opened` yet, those that each would pick. None for a line that
    somebody did not write. `happened` is how each looked back on their step, and
    `stay` whose steps both keep.
    """

    days_ago: int
    answers: Pair[Answers]
    opens: Pair[tuple[str, ...]]
    opened: bool
    steps: Pair[str | None]
    thanks: Pair[str | None]
    happened: Pair[HowItWent | None]
    stay: tuple[Seat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Two made-up people and their sittings, the earliest first.

    `evenings` says when each would like to look next. `noticed` holds the signs
    that each has marked, by id: 1 for sometimes, 2 for often; `put_up` those of
    them that each has put up. `questions` and `diary` are what they settle, and what
    was already decided; `agreements` is what they hold to,
    and `boundaries` what each has shown.
    """

    pair: PairType
    names: Pair[str]
    about: str
    sittings: tuple[DemoSitting, ...]
    evenings: Pair[str | None]
    noticed: Pair[Mapping[str, int]]
    put_up: Pair[tuple[str, ...]]
    questions: tuple[DemoQuestion, ...]
    diary: tuple[DemoLine, ...]
    agreements: tuple[DemoAgreement, ...]
    boundaries: tuple[DemoBoundary, ...]


@cache
def demo(pair: PairType, locale: str = DEFAULT_LOCALE) -> Story:
    """Return the story of two people of this type of pair.

    Raises `Unsound`, naming what is amiss, if the file of this installation is
    damaged.
    """
    return parsed_story(text_of(locale, "demo", f"{pair.value}.toml"))


def parsed_story(text: str, locale: str = DEFAULT_LOCALE) -> Story:
    """Return the story that a TOML text tells, or raise `Unsound`."""
    read = demo_file(text)
    form = content(read.pair, locale).instrument
    try:
        sittings = tuple(_sitting(form, sitting) for sitting in read.sittings)
        _check_areas(form, *(one.area for one in read.questions))
        _check_areas(form, *(one.area for one in read.diary))
    except Refused as refused:
        raise Unsound(f"demo: {refused}") from refused
    return Story(
        pair=read.pair,
        names=read.names,
        about=read.about,
        sittings=sittings,
        evenings=read.evenings.pair,
        noticed=read.noticed.map(MappingProxyType),
        put_up=read.put_up,
        questions=read.questions,
        diary=read.diary,
        agreements=read.agreements,
        boundaries=read.boundaries,
    )


def _check_areas(form: Instrument, *areas: str) -> None:
    for area in areas:
        if area not in {"", *(known.id for known in form.areas)}:
            raise Refused(f"{area}: no area of this form")


def _sitting(form: Instrument, read: RawSitting) -> DemoSitting:
    """Check a sitting by the rules that hold for everybody, or raise `Refused`."""
    answers = Pair(
        a=_answers(form, read.answers, Seat.A), b=_answers(form, read.answers, Seat.B)
    )
    for seat in Seat:
        page = next_page(form, answers[seat])
        if page is not None:
            raise Refused(f"{page.id}: expected an answer of {seat}")
        check_pick(read.opens[seat], may_open(form, answers[seat]))
    return DemoSitting(
        days_ago=read.days_ago,
        answers=answers,
        opens=read.opens,
        opened=read.opened,
        steps=read.steps.pair,
        thanks=read.thanks.pair,
        happened=read.happened.pair,
        stay=read.stay,
    )


def _answers(
    form: Instrument, rows: Mapping[str, Perhaps[tuple[Value, ...]]], seat: Seat
) -> Answers:
    """Return the answers of one person, in the order of the form."""
    given: dict[str, Value] = {}
    for name, row in rows.items():
        told = row.pair[seat]
        if told is not None:
            given.update(
                _guess(form, told) if name == GUESSED else _row(form, name, told)
            )
    known = answers_to(form, given).given
    ordered = {item.id: known[item.id] for item in form.items if item.id in known}
    return Answers(given=MappingProxyType(ordered))


def _guess(form: Instrument, told: tuple[Value, ...]) -> dict[str, int]:
    item = form.item(GUESS)
    named = {form.guessed(value): value for value in range(item.max)}
    if len(told) > 1 or not {*told} <= {*named}:
        raise Refused(f"{GUESSED}: expected one area of the short form, or none")
    return {GUESS: named[str(told[0])] if told else item.max}


def _row(
    form: Instrument, name: str, told: tuple[Value, ...]
) -> Iterator[tuple[str, Value]]:
    part = form.part(name)
    asked = part.open_ids if isinstance(part, Area) else part.items
    if len(told) != len(asked):
        raise Refused(f"{name}: expected {len(asked)} answers")
    return zip(asked, told, strict=True)
