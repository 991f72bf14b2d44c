"""Our picture, between the rule of the journal and the answers of both.

*Ready to look* puts in one closed row for each part that was picked, dummies up
to a number that is the same for everybody, and one row *ready*, which is the
gate: when both have put it in, the parts that both picked open, and the rest of
either goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coequal.content.load import Content, content
from coequal.core.people import Pair, PairType, Seat
from coequal.core.see.answers import Answers, Value
from coequal.core.see.entries import READY, Opening, Sheet
from coequal.core.see.fold import opened_answers
from coequal.core.see.instrument import Instrument
from coequal.errors import Unreadable, Unsound
from coequal.journal import door as journal
from coequal.journal.entries import Opened, Pinned
from coequal.people.pairs import Bond
from coequal.people.visits import Visit
from coequal.sealed import entropy
from coequal.sealed.subjects import subject
from coequal.web.see.own import SITTING

# Enough for ten areas and the two parts about how it goes; the same for everybody.
ROWS_PUT_IN = 12

Chosen = Mapping[str, Mapping[str, Value]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """How far two people are, as one of them may know it.

    `mine` are the parts I have put in; the other's are known only once `open`.
    """

    ready: bool
    open: bool
    mine: frozenset[str]


def round_of(part: str) -> bytes:
    """Return the subject under which both put in one part this time."""
    return subject("picture", str(SITTING), part)


def where(bond: Bond) -> Where:
    """Return how far the two are."""
    records = journal.read(bond.viewer, Opening)
    mine = {record.entry.area for record in records if record.mine}
    gate = [record for record in records if record.entry.area == READY]
    return Where(
        ready=any(record.mine for record in gate),
        open=any(record.open for record in gate),
        mine=frozenset(mine - {READY, ""}),
    )


def pair(bond: Bond) -> PairType:
    """Return what the two are to each other, as the inviting person said."""
    if bond.pair is None:
        message = "not both are here"
        raise Unreadable(message)
    return bond.pair


def sheet(bond: Bond) -> Sheet:
    """Return the sheet whose answers I may open here, if only with no answer yet.

    Answers that I gave as another type of pair belong to another form.
    """
    return Sheet(id=bond.sheet, pair=pair(bond).value)


def form(bond: Bond) -> Content:
    """Return the form both answer."""
    return content(pair(bond))


def put_in(bond: Bond, parts: Chosen) -> bool:
    """Be ready to look, with these parts; return whether it opened."""
    instrument = form(bond).instrument
    entries = {
        round_of(part): _entry(instrument, part, values)
        for part, values in parts.items()
    }
    for number in range(ROWS_PUT_IN - len(entries)):
        entries[nowhere(bond, round_of(READY), number)] = _entry(instrument, "", {})
    entries[round_of(READY)] = _entry(instrument, READY, {})
    return journal.put_in(bond.viewer, entries, gate=round_of(READY), whole=True)


def withdraw(bond: Bond) -> None:
    """Not be ready after all."""
    journal.withdraw(bond.viewer, Opening, gate=round_of(READY))


def _entry(form: Instrument, part: str, values: Mapping[str, Value]) -> Opening:
    return Opening(
        area=part, sitting=SITTING, version=form.version, values=dict(values)
    )


def nowhere(bond: Bond, beside: bytes, number: int) -> bytes:
    """Return a subject that nobody else will ever put anything in for.

    `beside` is the subject that the dummies accompany; `number` sets each apart.
    """
    viewer = bond.viewer
    about = (viewer.me.id, viewer.space.id, beside, bytes([number]))
    return entropy.fresh(32, "dummy", *about)


def both(bond: Bond) -> Pair[Answers]:
    """Return what each has opened, by seat."""
    instrument = form(bond).instrument
    records = [one for one in journal.read(bond.viewer, Opening) if one.open]
    mine = [one for one in records if one.mine]
    theirs = [one for one in records if not one.mine]
    answers = Pair(
        a=opened_answers(instrument, mine, sitting=SITTING),
        b=opened_answers(instrument, theirs, sitting=SITTING),
    )
    return answers if bond.seat is Seat.A else answers.mirrored


def pinned(visit: Visit, bond: Bond) -> bool:
    """Whether I have seen what opened before; it must be the very same.

    Raises `Unsound` if what is open is not what I saw at first.
    """
    pins = journal.read(visit.own, Pinned, subject=_pin(bond))
    if not pins:
        return False
    if all(set(pin.entry.refs) != _opened(bond) for pin in pins):
        message = "what is open is not what was seen first"
        raise Unsound(message)
    return True


def pin(visit: Visit, bond: Bond) -> None:
    """Remember what opened, where nobody else can write."""
    if not pinned(visit, bond):
        refs = tuple(sorted(_opened(bond)))
        journal.append(visit.own, Pinned(refs=refs), subject=_pin(bond))


def _pin(bond: Bond) -> bytes:
    return subject("pin", bond.iid, round_of(READY))


def _opened(bond: Bond) -> set[bytes]:
    """Return the refs that are open, which must be those the *opened* row names."""
    records = journal.read(bond.viewer, Opening)
    refs = {record.ref for record in records if record.open}
    said = journal.read(bond.viewer, Opened, subject=round_of(READY))
    if not any(set(record.answers) == refs for record in said):
        message = "what is open is not what was said to be"
        raise Unsound(message)
    return refs
