"""Failed sign-ins slow down and never lock anybody out.

Each account has a bucket of free tries that fills up again; a name that nobody
has, has one too and behaves alike. A browser that opened the account before has
a bucket of its own for it, so that a stranger's tries - or the other person's -
cannot keep the owner waiting there. Opening one account never fills the bucket
of another, whatever name they share.
"""

from __future__ import annotations

from django.db import transaction

from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal.host import host
from coequal.people.models import Patience
from coequal.sealed.hashing import digest

FREE_TRIES = 8
SECONDS_A_TRY = 15
REMEMBERED = 400 * clock.DAY


class Wait(Refused):
    """Too many failed tries; `seconds` until the next one is free."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"wait {seconds} seconds")
        self.seconds = seconds


def spend(owner: bytes, browser: bytes) -> None:
    """Spend one try on an account, or raise `Wait`.

    `owner` is the account's id, or a keyed name that nobody has.
    """
    with transaction.atomic():
        bucket = _bucket(owner, browser)
        left = _left(bucket)
        if left < 1:
            raise Wait(round((1 - left) * SECONDS_A_TRY) or 1)
        _fill(bucket.key, left - 1)


def refund(owner: bytes, browser: bytes) -> None:
    """Give one try back: it was the right one."""
    with transaction.atomic():
        bucket = _bucket(owner, browser)
        _fill(bucket.key, min(FREE_TRIES, _left(bucket) + 1))


def know(owner: bytes, browser: bytes) -> None:
    """Give this browser a bucket of its own for this account."""
    Patience.objects.get_or_create(
        pk=_key(owner, browser),
        defaults={"left": FREE_TRIES, "at": clock.now(), "known": True},
    )


def tidy() -> None:
    """Forget shared buckets that are full again, and browsers of long ago."""
    full = clock.now() - FREE_TRIES * SECONDS_A_TRY
    Patience.objects.filter(at__lt=full, known=False).delete()
    Patience.objects.filter(at__lt=clock.now() - REMEMBERED).delete()


def _bucket(owner: bytes, browser: bytes) -> Patience:
    """Return the bucket that this browser draws from, locked."""
    locked = Patience.objects.select_for_update()
    known = locked.filter(pk=_key(owner, browser)).first() if browser else None
    if known is not None:
        return known
    shared = _key(owner, b"")
    new = Patience(key=shared, left=FREE_TRIES, at=clock.now())
    return locked.filter(pk=shared).first() or new


def _fill(key: bytes, left: float) -> None:
    Patience.objects.update_or_create(
        pk=key, defaults={"left": left, "at": clock.now()}
    )


def _key(owner: bytes, browser: bytes) -> bytes:
    return digest("try", owner, browser, key=host().name)


def _left(bucket: Patience) -> float:
    filled = (clock.now() - bucket.at) / SECONDS_A_TRY
    return min(FREE_TRIES, bucket.left + filled)
