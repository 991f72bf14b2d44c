"""What I keep of my home for myself: which pair leads there, what is folded away.

It lies in my own space. Nobody else can tell, and nothing of the two rests on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal.door import Reading, Record
from coequal.people import pairs
from coequal.people.entries import (
    AtHome,
    FoldedAway,
    Invite,
    Invited,
    PairPlace,
    Relation,
    Resting,
)
from coequal.sealed.subjects import subject

WEEK: Final = 7 * clock.DAY
KINDS: Final = (
    *(Relation, PairPlace, Invite, Invited, Resting),
    *(AtHome, FoldedAway),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnHome:
    """My pairs, the last used first, and what I folded away within a week.

    Left out are those that I left, or that rest. `lost` are those that I cannot read
    any more, and `chosen` are ids of pairs.
    """

    pairs: tuple[Relation, ...]
    lost: tuple[PairPlace, ...]
    chosen: frozenset[bytes]
    folded: frozenset[bytes]


def read(own: Reading) -> OwnHome:
    """Return what my home is made of."""
    resting = {one.entry.pair_id for one in own.sound(Resting)}
    found = [
        one
        for one in pairs.relations_in(own)
        if not one.entry.left and one.entry.pair_id not in resting
    ]
    chosen, folded = _chosen(own), own.sound(FoldedAway)
    latest = sorted(
        found,
        key=lambda one: (max(one.at, chosen.get(one.entry.pair_id, 0)), one.ref),
        reverse=True,
    )
    return OwnHome(
        pairs=tuple(one.entry for one in latest),
        lost=tuple(one for one in pairs.lost_in(own) if one.pair_id not in resting),
        chosen=frozenset(chosen),
        folded=frozenset(one.entry.thing for one in folded if _holds(one)),
    )


def _chosen(own: Reading) -> dict[bytes, int]:
    return {one.entry.pair_id: one.at for one in own.sound(AtHome)}


def _holds(record: Record[FoldedAway]) -> bool:
    return record.at <= clock.now() < record.at + WEEK


def choose(own: Reading, pair_id: bytes) -> None:
    """Let one of my pairs lead on my home from now on."""
    with own.locked():
        for record in own.sound(AtHome):
            journal.shred(own, record)
        journal.append(own, AtHome(pair_id=pair_id), subject=subject("at home"))


def fold(own: Reading, pair_id: bytes, thing: bytes) -> None:
    """Fold one thing away for a week, and forget what is over."""
    with own.locked():
        folded = own.sound(FoldedAway)
        for record in folded:
            if not _holds(record):
                journal.shred(own, record)
        if any(_holds(one) and one.entry.thing == thing for one in folded):
            return
        journal.append(
            own, FoldedAway(pair_id=pair_id, thing=thing), subject=subject("folded")
        )


def unfold(own: Reading, pair_id: bytes) -> None:
    """Show again all that I folded away of one pair."""
    with own.locked():
        for record in own.sound(FoldedAway):
            if record.entry.pair_id == pair_id:
                journal.shred(own, record)
