"""Becoming a pair without being online together.

A invites; B reads what A asks, and joins with the code that A passed on; as A looks
together everything is checked, and A's signed *paired* entry tells B. Before that
nothing opens and nothing is put in. Why: `docs/decisions/meeting.md`.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from coequal.core.people import Pair, PairType, Seat
from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal.access import Record
from coequal.journal.door import Reading
from coequal.journal.host import host
from coequal.people import asks, days, pairs, scheduled_closing
from coequal.people.asks import Asks
from coequal.people.entries import Invite, Invited, Paired, Relation
from coequal.people.kdf_slots import turn
from coequal.people.models import Invitation
from coequal.people.own_act import own_act
from coequal.people.pairs import Labels, relations, space_access
from coequal.people.sessions import Session
from coequal.sealed import codes, entropy, pairing, person


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
    for record in _of(session, pair_id):
        Invitation.objects.filter(pair_id=pair_id).delete()
        journal.shred(session.own, record)


def _of(session: Session, pair_id: bytes) -> list[Record[Invite]]:
    return [record for record in mine(session) if record.entry.pair_id == pair_id]


def forget(session: Session) -> None:
    """Remove my invitations, when my own space goes with all that is in it."""
    pair_ids = [record.entry.pair_id for record in mine(session)]
    Invitation.objects.filter(pair_id__in=pair_ids).delete()


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
    relation = _joined(joined, found.pair_id, pub_a, labels)
    pairs.write(session, relation)
    # From the beginning, though nothing is written yet: a head that came later would
    # tell, by two copies of the database, who wrote first.
    journal.begin(space_access(session, relation))


def _joined(
    joined: pairing.Joined, pair_id: bytes, pub_a: bytes, labels: Labels
) -> Relation:
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


class SomebodyElse(Refused):
    """Another reply lies under the code than the one that was shown."""


def meet(
    session: Session,
    pair_id: bytes,
    *,
    shown: bytes = b"",
    zone: str = "",
    then: Callable[[], None] = lambda: None,
) -> None:
    """Check the reply to my invitation, and tell the other that both are here.

    `shown` is the transcript whose words stood on the page, if there was one: no other
    is accepted for it. Both then count by the days of `zone`, if it is one. `then` is
    done in the same commit: all of it, or nothing. Where I have met them already
    nothing is done. Raises `Refused` if nobody has joined, or `Unsound` or `Unreadable`
    if the reply is not what the code was given for.
    """
    found = Invitation.objects.filter(pair_id=pair_id).exclude(reply=b"").first()
    for record in _of(session, pair_id):
        if found is not None:
            # Checked again, though it was when the words were shown: in between,
            # whoever can write the database could have put another reply there.
            accepted = _check(session, record.entry, found)
            if shown and shown != accepted.t:
                message = "another reply than the one that was shown"
                raise SomebodyElse(message)
            _accept(session, record.entry, accepted, zone=zone, then=then)
            return
    met = {(one.entry.pair_id, one.entry.seat) for one in relations(session)}
    if (pair_id, Seat.A.value) not in met:
        message = "nobody has joined"
        raise Refused(message)


def joined(session: Session, invite: Invite) -> bytes | None:
    """Return the transcript with whoever joined by my code, or None if nobody did.

    Raises `Unsound` or `Unreadable` if the reply is not what the code was for, and
    `Closed` if whoever joined is gone again.
    """
    found = Invitation.objects.filter(pair_id=invite.pair_id).exclude(reply=b"").first()
    if found is None:
        return None
    accepted = _check(session, invite, found)
    scheduled_closing.close_due([accepted.space.id])
    if journal.closed([accepted.space.id]):
        message = "this place is closed"
        raise journal.Closed(message)
    return accepted.t


def _check(session: Session, invite: Invite, found: Invitation) -> pairing.Accepted:
    with turn():
        keys = pairing.stretch_code(invite.code, host())
    return pairing.accept(
        keys=keys, secret=session.secret, pair_id=invite.pair_id, reply=found.reply
    )


@own_act
def _accept(
    session: Session,
    invite: Invite,
    accepted: pairing.Accepted,
    *,
    zone: str,
    then: Callable[[], None],
) -> None:
    """Take the invitation away, and meet; whoever finds none has met already."""
    taken, _ = Invitation.objects.filter(pair_id=invite.pair_id).delete()
    for record in _of(session, invite.pair_id) if taken else ():
        journal.shred(session.own, record)
        labels = Labels(other=invite.label, own=invite.own_label, sheet=invite.sheet)
        reading = _meet(
            session, accepted, invite.pair_id, labels=labels, pair=invite.pair
        )
        if zone:
            days.choose(reading, zone)
        then()


def _meet(
    session: Session,
    accepted: pairing.Accepted,
    pair_id: bytes,
    *,
    labels: Labels,
    pair: str,
) -> Reading:
    """Write that both are here, and return how I read the place of the two."""
    relation = Relation(
        space=accepted.space.id,
        key=accepted.space.key,
        pair_id=pair_id,
        other=accepted.pub_b,
        transcript=accepted.t,
        seat=Seat.A.value,
        label=labels.other,
        own_label=labels.own,
        sheet=labels.sheet,
    )
    pairs.write(session, relation)
    # The other person reads nothing before this: it names the very exchange, so both
    # know that they have pinned each other's keys and nobody else's.
    paired = Paired(transcript=accepted.t, pair=pair)
    reading = Reading(access=space_access(session, relation))
    journal.begin(reading.access)
    journal.append(reading, paired, subject=accepted.t)
    return reading


def pair_here(
    sessions: Pair[Session], *, labels: Pair[Labels], pair: PairType
) -> bytes:
    """Make a pair of two people in one browser, and return its id.

    Nothing is said aloud, so nothing is stretched; all else is as between two
    browsers.
    """
    a, b = sessions.a, sessions.b
    pair_id = entropy.fresh(16, "pair_id", a.secret, b.secret)
    keys, pub_a = pairing.unsaid_keys(pair_id), person.member(a.secret, pair_id).pub
    joined = pairing.join(keys=keys, secret=b.secret, pair_id=pair_id, pub_a=pub_a)
    accepted = pairing.accept(
        keys=keys, secret=a.secret, pair_id=pair_id, reply=joined.reply
    )
    with transaction.atomic():
        journal.found(joined.space.id)
        relation = _joined(joined, pair_id, pub_a, labels.b)
        pairs.write(b, relation)
        journal.begin(space_access(b, relation))
        _meet(a, accepted, pair_id, labels=labels.a, pair=pair.value)
    return pair_id


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


def hold(pair_ids: tuple[bytes, ...]) -> None:
    """Lock invitations until the transaction ends, always in one order.

    Two who asked each other and both say so at once would wait for each other.
    """
    list(
        Invitation.objects.select_for_update()
        .filter(pair_id__in=pair_ids)
        .order_by("find")
    )


def tidy() -> None:
    """Remove invitations whose time is over."""
    # One that was answered stays until the inviting person has seen who joined.
    Invitation.objects.filter(expiry__lte=clock.now(), reply=b"").delete()
