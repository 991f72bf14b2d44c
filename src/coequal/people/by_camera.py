"""Joined by a camera: two sit together, for as long as the session that joined lasts.

A camera takes the code off the other one's screen. Who joined that way, and in which
session, is kept in their own space alone. In any other session it says nothing.
"""

from __future__ import annotations

from hmac import compare_digest

from coequal.people import session_view
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session


def mark(session: Session, pair_id: bytes) -> str:
    """Return what a session keeps that joins by a camera: no other has the same."""
    return session_view.mark(session, f"camera {pair_id.hex()}")


def sits_together(session: Session, member: PairMember) -> bool:
    """Whether one joined by a camera, in this very session."""
    kept = member.camera.encode()
    return compare_digest(kept, mark(session, member.pair_id).encode())
