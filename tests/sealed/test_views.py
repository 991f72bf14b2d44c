"""What one visit has in view, sealed beside its session."""

from __future__ import annotations

import pytest

from coequal.errors import Refused, Unreadable, Unsound
from coequal.sealed.box import OVERHEAD
from coequal.sealed.sessions import VIEW, Terms, open_session, open_view, seal_view

from .vector_cast import flips

COOKIE, OWNER, EXPIRY = bytes(range(32)), b"account of alice", 1_800_003_600
TERMS = Terms(owner=OWNER, expiry=EXPIRY)
PLAIN = b"the third page"


def sealed(plain: bytes = PLAIN) -> bytes:
    return seal_view(cookie=COOKIE, owner=OWNER, expiry=EXPIRY, plain=plain)


def opened(
    box: bytes,
    *,
    cookie: bytes = COOKIE,
    owner: bytes = OWNER,
    expiry: int = EXPIRY,
) -> bytes:
    return open_view(cookie=cookie, owner=owner, expiry=expiry, sealed=box)


@pytest.mark.parametrize("plain", [b"", PLAIN, b"x" * (VIEW - 4)])
def test_the_cookie_opens_it_and_its_size_tells_nothing(plain: bytes) -> None:
    box = sealed(plain)
    assert opened(box) == plain
    assert len(box) == VIEW + OVERHEAD


def test_more_than_fits_is_refused() -> None:
    with pytest.raises(Refused):
        sealed(b"x" * (VIEW - 3))


def test_another_cookie_opens_nothing() -> None:
    with pytest.raises(Unreadable):
        opened(sealed(), cookie=bytes(32))


@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_cookie_of_another_size_is_none(size: int) -> None:
    with pytest.raises(Unreadable):
        opened(sealed(), cookie=bytes(size))
    with pytest.raises(Unreadable):
        seal_view(cookie=bytes(size), owner=OWNER, expiry=EXPIRY, plain=b"")


def test_it_belongs_to_one_session() -> None:
    with pytest.raises(Unsound):
        opened(sealed(), owner=b"account of bob")
    with pytest.raises(Unsound):
        opened(sealed(), expiry=EXPIRY + 1)


def test_a_view_is_no_session_and_no_byte_of_it_can_change() -> None:
    with pytest.raises(Unreadable):
        open_session(cookie=COOKIE, terms=TERMS, now=0, sealed=sealed())
    for changed in flips(sealed()):
        with pytest.raises((Unreadable, Unsound)):
            opened(changed)
