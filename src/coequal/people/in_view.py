"""What a session has in view, sealed with its row by the half that the cookie has.

Before it stands until when what was typed and came in is shown in the session. What
comes in later is shown in sessions that begin with the passphrase after it: whoever
holds a session that was left open does not read what is lost elsewhere.
"""

from __future__ import annotations

from typing import Final

from coequal.errors import CoequalError
from coequal.people.models import SessionRow
from coequal.sealed import sessions

_MARK: Final = b"\x01"
_SIZE: Final = 8


def opened(cookie: bytes, row: SessionRow) -> tuple[int, bytes]:
    """Return until when, in unix seconds (0: nothing is shown), and the view.

    What is damaged is empty: a place to go on from is no loss, and what waits is shown
    after the next sign-in.
    """
    try:
        plain = sessions.open_view(
            cookie=cookie, owner=row.owner, expiry=row.expiry, sealed=row.view or b""
        )
    except CoequalError:
        return 0, b""
    if not plain.startswith(_MARK) or len(plain) <= _SIZE:
        return 0, plain
    return int.from_bytes(plain[1 : 1 + _SIZE], "big"), plain[1 + _SIZE :]


def sealed(
    cookie: bytes, *, owner: bytes, expiry: int, until: int, plain: bytes = b""
) -> bytes:
    """Seal a view for the row of this owner and expiry."""
    before = _MARK + until.to_bytes(_SIZE, "big") if until else b""
    return sessions.seal_view(
        cookie=cookie, owner=owner, expiry=expiry, plain=before + plain
    )
