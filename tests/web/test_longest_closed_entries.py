"""All that is closed takes one size: what is lawful fits, and more is said in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Final

import pytest
from tests.journal.cast import Couple
from tests.journal.conftest import couple

from coequal.content.guess import guess_words
from coequal.content.load import content
from coequal.core.agree.entries import MOST_TURNS, GoOn
from coequal.core.decide.ballot import check_ballot
from coequal.core.decide.constants import HIGHEST, MOST
from coequal.core.decide.diary import Who
from coequal.core.decide.entries import HOW_FAR, DiaryAnswer, Review, Vote
from coequal.core.decide.limits import MOST_OPTIONS, REASON_LONGEST, REVIEW_LONGEST
from coequal.core.decide.question_state import ballot_of
from coequal.core.entry import Audience, Entry
from coequal.core.guess.entries import SAID, Guessed
from coequal.core.keep.entries import BitMuch, Lines
from coequal.core.keep.lines import LONGEST as LINE_LONGEST
from coequal.core.keep.lines import Three, check_lines
from coequal.core.lines import NoLine, one_line
from coequal.core.month.check_in import TOP, Facet
from coequal.core.month.entries import NOTHING, SENT, SharedTap
from coequal.core.people import PairType
from coequal.core.see.answers import NA, SKIP, checked_value
from coequal.core.see.entries import MOST_TIMES, Opening
from coequal.core.see.instrument import Item
from coequal.core.see.sign_entries import Often, PutUp
from coequal.core.see.small_steps import HowItWent, LookedBack, StepStays
from coequal.errors import Refused
from coequal.journal import clock, payloads, writing
from coequal.journal.access import SpaceAccess
from coequal.sealed.box import CLOSED, OVERHEAD
from coequal.sealed.payload import Payload
from coequal.web.decide.states import MOST_ADDED
from coequal.web.rooms import WORDS
from coequal.web.see.signs_store import signs
from coequal.web.two.refusals import SHARED

__all__ = ["couple"]

REF: Final = bytes(32)
WIDE: Final = "\N{MATHEMATICAL FRAKTUR SMALL A}"
"""A letter of four bytes: none takes more."""
LATE: Final = 2**40
"""A time in unix seconds, and a number of rounds, that nobody will see."""


def vote() -> Vote:
    """A ballot on as many options as fit, of which as many as can be were added."""
    every = tuple(range(MOST_OPTIONS))
    ballot = Vote(
        question=REF,
        added=(REF,) * MOST_ADDED,
        scores=(HIGHEST,) * MOST_OPTIONS,
        stake=MOST,
        cannot=every,
        reason=one_line(WIDE * REASON_LONGEST, longest=REASON_LONGEST),
    )
    check_ballot(ballot_of(ballot), options=MOST_OPTIONS)
    return ballot


def review() -> Review:
    text = one_line(WIDE * REVIEW_LONGEST, longest=REVIEW_LONGEST)
    return Review(settled=REF, text=text)


def diary_answer() -> DiaryAnswer:
    who, said = max(Who, key=len), max(HOW_FAR, key=len)
    answer = DiaryAnswer(line=REF, who=who, asked=said, fine=said)
    assert answer.fits()
    return answer


def opening() -> Opening:
    """The part of any form in which most is said."""
    return max(_openings(), key=lambda one: len(str(payloads.to_data(one))))


def _openings() -> Iterator[Opening]:
    for pair in PairType:
        form = content(pair).instrument
        for part in form.parts:
            values = {
                replace(item, revision=MOST_TIMES).wording: _longest(item)
                for item in form.open_items(part)
            }
            yield Opening(area=part.id, round=LATE, version=MOST_TIMES, values=values)


def _longest(item: Item) -> int | str:
    answers: list[int | str] = [item.min, item.max, NA, SKIP]
    checked = [checked_value(item, one) for one in answers]
    return max(checked, key=lambda one: len(repr(one)))


def put_up() -> PutUp:
    sign = max((one.id for one in signs()), key=len)
    return PutUp(sign=sign, round=LATE, often=max(Often).value)


def guessed() -> Guessed:
    cards = (card.id for pair in PairType for card in guess_words(pair).cards)
    own = max(SAID, key=len)
    return Guessed(dealt=REF, card=max(cards, key=len), own=own, guess=own)


def lines() -> Lines:
    text = WIDE * LINE_LONGEST
    three = check_lines(Three(good=text, much=text, wish=text))
    return Lines(day="2026-12-06", good=three.good, wish=three.wish)


def bit_much() -> BitMuch:
    return BitMuch(day="2026-12-06", text=WIDE * LINE_LONGEST, until=LATE)


def go_on() -> GoOn:
    return GoOn(agreed=REF, turn=MOST_TURNS)


def shared_tap() -> SharedTap:
    longest = max([*Facet, SENT, NOTHING], key=len)
    return SharedTap(month="2026-12", facet=longest, step=TOP)


def looked_back() -> LookedBack:
    entry = LookedBack(steps=(REF, REF), happened=max(HowItWent, key=len).value)
    assert entry.fits()
    return entry


def step_stays() -> StepStays:
    return StepStays(step=REF, steps=(REF, REF))


LONGEST: Final[dict[type[Entry], Callable[[], Entry]]] = {
    Vote: vote,
    Review: review,
    DiaryAnswer: diary_answer,
    Opening: opening,
    PutUp: put_up,
    Guessed: guessed,
    Lines: lines,
    BitMuch: bit_much,
    GoOn: go_on,
    SharedTap: shared_tap,
    LookedBack: looked_back,
    StepStays: step_stays,
}
WITH_WORDS: Final = [
    kind for kind in LONGEST if any(one.type == "str" for one in fields(kind))
]


def left(entry: Entry) -> int:
    """Return how many bytes more an entry could have: the format's sum, anew."""
    payload = Payload(
        v=1,
        subject=REF,
        answers=(),
        follows=(),
        at=LATE,
        data=payloads.to_data(entry),
    )
    length, salt, signature = 4, 16, 1 + 64
    return CLOSED - length - salt - signature - len(payload.encode())


def longer(entry: Entry, letters: int) -> Entry:
    """Write more into the first text of an entry."""
    name = next(one.name for one in fields(entry) if one.type == "str")  # type: ignore[arg-type]
    text = getattr(entry, name) + "x" * letters
    return replace(entry, **{name: text})  # type: ignore[type-var]


@pytest.fixture
def access(couple: Couple, monkeypatch: pytest.MonkeyPatch) -> SpaceAccess:
    monkeypatch.setattr(clock, "now", lambda: LATE)
    return couple.her


def sealed(access: SpaceAccess, entry: Entry) -> int:
    """Seal an entry, and return how many bytes that takes."""
    return len(writing.seal(access, entry, subject=REF).row.sealed)


def test_every_closed_kind_has_its_longest_here() -> None:
    closed = {kind for kind in WORDS if kind.audience is Audience.WAITING}
    assert closed == LONGEST.keys()


@pytest.mark.parametrize("kind", LONGEST, ids=lambda kind: kind.kind)
def test_the_longest_that_is_lawful_fits(
    kind: type[Entry], access: SpaceAccess
) -> None:
    assert sealed(access, LONGEST[kind]()) == CLOSED + OVERHEAD


@pytest.mark.parametrize("kind", WITH_WORDS, ids=lambda kind: kind.kind)
def test_one_byte_more_than_fits_is_refused_with_a_reason_that_pages_know(
    kind: type[Entry], access: SpaceAccess
) -> None:
    entry = LONGEST[kind]()
    assert sealed(access, longer(entry, left(entry))) == CLOSED + OVERHEAD
    with pytest.raises(Refused) as refused:
        sealed(access, longer(entry, left(entry) + 1))
    assert refused.value.args == (NoLine.LONG,)
    assert refused.value.args[0] in SHARED


def test_half_the_size_would_not_hold_a_ballot() -> None:
    assert left(vote()) < CLOSED // 2
