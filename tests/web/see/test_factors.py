"""What gives one of you an edge: told by each, opened like an area."""

from __future__ import annotations

import re
from typing import Final

import pytest
from django.http import HttpResponse
from tests.web.cast import Person, html_of, main_of, pair, words_of
from tests.web.notes import (
    acts,
)
from tests.web.see.acts import (
    HERS,
    HIS,
    all_of_it,
    at_card,
    look,
    met,
)

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.answers import Value

TITLE: Final = "What gives one of you an edge"
HER_SIDE: Final[dict[str, Value]] = {
    "factors.time": 1,
    "factors.money": -1,
    "factors.standing": 0,
    "factors.care": "skip",
}
HIS_SIDE: Final[dict[str, Value]] = {
    "factors.time": 1,
    "factors.money": 1,
    "factors.standing": -1,
    "factors.roles": 0,
}


def told_in(page: HttpResponse) -> dict[str, list[str]]:
    """Return what each of the two said, by factor, as our picture shows it."""
    html = html_of(page).partition(TITLE)[2].partition("</details>")[0]
    return {
        words_of(heading): [words_of(one) for one in re.findall("<dd>(.*?)</dd>", rest)]
        for heading, rest in re.findall(r"<h3>(.*?)</h3>(.*?)</li>", html, re.DOTALL)
    }


def test_each_one_s_own_account_stands_side_by_side_with_names(
    alice: Person, bob: Person
) -> None:
    place = met(alice, bob, {**HERS, **HER_SIDE}, {**HIS, **HIS_SIDE})
    told = {
        "Time to oneself": ["Alice", "Bob"],
        "Money at hand": ["Bob", "Bob"],
        "Job or degree": ["About the same", "Alice"],
        "Expected to decide": ["not said", "About the same"],
    }
    assert told_in(all_of_it(alice, place)) == told
    all_of_it(bob, place)
    assert told_in(bob.get(f"{place}picture/all/")) == told


def test_no_card_speaks_of_them(alice: Person, bob: Person) -> None:
    low: dict[str, Value] = dict.fromkeys(("factors.time", "factors.money"), -1)
    place = met(alice, bob, {**HERS, **low}, {**HIS, **HIS_SIDE})
    look(alice, place)
    factors = content(PairType.PARTNERS).instrument.chapter("factors").pages
    shorts = [content(PairType.PARTNERS).instrument.item(p.id).short for p in factors]
    for card in range(1, 5):
        words = main_of(at_card(alice, place, card))
        assert not [short for short in shorts if short in words]
        assert TITLE not in words


def test_what_one_of_the_two_keeps_is_not_spoken_of(alice: Person, bob: Person) -> None:
    place = met(alice, bob, HERS, {**HIS, **HIS_SIDE})
    page = all_of_it(bob, place)
    assert TITLE not in main_of(page)


def test_they_stand_in_one_s_own_picture_as_they_were_said(carol: Person) -> None:
    carol.has_in_mind("partners")
    carol.answer({"home.mine": 2, **HER_SIDE})
    words = main_of(carol.get("/mine/all/"))
    assert TITLE in words
    assert "Time to oneself Me" in words
    assert "Money at hand My partner" in words


def test_they_are_chosen_as_one_part_with_a_preview(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    alice.answer({"home.mine": 2, **HER_SIDE})
    page = alice.get(f"{place}choose/")
    assert [part.value for part in page.context["parts"]] == ["home", "factors"]
    assert alice.be_ready(place, "factors").status_code == 200
    assert alice.where == f"{place}ready/"


@pytest.mark.parametrize("tilt", ["mine", "other", "even"])
def test_what_was_ticked_in_notes_is_never_part_of_it(
    alice: Person, bob: Person, tilt: str
) -> None:
    place = pair(alice, bob)
    alice.answer({"home.mine": 2})
    acts.unlock(alice)
    acts.tilt(alice, time=tilt, money=tilt)
    page = alice.get(f"{place}choose/")
    assert [part.value for part in page.context["parts"]] == ["home"]
    assert TITLE not in main_of(alice.get("/mine/all/"))
