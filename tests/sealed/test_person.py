from __future__ import annotations

import pytest

from coequal.errors import Unsound
from coequal.sealed.entropy import seeded
from coequal.sealed.person import (
    SpaceKey,
    member,
    member_id,
    new_secret,
    own_member,
    personal,
)

SECRET, SALT = bytes(range(32)), bytes(16)


def test_keys_and_ids_have_their_known_answers() -> None:
    space = personal(SECRET)
    assert space.id.hex() == "fda9f33e0051dcc29f5ecd6fe90c3f7d"
    assert space.key.hex().startswith("a3f8490a")
    assert space.key.hex().endswith("cc46f925")
    assert member(SECRET, SALT).id.hex() == "eeb047a0f2cb9c6dae7ec4f9ab3a9154"


def test_two_relations_of_one_person_share_nothing() -> None:
    one, two = member(SECRET, SALT), member(SECRET, b"\1" * 16)
    for name in ("id", "pub", "x", "ed"):
        assert getattr(one, name) != getattr(two, name)
    assert one.pub[:32] != two.pub[:32]
    assert one.pub[32:] != two.pub[32:]


def test_an_id_is_the_fingerprint_of_the_public_keys() -> None:
    one = member(SECRET, SALT)
    assert (len(one.id), len(one.pub)) == (16, 64)
    assert one.id == member_id(one.pub)


def test_private_parts_are_never_shown() -> None:
    one, space = member(SECRET, SALT), personal(SECRET)
    assert repr(one) == f"Member(id={one.id!r}, pub={one.pub!r})"
    assert repr(space) == f"SpaceKey(id={space.id!r}, personal=True)"


def test_only_the_space_of_one_is_personal() -> None:
    assert personal(SECRET).personal
    assert not SpaceKey(id=bytes(16), key=bytes(32)).personal


def test_secrets_are_new_each_time() -> None:
    assert new_secret() != new_secret()
    with seeded(b"seed"):
        assert new_secret(b"alice") == new_secret(b"alice") != new_secret(b"bob")


def test_no_invitation_has_the_keys_of_ones_own_space() -> None:
    """Whoever writes the database may give an invitation any id."""
    own, space = own_member(SECRET), personal(SECRET)
    assert member(SECRET, space.id).id != own.id
    for invitation in (b"", bytes(15), bytes(17), bytes(32)):
        with pytest.raises(Unsound):
            member(SECRET, invitation)
