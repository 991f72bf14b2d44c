"""Becoming a pair without being online together, and the pairs one is part of.

A invites; B joins with a code that A said aloud; at A's next visit everything is
checked, and A's signed *paired* entry tells B. Before that nothing opens and
nothing is put in. What each calls the other stays in each one's own space.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction

from coequal.core.people import Pair, PairType, Seat
from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal.host import host
from coequal.journal.viewer import Record, Viewer
from coequal.people import closings
from coequal.people.entries import Invite, Paired, Relation
from coequal.people.models import Invitation
from coequal.people.stretching import turn
from coequal.people.visits import Visit
from coequal.sealed import codes, entropy, pairing
from coequal.sealed.person import SpaceKey, member


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What stands on my own pages only: what I call us two, and my sheet."""

    other: str
    own: str
    sheet: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """One of my pairs: the viewer that opens it, my seat, what I call us two.

    `pair` is None until both are here; before that nothing opens. Once it is
    `closed` nothing new comes in, and what was open stays readable.
    """

    iid: bytes
    viewer: Viewer = field(repr=False)
    seat: Seat
    label: str
    own_label: str
    sheet: bytes
    t: bytes
    pair: PairType | None
    closed: bool

    @property
    def names(self) -> Pair[str]:
        """What stands for each of the two on my pages, by seat."""
        names = Pair(a=self.own_label, b=self.label)
        return names if self.seat is Seat.A else names.mirrored

    @property
    def words(self) -> tuple[int, ...]:
        """Six numbers below 2048, the same for both: words to compare aloud."""
        return pairing.words(self.t)


def invite(visit: Visit, *, labels: Labels, pair: PairType) -> bytes:
    """Make an invitation and return its id. Its code is in my own space."""
    with turn():
        made = pairing.new_invitation(secret=visit.secret, host=host(), now=clock.now())
    with transaction.atomic():
        Invitation.objects.create(
            find=made.find, iid=made.iid, expiry=made.expiry, offer=made.offer
        )
        journal.append(
            visit.own,
            Invite(
                code=made.code,
                iid=made.iid,
                expiry=made.expiry,
                label=labels.other,
                own_label=labels.own,
                pair=pair.value,
                sheet=labels.sheet,
            ),
        )
    return made.iid


def invitations(visit: Visit) -> list[Record[Invite]]:
    """Return the invitations I made that nobody has met me over."""
    return journal.read(visit.own, Invite)


def answered(invite: Invite) -> bool:
    """Whether somebody has joined with this code."""
    return Invitation.objects.filter(iid=invite.iid).exclude(reply=b"").exists()


def uninvite(visit: Visit, iid: bytes) -> None:
    """Take an invitation back. The code then reads like a wrong one."""
    with transaction.atomic():
        for record in invitations(visit):
            if record.entry.iid == iid:
                Invitation.objects.filter(iid=iid).delete()
                journal.shred(visit.own, record)


def look_up(code: str) -> pairing.Keys:
    """Return what follows from a code that was said aloud.

    Raises `Refused` or `Unreadable` for a wrong, late or used one; whoever
    tells people about it does so in one wording.
    """
    raw = codes.decode(code, pairing.CODE)
    with turn():
        keys = pairing.stretch_code(raw, host())
    _offered(keys)
    return keys


def join(visit: Visit, *, keys: pairing.Keys, labels: Labels) -> bytes:
    """Answer the invitation behind a code, and return its id. Once only."""
    with transaction.atomic():
        found, pub_a = _offered(keys)
        _reply(visit, found, pub_a, keys=keys, labels=labels)
    return found.iid


def _offered(keys: pairing.Keys) -> tuple[Invitation, bytes]:
    """Return an unanswered invitation, locked until the transaction ends."""
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
        iid=found.iid,
        expiry=found.expiry,
        now=clock.now(),
        offer=found.offer,
    )
    return found, pub_a


def _reply(
    visit: Visit,
    found: Invitation,
    pub_a: bytes,
    *,
    keys: pairing.Keys,
    labels: Labels,
) -> None:
    joined = pairing.join(keys=keys, secret=visit.secret, iid=found.iid, pub_a=pub_a)
    journal.found(joined.space.id)
    found.reply = joined.reply
    found.save(update_fields=["reply"])
    journal.append(visit.own, _joined(joined, found.iid, pub_a, labels))


def _joined(
    joined: pairing.Joined, iid: bytes, pub_a: bytes, labels: Labels
) -> Relation:
    return Relation(
        space=joined.space.id,
        key=joined.space.key,
        iid=iid,
        other=pub_a,
        t=joined.t,
        seat=Seat.B.value,
        label=labels.other,
        own_label=labels.own,
        sheet=labels.sheet,
    )


def meet(visit: Visit, iid: bytes) -> None:
    """Check the reply to my invitation, and tell the other that both are here.

    Raises `Refused` if nobody has joined, or `Unsound` or `Unreadable` if the
    reply is not what the code was given for.
    """
    for record in invitations(visit):
        found = Invitation.objects.filter(iid=iid).exclude(reply=b"").first()
        if record.entry.iid == iid and found is not None:
            _accept(visit, record, found)
            return
    message = "nobody has joined"
    raise Refused(message)


def joined(visit: Visit, invite: Invite) -> tuple[int, ...] | None:
    """Return the six words of whoever joined with my code, or None if nobody did.

    Raises `Unsound` or `Unreadable` if the reply is not what the code was for, and
    `Closed` if whoever joined is gone again.
    """
    found = Invitation.objects.filter(iid=invite.iid).exclude(reply=b"").first()
    if found is None:
        return None
    accepted = _check(visit, invite, found)
    if closings.closed([accepted.space.id]):
        message = "this place is closed"
        raise journal.Closed(message)
    return pairing.words(accepted.t)


def _check(visit: Visit, invite: Invite, found: Invitation) -> pairing.Accepted:
    with turn():
        keys = pairing.stretch_code(invite.code, host())
    return pairing.accept(
        keys=keys, secret=visit.secret, iid=invite.iid, reply=found.reply
    )


def _accept(visit: Visit, record: Record[Invite], found: Invitation) -> None:
    invite = record.entry
    accepted = _check(visit, invite, found)
    labels = Labels(other=invite.label, own=invite.own_label, sheet=invite.sheet)
    with transaction.atomic():
        journal.shred(visit.own, record)
        found.delete()
        _meet(visit, accepted, invite.iid, labels=labels, pair=invite.pair)


def _meet(
    visit: Visit, accepted: pairing.Accepted, iid: bytes, *, labels: Labels, pair: str
) -> None:
    relation = Relation(
        space=accepted.space.id,
        key=accepted.space.key,
        iid=iid,
        other=accepted.pub_b,
        t=accepted.t,
        seat=Seat.A.value,
        label=labels.other,
        own_label=labels.own,
        sheet=labels.sheet,
    )
    journal.append(visit.own, relation)
    paired = Paired(t=accepted.t, pair=pair)
    journal.append(_viewer(visit, relation), paired, subject=accepted.t)


def pair_here(visits: Pair[Visit], *, labels: Pair[Labels], pair: PairType) -> bytes:
    """Make a pair of two people in one browser, and return its id.

    Nothing is said aloud, so nothing is stretched; all else is as between two
    browsers.
    """
    a, b = visits.a, visits.b
    iid = entropy.fresh(16, "iid", a.secret, b.secret)
    keys, pub_a = pairing.unsaid_keys(iid), member(a.secret, iid).pub
    joined = pairing.join(keys=keys, secret=b.secret, iid=iid, pub_a=pub_a)
    accepted = pairing.accept(keys=keys, secret=a.secret, iid=iid, reply=joined.reply)
    with transaction.atomic():
        journal.found(joined.space.id)
        journal.append(b.own, _joined(joined, iid, pub_a, labels.b))
        _meet(a, accepted, iid, labels=labels.a, pair=pair.value)
    return iid


def bonds(visit: Visit) -> list[Bond]:
    """Return my pairs, oldest first. One whose time to close has come, closes."""
    records = journal.read(visit.own, Relation)
    ordered = sorted(records, key=lambda record: (record.at, record.ref))
    relations = [record.entry for record in ordered]
    closed = closings.closed(relation.space for relation in relations)
    return [_bond(visit, one, closed=one.space in closed) for one in relations]


def bond(visit: Visit, iid: bytes) -> Bond | None:
    """Return one of my pairs by the id of its invitation."""
    return next((one for one in bonds(visit) if one.iid == iid), None)


def joined_sheets(visit: Visit) -> set[bytes]:
    """Return the sheets that an invitation or a pair is joined to."""
    return set(sheet_labels(visit))


def sheet_labels(visit: Visit) -> dict[bytes, str]:
    """Return what I call the other person of each sheet that is joined to a pair."""
    invites = {one.entry.sheet: one.entry.label for one in invitations(visit)}
    joined = journal.read(visit.own, Relation)
    return invites | {one.entry.sheet: one.entry.label for one in joined}


def tidy() -> None:
    """Remove invitations whose time is over."""
    Invitation.objects.filter(expiry__lte=clock.now(), reply=b"").delete()


def _bond(visit: Visit, relation: Relation, *, closed: bool) -> Bond:
    viewer = _viewer(visit, relation)
    return Bond(
        iid=relation.iid,
        viewer=viewer,
        seat=Seat(relation.seat),
        label=relation.label,
        own_label=relation.own_label,
        sheet=relation.sheet,
        t=relation.t,
        pair=_paired(viewer, relation),
        closed=closed,
    )


def _viewer(visit: Visit, relation: Relation) -> Viewer:
    return Viewer(
        space=SpaceKey(id=relation.space, key=relation.key),
        me=member(visit.secret, relation.iid),
        other=relation.other,
    )


def _paired(viewer: Viewer, relation: Relation) -> PairType | None:
    """Find the inviting person's word that this very pairing was checked."""
    inviting = Seat(relation.seat) is Seat.A
    for record in journal.read(viewer, Paired, subject=relation.t):
        if record.mine is inviting and record.entry.t == relation.t:
            return PairType(record.entry.pair)
    return None
