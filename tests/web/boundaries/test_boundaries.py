"""Boundaries: one's own first, shown by a second tap, and only to be read."""

from __future__ import annotations

import pytest
from tests.web.agree.acts import BOUNDARY, agreed, buttons, suggested, to_show
from tests.web.cast import Person, bytes_of, heading_of, html_of, main_of
from tests.web.decide.acts import raised

LINES = "This is mine: my phone If someone crosses that line, I put it in my bag"
TOUCHED = "Bob has shown a boundary about this."


def shown(person: Person, place: str, area: str = "phone") -> str:
    """Show a boundary; return the page of what is shown."""
    person.post(to_show(person, place), area=area)
    assert person.where == f"{place}boundaries/"
    return person.where


def test_one_writes_it_for_oneself_and_deletes_it(alice: Person) -> None:
    alice.begin()
    page = main_of(alice.post("/boundaries/", **BOUNDARY))
    assert f"Mine {LINES} What I’d ask: Please ask me first." in page
    ((do, ref),) = buttons(alice, "/boundaries/").items()
    assert do == "drop"
    assert LINES not in main_of(alice.post("/boundaries/", do=do, ref=ref))


def test_nothing_of_it_changes_a_byte_for_the_other(
    alice: Person, bob: Person, place: str
) -> None:
    pages = (place, "/us/", f"{place}agreed/", f"{place}boundaries/", "/boundaries/")
    before = [bytes_of(bob.get(page)) for page in pages]
    where = to_show(alice, place)
    alice.get(where)
    assert [bytes_of(bob.get(page)) for page in pages] == before
    assert bob.get(where).status_code == 404


def test_what_might_happen_is_asked_before_it_is_shown(
    alice: Person, bob: Person, place: str
) -> None:
    page = alice.get(to_show(alice, place))
    assert heading_of(page) == "What might happen if I show it?"
    assert f"What Bob would read {LINES}" in main_of(page)
    assert "Please ask me first." not in main_of(page)
    assert "Nothing is shown." in main_of(bob.get(f"{place}boundaries/"))


def test_the_other_reads_two_lines_and_finds_nothing_to_press(
    alice: Person, bob: Person, place: str
) -> None:
    where = shown(alice, place)
    page = bob.get(where)
    assert LINES in main_of(page)
    assert "Please ask me first." not in html_of(page)
    assert buttons(bob, where) == {}
    before = bytes_of(alice.get(where))
    bob.get(where)
    assert bytes_of(alice.get(where)) == before


def test_who_showed_it_reads_that_no_message_goes_out(
    alice: Person, bob: Person, place: str
) -> None:
    where = shown(alice, place)
    assert "We don’t send Bob a message." in main_of(alice.get(where))
    assert "We don’t send" not in main_of(bob.get(where))


def test_only_who_showed_it_takes_it_down(
    alice: Person, bob: Person, place: str
) -> None:
    where = shown(alice, place)
    ((do, ref),) = buttons(alice, where).items()
    assert bob.post(where, do=do, ref=ref).status_code == 422
    assert LINES in main_of(bob.get(where))
    alice.post(where, do=do, ref=ref)
    for person in (alice, bob):
        assert "Nothing is shown." in main_of(person.get(where))
    assert LINES in main_of(alice.get("/boundaries/"))


def test_who_deletes_their_own_reads_that_a_copy_is_shown_and_may_take_both_away(
    alice: Person, bob: Person, place: str
) -> None:
    copy = (
        "Bob can read the first two lines. "
        "If you delete them only here, Bob can still read them."
    )
    to_show(alice, place)
    assert copy not in main_of(alice.get("/boundaries/"))
    where = shown(alice, place)
    assert copy in main_of(alice.get("/boundaries/"))
    assert "Show it to Bob?" not in main_of(alice.get("/boundaries/"))
    ref = buttons(alice, "/boundaries/")["drop both"]
    assert LINES not in main_of(alice.post("/boundaries/", do="drop both", ref=ref))
    for person in (alice, bob):
        assert "Nothing is shown." in main_of(person.get(where))


def test_who_deletes_it_only_here_leaves_the_copy(
    alice: Person, bob: Person, place: str
) -> None:
    where = shown(alice, place)
    alice.post("/boundaries/", do="drop", ref=buttons(alice, "/boundaries/")["drop"])
    assert LINES not in main_of(alice.get("/boundaries/"))
    assert LINES in main_of(bob.get(where))


def test_the_same_words_of_the_other_stay(
    alice: Person, bob: Person, place: str
) -> None:
    shown(bob, place)
    where = shown(alice, place, "home")
    ref = buttons(alice, "/boundaries/")["drop both"]
    alice.post("/boundaries/", do="drop both", ref=ref)
    assert main_of(bob.get(where)).count(LINES) == 1
    assert buttons(bob, where)


@pytest.mark.parametrize("area", ["", "moon"])
def test_it_is_shown_about_something_that_there_is(
    area: str, alice: Person, place: str
) -> None:
    page = alice.post(to_show(alice, place), area=area)
    assert page.status_code == 422
    assert "Please pick what it’s about." in main_of(page)


def test_the_same_is_shown_once(alice: Person, place: str) -> None:
    where = to_show(alice, place)
    assert alice.post(where, area="phone").status_code == 200
    assert alice.post(where, area="phone").status_code == 422


def test_an_agreement_and_a_question_that_touch_one_say_so(
    alice: Person, bob: Person, place: str
) -> None:
    for touched in (False, True):
        if touched:
            shown(bob, place, "home")
        line = suggested(alice, place, then=f"sing {touched}")
        question = raised(alice, place, area="home", text=f"Where, {touched}?")
        for where in (line, question):
            for person in (alice, bob):
                assert (TOUCHED in main_of(person.get(where))) is touched
    elsewhere = agreed(alice, bob, place, area="money")
    assert TOUCHED not in main_of(alice.get(elsewhere))


def test_what_is_missing_or_too_long_is_said_with_what_was_typed(
    alice: Person,
) -> None:
    alice.begin()
    page = alice.post("/boundaries/", mine="", then="go out")
    assert page.status_code == 422
    assert "Please fill this in." in main_of(page)
    assert 'value="go out"' in html_of(page)
    assert alice.post("/boundaries/", mine="a" * 161).status_code == 422


def test_the_door_of_what_cannot_be_agreed_leads_there(
    alice: Person, place: str
) -> None:
    page = alice.post(f"{place}agreed/new/", binds="me", area="phone", then="x")
    assert 'href="/boundaries/"' in html_of(page)


def test_a_pair_that_closed_can_read_it_and_show_no_more(
    alice: Person, bob: Person, place: str
) -> None:
    where, line = shown(bob, place), to_show(alice, place)
    alice.post(f"{place}leave/", way="now", phrase=alice.phrase)
    assert LINES in main_of(alice.get(where))
    assert buttons(bob, where) == {}
    assert alice.get(line).status_code != 200
    assert place not in html_of(alice.get("/boundaries/"))


def test_ones_own_page_says_who_can_still_read_it_where_the_pair_closed(
    alice: Person, bob: Person, place: str
) -> None:
    shown(alice, place)
    leave = f"{place}leave/"
    assert f'href="{place}boundaries/"' in html_of(alice.get(leave))
    alice.post(leave, way="now", phrase=alice.phrase)
    page = main_of(alice.get("/boundaries/"))
    assert (
        "Bob can read the first two lines. "
        "What you share with Bob is closed, so they stay there."
    ) in page
    assert buttons(alice, "/boundaries/").keys() == {"drop"}
    ref = buttons(alice, "/boundaries/")["drop"]
    alice.post("/boundaries/", do="drop both", ref=ref)
    assert LINES in main_of(bob.get(f"{place}boundaries/"))
