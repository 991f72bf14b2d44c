from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from coequal.errors import Unreadable, Unsound
from coequal.sealed.host import Host
from coequal.sealed.sessions import (
    Terms,
    form_key,
    new_cookie,
    next_cookie,
    open_session,
    open_space,
    page_mark,
    row_key,
    seal_session,
    seal_space,
)

from .vector_cast import cuts, flips

COOKIE, OWNER, SECRET = bytes(range(32)), b"account of alice", b"s" * 32
NOW, EXPIRY = 1_800_000_000, 1_800_003_600
TERMS = Terms(owner=OWNER, expiry=EXPIRY)
SEALED = seal_session(cookie=COOKIE, terms=TERMS, secret=SECRET)
HOST = Host.of(key=bytes(range(32)), epoch=bytes(32))
KEY, SPACE = row_key(COOKIE), b"a personal space"


def resume(
    *,
    cookie: bytes = COOKIE,
    now: int = NOW,
    sealed: bytes = SEALED,
    **terms: Any,
) -> bytes:
    beside = replace(TERMS, **terms)
    return open_session(cookie=cookie, terms=beside, now=now, sealed=sealed)


def test_the_cookie_opens_the_session() -> None:
    assert resume() == SECRET
    assert resume(now=EXPIRY - 1) == SECRET


def test_a_person_who_kept_nothing_has_a_session_too() -> None:
    nothing = replace(TERMS, owner=b"")
    sealed = seal_session(cookie=COOKIE, terms=nothing, secret=SECRET)
    assert resume(owner=b"", sealed=sealed) == SECRET
    with pytest.raises(Unsound):
        resume(sealed=sealed)


def test_another_cookie_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        resume(cookie=bytes(32))


def test_the_key_of_the_row_opens_nothing() -> None:
    with pytest.raises(Unreadable):
        resume(cookie=row_key(COOKIE))


@pytest.mark.parametrize("late", [0, 1, 10**9])
def test_at_its_end_and_after_a_session_is_unreadable(late: int) -> None:
    with pytest.raises(Unreadable):
        resume(now=EXPIRY + late)


@pytest.mark.parametrize("expiry", [EXPIRY + 1, EXPIRY - 1, 2**63, 2**64])
def test_a_session_cannot_be_made_longer(expiry: int) -> None:
    with pytest.raises(Unsound):
        resume(expiry=expiry)


@pytest.mark.parametrize(
    "changed",
    [{"owner": b""}, {"space": SPACE}, {"device": OWNER}, {"lasting": True}],
)
def test_a_session_is_bound_to_all_that_stands_beside_it(
    changed: dict[str, Any],
) -> None:
    with pytest.raises(Unsound):
        resume(**changed)


def test_which_space_goes_is_read_by_the_host_without_a_cookie() -> None:
    sealed = seal_space(host=HOST, row=KEY, expiry=EXPIRY, space=SPACE)
    assert SPACE not in sealed
    opened = open_space(host=HOST, row=KEY, expiry=EXPIRY, sealed=sealed)
    assert opened == SPACE


def test_a_space_goes_with_no_other_row_and_at_no_other_time() -> None:
    sealed = seal_space(host=HOST, row=KEY, expiry=EXPIRY, space=SPACE)
    other = Host.of(key=bytes(32), epoch=bytes(32))
    for host, row, expiry, box in [
        (HOST, bytes(32), EXPIRY, sealed),
        (HOST, KEY, EXPIRY - 1, sealed),
        (other, KEY, EXPIRY, sealed),
        (HOST, KEY, EXPIRY, SPACE),
    ]:
        with pytest.raises((Unsound, Unreadable)):
            open_space(host=host, row=row, expiry=expiry, sealed=box)


def test_a_changed_or_cut_session_is_refused() -> None:
    for sealed in [*flips(SEALED), *cuts(SEALED), SEALED + b"\0"]:
        with pytest.raises((Unsound, Unreadable)):
            resume(sealed=sealed)


@pytest.mark.parametrize("size", [0, 31, 33, 64])
def test_a_cookie_of_another_size_is_unreadable(size: int) -> None:
    cookie = bytes(size)
    with pytest.raises(Unreadable):
        row_key(cookie)
    with pytest.raises(Unreadable):
        resume(cookie=cookie)
    with pytest.raises(Unreadable):
        form_key(cookie=cookie, sent=b"form")
    with pytest.raises(Unreadable):
        seal_session(cookie=cookie, terms=TERMS, secret=SECRET)


def test_cookies_are_new_each_time() -> None:
    assert len(new_cookie()) == 32
    assert new_cookie() != new_cookie()


def test_two_sessions_have_two_row_keys_that_tell_nothing() -> None:
    assert row_key(COOKIE) != row_key(bytes(32))
    assert COOKIE not in row_key(COOKIE)


def test_a_form_has_one_key_in_one_session_and_another_in_each_other() -> None:
    key = form_key(cookie=COOKIE, sent=b"a form")
    assert key == form_key(cookie=COOKIE, sent=b"a form")
    others = {
        form_key(cookie=COOKIE, sent=b"another form"),
        form_key(cookie=bytes(32), sent=b"a form"),
        row_key(COOKIE),
    }
    assert len({key, *others}) == 4


def test_the_key_of_a_form_tells_neither_who_sent_it_nor_what() -> None:
    for sent in (b"", b"a form", b"f" * 1000):
        key = form_key(cookie=COOKIE, sent=sent)
        assert len(key) == 32
        assert COOKIE not in key
        assert not sent or sent not in key


def test_a_form_begins_one_session_for_one_person_in_a_day() -> None:
    one = next_cookie(secret=SECRET, form=b"a form", day=1)
    assert one == next_cookie(secret=SECRET, form=b"a form", day=1)
    assert len(one) == 32
    assert one not in {
        next_cookie(secret=bytes(32), form=b"a form", day=1),
        next_cookie(secret=SECRET, form=b"another form", day=1),
        next_cookie(secret=SECRET, form=b"a form", day=2),
    }


def test_that_a_page_was_shown_follows_from_session_secret_and_page() -> None:
    one = page_mark(cookie=COOKIE, secret=SECRET, page=b"drop/1")
    assert len(one) == 16
    assert one not in {
        page_mark(cookie=bytes(32), secret=SECRET, page=b"drop/1"),
        page_mark(cookie=COOKIE, secret=bytes(32), page=b"drop/1"),
        page_mark(cookie=COOKIE, secret=SECRET, page=b"drop/2"),
    }
