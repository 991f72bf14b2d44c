"""What one session has in view lives and dies with it, and nobody else can tell."""

from __future__ import annotations

import pytest

from coequal.errors import Unreadable
from coequal.people import accounts, ending, sessions, throttle
from coequal.people.models import SessionRow
from coequal.people.session_view import locked
from coequal.people.sessions import Session
from coequal.people.throttle import Wait

from .conftest import NOBODYS, PHRASE


def look(session: Session) -> bytes:
    with locked(session) as holding:
        return holding.plain


def put(session: Session, plain: bytes) -> None:
    with locked(session) as holding:
        holding.plain = plain


def put_and_fail(session: Session) -> None:
    with locked(session) as holding:
        holding.plain = b"after"
        raise ZeroDivisionError


def test_it_is_empty_at_first_and_then_what_was_put(
    alice: Session, bob: Session
) -> None:
    assert look(alice) == b""
    put(alice, b"the third page")
    assert (look(alice), look(bob)) == (b"the third page", b"")


def test_what_fails_leaves_it_as_it_was(alice: Session) -> None:
    put(alice, b"before")
    with pytest.raises(ZeroDivisionError):
        put_and_fail(alice)
    assert look(alice) == b"before"


def test_every_session_has_one_of_the_same_size_whether_used_or_not(
    alice: Session, bob: Session
) -> None:
    sessions.begin()
    put(alice, b"the third page")
    sizes = {len(row.view or b"") for row in SessionRow.objects.all()}
    assert len(sizes) == 1
    assert 0 not in sizes


@pytest.mark.parametrize("damage", [None, b"", b"damaged"])
def test_a_session_from_before_or_a_damaged_one_begins_anew(
    alice: Session, damage: bytes | None
) -> None:
    put(alice, b"the third page")
    SessionRow.objects.update(view=damage)
    assert look(alice) == b""
    put(alice, b"again")
    assert look(alice) == b"again"


def test_it_is_gone_with_its_visit(alice: Session) -> None:
    put(alice, b"the third page")
    ending.end(alice)
    with pytest.raises(Unreadable):
        look(alice)


def test_what_is_in_view_of_another_visit_of_mine_is_apart(alice: Session) -> None:
    put(alice, b"the third page")
    other = accounts.sign_in(name="Alice", phrase=f"{PHRASE} Alice", asker=NOBODYS)
    assert look(other) == b""


def test_only_the_passphrase_of_this_account_confirms(alice: Session) -> None:
    accounts.confirm(alice, f"{PHRASE} Alice")
    for wrong in ("", PHRASE, f"{PHRASE} Bob"):
        with pytest.raises(Unreadable):
            accounts.confirm(alice, wrong)


def test_tries_to_confirm_slow_down_this_visit_and_no_other(alice: Session) -> None:
    for _ in range(throttle.FREE_TRIES):
        with pytest.raises(Unreadable):
            accounts.confirm(alice, "not quite")
    with pytest.raises(Wait):
        accounts.confirm(alice, f"{PHRASE} Alice")
    other = accounts.sign_in(name="Alice", phrase=f"{PHRASE} Alice", asker=NOBODYS)
    accounts.confirm(other, f"{PHRASE} Alice")
