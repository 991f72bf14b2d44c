"""Slowing down tries at a passphrase, without ever locking anybody out.

Each name has one bucket of tries that fills up again, whether nobody, one or
several people have the name: waiting tells nothing about who does. A browser that
opened an account before has a bucket of its own for that account, so that a
stranger's tries - or the other person's - cannot keep the owner waiting there.
So has each session, for the passphrase that is asked again: nobody elsewhere can
keep somebody waiting who is here, and nobody elsewhere notices.
"""

from __future__ import annotations

from django.db import transaction

from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal.host import host
from coequal.people.models import Throttle
from coequal.sealed.hashing import digest

FREE_TRIES = 8
SECONDS_A_TRY = 15
REMEMBERED = 400 * clock.DAY


class Wait(Refused):
    """Too many failed tries; `seconds` until the next one is free."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"wait {seconds} seconds")
        self.seconds = seconds


def spend(*owner: bytes) -> None:
    """Spend one try, right or wrong, or raise `Wait`.

    Tries belong to a keyed name, or to an account and one session of it.
    """
    with transaction.atomic():
        key = _key(*owner)
        # A name that nobody has gets a bucket as well, or one could tell them apart.
        now = Throttle(key=key, left=FREE_TRIES, at=clock.now())
        left = _left(_locked(key) or now)
        if left < 1:
            # At least a second: "wait 0 seconds" is no answer.
            raise Wait(round((1 - left) * SECONDS_A_TRY) or 1)
        _fill(key, left - 1)


def spend_known(account: bytes, browser: bytes) -> bool:
    """Spend one of the tries that this browser has at an account, if it has any."""
    with transaction.atomic():
        bucket = _locked(_key(account, browser))
        if bucket is None or _left(bucket) < 1:
            return False
        _fill(bucket.key, _left(bucket) - 1)
    return True


def know(account: bytes, browser: bytes) -> None:
    """Give this browser all its tries at an account that it has just opened."""
    _fill(_key(account, browser), FREE_TRIES, known=True)


def tidy() -> None:
    """Forget shared buckets that are full again, and browsers of long ago."""
    # A full bucket is as good as none. A browser that is known has to stay known.
    full = clock.now() - FREE_TRIES * SECONDS_A_TRY
    Throttle.objects.filter(at__lt=full, known=False).delete()
    Throttle.objects.filter(at__lt=clock.now() - REMEMBERED, known=True).delete()


def _locked(key: bytes) -> Throttle | None:
    return Throttle.objects.select_for_update().filter(pk=key).first()


def _fill(key: bytes, left: float, **more: bool) -> None:
    Throttle.objects.update_or_create(
        pk=key, defaults={"left": left, "at": clock.now(), **more}
    )


def _key(*owner: bytes) -> bytes:
    return digest("try", *owner, key=host().name)


def _left(bucket: Throttle) -> float:
    # A clock that was set back keeps nobody waiting for what it once showed.
    filled = abs(clock.now() - bucket.at) / SECONDS_A_TRY
    return min(FREE_TRIES, bucket.left + filled)
