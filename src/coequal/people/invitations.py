"""Invitations: what whoever asks somebody makes, keeps and takes back.

Two become a pair without being online together. A invites; B reads what A asks, and
joins with the code that A passed on (`joining`); as A looks together everything is
checked, and A's signed *paired* entry tells B (`meeting`). Before that nothing opens
and nothing is put in. Why: `docs/decisions/meeting.md`.
"""

from __future__ import annotations

from collections.abc import Callable

from coequal.core.people import PairType
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal.access import Record
from coequal.journal.host import host
from coequal.people import asks
from coequal.people.asks import Asks
from coequal.people.entries import Invite, Invited
from coequal.people.kdf_slots import turn
from coequal.people.models import Invitation
from coequal.people.own_act import own_act
from coequal.people.pairs import relations
from coequal.people.sessions import Session
from coequal.sealed import pairing


def new(session: Session, says: Asks) -> pairing.NewInvitation:
    """Make a code, and seal under it what whoever has it reads; nothing is stored."""
    with turn():
        return pairing.new_invitation(
            secret=session.secret,
            host=host(),
            now=clock.now(),
            says=asks.encoded(says),
        )


def invite(  # noqa: PLR0913  this is what an invitation is made of
    session: Session,
    *,
    label: str,
    own_label: str,
    pair: PairType,
    choose_sheet: Callable[[], bytes],
    made: pairing.NewInvitation | None = None,
) -> bytes:
    """Make an invitation and return its id. Its code is in my own space.

    One to the same person that waits already, as after a second press, is that one.
    `made` is a code that was made before, where a transaction is on by now.
    """
    # The database keeps nothing that the code could be read from. Who made it has to
    # read it again on the page of the invitation, so it lies among one's own entries.
    made = made or new(session, Asks(name=own_label, pair=pair))
    with session.own.locked():
        for record in mine(session):
            if _is_to(record.entry, label, own_label, pair):
                return record.entry.pair_id
        Invitation.objects.create(
            find=made.find,
            pair_id=made.pair_id,
            expiry=made.expiry,
            offer=made.offer,
            asks=made.asks,
        )
        entry = Invite(
            code=made.code,
            pair_id=made.pair_id,
            expiry=made.expiry,
            label=label,
            own_label=own_label,
            pair=pair.value,
            sheet=choose_sheet(),
        )
        journal.append(session.own, entry)
    return made.pair_id


def _is_to(invite: Invite, label: str, own_label: str, pair: PairType) -> bool:
    """Whether an invitation still waits, and asks this person to be this."""
    asks = (invite.label, invite.own_label, invite.pair)
    is_same = asks == (label, own_label, pair.value)
    return is_same and invite.expiry > clock.now() and not answered(invite)


def mine(session: Session) -> list[Record[Invite]]:
    """Return the invitations I made that nobody has met me over."""
    return session.own.sound(Invite)


def answered(invite: Invite) -> bool:
    """Whether somebody has joined with this code."""
    return Invitation.objects.filter(pair_id=invite.pair_id).exclude(reply=b"").exists()


@own_act
def uninvite(session: Session, pair_id: bytes) -> None:
    """Take an invitation back. The code then reads like a wrong one."""
    for record in of(session, pair_id):
        Invitation.objects.filter(pair_id=pair_id).delete()
        journal.shred(session.own, record)


def of(session: Session, pair_id: bytes) -> list[Record[Invite]]:
    """Return my invitation of this id, if it is there still."""
    return [record for record in mine(session) if record.entry.pair_id == pair_id]


def forget(session: Session) -> None:
    """Remove my invitations, when my own space goes with all that is in it."""
    pair_ids = [record.entry.pair_id for record in mine(session)]
    Invitation.objects.filter(pair_id__in=pair_ids).delete()


def joined_sheets(session: Session) -> set[bytes]:
    """Return the sheets that an invitation or a pair is joined to."""
    return set(sheet_labels(session))


def sheet_labels(session: Session) -> dict[bytes, str]:
    """Return what I call the other person of each sheet that is joined to a pair.

    Or what they call themselves by whose code I came to answer it.
    """
    read = (one.entry for one in session.own.sound(Invited))
    asked = {
        one.sheet: one.name for one in read if one.sheet and one.expiry > clock.now()
    }
    invites = {one.entry.sheet: one.entry.label for one in mine(session)}
    return (
        asked
        | invites
        | {one.entry.sheet: one.entry.label for one in relations(session)}
    )


def tidy() -> None:
    """Remove invitations whose time is over."""
    # One that was answered stays until the inviting person has seen who joined.
    Invitation.objects.filter(expiry__lte=clock.now(), reply=b"").delete()
