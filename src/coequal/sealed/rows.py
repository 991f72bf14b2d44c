"""A row: one entry, padded, signed and sealed (format.md, 4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from coequal.errors import Unreadable, Unsound
from coequal.sealed import box, curves, payload, verified
from coequal.sealed.entropy import fresh
from coequal.sealed.hashing import digest, lp, purpose
from coequal.sealed.payload import Payload
from coequal.sealed.person import Member, SpaceKey, member_id
from coequal.sealed.tags import Tags

NOTES: Final = "N"
WAITING: Final = "W"
AUDIENCES: Final = frozenset({NOTES, "B", WAITING})
_SALT: Final = 16
_SIGNATURE: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The columns of an entry: five of 16 bytes, a ref of 32, a letter, sealed bytes.

    The ref stands beside the seal, so that an entry is found by what names it: it is
    salted, and tells nothing of the text.
    """

    id: bytes
    space: bytes
    author: bytes
    kind: bytes
    about: bytes
    ref: bytes
    audience: str
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A new row, and its share (32 bytes, for the keys table)."""

    row: Row
    share: bytes = field(repr=False)

    @property
    def ref(self) -> bytes:
        """The 32 bytes by which others name it."""
        return self.row.ref


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedRow:
    """What a row says, and the ref by which others name it."""

    payload: Payload
    ref: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """What an entry is bound to, beside its text."""

    space: bytes
    kind: str
    audience: str
    author: bytes
    id: bytes

    def _parts(self) -> tuple[bytes, ...]:
        words = (self.kind.encode(), self.audience.encode())
        return (self.space, *words, self.author, self.id)

    @property
    def aad(self) -> bytes:
        return lp(b"row", *self._parts())

    def message(self, salt: bytes, raw: bytes) -> bytes:
        """Return what is signed, and what the ref covers.

        The salt keeps the text of a shredded row from being guessed by its ref.
        """
        return lp(purpose("entry"), *self._parts(), salt, raw)


def seal_row(
    *,
    tags: Tags,
    signer: Member,
    kind: str,
    audience: str,
    payload: Payload,
) -> Sealed:
    """Make a row of a payload, with a new id, share and salt.

    `Refused` when the payload is too long, `Unsound` when the audience does not
    fit the space.
    """
    space = tags.space
    _check_audience(audience, space)
    raw = payload.encode()
    # The kind is named too: two kinds may say the same within one second.
    named = (signer.id, space.id, audience.encode(), kind.encode())
    about = (*named, payload.subject, raw)
    place = _Place(
        space=space.id,
        kind=kind,
        audience=audience,
        author=signer.id,
        id=fresh(16, "row id", *about),
    )
    sealed, share, ref = _seal(
        space=space, signer=signer, place=place, raw=raw, about=about
    )
    row = Row(
        id=place.id,
        space=space.id,
        author=signer.id,
        kind=tags.kind(signer.id, kind),
        about=tags.about(signer.id, payload.subject),
        ref=ref,
        audience=audience,
        sealed=sealed,
    )
    return Sealed(row=row, share=share)


def _seal(
    *,
    space: SpaceKey,
    signer: Member,
    place: _Place,
    raw: bytes,
    about: tuple[bytes, ...],
) -> tuple[bytes, bytes, bytes]:
    """Return the sealed bytes, a new share and the ref."""
    share = fresh(32, "share", *about)
    salt = fresh(_SALT, "salt of a row", *about)
    message = place.message(salt, raw)
    # Notes need none: who has the key of a personal space is the only one who writes.
    signature = b"" if place.audience == NOTES else curves.sign(signer.ed, message)
    body = salt + bytes([len(signature)]) + signature + raw
    sealed = box.seal(
        key=digest("row", share, key=space.key),
        aad=place.aad,
        plain=box.pad(body, _size(place.audience, len(body))),
        nonce=fresh(24, "nonce of a row", *about),
    )
    return sealed, share, digest("ref", message)


def open_row(*, tags: Tags, pub: bytes, kind: str, row: Row, share: bytes) -> OpenedRow:
    """Open a row as one of the given kind, by the author whose keys are pinned.

    Raises `Unreadable` when the share does not open it, and `Unsound` when it was
    damaged, moved, re-labelled, or signed by nobody or somebody else.
    """
    space = tags.space
    _check_place(space=space, pub=pub, row=row)
    if len(share) != 32:
        raise Unreadable("a row is not open")
    place = _Place(
        space=row.space, kind=kind, audience=row.audience, author=row.author, id=row.id
    )
    key = digest("row", share, key=space.key)
    padded = box.unseal(key=key, aad=place.aad, box=row.sealed)
    salt, signature, raw = _parts(row.audience, padded)
    message = place.message(salt, raw)
    ref = digest("ref", message)
    if signature:
        _verify(pub=pub, message=message, ref=ref, signature=signature)
    opened = payload.decode(raw)
    # The columns are in no signature: whoever can write the database could put a row
    # under another of them, where it would be found in place of the right one.
    wanted = tags.kind(row.author, kind), tags.about(row.author, opened.subject), ref
    if (row.kind, row.about, row.ref) != wanted:
        raise Unsound("a row stands under another kind, subject or ref")
    return OpenedRow(payload=opened, ref=ref)


def _check_audience(audience: str, space: SpaceKey) -> None:
    if audience not in AUDIENCES or (audience == NOTES) != space.personal:
        raise Unsound("the audience does not fit the space")


def _check_place(*, space: SpaceKey, pub: bytes, row: Row) -> None:
    _check_audience(row.audience, space)
    if row.space != space.id:
        raise Unsound("a row stands in another space")
    if row.author != member_id(pub):
        raise Unsound("a row is by somebody else")
    if len(row.id) != 16:
        raise Unsound("a row has no id")


def _size(audience: str, length: int) -> int:
    return box.CLOSED if audience == WAITING else box.bucket(length)


def _parts(audience: str, padded: bytes) -> tuple[bytes, bytes, bytes]:
    """Take salt, signature and payload apart, in the only shape there is."""
    body = box.unpad(padded)
    if len(padded) != _size(audience, len(body)):
        raise Unsound("a row is padded to another size")
    signed = 0 if audience == NOTES else _SIGNATURE
    start = _SALT + 1 + signed
    if len(body) < start or body[_SALT] != signed:
        raise Unsound("a row is signed where it must not be, or not where it must")
    return body[:_SALT], body[_SALT + 1 : start], body[start:]


def _verify(*, pub: bytes, message: bytes, ref: bytes, signature: bytes) -> None:
    # Signatures that held are remembered: checking them is most of what reading costs.
    known = verified.hash_of(pub=pub, ref=ref, signature=signature)
    if known in verified.VERIFIED:
        return
    curves.verify(pub=pub, message=message, signature=signature)
    verified.VERIFIED.add(known)
