"""Two people in one browser, for an hour.

Each sits in a chair and has a secret and a space of their own, as anybody has;
the browser holds half of both visits and swaps them. Nothing here is an account:
with the hour, or as soon as somebody leaves, all of it goes.
"""

from __future__ import annotations

from django.db import transaction

from coequal.core.people import Pair, PairType
from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.people import pairs, visits
from coequal.people.models import Chairs
from coequal.people.pairs import Bond, Labels
from coequal.people.visits import Visit
from coequal.sealed import entropy
from coequal.sealed.person import new_secret, personal

LASTING = clock.HOUR
MOST = 200


class Taken(Refused):
    """All chairs of this machine are taken; some are free within the hour."""


def begin(*, made_up: bool) -> Pair[Visit]:
    """Put up two chairs and return who sits in them. Raises `Taken`."""
    if Chairs.objects.count() >= MOST:
        message = "all chairs are taken"
        raise Taken(message)
    secrets = Pair(a=new_secret(b"A"), b=new_secret(b"B"))
    chairs = entropy.fresh(16, "chairs", secrets.a, secrets.b)
    expiry = clock.now() + LASTING
    with transaction.atomic():
        Chairs.objects.create(id=chairs, expiry=expiry, made_up=made_up)
        return secrets.map(lambda secret: _sit(secret, chairs, expiry))


def _sit(secret: bytes, chairs: bytes, expiry: int) -> Visit:
    space = personal(secret).id
    journal.found(space)
    return visits.start(
        secret=secret, account=None, expiry=expiry, space=space, chairs=chairs
    )


def pair(both: Pair[Visit], *, labels: Pair[Labels], pair: PairType) -> Pair[Bond]:
    """Make the two a pair, and return it as each of them has it."""
    with transaction.atomic():
        iid = pairs.pair_here(both, labels=labels, pair=pair)
        bonds = Pair(a=_bond(both.a, iid), b=_bond(both.b, iid))
        Chairs.objects.filter(pk=both.a.chairs).update(space=bonds.a.viewer.space.id)
    return bonds


def _bond(visit: Visit, iid: bytes) -> Bond:
    bond = pairs.bond(visit, iid)
    assert bond is not None
    return bond


def bond(visit: Visit) -> Bond | None:
    """Return the pair of the two chairs, as the one who sits here has it."""
    return next(iter(pairs.bonds(visit)), None) if visit.chairs else None


def made_up(visit: Visit) -> bool:
    """Whether the two are a story that somebody tries."""
    return Chairs.objects.filter(pk=visit.chairs, made_up=True).exists()
