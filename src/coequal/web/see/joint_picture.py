"""Our picture, between the rule of the journal and the answers of both.

*Ready to look* puts in one closed row for each part that was picked, dummies up
to a number that is the same for everybody, and one row *ready*, which is the
gate: when both have put it in, the parts that both picked open, and the rest of
either goes.

Two people may look again later. Each time is a round of the two, counted from 1,
with rows, pins and lines of its own. It says nothing of how often either of them
has answered alone. It is drawn by the form it was opened with, for as long as it is
there: docs/decisions/forms.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coequal.content.load import Content, content
from coequal.content.versions import content_of
from coequal.core.people import Pair
from coequal.core.see import rounds
from coequal.core.see.answers import Answers, Value
from coequal.core.see.entries import READY, Opening, Sheet
from coequal.core.see.fold import opened_given, opened_version
from coequal.core.see.rounds import Missing
from coequal.core.see.versions import (
    ReadBy,
    asks_more,
    in_the_words_of,
    read,
    together,
)
from coequal.core.two.said import seated
from coequal.errors import Unsound
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal.door import Damaged, Record
from coequal.journal.entries import Opened
from coequal.people.pairs import PairMember
from coequal.sealed import entropy
from coequal.sealed.subjects import subject
from coequal.web.see import answers_store
from coequal.web.two import first_seen
from coequal.web.two.access import pair_type

# Enough for all parts but one of ten areas and five others; the same for everybody.
ROWS_PUT_IN = 14

Chosen = Mapping[str, Mapping[str, Value]]


@dataclass(frozen=True, slots=True, kw_only=True)
class JointAnswers:
    """What both opened in one round, by seat, and the form it is drawn by."""

    form: Content
    answers: Pair[Answers]

    def beside(self, later: JointAnswers) -> Pair[Answers]:
        """Return what a later picture can be compared with: what it asks alike."""
        now, then = later.form.instrument, self.form.instrument
        return self.answers.map(lambda one: in_the_words_of(now, then, one))


@dataclass(frozen=True, slots=True, kw_only=True)
class JointState:
    """How far two people are, as one of them may know it.

    `round` is the latest that is open to both, 0 before the first. For the one
    after it: whether I am `ready`, and the parts I have put in, by which `version` of
    the form (0 if I am not).
    """

    round: int
    ready: bool
    mine: frozenset[str]
    version: int = 0

    @property
    def next(self) -> int:
        """The round that opens next."""
        return self.round + 1


def about(number: int, part: str) -> bytes:
    """Return the subject under which both put in one part in one round."""
    return subject("picture", str(number), part)


def where(member: PairMember) -> JointState:
    """Return how far the two are. Any open row of a round shows that it is open.

    So what is damaged of a picture does not make it look as if it had never opened.
    """
    records = _readable(member)
    waiting = [one.entry for one in records if not one.open]
    closed = {one.area for one in waiting}
    opened = (
        one.entry.round
        for one in records
        if one.open and one.subject == about(one.entry.round, one.entry.area)
    )
    return JointState(
        round=max(opened, default=0),
        ready=READY in closed,
        mine=frozenset(closed - {READY, ""}),
        version=max((one.version for one in waiting), default=0),
    )


def _readable(member: PairMember) -> list[Record[Opening]]:
    """Return what can be read, whether or not it is all that was said to be open."""
    found = member.reading.entries(Opening)
    return [one for one in found if not isinstance(one, Damaged)]


def opened_at(member: PairMember, number: int) -> int | None:
    """Return when one round opened; None where the word of it is damaged."""
    opened = member.reading.sound(Opened, subject=about(number, READY))
    return min((one.at for one in opened), default=None)


def missing(member: PairMember, number: int) -> frozenset[Missing]:
    """Return what I still lack before we look again, after round `number` opened."""
    here, gate = sheet(member), about(number, READY)
    opened = opened_at(member, number)
    found = [one for one in _readable(member) if one.open and one.subject == gate]
    mine = [one for one in found if one.mine]
    if any(_asked_less(member, one.entry.version) for one in found):
        return rounds.missing_for_the_whole(
            finished=answers_store.finished(member.own, here)
        )
    return rounds.missing(
        # Where the word of the opening was damaged, it was when the later one came.
        opened=_latest(found) if opened is None else opened,
        put_in=_latest(mine),
        began=answers_store.began(member.own, here),
        answered=bool(answers_store.given(member.own, here)),
        now=clock.now(),
    )


def _asked_less(member: PairMember, version: int) -> bool:
    """Whether that form asked less of both than the form of today does."""
    then = content_of(pair_type(member), version)
    return asks_more(form(member).instrument, then.instrument)


def _latest(records: Iterable[Record[Opening]]) -> int:
    return max((one.at for one in records), default=0)


def sheet(member: PairMember) -> Sheet:
    """Return the sheet whose answers I may open here, if only with no answer yet.

    Answers that I gave as another type of pair belong to another form.
    """
    return Sheet(id=member.sheet, pair=pair_type(member).value)


def form(member: PairMember) -> Content:
    """Return the form of today that both answer."""
    return content(pair_type(member))


def put_in(member: PairMember, number: int, parts: Chosen) -> bool:
    """Be ready to look in one round, with these parts; return whether it opened.

    It is always by the form of today: by which one my own picture is drawn tells
    whether I have answered what is new, and that is mine. Raises `Refused` if that
    round is open already.
    """
    by = form(member).instrument

    def entry(part: str, values: Mapping[str, Value]) -> Opening:
        return Opening(area=part, round=number, version=by.version, values={**values})

    gate = about(number, READY)
    entries = {
        about(number, part): entry(
            part, {by.item(one).wording: value for one, value in said.items()}
        )
        for part, said in parts.items()
    }
    for dummy in range(ROWS_PUT_IN - len(entries)):
        entries[nowhere(member, gate, dummy)] = entry("", {})
    entries[gate] = entry(READY, {})
    return journal.put_in(member.reading, entries, opens_on=gate)


def withdraw(member: PairMember) -> None:
    """Not be ready after all.

    Raises `Refused` where I was ready last if that is open: what was seen was seen.
    """
    here = where(member)
    number = here.next if here.ready else max(here.round, 1)
    journal.withdraw(member.reading, Opening, opens_on=about(number, READY))


def nowhere(member: PairMember, beside: bytes, number: int) -> bytes:
    """Return a subject that nobody else will ever put anything in for.

    `beside` is the subject that the dummies accompany; `number` sets each apart.
    """
    access = member.reading.access
    parts = (access.me.id, access.space.id, beside, bytes([number]))
    return entropy.fresh(32, "dummy", *parts)


def both(member: PairMember, number: int) -> JointAnswers:
    """Return what both have opened in one round, and the form it is drawn by."""
    records = _open(member, number)
    mine = [one for one in records if one.mine]
    theirs = [one for one in records if not one.mine]
    pair = seated(
        _opened_by(member, mine, number),
        _opened_by(member, theirs, number),
        member.seat,
    )
    by, answers = together(pair.a, pair.b)
    return JointAnswers(form=content_of(pair_type(member), by.version), answers=answers)


def _opened_by(
    member: PairMember, records: list[Record[Opening]], number: int
) -> ReadBy:
    """Return what one of the two opened, by the form they opened it with."""
    version = opened_version(records, number=number)
    # Where nothing of it is left, nothing counts by any form.
    by = content_of(pair_type(member), max(version, 1)).instrument
    given = opened_given(by, records, number=number)
    return ReadBy(form=by, answers=read(by, given))


def _open(member: PairMember, number: int) -> list[Record[Opening]]:
    """Return what is open of one round: what stands where I have put something in."""
    records = member.reading.read(Opening)
    subjects = {
        one.subject for one in records if one.mine and one.entry.round == number
    }
    return [one for one in records if one.open and one.subject in subjects]


def seen(member: PairMember, number: int) -> bool:
    """Whether I have seen what opened in one round; it must be the very same.

    Raises `Unsound` if what is open is not what I saw at first.
    """
    return first_seen.seen(member, about(number, READY), _opened(member, number))


def can_be_shown(member: PairMember, number: int) -> bool:
    """Whether what opened in one round is as it was; the page says if it is not.

    For pages beside it, which a damaged picture must not take away.
    """
    try:
        seen(member, number)
    except Unsound:
        member.reading.damage.met = True
        return False
    return True


def can_be_shown_now(member: PairMember) -> bool:
    """Whether the latest picture is as it was, if there is one."""
    latest = where(member).round
    return not latest or can_be_shown(member, latest)


def remember(member: PairMember, number: int) -> None:
    """Remember what opened in one round, where nobody else can write."""
    opened = {about(number, READY): _opened(member, number)}
    first_seen.remember(member, opened)


def _opened(member: PairMember, number: int) -> set[bytes]:
    """Return the refs of what is open of one round."""
    return {record.ref for record in _open(member, number)}
