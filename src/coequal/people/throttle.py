"""Slowing down tries at a passphrase, without ever locking anybody out.

Tries at a name go by turn among the networks that ask (`turns.py`), whether nobody,
one or several people have the name: waiting tells nothing about who does. A browser
that opened an account before has tries of its own at that account, so that a
stranger's - or the other person's - cannot keep the owner waiting there. So has each
session, for the passphrase that is asked again: nobody elsewhere can keep somebody
waiting who is here, and nobody elsewhere notices.

Each answer takes the same statements, whoever has the name and whoever waits.
"""

from __future__ import annotations

from django.db import transaction

from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal.host import host
from coequal.people import turns
from coequal.people.models import KnownBrowser, Throttle
from coequal.people.turns import FREE_TRIES, SECONDS_A_TRY
from coequal.sealed.hashing import digest

__all__ = ["FREE_TRIES", "SECONDS_A_TRY", "Wait", "spend", "take_turn"]

REMEMBERED = 400
"""Days for which a browser is known."""

_MARK = 16
_NAMESAKES = 4
"""How many accounts of one name a browser knows."""


class Wait(Refused):
    """Too many failed tries; `seconds` until the next one is free."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"wait {seconds} seconds")
        self.seconds = seconds


def spend(*owner: bytes) -> None:
    """Spend one try of somebody who is here, right or wrong, or raise `Wait`."""
    with transaction.atomic():
        row = _held(_key(*owner))
        full, wait = turns.spend(row.full, clock.now())
        Throttle.objects.filter(pk=row.key).update(full=full)
    if wait:
        raise Wait(wait)


def take_turn(column: bytes, network: bytes) -> None:
    """Spend one try at a keyed name, right or wrong, if it is this network's turn.

    If not, it has a place in the line from now on, and `Wait` is raised.
    """
    # A network is kept under another hash at each name: what asked for two cannot be
    # told from two that asked.
    place = digest("net", column, network, key=host().name, size=turns.NETWORK_BYTES)
    with transaction.atomic():
        # A name that nobody has gets a row as well, or one could tell them apart.
        row = _held(_key(column))
        before = turns.unpacked(row.full, row.line)
        line, wait = turns.ask(before, place, clock.now())
        same = Throttle.objects.filter(pk=row.key)
        same.update(full=line.full, line=line.packed)
    # Not inside: the place in the line is kept.
    if wait:
        raise Wait(wait)


def hold(column: bytes) -> None:
    """Let nobody else try or keep anything under a name, until a transaction ends."""
    _held(_key(column))


def spend_known(column: bytes, browser: bytes, accounts: list[bytes]) -> list[bytes]:
    """Spend one of the tries that this browser has at a name.

    Return which of these accounts it may be tried at: those that it opened before.
    """
    key = _key(column, browser)
    with transaction.atomic():
        # Asked always, also at a name that nobody has: one statement more would tell.
        row = KnownBrowser.objects.select_for_update().filter(pk=key).first()
        if row is None:
            return []
        full, wait = turns.spend(row.full, clock.now())
        KnownBrowser.objects.filter(pk=key).update(full=full)
    marks = () if wait else _marks(row)
    return [account for account in accounts if _mark(key, account) in marks]


def know(column: bytes, browser: bytes, account: bytes) -> None:
    """Give this browser all its tries at an account that it has just opened."""
    key = _key(column, browser)
    mark = _mark(key, account)
    with transaction.atomic():
        row = KnownBrowser.objects.select_for_update().filter(pk=key).first()
        others = [one for one in _marks(row) if one != mark] if row else []
        marks = b"".join([mark, *others][:_NAMESAKES])
        # The end of a day, so that it does not tell when somebody was here.
        expiry = (clock.now() // clock.DAY + REMEMBERED + 1) * clock.DAY
        values = {"full": 0, "marks": marks, "expiry": expiry}
        KnownBrowser.objects.update_or_create(pk=key, defaults=values)


def tidy() -> None:
    """Forget tries that are free again, lines of an hour ago, browsers of long ago."""
    for table in (Throttle, KnownBrowser):
        table.objects.filter(expiry__lte=clock.now()).delete()


def _held(key: bytes) -> Throttle:
    """Return the row of these tries, made if absent, and hold it in a transaction."""
    # A lock on a row that is not there holds nobody up, so it is made first; where it
    # is there, this very statement locks it, and tidying leaves it alone.
    row = Throttle(key=key, expiry=clock.now() + turns.HOUR)
    Throttle.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["expiry"],
    )
    return Throttle.objects.get(pk=key)


def _key(*owner: bytes) -> bytes:
    return digest("try", *owner, key=host().name)


def _mark(key: bytes, account: bytes) -> bytes:
    return digest("known", key, account, key=host().name, size=_MARK)


def _marks(row: KnownBrowser) -> list[bytes]:
    return [row.marks[at : at + _MARK] for at in range(0, len(row.marks), _MARK)]
