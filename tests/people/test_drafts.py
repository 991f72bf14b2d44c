"""What somebody typed when nobody was signed in waits for them, and for nobody else."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import Final

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.journal.test_twice_at_once import at_once
from tests.people.clock import move

from coequal.journal import clock
from coequal.people import drafts, leaving, leaving_quickly, left, sessions
from coequal.people.drafts import Happened, NotKept, Typed
from coequal.people.models import Draft
from coequal.people.sessions import Session
from coequal.people.tidying import tidy
from coequal.sealed.drafts import Slip
from coequal.sealed.sessions import row_key

TEXT: Final = "I don't know how to say this."
TYPED: Final = Typed(
    page="/us/",
    to="/us/invite/",
    why=Happened.IDLE,
    fields=(("text", TEXT), ("do", "say")),
)


def slip(session: Session) -> Slip:
    read = drafts.read_slip(drafts.slip(session, TYPED.page))
    assert read is not None
    return read


def keep(session: Session, text: str = TEXT, **more: bytes) -> None:
    drafts.keep(slip(session), replace(TYPED, fields=(("text", text),)), **more)


def texts(session: Session) -> list[str]:
    return [one.typed.fields[0][1] for one in drafts.waiting(session)]


def test_it_comes_back_as_it_was(alice: Session) -> None:
    drafts.keep(slip(alice), TYPED)
    (found,) = drafts.waiting(alice)
    assert found.typed == TYPED


def test_nobody_else_gets_it_or_deletes_it(alice: Session, bob: Session) -> None:
    keep(alice)
    (found,) = drafts.waiting(alice)
    assert drafts.waiting(bob) == []
    drafts.drop(bob, found.key)
    drafts.forget(bob.account)
    assert texts(alice) == [TEXT]
    drafts.drop(alice, found.key)
    assert texts(alice) == []


def test_the_row_tells_nothing_of_whose_it_is_or_what_it_says(
    alice: Session, bob: Session
) -> None:
    keep(alice)
    keep(bob, "x" * 10_000)
    rows = list(Draft.objects.all())
    assert len({len(row.sealed) for row in rows}) == 1
    for row in rows:
        assert TEXT.encode() not in row.sealed
        assert row.expiry % clock.HOUR == 0
        for someone in (alice, bob):
            assert someone.account is not None
            assert someone.account not in row.key + row.by + row.sealed


def test_a_slip_tells_nothing_and_is_of_one_length(alice: Session) -> None:
    made = [
        drafts.slip(someone, page)
        for someone in (alice, sessions.begin())
        for page in ("/", "/", "/us/" + "1" * 99)
    ]
    assert {len(one) for one in made} == {440}
    assert len(set(made)) == len(made)


@pytest.mark.parametrize("written", ["", "no slip", "x", "é", "A" * 440, "AAAA"])
def test_what_the_host_did_not_seal_is_no_slip(alice: Session, written: str) -> None:
    assert drafts.read_slip(written) is None


def test_a_changed_slip_is_none(alice: Session) -> None:
    sealed = bytearray(base64.urlsafe_b64decode(drafts.slip(alice, "/us/")))
    sealed[200] ^= 1
    assert drafts.read_slip(base64.urlsafe_b64encode(sealed).decode()) is None


def test_a_slip_is_of_one_person_in_whichever_session(
    alice: Session, bob: Session
) -> None:
    again = sessions.start(
        secret=alice.secret, account=alice.account, expiry=clock.now() + 9
    )
    assert drafts.is_of(slip(alice), again)
    assert not drafts.is_of(slip(alice), bob)


def test_it_stays_a_day_at_most(
    alice: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(alice)
    move(monkeypatch, clock.DAY - clock.HOUR - 1)
    tidy()
    assert texts(alice) == [TEXT]
    move(monkeypatch, clock.HOUR + 1)
    assert texts(alice) == []
    tidy()
    assert not Draft.objects.exists()


def test_the_newest_stands_first(
    alice: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        keep(alice, str(number))
        move(monkeypatch, 1)
    assert texts(alice) == ["2", "1", "0"]


def test_the_same_form_sent_twice_waits_once(alice: Session) -> None:
    keep(alice)
    keep(alice)
    assert texts(alice) == [TEXT]


def test_eight_of_an_account_wait_and_no_more(
    alice: Session, bob: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(8):
        keep(alice, str(number))
    with pytest.raises(NotKept):
        keep(alice, "one more")
    keep(bob)
    assert len(texts(alice)) == 8
    move(monkeypatch, clock.DAY)
    keep(alice, "the next day")
    assert texts(alice) == ["the next day"]


def test_eight_at_once_are_eight(transactional_db: None) -> None:
    someone = replace(sessions.begin(), account=b"one of sixteen b")
    at_once(*[lambda n=n: keep(someone, str(n)) for n in range(drafts.MOST)])
    assert sorted(texts(someone)) == [str(n) for n in range(drafts.MOST)]


def test_all_together_have_an_end(
    alice: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "IN_ALL", 2)
    keep(alice, "1")
    keep(alice, "2")
    with pytest.raises(NotKept):
        keep(alice, "3")


def test_what_is_too_long_is_handed_back(alice: Session) -> None:
    keep(alice, "x" * 65_000)
    with pytest.raises(NotKept):
        keep(alice, "x" * 66_000)


def test_the_longest_note_fits(alice: Session) -> None:
    keep(alice, "\U0001f600" * 16_000)
    assert texts(alice) == ["\U0001f600" * 16_000]


def test_who_has_kept_nothing_has_nothing_to_come_back_to(db: None) -> None:
    someone = sessions.begin()
    with pytest.raises(NotKept):
        keep(someone)
    assert drafts.waiting(someone) == []


def test_an_old_slip_keeps_nothing(
    alice: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = slip(alice)
    move(monkeypatch, sessions.SIGNED_IN + clock.DAY)
    with pytest.raises(NotKept):
        drafts.keep(old, TYPED)


def test_a_damaged_one_is_not_there_and_stops_nothing(alice: Session) -> None:
    keep(alice, "sound")
    keep(alice, "damaged")
    row = Draft.objects.order_by("key").first()
    assert row is not None
    row.sealed = row.sealed[:99] + bytes([row.sealed[99] ^ 1]) + row.sealed[100:]
    row.save()
    assert len(texts(alice)) == 1


def test_one_put_in_another_place_is_not_there(alice: Session, bob: Session) -> None:
    keep(alice)
    (row,) = Draft.objects.all()
    keep(bob)
    Draft.objects.exclude(pk=row.pk).update(sealed=row.sealed)
    assert texts(bob) == []


def test_what_waits_goes_with_the_account(alice: Session) -> None:
    keep(alice)
    leaving.leave_all(alice)
    assert not Draft.objects.exists()


def test_leaving_quickly_deletes_it(alice: Session, bob: Session) -> None:
    keep(alice)
    keep(bob)
    leaving_quickly.leave(alice.cookie)
    assert texts(alice) == []
    assert texts(bob) == [TEXT]


def test_leaving_deletes_what_this_browser_sent_when_its_session_was_over(
    alice: Session,
) -> None:
    keep(alice, "from here", browser=row_key(alice.cookie))
    keep(alice, "from elsewhere", browser=bytes(32))
    sessions.drop(alice)
    leaving_quickly.leave(alice.cookie)
    assert texts(alice) == ["from elsewhere"]


def test_what_could_not_be_deleted_at_once_goes_later(
    alice: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(alice, "from here", browser=row_key(alice.cookie))
    keep(alice, "from elsewhere")
    left.add(row_key(alice.cookie))
    leaving_quickly.end_left()
    assert texts(alice) == []


def test_looking_whether_anything_waits_asks_once(alice: Session) -> None:
    with CaptureQueriesContext(connection) as asked:
        drafts.waiting(alice)
    assert len(asked) == 1
