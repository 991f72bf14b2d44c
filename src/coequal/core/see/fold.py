"""From entries to answers: what stands now, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from coequal.core.recorded import Recorded, standing
from coequal.core.see.answers import Answers, Value, answers_to, checked_value
from coequal.core.see.entries import Answer, Opening, Sitting
from coequal.core.see.instrument import ChapterName, Instrument, Page
from coequal.errors import Refused

FIRST_SITTING: Final = 1


def present_sitting(records: Iterable[Recorded[Sitting]], *, sheet: bytes) -> int:
    """Return the number of the sitting one is in on a sheet: the highest begun."""
    begun = [one.entry.number for one in records if one.entry.sheet == sheet]
    return max([FIRST_SITTING, *begun])


def answers_of(
    instrument: Instrument,
    records: Iterable[Recorded[Answer]],
    *,
    sheet: bytes,
    sitting: int,
) -> Answers:
    """Fold one person's entries on one sheet in one sitting into their answers.

    Entries of another form, version, type of pair, sheet or sitting do not count;
    a value that this form does not know counts as not answered.
    """
    form = (instrument.name, instrument.version, instrument.pair.value)
    here = (*form, sheet, sitting)
    mine = (record for record in records if _place(record.entry) == here)
    stand = standing(mine, lambda entry: entry.item)
    return _known(
        instrument, {item: record.entry.value for item, record in stand.items()}
    )


def opened_answers(
    instrument: Instrument, records: Iterable[Recorded[Opening]], *, number: int
) -> Answers:
    """Fold what one person opened in one round into answers for the picture.

    What an opening holds beyond the open items of its own part does not count.
    """
    here = [
        record
        for record in records
        if (record.entry.version, record.entry.round) == (instrument.version, number)
    ]
    stand = standing(here, lambda entry: entry.area)
    values: dict[str, int | str] = {}
    for part in instrument.parts:
        if part.id in stand:
            given = stand[part.id].entry.values
            values |= {key: given[key] for key in part.open_ids if key in given}
    return _known(instrument, values)


def next_page(
    instrument: Instrument, answers: Answers, chapter: str = ChapterName.SHORT
) -> Page | None:
    """Return the first page of a chapter with an item not answered yet.

    None at its end. Raises `Refused` if the form has no such chapter.
    """
    for page in instrument.chapter(chapter).pages:
        if not all(answers.has(item_id) for item_id in page.items):
            return page
    return None


def _place(entry: Answer) -> tuple[str, int, str, bytes, int]:
    form = (entry.instrument, entry.version, entry.pair)
    return (*form, entry.sheet, entry.sitting)


def _known(instrument: Instrument, values: dict[str, int | str]) -> Answers:
    """Keep what the form knows, so that a damaged entry costs one answer only."""
    given: dict[str, Value] = {}
    for item_id, value in values.items():
        with suppress(Refused):
            given[item_id] = checked_value(instrument.item(item_id), value)
    return answers_to(instrument, given)
