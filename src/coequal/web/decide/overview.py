"""What one knows of all questions and lines of a pair, and keeps for oneself.

It is brought up to date from what came in since: a page that only reads works that out
and forgets it again, an act keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeVar

from coequal.core.decide.diary_lines import LineState
from coequal.core.decide.entries import DiaryLine, Question, Retraction
from coequal.core.decide.known import Stage, known_line, known_question
from coequal.core.decide.overview import Overview
from coequal.core.decide.question_state import QuestionState
from coequal.core.entry import Entry
from coequal.core.recorded import NAME
from coequal.core.two.offers import Yes
from coequal.errors import CoequalError
from coequal.journal import door as journal
from coequal.journal.entries import Opened
from coequal.people.pairs import PairMember
from coequal.web.decide import lines, states
from coequal.web.two import first_seen
from coequal.web.two.one_act import one_act

KINDS: Final[tuple[type[Entry], ...]] = (Question, DiaryLine, Retraction, Yes, Opened)
"""Whatever changes what is known of a question or a line is one of these."""
INDEX: Final = journal.EntryIndex(kinds=KINDS, name="decide")
AT_A_TIME: Final = 200
"""How many entries are read by one query: a whole life may be thousands."""
Names = tuple[Sequence[bytes], Sequence[bytes]]
Select = Callable[[Overview], Names]
Kind = type[Entry]
S = TypeVar("S", QuestionState, LineState)


def now(member: PairMember) -> Overview:
    """Return what is known at this moment.

    Of a question or a line of which something was damaged no more is known. Raises
    `Unsound` if something has opened that is not what I saw at first.
    """
    kept = Overview.decode(member.reading.kept(INDEX))
    every = _every(member)
    there = {ref[:NAME] for refs in every.values() for ref in refs}
    if kept.records.keys() == there:
        return kept
    if not kept.records.keys() <= there:
        # An entry that it knew is gone.
        kept = Overview()
    new = {
        kind: sorted(ref for ref in refs if ref[:NAME] not in kept.records)
        for kind, refs in every.items()
    }
    return _brought_up_to_date(member, kept, new)


def shown(
    member: PairMember, select: Select, *, beside: Iterable[bytes] = ()
) -> tuple[Overview, tuple[QuestionState, ...]]:
    """Return what is known, and the questions that a page selects of it.

    `select` returns the names of those that are not settled, and of those that are.
    Where one of them turns out to be otherwise than it was known, something was taken
    away behind the program's back, and all of it is worked out again.
    """
    known = now(member)
    found = _selected(member, select(known), beside)
    if not _are_as_known(select(known), found):
        known = _brought_up_to_date(member, Overview(), _every(member))
        found = _selected(member, select(known), beside)
    note_damage(member, known)
    return known, found.questions


def note_damage(member: PairMember, known: Overview) -> None:
    """Have it said on the page if there is a question or a line that nobody can read.

    Also where its share was deleted: neither of them can be shredded.
    """
    refs = (*member.reading.refs(Question), *member.reading.refs(DiaryLine))
    if any(ref[:NAME] not in known.records for ref in refs):
        member.reading.damage.met = True


def sound_questions(
    member: PairMember, names: Sequence[bytes]
) -> tuple[QuestionState, ...]:
    """Return those of some questions that can be read, the oldest first."""
    found = _sound(member, names, lambda some: states.named(member, some))
    return tuple(_oldest_first(found))


def sound_lines(member: PairMember, names: Sequence[bytes]) -> tuple[LineState, ...]:
    """Return those of some lines that can be read, the oldest first."""
    found = list(_sound(member, names, lambda some: lines.named(member, some)))
    seen = first_seen.can_tell(member, [one.ref for one in found])
    return tuple(one for one in _oldest_first(found) if one.ref in seen)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Selected:
    """The questions that a page selects; not `whole` where some cannot be read."""

    questions: tuple[QuestionState, ...]
    whole: bool


def _selected(member: PairMember, names: Names, beside: Iterable[bytes]) -> _Selected:
    waits, settled = names
    try:
        found = states.named(member, waits, settled=settled, beside=beside)
    except CoequalError:
        read = partial(_settled, member)
        done = _sound(member, settled, read)
        sound = (*sound_questions(member, waits), *done)
        return _Selected(questions=tuple(_oldest_first(sound)), whole=False)
    return _Selected(questions=found, whole=True)


def _settled(member: PairMember, names: Sequence[bytes]) -> tuple[QuestionState, ...]:
    return states.named(member, (), settled=names)


def _are_as_known(names: Names, found: _Selected) -> bool:
    there = {one.ref[:NAME]: one.settled is not None for one in found.questions}
    if found.whole and len(there) < sum(map(len, names)):
        return False
    # What cannot be read is as it was known: nothing else is known of it.
    _, settled = names
    known = {name for name in settled if name in there}
    return known == {name for name, is_settled in there.items() if is_settled}


def _oldest_first(found: Iterable[S]) -> list[S]:
    return sorted(found, key=lambda one: (one.at, one.ref))


@one_act
def keep(member: PairMember) -> None:
    """Keep what is known at this moment, after an act of mine."""
    member.reading.keep(INDEX, now(member).encode())


def _every(member: PairMember) -> dict[Kind, list[bytes]]:
    return {kind: member.reading.refs(kind) for kind in KINDS}


def _brought_up_to_date(
    member: PairMember, kept: Overview, new: Mapping[Kind, list[bytes]]
) -> Overview:
    """Return it with what came to be known, or is otherwise than before."""
    reading = member.reading
    reading.fetch(named={kind: new[kind] for kind in (Yes, Retraction, Opened)})
    opened = {one.subject for one in reading.sound_named(Opened, new[Opened])}
    told = [*new[DiaryLine], *_told(member, kept, opened)]
    # What opened on a line did not open a question.
    opened -= {lines.ANSWERS.subject(ref) for ref in told}
    asked = [*new[Question], *_moved(member, kept, new, opened=bool(opened))]
    questions = sound_questions(member, asked)
    seen = first_seen.can_tell(member, [one.ref for one in questions])
    questions = tuple(one for one in questions if one.ref in seen)
    written = sound_lines(member, told)
    # What counts from now on is what was seen first, if it was seen.
    first_seen.new(member, {line.ref: line.told.refs for line in written})
    first_seen.new(member, {one.ref: states.opened(member, one) for one in questions})
    read = {one.ref for one in questions} | {one.ref for one in written}
    return kept.also(
        noted=(
            ref[:NAME]
            for kind in KINDS
            for ref in new[kind]
            if kind not in {Question, DiaryLine} or ref in read
        ),
        known=(*map(known_question, questions), *map(known_line, written)),
    )


def _sound(
    member: PairMember,
    refs: Sequence[bytes],
    read: Callable[[Sequence[bytes]], Iterable[S]],
) -> Iterator[S]:
    """Yield what can be read of some entries, so many at a time.

    One that was damaged or spoiled is left out: it takes its own page away, and no
    other. It is tried again each time, until it can be read.
    """
    for start in range(0, len(refs), AT_A_TIME):
        some = refs[start : start + AT_A_TIME]
        try:
            yield from read(some)
        except CoequalError:
            member.reading.damage.met = True
            if len(some) > 1:
                for one in some:
                    yield from _sound(member, [one], read)


def _moved(
    member: PairMember,
    kept: Overview,
    new: Mapping[Kind, list[bytes]],
    *,
    opened: bool,
) -> Iterator[bytes]:
    """Yield the refs of known questions that something may have happened to."""
    reading = member.reading
    under = {one.subject for one in reading.sound_named(Yes, new[Yes])}
    taken_back = reading.sound_named(Retraction, new[Retraction])
    under |= {one.subject for one in taken_back}
    for ref in reading.refs(Question):
        stage = kept.stage(ref[:NAME])
        may_have_opened = opened and stage is Stage.OPEN
        if stage is not None and (ref in under or may_have_opened):
            yield ref


def _told(member: PairMember, kept: Overview, opened: set[bytes]) -> Iterator[bytes]:
    """Yield the refs of known lines of which both have said now who decided."""
    if not opened:
        return
    for ref in member.reading.refs(DiaryLine):
        known = kept.line(ref[:NAME])
        waits = known is not None and known.who is None
        if waits and lines.ANSWERS.subject(ref) in opened:
            yield ref
