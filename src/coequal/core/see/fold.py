"""From entries to answers: what stands now, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from coequal.core.recorded import Recorded, standing
from coequal.core.see.answers import Answers
from coequal.core.see.entries import Answer, Opening, Sitting
from coequal.core.see.instrument import GUESS, ChapterName, Instrument, Page, Part
from coequal.core.see.versions import Given, unanswered

FIRST_SITTING: Final = 1


def present_sitting(records: Iterable[Recorded[Sitting]], *, sheet: bytes) -> int:
    """Return the number of the sitting one is in on a sheet: the highest begun."""
    begun = [one.entry.number for one in records if one.entry.sheet == sheet]
    return max([FIRST_SITTING, *begun])


def given_on(
    form: Instrument,
    records: Iterable[Recorded[Answer]],
    *,
    sheet: bytes,
    sitting: int,
) -> Given:
    """Fold one person's entries on one sheet in one sitting into their answers.

    They are to any version of the form; entries of another form, type of pair, sheet
    or sitting do not count.
    """
    here = (form.name, form.pair.value, sheet, sitting)
    mine = (record for record in records if _place(record.entry) == here)
    stand = standing(mine, lambda entry: entry.item)
    return {wording: record.entry.value for wording, record in stand.items()}


def opened_version(records: Iterable[Recorded[Opening]], *, number: int) -> int:
    """Return by which version of the form one person opened in one round.

    All that is put in at once is of one version; 0 where nothing is open.
    """
    here = (one.entry.version for one in records if one.entry.round == number)
    return max(here, default=0)


def opened_given(
    form: Instrument, records: Iterable[Recorded[Opening]], *, number: int
) -> Given:
    """Fold what one person opened in one round, by the form it was opened with.

    What an opening holds beyond the open items of its own part does not count, but a
    guess that names this part.
    """
    here = [record for record in records if record.entry.round == number]
    stand = standing(here, lambda entry: entry.area)
    return {
        wording: values[wording]
        for part in form.parts
        if part.id in stand
        for values in [stand[part.id].entry.values]
        for wording in _wordings(form, part, values)
        if wording in values
    }


def _wordings(form: Instrument, part: Part, values: Given) -> list[str]:
    """Return the wordings that count of what was put in for one part."""
    asked = [item.wording for item in form.open_items(part)]
    guess = form.by_id.get(GUESS)
    if guess is not None and form.guessed(values.get(guess.wording)) == part.id:
        asked.append(guess.wording)
    return asked


def next_page(
    form: Instrument, answers: Answers, chapter: str = ChapterName.SHORT
) -> Page | None:
    """Return the first page of a chapter with an item not answered yet.

    None at its end. Raises `Refused` if the form has no such chapter.
    """
    return next(unanswered(form, answers, chapter), None)


def _place(entry: Answer) -> tuple[str, str, bytes, int]:
    return (entry.instrument, entry.pair, entry.sheet, entry.sitting)
