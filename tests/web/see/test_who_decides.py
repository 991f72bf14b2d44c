"""Who decides more is asked directly, and told as what was said."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, html_of, main_of, page_of, pair
from tests.web.see.acts import all_of_it, met

from coequal.core.see.answers import Value

ASKED = "Who decides more about how things are done at home?"


def at_home(who: Value) -> dict[str, Value]:
    return {"home.mine": 2, "home.yours": 2, "home.who": who}


def test_it_is_asked_after_the_wish_from_the_other_to_oneself(alice: Person) -> None:
    alice.begin()
    page = alice.get(page_of("home.who"))
    text = main_of(page)
    assert "Home, 4 of 4" in text
    assert ASKED in text
    assert (
        "Clearly my partner My partner, a little About the same Me, a little Clearly me"
    ) in text
    assert "until you choose to share it" in text
    answers = html_of(page).partition('<fieldset class="ask">')[2]
    assert "<svg" not in answers.partition("</fieldset>")[0]


def test_ones_own_picture_says_what_one_answered(alice: Person) -> None:
    alice.begin()
    alice.answer(at_home(3))
    page = alice.get("/mine/all/")
    assert "Who decides more, as you see it: me, a little." in main_of(page)
    (area,) = page.context["areas"]
    assert [row.cells for row in area.rows if row.label == "Who decides more"] == [
        ["me, a little", "", ""]
    ]


@pytest.mark.parametrize("who", ["skip", "na"])
def test_what_one_would_rather_not_say_is_not_told(alice: Person, who: str) -> None:
    alice.begin()
    alice.answer(at_home(who))
    assert "Who decides more" not in main_of(alice.get("/mine/all/"))


def test_before_it_opens_one_reads_what_the_other_would(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    alice.answer({**at_home(4), "money.mine": 1})
    assert f"{ASKED} Clearly me" in main_of(alice.get(f"{place}choose/"))


@pytest.mark.parametrize(
    ("hers", "his", "told"),
    [
        (3, 1, "You both say that Alice decides a little more."),
        (0, 4, "You both say that Bob clearly decides more."),
        (2, 2, "You both say that neither of you decides more."),
        (
            4,
            2,
            (
                "Alice says that Alice clearly decides more, "
                "Bob says that neither of you decides more."
            ),
        ),
        (
            3,
            3,
            (
                "Alice says that Alice decides a little more, "
                "Bob says that Bob decides a little more."
            ),
        ),
        ("skip", 3, "Bob says that Bob decides a little more."),
    ],
)
def test_our_picture_tells_by_name_what_each_said(
    alice: Person, bob: Person, hers: Value, his: Value, told: str
) -> None:
    place = met(alice, bob, at_home(hers), at_home(his))
    for someone in (alice, bob):
        all_of_it(someone, place)
    pages = [someone.get(f"{place}picture/all/") for someone in (alice, bob)]
    for page in pages:
        (area,) = page.context["areas"]
        assert area.caption.endswith(f" {told}")
    assert main_of(pages[0]) == main_of(pages[1])


def test_every_area_asks_it_and_none_is_ones_own_life(alice: Person) -> None:
    alice.begin()
    for number in range(1, 17):
        text = main_of(alice.get(f"/answers/more/{number}/"))
        assert " of 4 " in text
        assert "Closeness" not in text
        assert "Devices" not in text
    assert alice.get("/answers/more/17/").status_code == 404
