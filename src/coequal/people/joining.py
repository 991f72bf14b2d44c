"""Joining: what whoever has a code reads, and the answer that makes two a pair."""

from __future__ import annotations

from django.db import transaction

from coequal.core.people import Seat
from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal.host import host
from coequal.people import asks, pairs
from coequal.people.entries import Invited, Relation
from coequal.people.kdf_slots import turn
from coequal.people.models import Invitation
from coequal.people.pairs import Labels, relations, space_access
from coequal.people.sessions import Session
from coequal.sealed import codes, pairing


def look_up(code: str) -> pairing.Keys:
    """Return what follows from a code that was passed on. It uses nothing up.

    Raises `Refused` or `Unreadable` for a wrong, late or used one; whoever
    tells people about it does so in one wording.
    """
    raw = codes.decode(code, pairing.CODE)
    with turn():
        keys = pairing.stretch_code(raw, host())
    # Only to find out whether there is one; it may be gone before `join` asks again.
    _offered(keys)
    return keys


def read(keys: pairing.Keys) -> Invited:
    """Return what a code tells, to be kept by who read it. Raises as `look_up` does."""
    found, pub_a = _offered(keys)
    plain = pairing.open_asks(
        keys=keys,
        pair_id=found.pair_id,
        expiry=found.expiry,
        pub_a=pub_a,
        asks=found.asks,
    )
    asked = asks.decoded(plain)
    return Invited(
        find=keys.find,
        ki=keys.ki,
        kr=keys.kr,
        ka=keys.ka,
        pair_id=found.pair_id,
        expiry=found.expiry,
        name=asked.name,
        pair=asked.pair.value,
        role=asked.role or "",
    )


def waits(keys: pairing.Keys) -> bool:
    """Whether an invitation whose keys one has is still there to be joined."""
    there = Invitation.objects.filter(find=keys.find, reply=b"")
    return there.filter(expiry__gt=clock.now()).exists()


def join(session: Session, *, keys: pairing.Keys, labels: Labels) -> bytes:
    """Answer the invitation behind a code, and return its id. Once only."""
    with transaction.atomic():
        found, pub_a = _offered(keys)
        _reply(session, found, pub_a, keys=keys, labels=labels)
    return found.pair_id


def _offered(keys: pairing.Keys) -> tuple[Invitation, bytes]:
    """Return an unanswered invitation, locked until the transaction ends."""
    # Locked, so that of two who have the same code only one can join.
    with transaction.atomic():
        found = (
            Invitation.objects.select_for_update()
            .filter(find=keys.find, reply=b"")
            .first()
        )
    if found is None:
        message = "no such invitation"
        raise Refused(message)
    pub_a = pairing.open_offer(
        keys=keys,
        pair_id=found.pair_id,
        expiry=found.expiry,
        now=clock.now(),
        offer=found.offer,
    )
    return found, pub_a


def _reply(
    session: Session,
    found: Invitation,
    pub_a: bytes,
    *,
    keys: pairing.Keys,
    labels: Labels,
) -> None:
    # With the id of another pair of mine in place of its own, both would have one key.
    if any(one.entry.pair_id == found.pair_id for one in relations(session)):
        message = "an invitation with the id of another pair"
        raise Refused(message)
    joined = pairing.join(
        keys=keys, secret=session.secret, pair_id=found.pair_id, pub_a=pub_a
    )
    journal.found(joined.space.id)
    found.reply = joined.reply
    found.save(update_fields=["reply"])
    kept = relation(joined, found.pair_id, pub_a, labels)
    pairs.write(session, kept)
    # From the beginning, though nothing is written yet: a head that came later would
    # tell, by two copies of the database, who wrote first.
    journal.begin(space_access(session, kept))


def relation(
    joined: pairing.Joined, pair_id: bytes, pub_a: bytes, labels: Labels
) -> Relation:
    """Return what whoever joined keeps of the pair."""
    return Relation(
        space=joined.space.id,
        key=joined.space.key,
        pair_id=pair_id,
        other=pub_a,
        transcript=joined.t,
        seat=Seat.B.value,
        label=labels.other,
        own_label=labels.own,
        sheet=labels.sheet,
        camera=labels.camera,
    )
