"""Two people in one browser, for an hour.

Each has a secret and a space of their own, as anybody has (a *chair* in what people
read); the browser holds half of both sessions and swaps them. Nothing here is an
account: with the hour, or as soon as somebody leaves, all of it goes.
"""

from __future__ import annotations

from django.db import transaction

from coequal.core.people import Pair, PairType
from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.people import meeting, pairs, sessions
from coequal.people.models import SharedDevice
from coequal.people.pairs import DamagedPair, Labels, PairMember
from coequal.people.sessions import Session
from coequal.sealed import entropy
from coequal.sealed.person import new_secret, personal

LASTING = clock.HOUR
MOST = 200


class Taken(Refused):
    """As many share a browser as this machine allows; some end within the hour."""


def begin(*, is_demo: bool) -> Pair[Session]:
    """Begin for two people and return the session of each. Raises `Taken`."""
    # Nobody needs an account for this, so without a limit anybody could fill the disk.
    # What is over takes no place: it goes within a minute of the next who begins.
    if SharedDevice.objects.filter(expiry__gt=clock.now()).count() >= MOST:
        message = "all chairs are taken"
        raise Taken(message)
    secrets = Pair(a=new_secret(b"A"), b=new_secret(b"B"))
    device = entropy.fresh(16, "chairs", secrets.a, secrets.b)
    expiry = clock.now() + LASTING
    with transaction.atomic():
        SharedDevice.objects.create(id=device, expiry=expiry, is_demo=is_demo)
        return secrets.map(lambda secret: _sit(secret, device, expiry))


def _sit(secret: bytes, device: bytes, expiry: int) -> Session:
    space = personal(secret).id
    journal.found(space)
    return sessions.start(
        secret=secret, account=None, expiry=expiry, space=space, device=device
    )


def pair(
    both: Pair[Session], *, labels: Pair[Labels], pair: PairType
) -> Pair[PairMember]:
    """Make the two a pair, and return it as each of them has it."""
    with transaction.atomic():
        pair_id = meeting.pair_here(both, labels=labels, pair=pair)
        members = Pair(a=_member(both.a, pair_id), b=_member(both.b, pair_id))
        # So that their common space goes with the hour too.
        found = SharedDevice.objects.filter(pk=both.a.device)
        goes = sessions.goes_with(
            both.a.device or b"", both.a.expiry, members.a.space_id
        )
        found.update(space=goes)
    return members


def _member(session: Session, pair_id: bytes) -> PairMember:
    member = pairs.member(session, pair_id)
    assert member is not None
    return member


def member(session: Session) -> PairMember | None:
    """Return the pair of the two at a shared device, as this one of them has it."""
    return next(iter(pairs.members(session)), None) if session.device else None


def sound_member(session: Session) -> PairMember:
    """Return the pair of two who are at a shared device; `DamagedPair` after damage."""
    found = member(session)
    if found is None or found.pair is None:
        message = "the pair at a shared device"
        raise DamagedPair(message)
    return found


def is_demo(session: Session) -> bool:
    """Whether the two are a made-up pair that somebody tries."""
    # Each page asks it, and nearly nobody is at one: no query is even built then.
    return session.device is not None and (
        SharedDevice.objects.filter(pk=session.device, is_demo=True).exists()
    )


def plays(session: Session) -> bool:
    """Whether this is one of two who play with one phone."""
    return session.device is not None and not is_demo(session)
