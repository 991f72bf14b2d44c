"""Meeting: the reply to an invitation is checked, and both are told that they are here.

From then on the two are a pair.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from coequal.core.people import Pair, PairType, Seat
from coequal.errors import Refused
from coequal.journal import door as journal
from coequal.journal.door import Reading
from coequal.journal.host import host
from coequal.people import days, invitations, pairs, scheduled_closing
from coequal.people.entries import Invite, Paired, Relation
from coequal.people.joining import relation
from coequal.people.kdf_slots import turn
from coequal.people.models import Invitation
from coequal.people.own_act import own_act
from coequal.people.pairs import Labels, relations, space_access
from coequal.people.sessions import Session
from coequal.sealed import entropy, pairing, person


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
    for record in invitations.of(session, pair_id):
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
    for record in invitations.of(session, invite.pair_id) if taken else ():
        journal.shred(session.own, record)
        labels = Labels(other=invite.label, own=invite.own_label, sheet=invite.sheet)
        reading = _write(
            session, accepted, invite.pair_id, labels=labels, pair=invite.pair
        )
        if zone:
            days.choose(reading, zone)
        then()


def _write(
    session: Session,
    accepted: pairing.Accepted,
    pair_id: bytes,
    *,
    labels: Labels,
    pair: str,
) -> Reading:
    """Write that both are here, and return how I read the place of the two."""
    kept = Relation(
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
    pairs.write(session, kept)
    # The other person reads nothing before this: it names the very exchange, so both
    # know that they have pinned each other's keys and nobody else's.
    paired = Paired(transcript=accepted.t, pair=pair)
    reading = Reading(access=space_access(session, kept))
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
        kept = relation(joined, pair_id, pub_a, labels.b)
        pairs.write(b, kept)
        journal.begin(space_access(b, kept))
        _write(a, accepted, pair_id, labels=labels.a, pair=pair.value)
    return pair_id


def hold(pair_ids: tuple[bytes, ...]) -> None:
    """Lock invitations until the transaction ends, always in one order.

    Two who asked each other and both say so at once would wait for each other.
    """
    list(
        Invitation.objects.select_for_update()
        .filter(pair_id__in=pair_ids)
        .order_by("find")
    )
