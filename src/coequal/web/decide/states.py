"""Questions of two people as they stand, between the journal and the rules.

Each is read by what names it and by what stands under it: a page of one question
reads that one, whatever else the two have settled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import Final, TypeVar

from coequal.core.decide.entries import Option, Proposal, Question, Retraction, Vote
from coequal.core.decide.limits import FEWEST, MOST_OPTIONS
from coequal.core.decide.question_state import (
    QuestionState,
    Written,
    question_states,
)
from coequal.core.entry import Entry
from coequal.core.recorded import NAME
from coequal.core.two import offers as offer_rules
from coequal.core.two.said import oldest_first
from coequal.core.whose import whose
from coequal.journal.door import EntryIndex, Record
from coequal.people.pairs import PairMember
from coequal.web.two import offers
from coequal.web.two.dates import ref_from, short_id
from coequal.web.two.said_apart import SaidApart

VOTES: Final = SaidApart(
    kind=Vote, name="vote", of=lambda vote: (vote.question, *sorted(vote.added))
)
INDEX: Final = EntryIndex(kinds=(Question,))
E = TypeVar("E", bound=Entry)
MOST_ADDED: Final = MOST_OPTIONS - FEWEST
UNDER: Final = (Option, Retraction, Proposal, *offer_rules.KINDS)
"""What stands under the ref of a question."""


def name(state: QuestionState) -> str:
    """Return the id of a question in an address."""
    return short_id(state.ref)


def find(member: PairMember, question_id: str) -> QuestionState | None:
    """Return a question by its id in an address, also one taken back, or None.

    Raises `Unsound` if what is open is not what was said to be.
    """
    return next(iter(named(member, [ref_from(question_id)])), None)


def named(
    member: PairMember,
    names: Iterable[bytes],
    *,
    settled: Iterable[bytes] = (),
    beside: Iterable[bytes] = (),
) -> tuple[QuestionState, ...]:
    """Return questions by their names, the oldest first.

    Of those that are `settled`, ballots are left out: a list shows the words alone.
    `beside` are subjects under which the page reads offers of its own: one query
    brings all of it.
    """
    weighed, done = _refs(member, names), _refs(member, settled)
    refs, gates = [*weighed, *done], [VOTES.subject(ref) for ref in weighed]
    member.reading.fetch(
        *UNDER, Vote, subjects=[*refs, *gates, *beside], named={Question: refs}
    )
    lists = _lists_of(member, weighed)
    questions = member.reading.named(Question, refs)
    written = Written(
        questions=questions,
        options=_on(member, Option, refs),
        # What is settled cannot be taken back, and here its ballots are not seen.
        retractions=_on(member, Retraction, weighed),
        votes=VOTES.read(member, lists),
        proposals=_on(member, Proposal, refs),
        replies=offers.replies(member, refs),
    )
    # Asked last: what is missing may be found by reading.
    doubt = frozenset(one.ref for one in questions if _in_doubt(member, one))
    written = replace(written, in_doubt=doubt)
    found = question_states(written, member.seat, ours=whose(member.pair).ours)
    shown = {VOTES.of(one.votes.a) for one in found if one.votes is not None}
    VOTES.check_hidden(member, set(lists) - shown)
    return found


def _in_doubt(member: PairMember, asked: Record[Question]) -> bool:
    """Whether something is missing that could have changed a question or ended it."""
    sight = member.reading.sight
    if not sight.missing:
        return False
    gate = VOTES.subject(asked.ref)
    return sight.in_doubt(asked.ref, gate) or sight.may_be_another(asked)


def _refs(member: PairMember, names: Iterable[bytes]) -> list[bytes]:
    wanted = {one[:NAME] for one in names}
    refs = member.reading.refs(Question)
    return sorted(ref for ref in refs if ref[:NAME] in wanted)


def opened(member: PairMember, state: QuestionState) -> frozenset[bytes]:
    """Return the refs of both ballots, once they are open."""
    if state.votes is None:
        return frozenset()
    votes = VOTES.read(member, [VOTES.of(state.votes.a)])
    return frozenset(one.ref for one in votes if one.open)


def _on(
    member: PairMember, kind: type[E], subjects: Iterable[bytes]
) -> list[Record[E]]:
    """Return the entries of a kind that stand under some questions."""
    return [
        one for about in subjects for one in member.reading.read(kind, subject=about)
    ]


def _lists_of(
    member: PairMember, questions: Iterable[bytes]
) -> list[tuple[bytes, ...]]:
    """Return every list of some questions that one may have weighed."""
    return [one for ref in questions for one in _lists(ref, _on(member, Option, [ref]))]


def _lists(
    question: bytes, options: Iterable[Record[Option]]
) -> Iterator[tuple[bytes, ...]]:
    """Yield every list that one may have weighed: the question and what it knew of.

    It is any selection: clocks may be set back, and of two options that came within a
    second nobody can tell which one a list knew first. More than fit on a list nobody
    has weighed by the rules.
    """
    added = [one.ref for one in oldest_first(options)][:MOST_ADDED]
    for count in range(len(added) + 1):
        for known in combinations(added, count):
            yield (question, *sorted(known))
