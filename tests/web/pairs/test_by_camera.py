"""Two who sit together: the code came off a screen, and pages that wait move on."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from tests.web.cast import (
    Person,
    bytes_of,
    chosen,
    heading_of,
    html_of,
    invited,
    join,
    kept_as,
    main_of,
    session_of,
)
from tests.web.conftest import Hands
from tests.worlds.snapshots import written

from coequal.journal import clock
from coequal.people import pairs
from coequal.people.entries import Invited

SCRIPT = "js/together"
DONE = "Your part is done."
WORDS = '<ol class="aloud"'


@pytest.fixture
def code(alice: Person, bob: Person) -> str:
    """Both are kept and have chosen what they share; the code that Alice made."""
    for someone in (alice, bob):
        someone.begin()
        someone.keep()
    made = invited(alice)
    chosen(alice)
    chosen(bob)
    return made


def by_camera(person: Person, code: str, **given: str) -> HttpResponse:
    """Read a code as the page sends it that took it out of its address."""
    person.post("/join/", **{"code": code, "camera": code, **given})
    return join(person, code)


def asks_again(person: Person, path: str) -> HttpResponse:
    """Let a page ask whether it is another one by now."""
    return person.client.get(path, headers={"Looks-Again": "1"})


def is_folded(page: HttpResponse) -> bool:
    before = html_of(page).partition(WORDS)[0]
    return not before.rpartition("<details")[2].startswith(" open>")


def test_after_the_camera_the_words_are_folded_and_the_page_goes_on(
    code: str, bob: Person
) -> None:
    page = by_camera(bob, code)
    assert heading_of(page) == DONE
    assert is_folded(page)
    assert "Is it really Alice?" in main_of(page)
    assert SCRIPT in html_of(page)
    assert "See if you and Alice can look" in main_of(page)


def test_a_code_that_was_typed_leaves_the_words_in_sight_and_moves_nothing(
    code: str, bob: Person
) -> None:
    page = join(bob, code)
    assert heading_of(page) == DONE
    assert not is_folded(page)
    assert SCRIPT not in html_of(page)
    assert "data-together" not in html_of(page)


@pytest.mark.parametrize("camera", ["", "1", "on", "AAAA-BBBB-CCCC-DDDD", "<b>"])
def test_what_was_typed_over_it_came_by_no_camera(
    code: str, bob: Person, camera: str
) -> None:
    assert not is_folded(by_camera(bob, code, camera=camera))


def test_a_code_read_once_more_by_a_camera_came_by_it(code: str, bob: Person) -> None:
    bob.post("/join/", code=code)
    bob.post("/join/asked/", do="other")
    assert is_folded(by_camera(bob, code))


def test_who_keeps_and_joins_in_one_sitting_came_by_the_camera(
    alice: Person, bob: Person
) -> None:
    alice.begin()
    alice.keep()
    code = invited(alice)
    bob.post("/join/", code=code, camera=code)
    assert is_folded(join(bob, code, keeps=kept_as(bob)))


def test_it_ends_with_the_session_and_leaves_the_same_page_to_the_byte(
    code: str, alice: Person, bob: Person
) -> None:
    page = by_camera(bob, code)
    place = bob.where
    assert is_folded(page)
    bob.sign_out()
    bob.sign_in()
    later = bob.get(place)
    assert not is_folded(later)
    assert SCRIPT not in html_of(later)
    alice.post(f"{place}meet/")
    assert not is_folded(bob.get(f"{place}together/"))


def test_two_sessions_of_one_person_do_not_share_it(code: str, bob: Person) -> None:
    by_camera(bob, code)
    other = Person("Bob")
    other.sign_in()
    assert not is_folded(other.get(bob.where))
    assert is_folded(bob.get(bob.where))


def test_nobody_else_reads_of_it(code: str, alice: Person, bob: Person) -> None:
    by_camera(bob, code)
    place = bob.where
    hers = alice.get(place)
    assert heading_of(hers) == "Bob has joined."
    assert not is_folded(hers)
    assert SCRIPT not in html_of(hers)
    assert all(not one.camera for one in pairs.members(session_of(alice)))


def test_before_they_look_together_the_words_stay_folded_too(
    code: str, alice: Person, bob: Person
) -> None:
    by_camera(bob, code)
    place = bob.where
    alice.post(f"{place}meet/")
    assert is_folded(bob.get(f"{place}together/"))


def test_where_ones_part_is_done_the_page_goes_on_after_the_camera(
    code: str, alice: Person, bob: Person
) -> None:
    by_camera(bob, code)
    place = bob.where
    alice.post(f"{place}meet/")
    ready = html_of(alice.get(f"{place}ready/"))
    assert SCRIPT in ready
    assert re.search(r"<details data-together hidden\s*>", ready)
    assert asks_again(alice, f"{place}ready/").status_code == 204
    bob.post(f"{place}together/")
    asked = asks_again(alice, f"{place}ready/")
    assert asked.status_code == 302
    alice.get(f"{place}ready/")
    assert alice.where == f"{place}look/"


def test_what_was_read_goes_when_one_has_joined(code: str, bob: Person) -> None:
    by_camera(bob, code)
    assert session_of(bob).own.sound(Invited) == []


# The page that shows the code.


def test_the_drawn_code_is_in_sight_and_the_page_goes_on_only_if_one_says_so(
    code: str, alice: Person, bob: Person
) -> None:
    html = html_of(alice.get(alice.get("/us/more/").context["relations"][0].url))
    before, fold = html.split("<details data-together hidden")
    assert 'class="qr"' in before
    assert "<details" not in before.partition("<main")[2]
    assert fold.lstrip().startswith(">")  # it is not open
    assert "Let this page move on by itself" in fold


def test_no_page_asks_where_no_phone_can_open_the_code(
    code: str, alice: Person
) -> None:
    place = alice.get("/us/more/").context["relations"][0].url
    page = alice.client.get(place, headers={"host": "localhost:8000"})
    assert SCRIPT not in page.content.decode()


# Asking whether the page is another one by now.


@pytest.fixture
def waits(code: str, bob: Person) -> str:
    by_camera(bob, code)
    return bob.where


def test_as_long_as_it_is_the_same_the_answer_is_empty(
    waits: str, alice: Person, bob: Person
) -> None:
    asked = asks_again(bob, waits)
    assert (asked.status_code, asked.content) == (204, b"")
    alice.get(waits)
    assert asks_again(bob, waits).status_code == 204
    alice.post(f"{waits}meet/")
    asked = asks_again(bob, waits)
    assert asked.status_code == 200
    assert bytes_of(asked) == bytes_of(bob.client.get(waits))


def test_who_shows_the_code_hears_of_joining_and_of_nothing_before(
    code: str, alice: Person, bob: Person
) -> None:
    place = alice.get("/us/more/").context["relations"][0].url
    bob.post("/join/", code=code, camera=code)
    bob.get("/join/asked/")
    assert asks_again(alice, place).status_code == 204
    join(bob, code)
    assert asks_again(alice, place).status_code == 200
    assert heading_of(alice.get(place)) == "Bob has joined."


def test_asking_keeps_nobody_signed_in(waits: str, bob: Person) -> None:
    assert set(bob.client.get(waits).cookies) >= {"h"}
    assert not asks_again(bob, waits).cookies


def test_asking_keeps_nobody_signed_in_by_its_last_answer(
    waits: str, alice: Person, bob: Person
) -> None:
    alice.post(f"{waits}meet/")
    assert "h" not in asks_again(bob, waits).cookies


def test_a_form_that_asks_so_is_a_form(waits: str, bob: Person) -> None:
    sent = bob.client.post("/us/", {"do": "unfold"}, headers={"Looks-Again": "1"})
    assert "h" in sent.cookies


def rows() -> list[list[dict[str, object]]]:
    """Everything that is written, to the byte."""
    return [[{**vars(row), "_state": None} for row in table] for table in written()]


def test_asking_writes_nothing(waits: str, alice: Person, bob: Person) -> None:
    before = rows()
    assert asks_again(bob, waits).status_code == 204
    assert rows() == before
    alice.post(f"{waits}meet/")
    before = rows()
    assert asks_again(bob, waits).status_code == 200
    assert rows() == before


def test_who_is_not_here_any_more_is_answered_as_nobody(
    waits: str, bob: Person
) -> None:
    del bob.client.cookies["h"]
    asked = asks_again(bob, waits)
    assert asked.status_code == 200
    assert bytes_of(asked) == bytes_of(bob.client.get(waits))
    assert "Alice" not in html_of(asked)


def test_a_code_that_is_over_is_another_page(
    code: str, alice: Person, hands: Hands
) -> None:
    place = alice.get("/us/more/").context["relations"][0].url
    hands.forward(7 * clock.DAY)
    alice.sign_in()
    assert asks_again(alice, place).status_code == 200
