"""What one knows of all questions and lines of a pair, and keeps for oneself.

It is brought up to date from what came in since: a page that only reads works that out
and forgets it again, an act keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from coequal.core.decide.entries import DiaryLine, Question, Retraction
from coequal.core.decide.known import NAME, Stage, known_line, known_question
from coequal.core.decide.overview import Overview
from coequal.core.entry import Entry
from coequal.core.two.offers import Yes
from coequal.journal import door as journal
from coequal.journal.entries import Opened
from coequal.people.pairs import PairMember
from coequal.web.decide import lines, states
from coequal.web.two import first_seen
from coequal.web.two.one_act import one_act

KINDS: Final[tuple[type[Entry], ...]] = (Question, DiaryLine, Retraction, Yes, Opened)
"""Whatever changes what is known of a question or a line is one of these."""
INDEX: Final = journal.EntryIndex(kinds=KINDS, name="decide")
Kind = type[Entry]


def now(member: PairMember) -> Overview:
    """Return what is known at this moment.

    Raises `Unsound` if something that came in since was damaged, moved or rewritten.
    """
    kept = _kept(member)
    new = {kind: _new(member, kind, kept) for kind in KINDS}
    return _brought_up_to_date(member, kept, new) if any(new.values()) else kept


@one_act
def keep(member: PairMember) -> None:
    """Keep what is known at this moment, after an act of mine."""
    member.reading.keep(INDEX, now(member).encode())


def _kept(member: PairMember) -> Overview:
    """Return what was kept; nothing where an entry that it knew is gone."""
    kept = Overview.decode(member.reading.kept(INDEX))
    there = {ref[:NAME] for kind in KINDS for ref in member.reading.refs(kind)}
    return kept if kept.records.keys() <= there else Overview()


def _new(member: PairMember, kind: Kind, kept: Overview) -> list[bytes]:
    return [ref for ref in member.reading.refs(kind) if ref[:NAME] not in kept.records]


def _brought_up_to_date(
    member: PairMember, kept: Overview, new: Mapping[Kind, list[bytes]]
) -> Overview:
    """Return it with what is known anew, or otherwise than before."""
    reading = member.reading
    reading.fetch(named={kind: new[kind] for kind in (Yes, Retraction, Opened)})
    opened = {one.subject for one in reading.named(Opened, new[Opened])}
    asked = [*new[Question], *_moved(member, kept, new, opened=bool(opened))]
    told = [*new[DiaryLine], *_told(member, kept, opened)]
    questions, written = states.named(member, asked), lines.named(member, told)
    # What counts from now on is what was seen first, if it was seen.
    first_seen.new(member, {line.ref: line.told.refs for line in written})
    first_seen.new(member, {one.ref: states.opened(member, one) for one in questions})
    return kept.also(
        noted=(ref[:NAME] for kind in KINDS for ref in new[kind]),
        known=(*map(known_question, questions), *map(known_line, written)),
    )


def _moved(
    member: PairMember,
    kept: Overview,
    new: Mapping[Kind, list[bytes]],
    *,
    opened: bool,
) -> Iterator[bytes]:
    """Yield the refs of known questions that something may have happened to."""
    reading = member.reading
    under = {one.subject for one in reading.named(Yes, new[Yes])}
    under |= {one.subject for one in reading.named(Retraction, new[Retraction])}
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
