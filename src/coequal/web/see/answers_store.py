"""One's own answers: from the journal, and into it.

Somebody may answer all of a sheet again later: each time is a sitting, and what was
said in an earlier one stays. So does what was said to a wording that is not asked any
more: docs/decisions/forms.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coequal.content.load import Content, content
from coequal.content.versions import content_of, versions
from coequal.core.people import PairType, Role
from coequal.core.see.answers import Answers, Value, answers_to
from coequal.core.see.entries import Answer, Sheet, Sitting
from coequal.core.see.fold import (
    FIRST_SITTING,
    given_on,
    next_page,
    present_sitting,
)
from coequal.core.see.instrument import Page
from coequal.core.see.versions import Given, form_for, named, new_pages, read
from coequal.errors import Refused
from coequal.journal import door as journal
from coequal.journal.door import Reading, Record
from coequal.sealed.subjects import subject
from coequal.web import sheets, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAnswers:
    """One's own answers, by the form that one's own picture is drawn by.

    It is the form of today, or an earlier one for as long as there are `new` pages:
    those that ask something of who had answered all that was asked then.
    """

    form: Content
    answers: Answers
    new: tuple[Page, ...]

    @property
    def finished(self) -> bool:
        """Whether the short form is answered, if perhaps as it was asked then."""
        return next_page(self.form.instrument, self.answers) is None


def form(sheet: Sheet) -> Content:
    """Return the form of today that belongs to what the two are to each other."""
    return content(PairType(sheet.pair))


def role_on(sheet: Sheet) -> Role | None:
    """Return which of the two one is, if one has said so."""
    return Role(sheet.role) if sheet.role else None


def turn_into(own: Reading, sheet_id: bytes, pair: PairType) -> None:
    """Make a sheet one of this type.

    Answers that were given on it as another type move to a sheet of their own, so
    that none of them is out of reach.
    """
    with own.locked():
        role = None
        for one in sheets.all_of(own):
            if one.id == sheet_id and one.pair != pair:
                _keep_apart(own, one)
            elif one.id == sheet_id:
                role = role_on(one)
        sheets.write(own, sheet_id, pair, role)


def _keep_apart(own: Reading, one: Sheet) -> None:
    """Copy what was answered on a sheet, sitting by sitting, to one of its own."""
    present = sitting(own, one)
    said = [given(own, one, number) for number in range(1, present + 1)]
    if not any(said):
        return
    apart = sheets.find(own, sheets.make(own, PairType(one.pair), role_on(one)))
    for number, values in enumerate(said, start=FIRST_SITTING):
        if number > FIRST_SITTING:
            _begin_sitting(own, apart, number)
        _give(own, apart, values)


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
        if not own_answers(own, sheet).finished:
            message = "the present sitting is not finished"
            raise Refused(message)
        _begin_sitting(own, sheet, sitting(own, sheet) + 1)


def finished(own: Reading, sheet: Sheet) -> bool:
    """Whether the short form of today is answered in the present sitting."""
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
    return later and not given(own, sheet)


def _begin_sitting(own: Reading, sheet: Sheet, number: int) -> None:
    entry = Sitting(sheet=sheet.id, number=number)
    journal.append(own, entry, subject=_sittings(sheet))


def _begun(own: Reading, sheet: Sheet) -> list[Record[Sitting]]:
    return own.sound(Sitting, subject=_sittings(sheet))


def _sittings(sheet: Sheet) -> bytes:
    return subject("sitting", sheet.id)


def given(own: Reading, sheet: Sheet, number: int | None = None) -> Given:
    """Return all that this person has answered on one sheet, in one sitting.

    To whichever form. Without a number it is the present sitting.
    """
    instrument, number = form(sheet).instrument, number or sitting(own, sheet)
    records = own.sound(Answer)
    return given_on(instrument, records, sheet=sheet.id, sitting=number)


def answers(own: Reading, sheet: Sheet) -> Answers:
    """Return what counts of the present sitting in the form of today."""
    return read(form(sheet).instrument, given(own, sheet))


def own_answers(own: Reading, sheet: Sheet) -> OwnAnswers:
    """Return one's own answers in the present sitting as one's picture shows them."""
    said, pair = given(own, sheet), PairType(sheet.pair)
    by = form_for((one.instrument for one in versions(pair)), said)
    return OwnAnswers(
        form=content_of(pair, by.version),
        answers=read(by, said),
        new=new_pages(form(sheet).instrument, by, said),
    )


def answered_at(own: Reading, sheet: Sheet, number: int) -> int:
    """Return when the latest answer of one sitting was given; it must have some."""
    here = (sheet.id, sheet.pair, number)
    return max(
        one.at
        for one in own.sound(Answer)
        if (one.entry.sheet, one.entry.pair, one.entry.sitting) == here
    )


def said_before(own: Reading, sheet: Sheet, page: Page) -> str:
    """Return in words what was answered here when it was asked in other words.

    Empty where it is answered in the words of today, or never was.
    """
    instrument = form(sheet).instrument
    said, item = given(own, sheet), instrument.item(page.items[0])
    if item.wording in said:
        return ""
    for one in versions(PairType(sheet.pair)):
        value = read(one.instrument, said).number(item.id)
        if value is not None:
            return one.instrument.item(item.id).label(value)
    return ""


def give(own: Reading, sheet: Sheet, values: Mapping[str, Value]) -> None:
    """Write answers of the present sitting down, each in place of the one before.

    Raises `Refused` for an item or a value that the form does not have; then
    nothing is written. Giving the same answer again changes nothing.
    """
    instrument = form(sheet).instrument
    checked = answers_to(instrument, values)
    with own.locked():
        _give(own, sheet, named(instrument, checked))


def _give(own: Reading, sheet: Sheet, values: Given) -> None:
    """Write answers down by wording, each in place of one to the same wording."""
    present = sitting(own, sheet)
    before = given(own, sheet, present)
    for wording, value in values.items():
        if before.get(wording) != value:
            _write(own, sheet, present, wording, value)


def _write(own: Reading, sheet: Sheet, number: int, wording: str, value: Value) -> None:
    instrument = form(sheet).instrument
    entry = Answer(
        instrument=instrument.name,
        version=instrument.version,
        pair=instrument.pair.value,
        sheet=sheet.id,
        sitting=number,
        item=wording,
        value=value,
    )
    about = subject("answer", sheet.id, sheet.pair, str(number), wording)
    standing.replace(own, entry, subject=about)
