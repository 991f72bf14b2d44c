"""What both pictures share: steps in words, rows of tables, sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from coequal.content.guides_file import Guide
from coequal.content.load import Content
from coequal.core.people import Pair, Seat
from coequal.core.see.instrument import Area
from coequal.core.see.picture import Domain, Picture
from coequal.core.see.words import Word

SEATS: Final = (Seat.A, Seat.B)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pill:
    """How sure a sentence is: the text and one of the three words."""

    text: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidSentence:
    """A sentence about what was said, what it rests on, and what to read about it."""

    sentence: str
    why: str
    word: Pill | None = None
    guide: Guide | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of the table behind a figure."""

    label: str
    cells: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaFigure:
    """One area of life: figure, caption in words, table, how sure.

    `place` is its number in the form: addresses name no area.
    """

    id: str
    place: int
    title: str
    figure: SafeString
    caption: str
    rows: list[TableRow]
    word: Pill | None


def difference(form: Content, domain: Domain, names: Pair[str]) -> Pill:
    """Say who decides more in an area, and how sure it is.

    Where somebody put it otherwise, that the two are even is called a guess. That one
    of them decides more is never said against somebody's own words.
    """
    if domain.word is Word.SAME and not _are_even_in_their_words(domain):
        text = _("Our best guess from all your answers: about the same")
        return Pill(text=text, sure=domain.word.value)
    sure = Word.CLEAR if domain.clearly else domain.word
    return Pill(text=form.difference(domain, names).rstrip("."), sure=sure.value)


def _are_even_in_their_words(domain: Domain) -> bool:
    told = [one for one in (domain.accounts.a, domain.accounts.b) if one.said]
    return all(one.shared for one in told) and not domain.seen_apart


def heard_title(drawn: Picture) -> str:
    """Name what is told under one heading: of trust, of being heard, or of both."""
    if not drawn.heard:
        return _("Trust")
    return _("Trust, and being heard") if drawn.trust else _("Being heard")


def place(form: Content, area: str) -> int:
    """Return the number of an area in the form, from 1."""
    return [one.id for one in form.instrument.areas].index(area) + 1


def steps(form: Content, domain: Domain) -> list[str]:
    """Return the labels of the say scale in this area, as they read mid-sentence."""
    area = form.instrument.part(domain.id)
    assert isinstance(area, Area)
    return [
        label[0].lower() + label[1:] for label in form.instrument.item(area.mine).labels
    ]


def step(form: Content, domain: Domain, value: int | None) -> str:
    """Return one step in words."""
    return str(_("not said")) if value is None else steps(form, domain)[value]
