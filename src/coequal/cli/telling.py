"""The form and the picture in plain words for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import click

from coequal.cli.columns import columns, width
from coequal.content.findings import ToldFinding
from coequal.content.load import Content
from coequal.content.own_words import ask_text, noticed_text
from coequal.core.measured import Estimate
from coequal.core.people import Pair, Seat
from coequal.core.see.findings import best
from coequal.core.see.instrument import Instrument, Item
from coequal.core.see.patterns import Card
from coequal.core.see.picture import Domain, Fact, Picture

TRACK = 33
FEWEST = 9
_BESIDE = 26  # what stands in a line beside a name and its track
FINDINGS_A_CARD = 2
A_STEP = "One small step each, or nothing now"
NOT_SAID = "not said"
_SIGNS = Pair(a="●", b="■")
_INKS = Pair(a="magenta", b="yellow")


def tell_instrument(instrument: Instrument, items: Iterable[Item]) -> list[str]:
    """Return these questions of the form with their possible answers, in lines."""
    lines = [_bold(f"{instrument.name} {instrument.version}, {instrument.pair}")]
    for item in items:
        steps = ", ".join(
            f"{item.min + step} {label}" for step, label in enumerate(item.labels)
        )
        lines += ["", _bold(item.wording), f"  {item.text}", f"  {steps}"]
    return lines


def tell_picture(
    content: Content,
    picture: Picture,
    names: Pair[str],
    told: Sequence[ToldFinding],
    *,
    numbers: bool,
) -> Iterator[str]:
    """Yield the picture: what stands out, what was said, and what it comes to.

    Of one person alone what was said comes first, then what to take along.
    `told` are its findings in words, best first. With `numbers` it says how sure all of
    it is, in steps. Last comes what it cannot know.
    """
    telling = _Telling(
        content=content, picture=picture, names=names, told=told, numbers=numbers
    )
    return telling.lines()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    content: Content
    picture: Picture
    names: Pair[str]
    told: Sequence[ToldFinding]
    numbers: bool

    def lines(self) -> Iterator[str]:
        """Yield the whole text: findings, facts, estimates, and limits last."""
        names = self.names
        alone = self.picture.alone
        yield _bold(f"{names.a}'s own picture" if alone else f"{names.a} and {names.b}")
        if alone:
            yield from (*self._facts(), *self._to_take_along(), *self._findings())
        else:
            yield from (*self._findings(), *self._facts())
        if self.picture.domains:
            yield from ("", _bold("What it might mean"))
        if self.picture.overall is not None:
            yield _in(self.content.overall(self.picture.overall, self.names))
        for domain in self.picture.domains:
            yield from self._estimates(domain)
        yield from ("", _bold(self.content.lines["cannot_know"]))
        for limit in self.picture.limits:
            yield _in(self.content.limits[limit])
        yield from ("", self.content.lines["private"])

    def _findings(self) -> Iterator[str]:
        shown = best([one.finding for one in self.told], each=FINDINGS_A_CARD)
        for title, steps in (("What stands out", False), (A_STEP, True)):
            sentences = [
                _in(one.sentence)
                for one in self.told
                if one.finding in shown and (one.finding.card is Card.STEP) is steps
            ]
            if sentences:
                yield from ("", _bold(title), *sentences)

    def _to_take_along(self) -> Iterator[str]:
        """Yield what one may not have noticed, and a question, where there are such."""
        for title, text in (
            ("One thing you may not have noticed", noticed_text),
            ("If it’s easy between you, ask", ask_text),
        ):
            told = text(self.content, self.picture)
            if told is not None:
                yield from ("", _bold(title), _in(told))

    def _facts(self) -> Iterator[str]:
        form, picture = self.content.instrument, self.picture
        yield from (
            "",
            _bold("What you said" if picture.alone else "What you each said"),
        )
        for domain in picture.domains:
            yield from ("", self._title(domain))
            yield from (self._said(domain, seat) for seat in self._seats())
        for part in form.others:
            facts: tuple[Fact, ...] = getattr(picture, part.id)
            if facts:
                yield from ("", _bold(part.title))
            yield from (self._fact(fact) for fact in facts)
        agreed = [area.title for area in form.areas if area.id in picture.agree_on]
        if agreed:
            yield from (
                "",
                _in(f"You see it almost the same way: {_and(agreed)}."),
            )

    def _said(self, domain: Domain, seat: Seat) -> str:
        form = self.content.instrument
        area = form.areas[[area.id for area in form.areas].index(domain.id)]
        said, wish = domain.said[seat], domain.wish[seat]
        of_both = ", ".join(
            f"{self.names[target]} {_label(form.by_id[area.mine], said[target])}"
            for target in Seat
        )
        wished = _label(form.by_id[area.wish], wish)
        who = self._who(domain, seat)
        return (
            f"  {_sign(seat)} {self.names[seat]} says: {of_both}; wish: {wished}{who}"
        )

    def _who(self, domain: Domain, seat: Seat) -> str:
        direct = domain.direct[seat]
        if direct is None:
            return ""
        return f"; {self.content.who_decides(direct, self.names)}"

    def _fact(self, fact: Fact) -> str:
        item = self.content.instrument.by_id[fact.id]
        said = ", ".join(
            f"{self.names[seat]} {_label(item, fact.said[seat])}"
            for seat in self._seats()
        )
        return f"  {item.short}: {said}"

    def _estimates(self, domain: Domain) -> Iterator[str]:
        top = len(self.content.instrument.constants.cuts)
        yield from ("", self._title(domain))
        wide = max(columns(name) for name in (self.names.a, self.names.b))
        cells = max(FEWEST, min(TRACK, width() - wide - _BESIDE))
        for seat in Seat:
            level = domain.level[seat]
            if level is not None:
                name = self.names[seat]
                space = " " * (wide - columns(name))
                track = _track(seat, level, top, cells)
                sure = f" {_range(level)}" if self.numbers else ""
                yield f"  {_sign(seat)} {name}{space} {track}{sure}"
        yield f"  {self._difference(domain)}"
        gaps = ((seat, domain.gap[seat]) for seat in Seat if self.numbers)
        yield from (_in(self._gap(seat, gap)) for seat, gap in gaps if gap is not None)

    def _difference(self, domain: Domain) -> str:
        told = self.content.difference(domain, self.names)
        if domain.difference is None or domain.ahead is None or not self.numbers:
            return told
        by = domain.difference if domain.ahead is Seat.A else -domain.difference
        return f"{told} {self.names[domain.ahead]} by {_range(by)} steps."

    def _gap(self, seat: Seat, gap: Estimate) -> str:
        own, other = self.names[seat], self.names[seat.other]
        return (
            f"{own}'s say: {own} puts it {_apart(gap.value)} than {other} does "
            f"({_apart(gap.low)} to {_apart(gap.high)})."
        )

    def _title(self, domain: Domain) -> str:
        return _bold(self.content.instrument.part(domain.id).title)

    def _seats(self) -> tuple[Seat, ...]:
        return (Seat.A,) if self.picture.alone else tuple(Seat)


def _bold(text: str) -> str:
    return click.style(text, bold=True)


def _sign(seat: Seat) -> str:
    return click.style(_SIGNS[seat], fg=_INKS[seat])


def _in(text: str) -> str:
    return f"  {text}"


def _and(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def _label(item: Item, value: int | None) -> str:
    return NOT_SAID if value is None else item.label(value).lower()


def _range(estimate: Estimate) -> str:
    return f"{estimate.value:.1f} ({estimate.low:.1f} to {estimate.high:.1f})"


def _apart(steps: float) -> str:
    return f"{abs(steps):.1f} {'lower' if steps < 0 else 'higher'}"


def _track(seat: Seat, level: Estimate, top: int, count: int) -> str:
    """Draw a level on a scale from the first to the last answer."""
    low, at, high = (
        round(number / top * (count - 1))
        for number in (level.low, level.value, level.high)
    )
    cells = ["─" if low <= place <= high else "·" for place in range(count)]
    return (
        "".join(cells[:at])
        + click.style(_SIGNS[seat], fg=_INKS[seat])
        + "".join(cells[at + 1 :])
    )
