"""Who is here: a person's secret, split between a cookie and a row."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import QuerySet

from coequal.errors import CoequalError
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal.viewer import Viewer
from coequal.people.models import Account, Chairs, Session
from coequal.sealed import sessions
from coequal.sealed.person import member, new_secret, personal

UNKEPT = clock.DAY
SIGNED_IN = 12 * clock.HOUR
LASTING = 30 * clock.DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One person, here now.

    `account` is None for somebody who has not kept anything; `cookie` is the
    browser's half, `expiry` the second at which the visit ends by itself. `chairs`
    names the two chairs that this is one of, and is None for everybody else. One
    that is `lasting` stays for 30 days, used or not: nobody else has this browser.
    """

    secret: bytes = field(repr=False)
    cookie: bytes = field(repr=False)
    account: bytes | None
    expiry: int
    chairs: bytes | None = None
    lasting: bool = False

    @property
    def kept(self) -> bool:
        """Whether this person can come back by name and passphrase."""
        return self.account is not None

    @property
    def may_pair(self) -> bool:
        """Whether this person can be one of two: kept, or in one of two chairs."""
        return self.kept or self.chairs is not None

    @property
    def own(self) -> Viewer:
        """The person's own space, which nobody else ever opens."""
        space = personal(self.secret)
        return Viewer(space=space, me=member(self.secret, space.id))


def begin() -> Visit:
    """Start a private space for somebody new. It is gone after 24 hours."""
    secret = new_secret()
    space = personal(secret).id
    with transaction.atomic():
        journal.found(space)
        return start(
            secret=secret, account=None, expiry=clock.now() + UNKEPT, space=space
        )


def start(  # noqa: PLR0913  this is what a visit is made of
    *,
    secret: bytes,
    account: bytes | None,
    expiry: int,
    space: bytes = b"",
    chairs: bytes | None = None,
    lasting: bool = False,
) -> Visit:
    """Store one half of the secret and hand out the other."""
    cookie = sessions.new_cookie()
    owner = account or b""
    Session.objects.create(
        key=sessions.row_key(cookie),
        owner=owner,
        expiry=expiry,
        space=space,
        sealed=sessions.seal_session(
            cookie=cookie, owner=owner, expiry=expiry, secret=secret
        ),
        chairs=chairs,
        lasting=lasting or None,
        view=sessions.seal_view(cookie=cookie, owner=owner, expiry=expiry, plain=b""),
    )
    return Visit(
        secret=secret,
        cookie=cookie,
        account=account,
        expiry=expiry,
        chairs=chairs,
        lasting=lasting,
    )


def find(cookie: bytes) -> Visit | None:
    """Return the visit a cookie is half of, or None if it is over or was changed."""
    row = Session.objects.filter(pk=sessions.row_key(cookie)).first()
    if row is None:
        return None
    try:
        secret = sessions.open_session(
            cookie=cookie,
            owner=row.owner,
            expiry=row.expiry,
            now=clock.now(),
            sealed=row.sealed,
        )
    except CoequalError:
        return None
    return Visit(
        secret=secret,
        cookie=cookie,
        account=row.owner or None,
        expiry=row.expiry,
        chairs=row.chairs,
        lasting=bool(row.lasting),
    )


def begin_anew(visit: Visit, *, lasting: bool) -> Visit:
    """Put a visit in place of one of somebody who is kept, for 30 days or for 12 hours.

    What the former had in view, Notes among it, is closed.
    """
    lasts = LASTING if lasting else SIGNED_IN
    with transaction.atomic():
        drop(visit)
        return start(
            secret=visit.secret,
            account=visit.account,
            expiry=clock.now() + lasts,
            lasting=lasting,
        )


def drop(visit: Visit) -> None:
    """Make the cookie worthless and touch nothing else."""
    Session.objects.filter(pk=sessions.row_key(visit.cookie)).delete()


def end(visit: Visit) -> None:
    """End this visit. Somebody who kept nothing keeps nothing."""
    with transaction.atomic():
        if visit.chairs:
            clear(visit.chairs)
        drop(visit)
        if not visit.kept:
            journal.forget(personal(visit.secret).id)


def forget(visit: Visit) -> None:
    """Remove an account with its wraps, all its visits, and its own space."""
    with transaction.atomic():
        Session.objects.filter(owner=visit.account or b"").exclude(owner=b"").delete()
        Account.objects.filter(pk=visit.account).delete()
        journal.forget(personal(visit.secret).id)


def clear(chairs: bytes) -> None:
    """Remove two chairs, both visits in them, and all that was written there."""
    with transaction.atomic():
        visitors = Session.objects.filter(chairs=chairs)
        table = Chairs.objects.filter(pk=chairs)
        for found in (visitors, table):
            for space in found.values_list("space", flat=True):
                journal.forget(space)
        Account.objects.filter(chairs=chairs).delete()
        visitors.delete()
        table.delete()


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another visit of the same account: its name, and the second at which it ends."""

    key: bytes
    expiry: int
    lasting: bool


def others(visit: Visit) -> list[Other]:
    """Return every other visit of the same account that is not over, in no order."""
    present = _others(visit).filter(expiry__gt=clock.now()).order_by("key")
    return [
        Other(key=one.key, expiry=one.expiry, lasting=bool(one.lasting))
        for one in present
    ]


def end_other(visit: Visit, key: bytes) -> None:
    """End one of the others. Naming a visit of somebody else changes nothing."""
    _others(visit).filter(pk=key).delete()


def end_others(visit: Visit) -> None:
    """End every other visit of the same account."""
    _others(visit).delete()


def _others(visit: Visit) -> QuerySet[Session]:
    own = sessions.row_key(visit.cookie)
    mine = Session.objects.filter(owner=visit.account or b"").exclude(owner=b"")
    return mine.exclude(pk=own)


def tidy() -> None:
    """Remove visits that are over, and the spaces nobody kept."""
    over = Session.objects.filter(expiry__lte=clock.now())
    late = Chairs.objects.filter(expiry__lte=clock.now())
    with transaction.atomic():
        for chairs in late.values_list("id", flat=True):
            clear(chairs)
        for space in over.exclude(space=b"").values_list("space", flat=True):
            journal.forget(space)
        over.delete()
