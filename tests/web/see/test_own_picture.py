from __future__ import annotations

import pytest
from tests.web.cast import (
    FORM,
    Person,
    heading_of,
    html_of,
    main_of,
    opened,
    pair,
    text_of,
)


@pytest.fixture
def here(alice: Person) -> Person:
    alice.begin()
    return alice


def test_with_nothing_answered_there_is_nothing_to_draw(here: Person) -> None:
    here.get("/mine/")
    assert here.where == "/answers/1/"


def test_part_of_the_answers_gives_part_of_the_picture(here: Person) -> None:
    here.answer({"home.mine": 4, "home.yours": 0, "home.wish": -1})
    page = here.get("/mine/")
    text = main_of(page)
    assert [row.title for row in page.context["rows"]] == ["Home"]
    assert "You said: the final word for yourself, none for your partner." in text
    assert "less, please" in text
    assert "you your partner, as you see it" in text
    assert "Some questions aren’t answered yet. Go on where you were" in text
    assert "You’d like to decide less: home." in main_of(here.get("/mine/all/"))


def test_it_begins_with_one_true_sentence_and_a_question_to_take_along(
    here: Person,
) -> None:
    here.answer({"home.mine": 2, "home.yours": 2, "home.wish": 0, "home.who": 2})
    here.answer({"money.mine": 4, "money.yours": 4, "money.wish": 0})
    page = here.get("/mine/")
    assert heading_of(page) == "As you see it, neither of you decides more at home."
    asked = "If it’s easy between you, ask: “What did we last decide at home"
    assert asked in main_of(page)


def test_with_nothing_light_to_say_it_begins_without_a_claim(here: Person) -> None:
    here.answer({"money.mine": 1, "money.yours": 4, "money.wish": 2})
    assert heading_of(here.get("/mine/")) == "This is how you see it."


def test_beside_it_stands_all_of_it_with_what_one_may_not_have_noticed(
    here: Person,
) -> None:
    here.answer({"home.mine": 2, "home.yours": 3, "home.wish": 1, "home.who": 2})
    text = main_of(here.get("/mine/all/"))
    in_order = (
        "One thing you may not have noticed: When you rated each of you, one came out",
        "What stands out Straight from the answers, unless a line says it’s a guess.",
        "You’d like more say: home.",
        "What you answered Home You said: some for yourself, a lot for your partner.",
    )
    places = [text.index(part) for part in in_order]
    assert places == sorted(places)


def test_one_act_leads_on_and_at_most_three_quiet_links_follow(here: Person) -> None:
    here.answer_all()
    html = html_of(here.get("/mine/"))
    assert html.count('class="btn first') == 1
    quiet = html.split('<nav class="quiet"')[1].split("</nav>")[0]
    assert quiet.count("<a") <= 3


def test_whom_one_calls_by_name_is_called_so(place: str, alice: Person) -> None:
    alice.answer_all()
    for path in ("/mine/", "/mine/all/", "/mine/how-sure/"):
        text = main_of(alice.get(path))
        assert "our partner" not in text
        assert "Bob" in text


@pytest.mark.parametrize(
    ("mine", "yours", "who", "word"),
    [
        (1, 3, 1, "As you see it, your partner decides more"),
        (3, 1, 3, "As you see it, you decide more"),
    ],
)
def test_where_one_names_somebody_it_says_so_and_not_that_nobody_can_tell(
    here: Person, mine: int, yours: int, who: int, word: str
) -> None:
    said = {"mine": mine, "yours": yours, "who": who}
    areas = [area.id for area in FORM.areas if area.chapter == "short"]
    here.answer({f"{area}.{item}": one for area in areas for item, one in said.items()})
    text = main_of(here.get("/mine/"))
    assert text.count(word) == len(areas)
    assert "We can’t tell yet who decides more" not in text


def test_whoever_cannot_say_no_is_given_no_question(here: Person) -> None:
    here.answer({"home.mine": 2, "home.yours": 2, "process.say_no": 0})
    assert "ask:" not in main_of(here.get("/mine/"))


@pytest.mark.parametrize(
    ("mine", "yours", "who", "said"),
    [
        (1, 3, 1, "All in all, your partner probably decides more."),
        (3, 1, 3, "All in all, you probably decide more."),
        (2, 2, 2, ""),
    ],
)
def test_many_small_leans_to_one_side_are_told_over_all_areas(
    here: Person, mine: int, yours: int, who: int, said: str
) -> None:
    here.answer(
        {
            f"{area.id}.{item}": value
            for area in FORM.areas
            if area.chapter == "short"
            for item, value in (("mine", mine), ("yours", yours), ("who", who))
        }
    )
    text = main_of(here.get("/mine/all/"))
    assert said in text
    assert ("All in all" in text) is bool(said)


def test_all_answers_give_every_area_and_no_open_question(here: Person) -> None:
    here.answer_all()
    page = here.get("/mine/")
    titles = [area.title for area in FORM.areas if area.chapter == "short"]
    assert [area.title for area in page.context["areas"]] == titles
    assert "Some questions aren’t answered yet" not in main_of(page)


def test_each_area_is_a_figure_with_words_and_a_table(here: Person) -> None:
    here.answer({"money.mine": 1, "money.yours": 3, "money.wish": 2})
    html = html_of(here.get("/mine/"))
    for part in ("<svg", "<figcaption>", "<caption>Money</caption>"):
        assert part in html


def test_what_never_opens_stands_in_ones_own_picture(here: Person) -> None:
    here.answer({"process.give_in": 3, "process.say_no": 1})
    text = main_of(here.get("/mine/all/"))
    assert "I drop things to avoid a fight Often" in text
    assert "When I say no, my partner simply accepts it Rarely" in text


def test_what_one_did_not_want_to_say_takes_no_place(here: Person) -> None:
    here.answer({"process.raise": "skip", "process.shape": "na", "trust.word": 4})
    text = main_of(here.get("/mine/all/"))
    assert "I bring up what’s on my mind" not in text
    assert "My ideas are among the options" not in text
    assert "My partner keeps promises Always or almost always" in text


def test_the_picture_says_what_it_cannot_know(here: Person) -> None:
    here.answer_all()
    page = here.get("/mine/all/")
    assert page.context["limits"]
    assert all(limit in main_of(page) for limit in page.context["limits"])


def test_every_picture_ends_with_the_same_line(here: Person) -> None:
    for value in (0, 4):
        here.answer_all(value)
        assert main_of(here.get("/mine/all/")).endswith(
            "Some things are only for you. Nothing here has to be shown to anyone."
        )


def test_whoever_has_kept_nothing_can_keep_it_or_forget_it(here: Person) -> None:
    here.answer({"home.mine": 1})
    text = main_of(here.get("/mine/"))
    assert text.index("Keep my picture") < text.index("Forget it now")


def test_in_a_pair_the_next_step_is_to_choose_what_to_open(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    alice.answer({"home.mine": 1})
    page = alice.get("/mine/")
    assert f'href="{place}choose/"' in html_of(page)
    assert "Choose what to share with" in main_of(page)
    assert "Forget it now" not in text_of(page)


def test_once_both_have_shared_it_leads_back_to_the_two(
    alice: Person, bob: Person
) -> None:
    place = opened(alice, bob)
    page = alice.get("/mine/")
    text, code = main_of(page), html_of(page)
    assert "Bob’s pages show only what you’ve both shared." in text
    assert "none of this until you choose" not in text
    assert "You and Bob" in text
    assert f'href="{place}"' in code
    assert "Choose what to share" not in text
    assert "Change what I share" in text
    assert f'href="{place}choose/"' in code


def test_the_page_is_the_same_while_only_one_has_tapped(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    for someone in (alice, bob):
        someone.answer_all()
    alice.be_ready(place, "home", "money")
    for someone, other in ((alice, "Bob"), (bob, "Alice")):
        text = main_of(someone.get("/mine/"))
        assert f"{other}’s pages show none of this until you choose" in text
        assert "only what you’ve both shared" not in text


def test_the_picture_follows_a_changed_answer(here: Person) -> None:
    here.answer({"home.mine": 3, "home.wish": 2})
    assert "You’d like more say: home." in main_of(here.get("/mine/all/"))
    here.answer({"home.wish": 0})
    assert "You say it’s fine as it is: home." in main_of(here.get("/mine/all/"))


def test_no_estimate_denies_what_one_said_oneself(here: Person) -> None:
    here.answer({"home.mine": 1, "home.yours": 3, "home.who": 2})
    text = main_of(here.get("/mine/"))
    assert "Our best guess from all your answers: about the same" in text
    assert "have about the same say" not in text


def test_trust_and_being_heard_are_named_for_what_is_told_of_them(here: Person) -> None:
    here.answer({"home.mine": 2, "trust.word": 4})
    assert "<summary>Trust</summary>" in html_of(here.get("/mine/all/"))
    here.answer({"heard.content": 3})
    page = html_of(here.get("/mine/all/"))
    assert "<summary>Trust, and being heard</summary>" in page
    here.answer({"trust.word": "skip"})
    assert "<summary>Being heard</summary>" in html_of(here.get("/mine/all/"))


def test_a_small_say_that_is_fine_is_told_and_not_asked_about(here: Person) -> None:
    here.answer({"home.mine": 1, "home.yours": 3, "home.wish": 0})
    told = [one.sentence for one in here.get("/mine/all/").context["stands_out"]]
    assert "As you see it, you have little say: home." in told
