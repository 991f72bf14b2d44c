"""One's own answers: from the journal, and into it.

Somebody may answer all of a sheet again later: each time is a sitting, and what was
said in an earlier one stays.
"""

from __future__ import annotations

from collections.abc import Mapping

from coequal.content.load import Content, content
from coequal.core.people import PairType
from coequal.core.see.answers import Answers, Value, checked_value
from coequal.core.see.entries import Answer, Sheet, Sitting
from coequal.core.see.fold import (
    FIRST_SITTING,
    answers_of,
    next_page,
    present_sitting,
)
from coequal.errors import Refused
from coequal.journal import door as journal
from coequal.journal.door import Reading, Record
from coequal.sealed.subjects import subject
from coequal.web import sheets, standing


def form(sheet: Sheet) -> Content:
    """Return the form that belongs to what the two are to each other."""
    return content(PairType(sheet.pair))


def turn_into(own: Reading, sheet_id: bytes, pair: PairType) -> None:
    """Make a sheet one of this type.

    Answers that were given on it as another type move to a sheet of their own, so
    that none of them is out of reach.
    """
    with own.locked():
        for one in sheets.all_of(own):
            if one.id == sheet_id and one.pair != pair:
                _keep_apart(own, one)
        sheets.write(own, sheet_id, pair)


def _keep_apart(own: Reading, one: Sheet) -> None:
    """Copy what was answered on a sheet, sitting by sitting, to one of its own."""
    present = sitting(own, one)
    given = [answers(own, one, number).given for number in range(1, present + 1)]
    if not any(given):
        return
    apart = sheets.find(own, sheets.make(own, PairType(one.pair)))
    for number, values in enumerate(given, start=FIRST_SITTING):
        if number > FIRST_SITTING:
            _begin_sitting(own, apart, number)
        give(own, apart, values)


def sitting(own: Reading, sheet: Sheet) -> int:
    """Return the number of the sitting this person is in on one sheet, from 1."""
    return present_sitting(_begun(own, sheet), sheet=sheet.id)


def began(own: Reading, sheet: Sheet) -> int | None:
    """Return when the present sitting was begun; None in the first."""
    present = sitting(own, sheet)
    times = [one.at for one in _begun(own, sheet) if one.entry.number == present]
    return max(times, default=None)


def begin_again(own: Reading, sheet: Sheet) -> None:
    """Begin the next sitting; what was answered before stays as it is.

    Raises `Refused` while the short form of the present one is not finished.
    """
    with own.locked():
        if not finished(own, sheet):
            message = "the present sitting is not finished"
            raise Refused(message)
        _begin_sitting(own, sheet, sitting(own, sheet) + 1)


def finished(own: Reading, sheet: Sheet) -> bool:
    """Whether the short form of the present sitting is answered."""
    return next_page(form(sheet).instrument, answers(own, sheet)) is None


def go_back(own: Reading, sheet: Sheet) -> None:
    """Go back to the sitting before, as if the present one had not been begun.

    Raises `Refused` once something is answered in it, and in the first one.
    """
    with own.locked():
        if not fresh(own, sheet):
            message = "there is nothing to go back to, or something is answered"
            raise Refused(message)
        present = sitting(own, sheet)
        for record in _begun(own, sheet):
            if record.entry.number == present:
                journal.shred(own, record)


def fresh(own: Reading, sheet: Sheet) -> bool:
    """Whether a later sitting has begun and nothing is answered in it."""
    later = sitting(own, sheet) > FIRST_SITTING
    return later and not answers(own, sheet).given


def _begin_sitting(own: Reading, sheet: Sheet, number: int) -> None:
    entry = Sitting(sheet=sheet.id, number=number)
    journal.append(own, entry, subject=_sittings(sheet))


def _begun(own: Reading, sheet: Sheet) -> list[Record[Sitting]]:
    return own.sound(Sitting, subject=_sittings(sheet))


def _sittings(sheet: Sheet) -> bytes:
    return subject("sitting", sheet.id)


def answers(own: Reading, sheet: Sheet, number: int | None = None) -> Answers:
    """Return what this person has answered on one sheet, in one sitting.

    Without a number it is the present one.
    """
    records = own.sound(Answer)
    instrument = form(sheet).instrument
    number = number or sitting(own, sheet)
    return answers_of(instrument, records, sheet=sheet.id, sitting=number)


def answered_at(own: Reading, sheet: Sheet, number: int) -> int:
    """Return when the latest answer of one sitting was given; it must have some."""
    here = (sheet.id, sheet.pair, number)
    return max(
        one.at
        for one in own.sound(Answer)
        if (one.entry.sheet, one.entry.pair, one.entry.sitting) == here
    )


def give(own: Reading, sheet: Sheet, values: Mapping[str, Value]) -> None:
    """Write answers of the present sitting down, each in place of the one before.

    Raises `Refused` for an item or a value that the form does not have; then
    nothing is written. Giving the same answer again changes nothing.
    """
    instrument = form(sheet).instrument
    for item, value in values.items():
        checked_value(instrument.item(item), value)
    with own.locked():
        _give(own, sheet, values)


def _give(own: Reading, sheet: Sheet, values: Mapping[str, Value]) -> None:
    present = sitting(own, sheet)
    before = answers(own, sheet, present)
    for item, value in values.items():
        # Of what stands, not of the entry: the same answer to an earlier
        # version of the form stays as it was given.
        if before.given.get(item) != value:
            _write(own, sheet, present, item, value)


def _write(own: Reading, sheet: Sheet, number: int, item: str, value: Value) -> None:
    instrument = form(sheet).instrument
    entry = Answer(
        instrument=instrument.name,
        version=instrument.version,
        pair=instrument.pair.value,
        sheet=sheet.id,
        sitting=number,
        item=item,
        value=value,
    )
    about = subject("answer", sheet.id, sheet.pair, str(number), item)
    standing.replace(own, entry, subject=about)
