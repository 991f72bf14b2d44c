"""A person's keys: all of them follow from one secret (format.md, 3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from coequal.errors import Unsound
from coequal.sealed import curves
from coequal.sealed.entropy import fresh
from coequal.sealed.hashing import digest

_ID: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceKey:
    """The id (16 bytes) and the key (32 bytes) of a space.

    `personal` is true for the one space of a person alone, which holds `N` rows;
    every other space is a pair's, and holds `B` and `W` rows.
    """

    id: bytes
    key: bytes = field(repr=False)
    personal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person in one space: fingerprint, public keys, and the private ones.

    `id` (16 bytes) stands as author on rows; `pub` is X25519 || Ed25519 (64).
    """

    id: bytes
    pub: bytes
    x: bytes = field(repr=False)
    ed: bytes = field(repr=False)


def new_secret(*about: bytes) -> bytes:
    """Return the 32 bytes that a person keeps for life.

    `about` matters to a seeded source only, where it sets two people apart.
    """
    return fresh(32, "secret", *about)


def member_id(pub: bytes) -> bytes:
    """Return the 16-byte fingerprint of a person's 64 public bytes in a space."""
    return digest("member", pub, size=16)


def member(secret: bytes, invitation: bytes) -> Member:
    """Return a person's keys in the space of a pair, by its invitation's 16 bytes.

    No two relations of one person share a key or an id. `Unsound` for an id of
    another length: whoever writes the database chooses it.
    """
    if len(invitation) != _ID:
        raise Unsound("an invitation has an id of another length")
    return _keys(secret, invitation)


def own_member(secret: bytes) -> Member:
    """Return a person's keys in their own space: of no invitation, whatever its id."""
    # Of 32 bytes, so that no invitation's 16 can be the same.
    return _keys(secret, digest("pspace", key=secret))


def _keys(secret: bytes, salt: bytes) -> Member:
    x = digest("x25519", salt, key=secret)
    ed = digest("ed25519", salt, key=secret)
    pub = curves.public(x=x, ed=ed)
    return Member(id=member_id(pub), pub=pub, x=x, ed=ed)


def personal(secret: bytes) -> SpaceKey:
    """Return a person's own space. No column links it to an account."""
    # Both follow from the secret, so nothing has to be stored that would lead from an
    # account to its space.
    return SpaceKey(
        id=digest("pspace", key=secret, size=16),
        key=digest("notes", key=secret),
        personal=True,
    )
