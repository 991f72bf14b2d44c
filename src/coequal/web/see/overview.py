"""Everything of our picture on one page: a sentence, a row an area, and the wishes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from coequal.content.findings import finding_words, listed
from coequal.content.load import Content
from coequal.core.people import Pair
from coequal.core.see.answers import Answers
from coequal.core.see.findings import findings
from coequal.core.see.patterns import Card
from coequal.core.see.picture import Picture
from coequal.core.see.rows import RowFact, RowWord
from coequal.web.see import card_facts, our_picture, picture_rows
from coequal.web.see.beside import Beside
from coequal.web.see.our_picture import SaidFact


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRow:
    """One area as a row that leads to its page; `aloud` is what the marks show."""

    number: int
    title: str
    track: SafeString
    aloud: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EverythingOpened:
    """What the page with everything shows, the same for both.

    `wish` is empty where none is told; `absent` are the titles of what not both shared.
    """

    sentence: str
    rows: Sequence[AreaRow]
    wish: str
    process: Sequence[SaidFact]
    absent: Sequence[str]
    beside: Beside | None = None


def overview(
    form: Content, answers: Pair[Answers], *, names: Pair[str]
) -> EverythingOpened:
    """Return what both shared on one page; `names` stand for the two."""
    drawn = our_picture.picture_of(form, answers)
    found = picture_rows.rows_of(form, drawn)
    return EverythingOpened(
        sentence=_sentence(form, drawn, found),
        rows=[
            AreaRow(
                number=number,
                title=form.instrument.part(row.area).title,
                track=picture_rows.track(row),
                aloud=picture_rows.aloud(row, names),
                word=picture_rows.word(row, names),
            )
            for number, row in enumerate(found, start=1)
        ],
        wish=_wish(form, drawn, names),
        process=our_picture.process_of(form, drawn),
        absent=[form.instrument.part(part).title for part in drawn.absent],
    )


def _sentence(form: Content, drawn: Picture, found: Sequence[RowFact]) -> str:
    """Say how much both see almost the same way, and what the surprise is."""
    told = [_alike(form, drawn)]
    for row in found:
        if row.word is RowWord.SURPRISE:
            area = listed(form.instrument, [row.area])
            told.append(_("The surprise is %(area)s.") % {"area": area})
    return " ".join(told)


def _alike(form: Content, drawn: Picture) -> str:
    count, total = len(drawn.agree_on), len(drawn.domains)
    if not total:
        return _("You’ve both shared how it goes between you.")
    if not count:
        return _("You each see it your own way, and now you know.")
    if count < total and 2 * count > total:
        return _("You see most areas almost the same way.")
    return card_facts.how_many(form, drawn)


def _wish(form: Content, drawn: Picture, names: Pair[str]) -> str:
    """Return the best sentence about a wish, as the third card tells it."""
    words = finding_words(form.instrument.locale)
    return next(
        (
            words.sentence(form.instrument, one, names)
            for one in findings(drawn, words.patterns)
            if one.card is Card.WISH
        ),
        "",
    )
