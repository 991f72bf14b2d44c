"""Until when what was typed and came in is shown in a session.

It stands before what the session has in view. What comes in later is shown in sessions
that begin with the passphrase after it: whoever holds a session that was left open
does not read what is lost elsewhere.
"""

from __future__ import annotations

from typing import Final

_MARK: Final = b"\x01"
_SIZE: Final = 8


def before(until: int) -> bytes:
    """Return what stands before a view; nothing where nothing is to be shown."""
    return _MARK + until.to_bytes(_SIZE, "big") if until else b""


def taken_apart(view: bytes) -> tuple[int, bytes]:
    """Return until when, in unix seconds (0: nothing is shown), and the view itself."""
    if not view.startswith(_MARK) or len(view) <= _SIZE:
        return 0, view
    return int.from_bytes(view[1 : 1 + _SIZE], "big"), view[1 + _SIZE :]
