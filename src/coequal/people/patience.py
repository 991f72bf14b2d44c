"""Failed sign-ins slow down and never lock anybody out.

Each name has a bucket of free tries that fills up again. A browser that signed
in under the name before has a bucket of its own, so a stranger's tries - or the
other person's - cannot keep the owner waiting there.
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


class Wait(Refused):
    """Too many failed tries; `seconds` until the next one is free."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"wait {seconds} seconds")
        self.seconds = seconds


def spend(name: bytes, browser: bytes) -> None:
    """Spend one try, or raise `Wait`. `browser` is empty for an unknown one."""
    bucket = _bucket(name, browser)
    with transaction.atomic():
        found = Patience.objects.select_for_update().filter(pk=bucket.pk).first()
        left = _left(found or bucket)
        if left < 1:
            raise Wait(round((1 - left) * SECONDS_A_TRY) or 1)
        Patience.objects.update_or_create(
            pk=bucket.pk, defaults={"left": left - 1, "at": clock.now()}
        )


def welcome(name: bytes, browser: bytes) -> None:
    """Give the try back, and know this browser under this name from now on."""
    Patience.objects.update_or_create(
        pk=_key(name, browser), defaults={"left": FREE_TRIES, "at": clock.now()}
    )


def tidy() -> None:
    """Forget buckets of names that have long been full again."""
    full = clock.now() - FREE_TRIES * SECONDS_A_TRY
    known_for = clock.now() - 400 * clock.DAY
    Patience.objects.filter(at__lt=full, left__lt=FREE_TRIES).delete()
    Patience.objects.filter(at__lt=known_for).delete()


def _bucket(name: bytes, browser: bytes) -> Patience:
    if browser:
        known = Patience.objects.filter(pk=_key(name, browser)).first()
        if known:
            return known
    return Patience(key=_key(name, b""), left=FREE_TRIES, at=clock.now())


def _key(name: bytes, browser: bytes) -> bytes:
    return digest("try", name, browser, key=host().name)


def _left(bucket: Patience) -> float:
    filled = (clock.now() - bucket.at) / SECONDS_A_TRY
    return min(FREE_TRIES, bucket.left + filled)
