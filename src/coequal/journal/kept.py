"""What one of two keeps in their space for themselves alone, beside the rows.

The head is the ref that their next entry follows, so that writing does not search all
entries for the latest one. A room keeps what it has worked out, so that a page does
not work it out anew. Nothing rests on either: what is gone or damaged counts as not
kept, and is worked out from the rows again. The third is the memory of what was open to
both (`seen`): that one tells, when it is gone, that something happened here.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from django.db import connection

from coequal.errors import CoequalError
from coequal.journal import seen
from coequal.journal.access import SpaceAccess
from coequal.journal.models import Kept
from coequal.sealed import kept
from coequal.sealed.hashing import digest

_HEAD: Final = "head"
_DIGEST: Final = 32


def begin(access: SpaceAccess) -> None:
    """Make one's head and memory when one comes into a space, before one writes there.

    Both get them at once, so that their presence does not tell who has written.
    """
    move(access, b"")
    keep(access, seen.NAME, seen.EMPTY, before={})


def latest(access: SpaceAccess) -> tuple[bytes, ...]:
    """Return the ref of one's latest shared entry; nothing if there is none.

    Also nothing if the head is gone or damaged: the next entry then starts a new
    chain, and whoever follows it finds the gap.
    """
    found = list(_read(access, _HEAD).values())
    return (found[0],) if found and len(found[0]) == _DIGEST else ()


def move(access: SpaceAccess, ref: bytes) -> None:
    """Keep the ref of one's latest shared entry. The space must be locked."""
    first, _ = _places(access, _HEAD)
    _write(access, {first: ref}, size=kept.SMALL)


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


def keep(
    access: SpaceAccess, name: str, plain: bytes, *, before: Boxes, since: bytes = b""
) -> Boxes:
    """Keep this under a name in place of what was kept before, and return its boxes.

    Boxes that hold the same as before are not written again. The space must be locked.
    """
    held, place = _digest(name, plain, since) + plain, _places(access, name)[0]
    boxes = {}
    for start in range(0, len(held), kept.HELD):
        boxes[place] = held[start : start + kept.HELD]
        place = kept.next_place(place)
    changed = {at: box for at, box in boxes.items() if before.get(at) != box}
    # What is shorter than before leaves empty boxes: they are never deleted, so that
    # the number of them does not tell that something was taken back.
    changed |= {at: b"" for at, box in before.items() if at not in boxes and box}
    _write(access, changed)
    return {**before, **boxes, **changed}


def _places(access: SpaceAccess, name: str) -> tuple[bytes, bytes]:
    return kept.places(signer=access.me, space=access.space.id, name=name)


def _digest(name: str, plain: bytes, since: bytes) -> bytes:
    return digest("keptsum", name.encode(), since, plain)


def _read(access: SpaceAccess, name: str) -> dict[bytes, bytes]:
    places = _places(access, name)
    found = Kept.objects.filter(
        space=access.space.id, author=access.me.id, place__range=places
    )
    boxes = found.order_by("place").values_list("place", "sealed")
    return _opened(access, dict(boxes))


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


def _write(access: SpaceAccess, held: Boxes, *, size: int = kept.LARGE) -> None:
    """Write boxes in one statement, each in place of what lay there."""
    if not held:
        return
    space, me = access.space.id, access.me
    given = [
        value
        for place, plain in held.items()
        for value in (
            space,
            me.id,
            place,
            kept.seal_kept(signer=me, space=space, place=place, plain=plain, size=size),
        )
    ]
    rows = ", ".join(["(%s, %s, %s, %s)"] * len(held))
    with connection.cursor() as cursor:
        # The ORM needs a named constraint for this, and a composite key has none.
        cursor.execute(
            f"INSERT INTO journal_kept (space, author, place, sealed) VALUES {rows} "  # nosec B608 # noqa: S608  fixed words
            "ON CONFLICT (space, author, place) DO UPDATE SET sealed = excluded.sealed",
            given,
        )
