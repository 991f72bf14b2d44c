"""From entries to answers: what stands now, and what comes next."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from typing import Final, Protocol, TypeVar

from coequal.core.see.answers import Answers, Value, answers_to, checked_value
from coequal.core.see.entries import Answer, Opening, Sitting
from coequal.core.see.instrument import ChapterName, Instrument, Page
from coequal.errors import Refused

E_co = TypeVar("E_co", covariant=True)
K = TypeVar("K", bound=Hashable)

FIRST_SITTING: Final = 1


class Recorded(Protocol[E_co]):
    """An entry as the journal hands it out."""

    @property
    def ref(self) -> bytes:
        """Its hash."""
        ...

    @property
    def answers(self) -> tuple[bytes, ...]:
        """The refs it replaces."""
        ...

    @property
    def at(self) -> int:
        """When it was written, in seconds."""
        ...

    @property
    def entry(self) -> E_co:
        """What was written."""
        ...


def standing(
    records: Iterable[Recorded[E_co]], key: Callable[[E_co], K]
) -> dict[K, Recorded[E_co]]:
    """Return, for each key, the one record that stands.

    A record that a present record of its key replaces does not stand; of those
    left the latest by (at, ref) does. Total over any subset and any order: where
    all were replaced (by damage only) the latest of all stands.
    """
    groups: dict[K, list[Recorded[E_co]]] = {}
    for record in records:
        groups.setdefault(key(record.entry), []).append(record)
    return {name: _head(group) for name, group in groups.items()}


def _head(group: list[Recorded[E_co]]) -> Recorded[E_co]:
    replaced = {ref for record in group for ref in record.answers if ref != record.ref}
    heads = [record for record in group if record.ref not in replaced]
    return max(heads or group, key=lambda record: (record.at, record.ref))


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
    instrument: Instrument, records: Iterable[Recorded[Opening]], *, sitting: int
) -> Answers:
    """Fold what one person opened in one sitting into answers for the picture.

    What an opening holds beyond the open items of its own part does not count.
    """
    here = [
        record
        for record in records
        if (record.entry.version, record.entry.sitting) == (instrument.version, sitting)
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
