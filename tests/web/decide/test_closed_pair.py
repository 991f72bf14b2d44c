"""After one has left: what was decided stays readable, and nothing new comes in."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, html_of, main_of, pair
from tests.web.decide.acts import (
    settled_on,
)
from tests.web.decide.test_diary import (
    tell,
    written,
)
from tests.web.decide.test_lead import led


@pytest.fixture
def place(alice: Person, bob: Person) -> str:
    """A place with a line and a settled question that Alice has left."""
    place = pair(alice, bob)
    where = written(alice, place)
    tell(alice, where, "me")
    tell(bob, where, "other")
    written(bob, place, "A second line.")
    for someone in (alice, bob):
        someone.look(where)
    settled_on(alice, bob, place)
    alice.post(f"{place}leave/", way="now", phrase=alice.phrase)
    return place


def links(person: Person, path: str, part: str) -> list[str]:
    page = html_of(person.get(path))
    found = page.split('href="')[1:]
    return [one.partition('"')[0] for one in found if part in one.partition('"')[0]]


def test_everything_stays_readable_without_a_form(bob: Person, place: str) -> None:
    lines = links(bob, f"{place}decide/diary/", "/decide/diary/")
    question = links(bob, f"{place}decide/back/", f"{place}decide/")[1]
    own = ["diary/", "back/", "lead/"]
    for path in (
        *lines,
        *(f"{place}decide/{page}" for page in own),
        f"{question}review/",
    ):
        page = bob.get(path)
        assert page.status_code == 200, path
        inside = html_of(page).partition("<main")[2].partition("</main>")[0]
        assert "<form" not in inside, path


def test_what_opened_before_can_still_be_looked_at(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    where = written(alice, place)
    tell(alice, where, "me")
    tell(bob, where, "other")
    alice.post(f"{place}leave/", way="now", phrase=alice.phrase)
    assert "Who decided Alice Alice did" in main_of(bob.look(where))


def test_nothing_new_comes_in(bob: Person, place: str) -> None:
    (first, *_) = links(bob, f"{place}decide/diary/", "/decide/diary/")
    before = main_of(bob.get(f"{place}decide/diary/"))
    for path, fields in (
        (f"{place}decide/diary/", {"text": "A third line."}),
        (first, {"who": "me"}),
        (f"{place}decide/lead/", {"do": "suggest", "area": "home", "seat": "A"}),
    ):
        assert bob.client.post(path, fields).status_code == 403, path
    assert main_of(bob.get(f"{place}decide/diary/")) == before


def test_nobody_takes_care_of_anything_any_more(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    led(alice, bob, f"{place}decide/lead/")
    bob.post(f"{place}leave/", way="now", phrase=bob.phrase)
    for person in (alice, bob):
        for path in ("", "lead/"):
            page = main_of(person.get(f"{place}decide/{path}"))
            assert "takes care of it until" not in page
