"""The head of one person in one space: the ref that their next entry follows.

It is kept, so that writing does not have to search all entries for the latest one.
"""

from __future__ import annotations

from coequal.errors import CoequalError
from coequal.journal.access import SpaceAccess
from coequal.journal.models import Head
from coequal.sealed import heads


def begin(access: SpaceAccess) -> None:
    """Make one's head when one comes into a space, before anything is written.

    Both get one at once, so that its presence does not tell who has written.
    """
    move(access, b"")


def latest(access: SpaceAccess) -> tuple[bytes, ...]:
    """Return the ref of one's latest shared entry; nothing if there is none.

    Also nothing if the head is gone or damaged: the next entry then starts a new
    chain, and whoever follows it finds the gap.
    """
    found = Head.objects.filter(space=access.space.id, author=access.me.id)
    sealed = found.values_list("sealed", flat=True).first()
    if sealed is None:
        return ()
    try:
        ref = heads.open_head(
            signer=access.me, space=access.space.id, sealed=bytes(sealed)
        )
    except CoequalError:
        return ()
    return (ref,) if ref else ()


def move(access: SpaceAccess, ref: bytes) -> None:
    """Keep the ref of one's latest shared entry. The space must be locked."""
    space, me = access.space.id, access.me
    sealed = heads.seal_head(signer=me, space=space, ref=ref)
    found = Head.objects.filter(space=space, author=me.id)
    # In nearly every case it is there: then one statement does it.
    if not found.update(sealed=sealed):
        Head.objects.bulk_create([Head(space=space, author=me.id, sealed=sealed)])
