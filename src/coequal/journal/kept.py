"""What one of two keeps in their space for themselves alone, beside the rows.

The head is the ref that their next entry follows, so that writing does not search all
entries for the latest one. A room keeps what it has worked out, so that a page does
not work it out again. Nothing rests on either: what is gone or damaged counts as not
kept, and is worked out from the rows again. The third is the memory of what was open to
both (`seen`): that one tells, when it is gone, that something happened here.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from coequal.errors import CoequalError
from coequal.journal import seen
from coequal.journal.access import SpaceAccess
from coequal.journal.writes import put_down_boxes
from coequal.sealed import kept
from coequal.sealed.hashing import digest

_HEAD: Final = "head"
_DIGEST: Final = 32


def begin(access: SpaceAccess) -> None:
    """Make one's head and memory when one comes into a space, before one writes there.

    Both get them at once, so that their presence does not tell who has written.
    """
    _, memory = filled(access, seen.NAME, seen.EMPTY, before={})
    boxes = {**head(access, b""), **memory}
    put_down_boxes(access.space.id, access.me.id, boxes)


def first(access: SpaceAccess, name: str) -> bytes:
    """Return where the first box lies that is kept under a name."""
    return _places(access, name)[0]


def head(access: SpaceAccess, ref: bytes) -> dict[bytes, bytes]:
    """Return a head as it is kept, sealed: the ref of one's latest shared entry."""
    return _sealed(access, {first(access, _HEAD): ref}, size=kept.SMALL)


def latest(access: SpaceAccess, heads: Boxes) -> tuple[bytes, ...]:
    """Return the ref of one's latest shared entry; nothing if there is none.

    Also nothing if the head is gone or damaged: the next entry then starts a new
    chain, and whoever follows it finds the gap.
    """
    found = list(named(access, _HEAD, heads).values())
    return (found[0],) if found and len(found[0]) == _DIGEST else ()


Boxes = Mapping[bytes, bytes]
"""What is in boxes by place, in order."""


def whole(name: str, boxes: Boxes, *, since: bytes = b"") -> bytes:
    """Return what one keeps under a name; nothing if it is gone or of two times.

    Nor if it was kept before I went on without something: `since` names all of that.
    """
    found = b"".join(boxes.values())
    made, plain = found[:_DIGEST], found[_DIGEST:]
    # Boxes of different times would fit their places and not each other.
    return plain if made == _digest(name, plain, since) else b""


def filled(
    access: SpaceAccess, name: str, plain: bytes, *, before: Boxes, since: bytes = b""
) -> tuple[Boxes, dict[bytes, bytes]]:
    """Return what boxes hold where this is kept under a name, in place of what was.

    And those of them that are otherwise than before, sealed: no others are written.
    """
    held, place = _digest(name, plain, since) + plain, first(access, name)
    boxes = {}
    for start in range(0, len(held), kept.HELD):
        boxes[place] = held[start : start + kept.HELD]
        place = kept.next_place(place)
    changed = {at: box for at, box in boxes.items() if before.get(at) != box}
    # What is shorter than before leaves empty boxes: they are never deleted, so that
    # the number of them does not tell that something was taken back.
    changed |= {at: b"" for at, box in before.items() if at not in boxes and box}
    return {**before, **boxes, **changed}, _sealed(access, changed)


def _places(access: SpaceAccess, name: str) -> tuple[bytes, bytes]:
    return kept.places(signer=access.me, space=access.space.id, name=name)


def _digest(name: str, plain: bytes, since: bytes) -> bytes:
    return digest("keptsum", name.encode(), since, plain)


def named(access: SpaceAccess, name: str, boxes: Boxes) -> dict[bytes, bytes]:
    """Open those of some sealed boxes that are kept under a name."""
    first, last = _places(access, name)
    here = {at: box for at, box in boxes.items() if first <= at <= last}
    return _opened(access, here)


def _opened(access: SpaceAccess, boxes: Boxes) -> dict[bytes, bytes]:
    """Open sealed boxes, in order of place; one that is damaged is left out."""
    space, me = access.space.id, access.me
    found = {}
    for place in sorted(boxes):
        with suppress(CoequalError):
            found[place] = kept.open_kept(
                signer=me, space=space, place=place, sealed=boxes[place]
            )
    return found


def _sealed(
    access: SpaceAccess, held: Boxes, *, size: int = kept.LARGE
) -> dict[bytes, bytes]:
    space, me = access.space.id, access.me
    return {
        place: kept.seal_kept(
            signer=me, space=space, place=place, plain=plain, size=size
        )
        for place, plain in held.items()
    }
