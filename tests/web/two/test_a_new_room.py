"""What a new room for two takes: a throw-away one, built of the shared pieces."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings
from django.urls import include, path
from tests.web.cast import Person, bytes_of, main_of, pair
from tests.web.two import promise_room

from coequal.core.people import PairType
from coequal.web import rooms
from coequal.web.demo import replay
from coequal.web.export import text as export_text
from coequal.web.urls import urlpatterns as every_page

urlpatterns = [*every_page, path("", include("tests.web.two.promise_room"))]

REF = r'name="ref" value="(\w+)"'


@pytest.fixture(autouse=True)
def with_the_room(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Add the room to the program, as a line in `coequal.web.rooms` would."""
    kinds = promise_room.ROOM.kinds
    for kind, words in kinds.items():
        monkeypatch.setitem(rooms.WORDS, kind, words)
        monkeypatch.setitem(export_text.BY_KIND, kind.kind, words)
    monkeypatch.setattr(replay, "ROOMS", (*rooms.ROOMS, promise_room.ROOM))
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [str(Path(__file__).parent / "templates")]
    with override_settings(ROOT_URLCONF=__name__, TEMPLATES=templates):
        yield


def promised(alice: Person, bob: Person, place: str) -> str:
    """Let Alice promise and Bob say yes; return where each says how it goes."""
    alice.post(f"{place}promise/", do="offer", text="I cook on Mondays.")
    ref = re.findall(REF, bob.get(f"{place}promise/").content.decode())[0]
    bob.post(f"{place}promise/", do="yes", ref=ref)
    return f"{place}promise/{ref[:32]}/"


def test_it_takes_less_than_a_hundred_lines_of_code() -> None:
    source = Path(promise_room.__file__).read_text("utf-8")
    body = source.partition('"""\n\n')[2].splitlines()
    code = [line for line in body if line.strip() and not line.startswith("from ")]
    assert len(code) < 100, len(code)


def test_one_offers_and_the_other_says_yes(
    place: str, alice: Person, bob: Person
) -> None:
    promised(alice, bob, place)
    for person in (alice, bob):
        assert "I cook on Mondays. holds." in main_of(person.get(f"{place}promise/"))


def test_a_yes_to_ones_own_words_is_refused(place: str, alice: Person) -> None:
    alice.post(f"{place}promise/", do="offer", text="I cook.")
    ref = re.findall(REF, alice.get(f"{place}promise/").content.decode())[0]
    page = alice.post(f"{place}promise/", do="yes", ref=ref)
    assert page.status_code == 422
    assert "You suggested this yourself, so the yes isn’t yours to give." in main_of(
        page
    )


def test_what_each_says_opens_when_both_have_said_it(
    place: str, alice: Person, bob: Person
) -> None:
    where = promised(alice, bob, place)
    before = bytes_of(bob.get(f"{place}promise/"))
    alice.post(where, do="say", text="Well.")
    assert bytes_of(bob.get(f"{place}promise/")) == before
    bob.post(where, do="say", text="So so.")
    for person in (alice, bob):
        assert "Well." not in main_of(person.get(f"{place}promise/"))
        assert "Well. So so." in main_of(person.look(f"{place}promise/"))


def test_what_is_too_long_to_be_closed_is_said_in_words(
    place: str, alice: Person, bob: Person
) -> None:
    where = promised(alice, bob, place)
    # Fewer letters than there are bytes: they take four each.
    page = alice.post(where, do="say", text="\N{BLUE HEART}" * 600)
    assert page.status_code == 422
    assert "This is too long. It’s all still here: make it shorter." in main_of(page)
    bob.post(where, do="say", text="So so.")
    assert "So so." not in main_of(alice.get(f"{place}promise/"))


def test_it_is_in_a_copy_in_words(place: str, alice: Person, bob: Person) -> None:
    promised(alice, bob, place)
    for ending in ("json", "html"):
        fields = {"phrase": bob.phrase, "as": ending}
        copy = bob.client.post(f"{place}copy/", fields).getvalue().decode()
        assert "I cook on Mondays." in copy
        assert json.loads(copy) if ending == "json" else "Promises" in copy


def test_it_lives_its_part_of_the_story(db: None) -> None:
    visitor = Person("Visitor")
    visitor.post("/try/", pair=PairType.PARTNERS.value)
    found = re.search(r"/us/[0-9a-f]{32}/", visitor.get("/try/").content.decode())
    assert found is not None
    page = main_of(visitor.get(f"{found[0]}promise/"))
    assert "I cook on Mondays. offered by me" in page
    assert "I call the bank. offered to me" in page


def test_a_stranger_finds_nothing_there(place: str, carol: Person) -> None:
    assert carol.get(f"{place}promise/").status_code == 404


def test_a_form_that_is_sent_twice_acts_once(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    form = {"do": "offer", "text": "I cook.", "csrfmiddlewaretoken": "the same"}
    for _ in range(2):
        assert alice.client.post(f"{place}promise/", form).status_code == 303
    assert main_of(alice.get(f"{place}promise/")).count("I cook.") == 1
    again = form | {"csrfmiddlewaretoken": "of a page that was opened later"}
    alice.client.post(f"{place}promise/", again)
    assert main_of(alice.get(f"{place}promise/")).count("I cook.") == 2
