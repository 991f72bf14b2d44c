"""Who and what the known answers are about: made-up people, keys and rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from coequal.errors import CoequalError
from coequal.sealed import box, entropy, rows
from coequal.sealed.hashing import digest, lp
from coequal.sealed.host import Host
from coequal.sealed.payload import Payload
from coequal.sealed.person import Member, SpaceKey, member, own_member, personal
from coequal.sealed.rows import Row, Sealed
from coequal.sealed.subjects import subject
from coequal.sealed.tags import Tags

NOW = 1_800_000_000
ZERO = bytes(16)

ALICE, BOB, EVE = bytes(range(32)), bytes(range(32, 64)), bytes(range(64, 96))
ACCOUNT = b"account of alice"
HOST = Host.of(key=b"\1" * 32, epoch=b"\2" * 32)
OTHER_HOST = Host.of(key=b"\3" * 32, epoch=b"\2" * 32)
NEXT_EPOCH = Host.of(key=b"\1" * 32, epoch=b"\4" * 32)

IID = b"invitation of us"
PAIR = SpaceKey(id=b"the space of two", key=bytes(range(96, 128)))
A, B = member(ALICE, IID), member(BOB, IID)
NOTES = personal(ALICE)
A_ALONE = own_member(ALICE)

Vector = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A sealed row, and all that its reader brings."""

    space: SpaceKey
    by: Member
    kind: str
    sealed: Sealed

    def read(
        self, row: Row | None = None, share: bytes | None = None
    ) -> rows.OpenedRow:
        return rows.open_row(
            tags=Tags(host=HOST, space=self.space),
            pub=self.by.pub,
            kind=self.kind,
            row=row or self.sealed.row,
            share=self.sealed.share if share is None else share,
        )


def say(**changes: Any) -> Payload:
    plain = Payload(
        v=1,
        subject=subject("first round", "money"),
        answers=(),
        follows=(),
        at=NOW,
        data={"say": 3, "word": "fürs"},
    )
    return replace(plain, **changes)


def entry(
    audience: str, kind: str, payload: Payload, *, by: Member, space: SpaceKey = PAIR
) -> Entry:
    sealed = rows.seal_row(
        tags=Tags(host=HOST, space=space),
        signer=by,
        kind=kind,
        audience=audience,
        payload=payload,
    )
    return Entry(space=space, by=by, kind=kind, sealed=sealed)


@contextmanager
def choosing(chosen: dict[str, bytes]) -> Iterator[None]:
    """Stand in for one who picks ids and shares instead of drawing them."""
    former = entropy._source

    def source(size: int, purpose: bytes) -> bytes:
        length = int.from_bytes(purpose[:4], "big")
        use = purpose[4 : 4 + length].decode()
        return chosen[use] if use in chosen else former(size, purpose)

    entropy._source = source
    try:
        yield
    finally:
        entropy._source = former


def rewritten(one: Entry, payload: Payload) -> Entry:
    """The same author signs another text under the same id and share."""
    with choosing({"row id": one.sealed.row.id, "share": one.sealed.share}):
        return entry(
            one.sealed.row.audience, one.kind, payload, by=one.by, space=one.space
        )


def flips(raw: bytes) -> Iterator[bytes]:
    for at in range(len(raw)):
        yield raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]


def cuts(raw: bytes) -> Iterator[bytes]:
    return (raw[:at] for at in range(len(raw)))


def outcome(call: Callable[[], object]) -> str:
    try:
        call()
    except CoequalError as refusal:
        return type(refusal).__name__
    return "opened"


def outcomes(calls: Iterator[Callable[[], object]]) -> dict[str, int]:
    return dict(sorted(Counter(map(outcome, calls)).items()))


# The vectors, in the order of format.md.


def life() -> list[Entry]:
    """A few weeks of two people, as rows."""
    b_notes = personal(BOB)
    b_alone = own_member(BOB)
    paired = say(subject=digest("pairing", b"t"), data={"t": "00"})
    proposal = entry("B", "proposal", say(data={"line": "I will cook"}), by=A)
    ref = proposal.sealed.ref
    yes = say(subject=ref, answers=(ref,), data={})
    free = subject("first round", "free time")
    return [
        entry("N", "say", say(), by=A_ALONE, space=NOTES),
        entry("N", "say", say(subject=free), by=A_ALONE, space=NOTES),
        entry("N", "note", say(data={"text": "mine"}), by=A_ALONE, space=NOTES),
        entry("N", "say", say(), by=b_alone, space=b_notes),
        entry("B", "paired", paired, by=A),
        proposal,
        entry("B", "yes", yes, by=B),
        entry("B", "proposal", say(data={"line": "I will shop"}), by=B),
        entry("W", "ballot", say(), by=A),
        entry("W", "ballot", say(), by=B),
        entry("W", "ballot", say(at=NOW + 1), by=A),
        entry("W", "say", say(subject=free), by=A),
        entry("W", "say", say(subject=free), by=B),
    ]


def swaps(one: Entry, two: Entry) -> dict[str, list[Callable[[], object]]]:
    """Every way to put something of `two` where `one` stands."""
    mine, yours = one.sealed.row, two.sealed.row
    tagged = (
        replace(mine, kind=yours.kind),
        replace(mine, about=yours.about),
        replace(mine, kind=yours.kind, about=yours.about),
    )
    moved = replace(yours, id=mine.id, space=mine.space)
    share = two.sealed.share
    return {
        "by box": [
            lambda: one.read(row=replace(mine, sealed=yours.sealed)),
            lambda: one.read(row=replace(mine, sealed=yours.sealed), share=share),
        ],
        "by tags": [lambda row=row: one.read(row=row) for row in tagged if row != mine],
        "by share": [lambda: one.read(share=share)],
        "by whole row": [
            lambda: one.read(row=moved, share=share),
            lambda: two.read(row=moved, share=share),
        ],
    }


def shown(one: Entry) -> Vector:
    row = one.sealed.row
    key = digest("row", one.sealed.share, key=one.space.key)
    aad = lp(
        b"row",
        row.space,
        one.kind.encode(),
        row.audience.encode(),
        row.author,
        row.id,
    )
    body = box.unpad(box.unseal(key=key, aad=aad, box=row.sealed))
    raw = say().encode()
    parts = (row.space, one.kind.encode(), row.audience.encode(), row.author, row.id)
    return {
        "id": row.id,
        "space": row.space,
        "space key": one.space.key,
        "author": row.author,
        "pub": one.by.pub,
        "kind": row.kind,
        "about": row.about,
        "audience": row.audience,
        "sealed": row.sealed,
        "length": len(row.sealed),
        "share": one.sealed.share,
        "m": lp(b"coequal2 entry", *parts, body[:16], raw),
        "ref": one.sealed.ref,
    }
