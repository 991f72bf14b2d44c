"""What an entry is about, in 32 bytes."""

from __future__ import annotations

from coequal.sealed.hashing import digest


def subject(*parts: str | bytes) -> bytes:
    """Return the subject named by parts such as a round and an area.

    An entry that answers something takes that thing's ref as subject instead, so
    that changed wording is another subject.
    """
    return digest(
        "subject",
        *(part.encode() if isinstance(part, str) else part for part in parts),
    )
