"""Who is here: a person's secret, split between a cookie and a row.

The row is sealed under the cookie, and the cookie stands in no database. So neither a
copy of the database nor a cookie that outlives its row opens anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from django.db import transaction

from coequal.core.moments import is_beyond
from coequal.errors import CoequalError, Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal.access import SpaceAccess
from coequal.journal.door import Damage, Reading
from coequal.journal.host import host
from coequal.people import in_view, left, used_forms
from coequal.people.models import Account, SessionRow
from coequal.sealed import sessions as sealed_sessions
from coequal.sealed.person import new_secret, own_member, personal
from coequal.sealed.sessions import Terms

UNKEPT = clock.DAY
SIGNED_IN = 12 * clock.HOUR
LASTING = 30 * clock.DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One person who uses the program now: the secret that opens what is theirs.

    `account` is None for somebody who has not kept anything; `cookie` is the
    browser's half, `expiry` the second at which the session ends by itself. `device`
    names the shared device of two people, and is None for everybody else. One
    that is `lasting` stays for 30 days, used or not: nobody else has this browser.
    `waits` is until when what was typed and came in is to be shown in it; 0: nothing.
    `damage` is whether this person met a damaged row in this request.
    """

    secret: bytes = field(repr=False)
    cookie: bytes = field(repr=False)
    account: bytes | None
    expiry: int
    device: bytes | None = None
    lasting: bool = False
    waits: int = field(default=0, compare=False)
    damage: Damage = field(default_factory=Damage, repr=False, compare=False)

    @property
    def kept(self) -> bool:
        """Whether this person can come back by name and passphrase."""
        return self.account is not None

    @property
    def may_pair(self) -> bool:
        """Whether this person can be one of two: kept, or at a shared device."""
        return self.kept or self.device is not None

    @property
    def own(self) -> Reading:
        """A new look into the person's own space, which nobody else ever opens."""
        space = personal(self.secret)
        access = SpaceAccess(space=space, me=own_member(self.secret))
        return Reading(access=access, damage=self.damage)


def begin() -> Session:
    """Start a private space for somebody new. It is gone after 24 hours."""
    secret = new_secret()
    # Named in the row of the session, so that it can be tidied away: for somebody who
    # is kept no column says which space is theirs.
    space = personal(secret).id
    with transaction.atomic():
        journal.found(space)
        return start(
            secret=secret, account=None, expiry=clock.now() + UNKEPT, space=space
        )


class SessionOver(Refused):
    """The session was kept, put in another's place or ended in the meantime."""


def start(  # noqa: PLR0913  this is what a session is made of
    *,
    secret: bytes,
    account: bytes | None,
    expiry: int,
    space: bytes = b"",
    device: bytes | None = None,
    lasting: bool = False,
    waits: int = 0,
    form: bytes = b"",
) -> Session:
    """Begin a session: the secret goes into a row, sealed under a cookie.

    The cookie is a new one, or that of a form: a second press of that form begins
    nothing, and gets the session of the first.
    """
    with transaction.atomic():
        cookie = _cookie_of(form, secret)
        # Of two presses at once the second waits here for the first. A cookie that was
        # used is used for ever: who has a copy of it must not wake by a third press.
        if cookie and not used_forms.use(cookie, b"a session"):
            former = _of(cookie, secret)
            if former is not None:
                return former
            cookie = b""
        session = Session(
            secret=secret,
            cookie=cookie or sealed_sessions.new_cookie(),
            account=account,
            expiry=expiry,
            device=device,
            lasting=lasting,
            waits=waits,
        )
        _row(session, space).save(force_insert=True)
    return session


def _cookie_of(form: bytes, secret: bytes) -> bytes:
    day = clock.now() // clock.DAY
    if not form:
        return b""
    return sealed_sessions.next_cookie(secret=secret, form=form, day=day)


def _row(session: Session, space: bytes) -> SessionRow:
    cookie, key = session.cookie, _key(session.cookie)
    terms = Terms(
        owner=session.account or b"",
        expiry=session.expiry,
        space=goes_with(key, session.expiry, space),
        device=session.device or b"",
        lasting=session.lasting,
    )
    return SessionRow(
        key=key,
        owner=terms.owner,
        expiry=terms.expiry,
        space=terms.space,
        sealed=sealed_sessions.seal_session(
            cookie=cookie, terms=terms, secret=session.secret
        ),
        device=session.device,
        lasting=session.lasting or None,
        # Made with every session, so that its being there does not tell who uses it.
        view=in_view.sealed(
            cookie, owner=terms.owner, expiry=terms.expiry, until=session.waits
        ),
    )


def goes_with(row: bytes, expiry: int, space: bytes) -> bytes:
    """Return how a row names the space that goes at its end; empty for none."""
    if not space:
        return b""
    return sealed_sessions.seal_space(host=host(), row=row, expiry=expiry, space=space)


def begun_by(form: bytes, secret: bytes) -> Session:
    """Return the session that an earlier press of the same form began for somebody.

    Raises `SessionOver` if there is none.
    """
    found = _of(_cookie_of(form, secret), secret)
    if found is None:
        message = "this session is over"
        raise SessionOver(message)
    return found


def _of(cookie: bytes, secret: bytes) -> Session | None:
    found = find(cookie) if cookie else None
    return found if found is not None and found.secret == secret else None


def _key(cookie: bytes) -> bytes:
    return sealed_sessions.row_key(cookie)


def find(cookie: bytes) -> Session | None:
    """Return the session a cookie is half of, or None if it is over or was changed.

    One that was left is over, also where its row could not be deleted yet.
    """
    key = _key(cookie)
    # Written out: each request asks it, and to build it cost more than to run it.
    asked = SessionRow.objects.raw("SELECT * FROM people_session WHERE key = %s", [key])
    row = None if left.is_left(key) else next(iter(asked), None)
    if row is None:
        return None
    terms = Terms(
        owner=row.owner,
        expiry=row.expiry,
        space=row.space,
        device=row.device or b"",
        lasting=bool(row.lasting),
    )
    try:
        secret = sealed_sessions.open_session(
            cookie=cookie, terms=terms, now=clock.now(), sealed=row.sealed
        )
    except CoequalError:  # over, or its row was changed: nobody is here
        return None
    if _is_too_long(terms):
        return None
    return Session(
        secret=secret,
        cookie=cookie,
        account=terms.owner or None,
        expiry=terms.expiry,
        device=terms.device or None,
        lasting=terms.lasting,
        waits=in_view.opened(cookie, row)[0],
    )


def _is_too_long(terms: Terms) -> bool:
    """Whether somebody's session ends later than any does: a clock was ahead then.

    What was not kept is let be, as it would be lost with it.
    """
    longest = LASTING if terms.lasting else SIGNED_IN
    latest = clock.now() + longest
    return bool(terms.owner) and is_beyond(terms.expiry, now=latest)


def last(session: Session, form: bytes) -> Session:
    """Put a session of 30 days in place of one of somebody kept.

    What the former had in view, Notes among it, is closed. Raises `SessionOver`.
    """
    with transaction.atomic():
        hold(session.account or b"")
        if not drop(session):
            return begun_by(form, session.secret)
        return start(
            secret=session.secret,
            account=session.account,
            expiry=clock.now() + LASTING,
            lasting=True,
            waits=session.waits,
            form=form,
        )


def shorten(session: Session) -> Session:
    """Let a session of 30 days end within 12 hours, and never later than it would.

    It keeps its cookie, and the tries at the passphrase that are left to it: this asks
    for nothing, so it must give nothing. What it had in view is closed.
    """
    expiry = min(session.expiry, clock.now() + SIGNED_IN)
    shorter = replace(session, expiry=expiry, lasting=False)
    row = _row(shorter, b"")
    SessionRow.objects.filter(pk=row.key).update(
        expiry=row.expiry, lasting=row.lasting, sealed=row.sealed, view=row.view
    )
    return shorter


def hold(account: bytes) -> Account | None:
    """Let nobody else change an account until a transaction ends; None if it is gone.

    So a session begins before a new passphrase ends all of them, or not at all.
    """
    return Account.objects.select_for_update().filter(pk=account).first()


def check_there(session: Session) -> None:
    """Raise `SessionOver` if a session ended meanwhile; inside the act it allows."""
    if not SessionRow.objects.filter(pk=_key(session.cookie)).exists():
        message = "this session is over"
        raise SessionOver(message)


def drop(session: Session) -> bool:
    """Delete the row of a session; whether it was there. What one wrote stays."""
    gone, _ = SessionRow.objects.filter(pk=_key(session.cookie)).delete()
    return bool(gone)
