"""The files of the demo pairs, read strictly: they fit, or one line says what not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Generic, TypeVar

from coequal.content.demo_agree import (
    DemoAgreement,
    DemoBoundary,
    agreement_faults,
    boundary_faults,
)
from coequal.content.demo_decide import (
    DemoLine,
    DemoQuestion,
    diary_faults,
    line_faults,
    question_faults,
)
from coequal.content.files import check, from_toml
from coequal.content.signs import sign_words
from coequal.core.people import Pair, PairType, Seat
from coequal.core.see.answers import Value
from coequal.core.see.joint_entries import EVENING_LONGEST, STEP_LONGEST, THANKS_LONGEST
from coequal.core.see.sign_entries import Often
from coequal.core.see.small_steps import AFTER, HowItWent

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Perhaps(Generic[T]):
    """What each of the two has, where they have something."""

    a: T | None = None
    b: T | None = None

    @property
    def pair(self) -> Pair[T | None]:
        """The same for the two seats."""
        return Pair(a=self.a, b=self.b)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSitting:
    """One sitting; `answers` has a row a part: the answers in order of its items.

    The row of an area is my say, your say, the wish, and who decides more where the
    area asks it; the row `guess` names the
    one that both see the same way, or none for *I don't know*. `happened` is how each
    looked back on their step about two weeks later, and `stay` whose steps both keep.
    """

    days_ago: int
    opened: bool
    opens: Pair[tuple[str, ...]]
    answers: dict[str, Perhaps[tuple[Value, ...]]]
    steps: Perhaps[str] = field(default_factory=Perhaps)
    thanks: Perhaps[str] = field(default_factory=Perhaps)
    happened: Perhaps[HowItWent] = field(default_factory=Perhaps)
    stay: tuple[Seat, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RawStory:
    """The whole file of one type of pair, as it stands."""

    pair: PairType
    names: Pair[str]
    about: str
    evenings: Perhaps[str]
    noticed: Pair[dict[str, int]]
    put_up: Pair[tuple[str, ...]]
    sittings: tuple[RawSitting, ...]
    questions: tuple[DemoQuestion, ...] = ()
    diary: tuple[DemoLine, ...] = ()
    agreements: tuple[DemoAgreement, ...] = ()
    boundaries: tuple[DemoBoundary, ...] = ()


def demo_file(text: str) -> RawStory:
    """Return what a TOML text holds, or raise `Unsound`, naming what is amiss."""
    read = from_toml("demo", text, RawStory)
    check("demo", _faults(read))
    return read


def _faults(story: RawStory) -> Iterator[str]:
    """Yield what a well-formed file still gets wrong, in words."""
    if story.names.a == story.names.b:
        yield "names: expected two"
    days = [sitting.days_ago for sitting in story.sittings]
    if not days or min(days) < 0 or any(a <= b for a, b in pairwise(days)):
        yield "sittings: expected days_ago of 0 or more, the earliest first"
    if not all(sitting.opened for sitting in story.sittings[:-1]):
        yield "sittings: only the last may be still to open"
    for sitting in story.sittings:
        yield from _line_faults("steps", sitting.steps, STEP_LONGEST)
        yield from _line_faults("thanks", sitting.thanks, THANKS_LONGEST)
        yield from _look_back_faults(sitting)
        written = {*_written(sitting.steps), *_written(sitting.thanks)}
        if written and not sitting.opened:
            yield "sittings: steps and thanks come after opening"
    yield from _line_faults("evenings", story.evenings, EVENING_LONGEST)
    yield from _sign_faults(story.noticed.a, story.put_up.a)
    yield from _sign_faults(story.noticed.b, story.put_up.b)
    for question in story.questions:
        yield from question_faults(question)
    for line in story.diary:
        yield from diary_faults(line)
    for agreed in story.agreements:
        yield from agreement_faults(agreed)
    for boundary in story.boundaries:
        yield from boundary_faults(boundary)


def _written(lines: Perhaps[str]) -> list[str]:
    return [line for line in (lines.a, lines.b) if line is not None]


def _look_back_faults(sitting: RawSitting) -> Iterator[str]:
    said, steps = sitting.happened.pair, sitting.steps.pair
    both = [one for one in (said.a, said.b) if one is not None]
    if both and (len(both) < len(Seat) or sitting.days_ago < AFTER.days + 1):
        yield "sittings: both look back on their steps, more than two weeks later"
    if any(not both or steps[seat] is None for seat in sitting.stay):
        yield "sittings: only a step that was looked back on can stay"


def _line_faults(name: str, lines: Perhaps[str], longest: int) -> Iterator[str]:
    return line_faults(name, _written(lines), longest)


def _sign_faults(noticed: dict[str, int], put_up: tuple[str, ...]) -> Iterator[str]:
    for sign in sorted(noticed.keys() - {one.id for one in sign_words().signs}):
        yield f"noticed: there is no sign {sign}"
    if not set(noticed.values()) <= {Often.SOMETIMES, Often.OFTEN}:
        yield f"noticed: expected {Often.SOMETIMES} or {Often.OFTEN}"
    if not set(put_up) <= noticed.keys() or len(set(put_up)) < len(put_up):
        yield "put_up: expected signs that are noticed, each once"
