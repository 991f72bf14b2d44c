"""Thanks of two people, and those that one keeps for later: in the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from coequal.core.days import WEEK, week
from coequal.core.keep.entries import BitMuch
from coequal.core.thanks.entries import Gathered, ThankYou
from coequal.core.thanks.rules import check_thanks, may_thank
from coequal.core.two.said import oldest_first
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.people import whole_days
from coequal.people.pairs import PairMember
from coequal.sealed.subjects import subject
from coequal.web.two.one_act import one_act


@one_act
def thank(member: PairMember, text: str) -> None:
    """Thank the other for something. The same again in one week says it once."""
    say(member, ThankYou(day="", text=check_thanks(text)))


@one_act
def say(member: PairMember, thanks: ThankYou) -> None:
    """Say thanks, if these were not said this week."""
    about = weeks(member)[0]
    if may_thank(member.reading.sound(ThankYou, subject=about), thanks.text):
        journal.append(member.reading, thanks, subject=about)
        # Thanks are said all week: what was a bit much goes as soon as it is over.
        member.reading.shred_over(BitMuch)


@one_act
def unthank(member: PairMember, ref: bytes) -> None:
    """Take back thanks of mine. What is not there any more is taken back just so."""
    for one in said(member):
        if one.mine and one.ref == ref:
            journal.shred(member.reading, one)


def said(member: PairMember, back: int = 2) -> list[Record[ThankYou]]:
    """Return the thanks of so many weeks, this one among them, oldest first."""
    reading, on = member.reading, weeks(member, back)
    reading.fetch(ThankYou, subjects=on)
    found = [one for about in on for one in reading.sound(ThankYou, subject=about)]
    return oldest_first(found)


def weeks(member: PairMember, back: int = 2) -> list[bytes]:
    """Return the subjects of so many weeks, this one first."""
    ends = week(whole_days.today(member))
    days = [(ends - one * WEEK).isoformat() for one in range(back)]
    return [subject("thank you", day.encode()) for day in days]


# Thanks that I keep for later, in my own space.


def _later(member: PairMember) -> bytes:
    return subject("thanks for later", member.pair_id)


def gathered(member: PairMember) -> list[Record[Gathered]]:
    """Return the thanks that I keep for later with these two, oldest first."""
    return oldest_first(member.own.sound(Gathered, subject=_later(member)))


def gather(member: PairMember, text: str) -> None:
    """Keep thanks for later, for nobody else. Raises `Refused`."""
    with member.own.locked():
        kept = Gathered(text=check_thanks(text))
        if kept not in [one.entry for one in gathered(member)]:
            journal.append(member.own, kept, subject=_later(member))


def drop(member: PairMember, ref: bytes) -> None:
    """Keep it no longer."""
    _drop(member, lambda one: one.ref == ref)


def drop_said(member: PairMember, more: Iterable[str] = ()) -> None:
    """Keep no longer what I have said by now, as thanks or elsewhere."""
    if gathered(member):
        words = {*more, *(one.entry.text for one in said(member) if one.mine)}
        _drop(member, lambda one: one.entry.text in words)


def _drop(member: PairMember, which: Callable[[Record[Gathered]], bool]) -> None:
    with member.own.locked():
        for one in gathered(member):
            if which(one):
                journal.shred(member.own, one)
