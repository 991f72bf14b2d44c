"""What somebody typed when their session was over: kept for them alone, for a day.

Whoever sends it is nobody, so nothing is asked of them but a slip that the host once
sealed (`sealed/drafts.py`). That bounds it: an account has eight places, everybody
together a thousand, and what finds none is handed back at once.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from django.db import IntegrityError, transaction

from coequal.errors import CoequalError, Refused, Unreadable, Unsound
from coequal.journal import clock
from coequal.journal.host import host
from coequal.people import session_view, used_forms
from coequal.people.models import Draft
from coequal.people.sessions import Session
from coequal.sealed import drafts as sealed
from coequal.sealed.drafts import Slip
from coequal.sealed.entropy import fresh
from coequal.sealed.hashing import lp, u64, unframed

MOST: Final = 8
IN_ALL: Final = 1_000
"""About 66 MB of a disk, and more than so many people lose in a day."""
_VERSION: Final = b"\x01"


class NotKept(Refused):
    """There is no place for it, it is too long, or it is nobody's: hand it back."""


class Happened(StrEnum):
    """What had happened when it came in; it is told to its owner afterwards."""

    IDLE = "idle"
    OVER = "over"
    REFUSED = "refused"
    SAVED = "saved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed: on which page, where it was sent, why it came to nothing."""

    page: str
    to: str
    why: Happened
    fields: tuple[tuple[str, str], ...] = field(repr=False, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What waits for its owner; `key` is how they name it, `at` a unix second."""

    key: str
    at: int
    typed: Typed


def slip(session: Session, page: str) -> str:
    """Return what the forms of one page carry for who is here, in letters."""
    return written(
        Slip(
            to=sealed.public_key(session.secret),
            account=session.account or b"",
            page=page,
            expiry=session.expiry + clock.DAY,
        )
    )


def nobodys() -> str:
    """Return what looks like a slip, for the forms that anybody is shown."""
    return written(Slip(to=fresh(32, "nobody"), account=b"", page="", expiry=0))


def written(slip: Slip) -> str:
    """Return a slip in letters, sealed again; one too long for it names no page."""
    try:
        made = sealed.seal_slip(host(), slip)
    except Refused:
        made = sealed.seal_slip(host(), replace(slip, page="/"))
    return base64.urlsafe_b64encode(made).decode()


def read_slip(written: str) -> Slip | None:
    """Return the slip of a form, late or not; None unless it is somebody's of ours."""
    with suppress(CoequalError, ValueError):
        found = sealed.open_slip(host(), base64.urlsafe_b64decode(written.encode()))
        return found if found.page else None
    return None


def is_of(slip: Slip, session: Session) -> bool:
    """Whether a form was shown to this very person, in this session or another."""
    return slip.to == sealed.public_key(session.secret)


def keep(
    slip: Slip,
    typed: Typed,
    *,
    browser: bytes = b"",
    here: Session | None = None,
    lasts: int = clock.DAY,
) -> None:
    """Seal what was typed to whom its form was shown. Raises `NotKept`.

    `browser` is the key of the row that its cookie had, or would have: whoever leaves
    there deletes it. The same form pressed twice is kept once. It shows in sessions
    that begin later, and in the one that is `here`: unless something else waits that
    is not to be shown here.
    """
    if not slip.account or slip.expiry <= clock.now():
        message = "it is nobody's who could come back for it"
        raise NotKept(message)
    with transaction.atomic():
        if here is not None and any(one.at > here.waits for one in waiting(here)):
            message = "what else waits is not shown here"
            raise NotKept(message)
        # Pressed twice, and not typed twice: that is kept again.
        minute = _encoded(typed, at=clock.now() // clock.MINUTE)
        if not used_forms.use(slip.to, minute) and _may_be_there(typed, here):
            return
        if Draft.objects.filter(expiry__gt=clock.now()).count() >= IN_ALL:
            message = "no place is free"
            raise NotKept(message)
        _put(slip, typed, browser=browser, expiry=_end(lasts))
        if here is not None:
            _tell(here, until=clock.now())


def _may_be_there(typed: Typed, here: Session | None) -> bool:
    """Whether the same waits already: nobody can tell but its owner."""
    return here is None or any(one.typed == typed for one in waiting(here))


def show(session: Session) -> list[Waiting]:
    """Let a session that has begun show what waits for its person; return it."""
    found = waiting(session)
    if found:
        _tell(session, until=clock.now())
    return found


def _tell(session: Session, *, until: int) -> None:
    # Each page asks only where this says so: it is read with the session itself.
    with suppress(Unreadable), session_view.locked(session) as holding:
        holding.waits = until


def _end(lasts: int) -> int:
    """Return the end of what is kept from now on, on the hour if it is a day."""
    end = clock.now() + lasts
    return end // clock.HOUR * clock.HOUR if lasts == clock.DAY else end


def _put(slip: Slip, typed: Typed, *, browser: bytes, expiry: int) -> None:
    plain = _encoded(typed, at=clock.now())
    if len(plain) + 4 > sealed.DRAFT:
        message = "it is too long"
        raise NotKept(message)
    by = sealed.browser_key(host(), browser) if browser else b""
    places = _places(slip.account)
    Draft.objects.filter(key__in=places, expiry__lte=clock.now()).delete()
    taken = set(Draft.objects.filter(key__in=places).values_list("key", flat=True))
    for key in places:
        if key in taken:
            continue
        box = sealed.seal_draft(to=slip.to, row=key, expiry=expiry, plain=plain)
        # Of two at once one finds the place taken, and goes on to the next.
        with suppress(IntegrityError), transaction.atomic():
            Draft(key=key, by=by, expiry=expiry, sealed=box).save(force_insert=True)
            return
    message = "no place is free"
    raise NotKept(message)


def _places(account: bytes) -> list[bytes]:
    return [sealed.row_key(host(), account, number) for number in range(MOST)]


def to_show(session: Session) -> list[Waiting]:
    """Return what waits and is to be shown in a session, the newest first."""
    return [one for one in waiting(session) if one.at <= session.waits]


def waiting(session: Session) -> list[Waiting]:
    """Return all that waits for somebody, the newest first.

    One that was damaged, or put there by somebody who has no key, is not there.
    """
    if session.account is None:
        return []
    rows = Draft.objects.filter(
        key__in=_places(session.account), expiry__gt=clock.now()
    )
    return sorted(_opened(session, rows), key=lambda one: (-one.at, one.key))


def _opened(session: Session, rows: Iterable[Draft]) -> Iterator[Waiting]:
    for row in rows:
        with suppress(CoequalError, ValueError):
            plain = sealed.open_draft(
                secret=session.secret,
                row=row.key,
                expiry=row.expiry,
                sealed=row.sealed,
            )
            at, typed = _decoded(plain)
            yield Waiting(key=row.key.hex(), at=at, typed=typed)


def _encoded(typed: Typed, *, at: int) -> bytes:
    fields = [one for pair in typed.fields for one in pair]
    said = (typed.page, typed.to, typed.why, *fields)
    return lp(_VERSION, u64(at), *(one.encode("utf-8", "replace") for one in said))


def _decoded(plain: bytes) -> tuple[int, Typed]:
    """Read what `_encoded` wrote; `Unsound` or a `ValueError` for anything else."""
    version, at, *said = unframed(plain)
    page, to, why, *fields = (one.decode() for one in said)
    if version != _VERSION or len(fields) % 2:
        raise Unsound("a draft of another form")
    pairs = tuple(zip(fields[::2], fields[1::2], strict=True))
    typed = Typed(page=page, to=to, why=Happened(why), fields=pairs)
    return int.from_bytes(at, "big"), typed


def drop(session: Session, key: str) -> None:
    """Delete one's own of that name. Naming that of somebody else changes nothing."""
    mine = {place.hex(): place for place in _places(session.account or b"")}
    if session.account is not None and key in mine:
        Draft.objects.filter(key=mine[key]).delete()
        if not to_show(session):
            _tell(session, until=0)


def forget(account: bytes | None) -> None:
    """Delete all that waits for an account, as its owner leaves."""
    if account:
        Draft.objects.filter(key__in=_places(account)).delete()


def forget_of_browser(row: bytes) -> None:
    """Delete all that a browser sent which has the cookie of this row's key."""
    Draft.objects.filter(by=sealed.browser_key(host(), row)).delete()


def tidy() -> None:
    """Remove what nobody came back for."""
    Draft.objects.filter(expiry__lte=clock.now()).delete()
