"""The rows of what one can share: each a switch, with what it would tell."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from coequal.core.see.answers import TENDER, Answers, guessed, one_stays_hidden
from coequal.core.see.instrument import GUESS, Area, Instrument, Item, Part
from coequal.web.see.own_picture import OwnFact
from coequal.web.see.prepared import ToShare


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow:
    """A part that can be shared: what it tells in a line, and to the word.

    One that is `tender` starts hidden for everybody. Of those `among` which it is, one
    stays hidden.
    """

    value: str
    label: str
    told: str
    picked: bool
    tender: bool
    among: bool
    preview: Sequence[OwnFact]


def rows(shares: ToShare, picked: Collection[str], other: str) -> list[ShareRow]:
    """Return a row for each part that is answered, in the order of the form."""
    instrument = shares.form.instrument
    among = one_stays_hidden(shares.answered)
    return [
        ShareRow(
            value=part.id,
            label=part.title,
            told=_told(shares, part, other),
            picked=part.id in picked,
            tender=part.id in TENDER,
            among=part.id in among,
            preview=[
                OwnFact(question=item.text, said=item.label(number))
                for item in _opens(instrument, shares.answers, part)
                if (number := shares.answers.number(item.id)) is not None
            ],
        )
        for part in instrument.parts
        if part.id in shares.answered
    ]


def _opens(instrument: Instrument, answers: Answers, part: Part) -> list[Item]:
    """Return the items that open with a part: its own, and a guess that names it."""
    guess = [instrument.item(GUESS)] if guessed(instrument, answers) == part.id else []
    return [*instrument.open_items(part), *guess]


def titles(shares: ToShare) -> list[str]:
    """Return what was chosen, by its titles."""
    instrument = shares.form.instrument
    return [part.title for part in instrument.parts if part.id in shares.chosen]


def _told(shares: ToShare, part: Part, other: str) -> str:
    """Say in a line what one answered about an area; of anything else, what it is."""
    if not isinstance(part, Area):
        return part.about[:1].upper() + part.about[1:]
    said = [_said(shares, item) for item in (part.mine, part.yours)]
    if not all(said):
        return ""
    words = {"mine": said[0], "theirs": said[1], "other": other or _("They")}
    return _("You: %(mine)s. %(other)s: %(theirs)s.") % words


def _said(shares: ToShare, item: str) -> str:
    number = shares.answers.number(item)
    if number is None:
        return ""
    return shares.form.instrument.item(item).label(number).lower()
