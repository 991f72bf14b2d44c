"""The picture: facts first, then estimates that know how sure they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from coequal.core.measured import Estimate
from coequal.core.people import Pair, Seat
from coequal.core.see.answers import (
    NOBODY,
    Answers,
    guessed,
    may_open,
    opened_only,
)
from coequal.core.see.instrument import Area, ChapterName, Instrument, Item, Part
from coequal.core.see.model import AreaEstimates, Estimates, estimates
from coequal.core.see.steps import Floats
from coequal.core.see.words import (
    OneSide,
    Word,
    clearly_same,
    named_alone,
    over_all,
    same_side,
    word,
)


class Limit(StrEnum):
    """What a picture cannot know, by id."""

    ONE_SIDE = "one_side"
    ONE_ANSWER_EACH = "one_answer_each"
    SHARED_LEAN = "shared_lean"
    NO_REASONS = "no_reasons"
    UNDER_PRESSURE = "under_pressure"
    NOT_A_FORECAST = "not_a_forecast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """One area.

    `said[reporter][target]` and `wish` are the answers as given; `direct` is what each
    said of who decides more, in steps towards A.
    `level` is a place on the scale of the answers; `difference` (A less B) and
    `gap` are in steps, no longer than the scale. The gap of a person is their own
    account of their say less the other's account of it. None where nobody said what it
    would rest on. `clearly` tells how sure *about the same* is.
    """

    id: str
    said: Pair[Pair[int | None]]
    direct: Pair[int | None]
    level: Pair[Estimate | None]
    difference: Estimate | None
    gap: Pair[Estimate | None]
    wish: Pair[int | None]
    word: Word
    clearly: bool = False

    def account(self, seat: Seat) -> OneSide:
        """Return what one person said of who decides more."""
        return OneSide(rated=more_of_a(self.said[seat]), direct=self.direct[seat])

    @property
    def accounts(self) -> Pair[OneSide]:
        """What each said of who decides more."""
        return Pair(a=self.account(Seat.A), b=self.account(Seat.B))

    @property
    def named_alone(self) -> Seat | None:
        """Whom the only account there is names, where there is no other."""
        return named_alone(self.accounts)

    @property
    def seen_alike(self) -> bool:
        """Whether both rated both, and nothing they said lies apart (`seen_apart`)."""
        a, b = self.account(Seat.A), self.account(Seat.B)
        complete = a.rated is not None and b.rated is not None
        return complete and not self.seen_apart

    @property
    def seen_apart(self) -> bool:
        """Whether something that both answered is more than a step apart.

        Or whoever decides more for one of them, by the ratings or asked directly, does
        not for the other: two who differ in that do not see it alike, however close
        their answers are.
        """
        a, b = self.account(Seat.A), self.account(Seat.B)
        same = same_side(a.rated, b.rated) and same_side(a.direct, b.direct)
        return not same or max(self.distances, default=0) > 1

    @property
    def distances(self) -> tuple[int, ...]:
        """How far the two lie apart, of either's say and of who decides more."""
        (aa, ab), (ba, bb) = ((one.a, one.b) for one in (self.said.a, self.said.b))
        pairs = ((aa, ba), (ab, bb), (self.direct.a, self.direct.b))
        return tuple(
            abs(one - other)
            for one, other in pairs
            if one is not None and other is not None
        )

    @property
    def ahead(self) -> Seat | None:
        """Who comes out with more say, however little and however sure."""
        if self.difference is None or not self.difference.value:
            return None
        return Seat.A if self.difference.value > 0 else Seat.B


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What each said to one item."""

    id: str
    said: Pair[int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Everything a page may say, as ids and numbers.

    `domains` holds the areas that count, `absent` the ids of the other parts of the
    short form, for a further chapter is there or is not spoken of; `agree_on` the
    areas that are `seen_alike`; `overall` who probably decides more over all these
    areas, where that can be said; `guesses` the area each guessed both see the same
    way. With one person alone seat B is empty.
    """

    alone: bool
    domains: tuple[Domain, ...]
    overall: Seat | None
    absent: tuple[str, ...]
    agree_on: tuple[str, ...]
    process: tuple[Fact, ...]
    trust: tuple[Fact, ...]
    heard: tuple[Fact, ...]
    guesses: Pair[str | None]
    limits: tuple[Limit, ...]
    carry: tuple[Fact, ...] = ()
    factors: tuple[Fact, ...] = ()
    good: tuple[Fact, ...] = ()


def picture(instrument: Instrument, a: Answers, b: Answers | None = None) -> Picture:
    """Draw the picture of one person, or of two.

    With two, only parts that both gave count, and nothing but their open items;
    the rest changes no number. Exchanging the two mirrors everything exactly.
    """
    alone = b is None
    given = _given(instrument, a, b)
    answers = Pair(a=a, b=NOBODY if b is None else b)
    if not alone:
        answers = answers.map(lambda one: opened_only(instrument, one, given))
    areas = tuple(area for area in instrument.areas if area.id in given)
    said = tuple(_told(area, answers) for area in areas)
    found = _estimates(instrument, said)
    domains = tuple(
        _domain(instrument, area, answers, one, estimate)
        for area, one, estimate in zip(areas, said, found.areas, strict=True)
    )
    words = [(domain.word, domain.ahead) for domain in domains]
    process, trust, heard, carry, factors, good = (
        _facts(instrument, part, given, answers)
        for part in ("process", "trust", "heard", "carry", "factors", "good")
    )
    return Picture(
        alone=alone,
        domains=domains,
        overall=over_all(instrument.constants, found.overall, words),
        absent=_absent(instrument, given),
        agree_on=tuple(domain.id for domain in domains if domain.seen_alike),
        process=process,
        trust=trust,
        heard=heard,
        limits=tuple(Limit) if alone else tuple(Limit)[1:],
        carry=carry,
        factors=factors,
        good=good,
        guesses=answers.map(lambda one: guessed(instrument, one)),
    )


def _given(instrument: Instrument, a: Answers, b: Answers | None) -> tuple[str, ...]:
    """Return the ids of the parts that count, in order."""
    if b is None:
        return tuple(
            part.id
            for part in instrument.parts
            if any(a.number(item_id) is not None for item_id in _shown(part))
        )
    theirs = may_open(instrument, b)
    return tuple(part for part in may_open(instrument, a) if part in theirs)


def _absent(instrument: Instrument, given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of the parts of the short form that do not count."""
    return tuple(
        part.id
        for part in instrument.parts
        if part.id not in given and part.chapter is ChapterName.SHORT
    )


def _shown(part: Part) -> tuple[str, ...]:
    """Return the ids of the items of a part that one's own picture shows."""
    return part.open_ids if isinstance(part, Area) else part.items


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What was said in one area: `of[reporter][target]`, and directly, as answered."""

    of: Pair[Pair[int | None]]
    direct: Pair[int | None]


def _told(area: Area, answers: Pair[Answers]) -> _Told:
    mine = answers.map(lambda one: one.number(area.mine))
    yours = answers.map(lambda one: one.number(area.yours))
    who = area.who
    return _Told(
        of=Pair(a=Pair(a=mine.a, b=yours.a), b=Pair(a=yours.b, b=mine.b)),
        direct=answers.map(lambda one: None if who is None else one.number(who)),
    )


def _estimates(instrument: Instrument, said: tuple[_Told, ...]) -> Estimates:
    numbers: list[float] = [
        float("nan") if value is None else value
        for one in said
        for seat in Seat
        for value in (one.of[seat].a, one.of[seat].b, one.direct[seat])
    ]
    cells: Floats = np.array(numbers, dtype=np.float64).reshape(len(said), 2, 3)
    return estimates(instrument.constants, cells)


def _domain(
    instrument: Instrument,
    area: Area,
    answers: Pair[Answers],
    told: _Told,
    found: AreaEstimates,
) -> Domain:
    """Leave out what nobody's answer stands behind."""
    item = instrument.by_id[area.mine]
    said = told.of
    about = Pair(a=(said.a.a, said.b.a), b=(said.b.b, said.a.b))
    level = Pair(
        a=None if about.a == (None, None) else _on_scale(item, found.level.a),
        b=None if about.b == (None, None) else _on_scale(item, found.level.b),
    )
    compared = any(one is not None for one in (told.direct.a, told.direct.b))
    known = compared or (level.a is not None and level.b is not None)
    accounts = _accounts(instrument, told)
    spoken = word(instrument.constants, found.chances, accounts)
    return Domain(
        id=area.id,
        said=said,
        direct=Pair(a=accounts.a.direct, b=accounts.b.direct),
        level=level,
        difference=_kept_within(item, found.difference) if known else None,
        gap=Pair(
            a=None if None in about.a else _kept_within(item, found.gap.a),
            b=None if None in about.b else _kept_within(item, found.gap.b),
        ),
        wish=answers.map(lambda one: one.number(area.wish)),
        word=spoken if known else Word.EARLY,
        clearly=known
        and spoken is Word.SAME
        and clearly_same(instrument.constants, found.chances),
    )


def _accounts(instrument: Instrument, told: _Told) -> Pair[OneSide]:
    """Return what each said of who has more say, in steps towards A."""
    even = round(instrument.constants.even)

    def account(seat: Seat) -> OneSide:
        of, direct = told.of[seat], told.direct[seat]
        towards = 1 if seat is Seat.A else -1
        return OneSide(
            rated=more_of_a(of),
            direct=None if direct is None else towards * (direct - even),
        )

    return Pair(a=account(Seat.A), b=account(Seat.B))


def _on_scale(item: Item, level: Estimate) -> Estimate:
    """Keep a level and its interval between the first and the last answer."""
    return _between(level, float(item.min), float(item.max))


def _kept_within(item: Item, apart: Estimate) -> Estimate:
    """Keep a difference and its interval within the length of the scale."""
    most = float(item.max - item.min)
    return _between(apart, -most, most)


def _between(estimate: Estimate, first: float, last: float) -> Estimate:
    value, low, high = (
        min(max(number, first), last)
        for number in (estimate.value, estimate.low, estimate.high)
    )
    return Estimate(value=value, low=low, high=high)


def more_of_a(of: Pair[int | None]) -> int | None:
    """Return how many steps more say somebody gave A than B."""
    return None if of.a is None or of.b is None else of.a - of.b


def _facts(
    instrument: Instrument, part_id: str, given: tuple[str, ...], answers: Pair[Answers]
) -> tuple[Fact, ...]:
    """Return what was said in a part; nothing if it does not count, or is not asked."""
    if part_id not in given:
        return ()
    facts = (
        Fact(
            id=item_id,
            said=Pair(a=answers.a.number(item_id), b=answers.b.number(item_id)),
        )
        for item_id in _shown(instrument.part(part_id))
    )
    return tuple(fact for fact in facts if fact.said != Pair(a=None, b=None))
