"""One's own answers: from the journal, and into it."""

from __future__ import annotations

from collections.abc import Mapping

from coequal.content.load import Content, content
from coequal.core.people import PairType
from coequal.core.see.answers import Answers, Value, checked_value
from coequal.core.see.entries import Answer
from coequal.core.see.fold import answers_of
from coequal.core.see.instrument import Instrument
from coequal.journal import door as journal
from coequal.people.visits import Visit
from coequal.sealed.subjects import subject

SITTING = 1


def form() -> Content:
    """Return the form everybody answers until there are more types of pair."""
    return content(PairType.PARTNERS)


def instrument() -> Instrument:
    """Return the questions of that form."""
    return form().instrument


def answers(visit: Visit) -> Answers:
    """Return what this person has answered so far."""
    records = journal.read(visit.own, Answer)
    return answers_of(instrument(), records, sitting=SITTING)


def give(visit: Visit, values: Mapping[str, Value]) -> None:
    """Write answers down, each in place of the one before.

    Raises `Refused` for an item or a value that the form does not have; then
    nothing is written. Giving the same answer again changes nothing.
    """
    form = instrument()
    for item, value in values.items():
        checked_value(form.item(item), value)
    before = answers(visit)
    for item, value in values.items():
        if before.given.get(item) != value:
            _write(visit, item, value)


def _write(visit: Visit, item: str, value: Value) -> None:
    form = instrument()
    about = subject("answer", str(SITTING), item)
    former = journal.read(visit.own, Answer, subject=about)
    entry = Answer(
        instrument=form.name,
        version=form.version,
        pair=form.pair.value,
        sitting=SITTING,
        item=item,
        value=value,
    )
    replaced = sorted(record.ref for record in former)
    journal.append(visit.own, entry, subject=about, answers=replaced)
    for record in former:
        journal.shred(visit.own, record)
