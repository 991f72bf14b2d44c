"""A code that somebody has read: what it asked lies in their own space until they join.

So nothing is used up before they have answered and chosen, and who came by it is
written nowhere else. For somebody who has kept nothing it goes with their space.
"""

from __future__ import annotations

from dataclasses import replace

from coequal.core.people import PairType, Role
from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal.door import Reading
from coequal.people import by_camera, invitations, joining, meeting, pairs
from coequal.people.asks import Asks
from coequal.people.entries import Invite, Invited
from coequal.people.own_act import own_act
from coequal.people.pairs import Labels
from coequal.people.sessions import Session
from coequal.sealed.pairing import Keys


class InvitationOver(Refused):
    """The invitation was used, taken back or is over: one word for all of it."""


def current(session: Session) -> Invited | None:
    """Return the invitation that somebody has read and not joined with yet."""
    return current_in(session.own)


def current_in(own: Reading) -> Invited | None:
    """Return the same, of somebody's own space."""
    found = [one for one in own.sound(Invited) if one.entry.expiry > clock.now()]
    found.sort(key=lambda one: (one.at, one.ref))
    return found[-1].entry if found else None


def keys_of(invited: Invited) -> Keys:
    """Return what its code would be stretched to."""
    return Keys(find=invited.find, ki=invited.ki, kr=invited.kr, ka=invited.ka)


def asks_of(invited: Invited) -> Asks:
    """Return what the inviting person says."""
    role = Role(invited.role) if invited.role else None
    return Asks(name=invited.name, pair=PairType(invited.pair), role=role)


def waits(invited: Invited) -> bool:
    """Whether one can still join by it."""
    return joining.waits(keys_of(invited))


@own_act
def keep(session: Session, read: Invited) -> None:
    """Keep a code that was read, in place of one read before. Read again it stays.

    Read again by a camera it is one that a camera read.
    """
    kept = current(session)
    if kept is None or kept.pair_id != read.pair_id:
        _write(session, read)
    elif read.camera:
        _change(session, camera=True)


def _write(session: Session, invited: Invited) -> None:
    forget(session)
    journal.append(session.own, invited)


@own_act
def answers_on(session: Session, sheet: bytes) -> None:
    """Say on which sheet one answers it."""
    _change(session, sheet=sheet)


@own_act
def is_other(session: Session) -> None:
    """Say that whoever asks is nobody whom one has asked oneself."""
    _change(session, apart=True)


@own_act
def is_same(session: Session, pair_id: bytes) -> None:
    """Say by which invitation of one's own one has asked the same person.

    It is taken back when one joins, and its sheet serves, if it is of the same type.
    """
    kept, invite = current(session), _invite(session, pair_id)
    if kept is None or invite is None:
        return
    sheet = invite.sheet if invite.pair == kept.pair else kept.sheet
    _change(session, instead=pair_id, sheet=sheet)


def _change(session: Session, **changes: object) -> None:
    kept = current(session)
    if kept is not None and (changed := replace(kept, **changes)) != kept:  # type: ignore[arg-type]
        _write(session, changed)


def _invite(session: Session, pair_id: bytes) -> Invite | None:
    mine = (record.entry for record in invitations.mine(session))
    return next((one for one in mine if one.pair_id == pair_id), None)


def asked_by_me(session: Session) -> list[Invite]:
    """Return my own invitations that wait for somebody."""
    return [
        record.entry
        for record in invitations.mine(session)
        if record.entry.expiry > clock.now() and not invitations.answered(record.entry)
    ]


@own_act
def carry(session: Session, before: Session) -> bool:
    """Take what was read before one signed in along; whether there was something."""
    read = current(before)
    if read is not None:
        keep(session, replace(read, sheet=b"", instead=b"", apart=False))
    return read is not None


@own_act
def join(session: Session, pair_id: bytes, labels: Labels) -> bytes:
    """Join by what was read, and return the id of the pair.

    What one asked the same person by is taken back with it. A second press comes to
    the same pair. Raises `InvitationOver` if it can be used no more.
    """
    kept = current(session)
    if kept is None or kept.pair_id != pair_id:
        if any(one.entry.pair_id == pair_id for one in pairs.relations(session)):
            return pair_id
        message = "no invitation was read"
        raise InvitationOver(message)
    # Two who asked each other can both say so at once: one of them joins.
    meeting.hold((pair_id, kept.instead))
    if not waits(kept):
        message = "it was used or is over"
        raise InvitationOver(message)
    camera = by_camera.mark(session, pair_id) if kept.camera else ""
    labels = replace(labels, camera=camera)
    joining.join(session, keys=keys_of(kept), labels=labels)
    forget(session)
    instead = _invite(session, kept.instead)
    if instead is not None and not invitations.answered(instead):
        invitations.uninvite(session, kept.instead)
    return pair_id


@own_act
def forget(session: Session) -> None:
    """Let what was read go: one has joined, or it can be used no more."""
    for record in session.own.sound(Invited):
        journal.shred(session.own, record)
