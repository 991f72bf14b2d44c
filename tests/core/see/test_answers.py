from __future__ import annotations

import pytest

from coequal.core.see.answers import (
    NA,
    NOBODY,
    SKIP,
    NoPick,
    answers_to,
    check_pick,
    guessed,
    may_open,
    opened,
    opened_only,
    usual_pick,
)
from coequal.core.see.instrument import GUESS, Instrument
from coequal.errors import Refused


def test_a_number_is_told_apart_from_what_was_not_said(form: Instrument) -> None:
    answers = answers_to(form, {"home.mine": 0, "home.yours": NA, "home.wish": SKIP})

    assert [answers.number(f"home.{x}") for x in ("mine", "yours", "wish")] == [
        0,
        None,
        None,
    ]
    assert answers.has("home.wish")
    assert not answers.has("money.mine")


@pytest.mark.parametrize("value", [-1, 5, 2.0, True, None, "", "NA", "3", [1]])
def test_an_answer_off_its_scale_is_refused_by_name(
    form: Instrument, value: object
) -> None:
    with pytest.raises(Refused, match=r"^home\.mine: expected a whole number from 0"):
        answers_to(form, {"home.mine": value})


def test_an_item_of_another_form_is_refused(form: Instrument) -> None:
    with pytest.raises(Refused, match=r"'car\.mine': expected an item of this form"):
        answers_to(form, {"car.mine": 1})


def test_a_part_counts_once_one_of_its_open_items_has_a_number(
    form: Instrument,
) -> None:
    answers = answers_to(
        form,
        {
            "plans.wish": -2,
            "money.mine": NA,
            GUESS: 0,
            "process.give_in": 3,
            "trust.word": 0,
        },
    )

    assert may_open(form, answers) == ("plans", "trust")
    assert may_open(form, NOBODY) == ()


def test_what_is_answered_in_any_chapter_may_be_opened(form: Instrument) -> None:
    answers = answers_to(
        form, {"good.glad": 4, "work.mine": 1, "care.mine": NA, "home.mine": 2}
    )

    answered = may_open(form, answers)

    assert answered == ("home", "work", "good")
    check_pick(["work", "good"], answered)
    assert opened(form, answers, ["work", "good"]) == {
        "work": {"work.mine": 1},
        "good": {"good.glad": 4},
    }


def test_one_may_open_some_but_never_all() -> None:
    check_pick(["home"], ["home", "money"])
    check_pick(["home", "process", "heard"], ["home", "trust", "process", "heard"])
    check_pick(["heard"], ["home", "heard"])
    check_pick(["heard"], ["process", "heard"])


def test_what_is_tender_is_shared_only_by_a_tap() -> None:
    assert usual_pick(["home", "process", "trust", "heard"]) == ("home", "trust")


@pytest.mark.parametrize(
    ("picked", "answered", "why"),
    [
        ([], ["home", "money"], NoPick.NOTHING),
        ([], [], NoPick.NOTHING),
        (["home", "money"], ["money", "home"], NoPick.ALL),
        (["home"], ["home"], NoPick.ONLY_ONE),
        (["heard"], ["heard"], NoPick.ONLY_ONE),
        (["home"], ["home", "heard"], NoPick.ONLY_ONE),
        (["home", "trust"], ["home", "trust", "heard"], NoPick.ALL),
        (["process", "heard"], ["process", "heard"], NoPick.ALL),
        (["home", "plans"], ["home", "money"], NoPick.UNANSWERED),
    ],
)
def test_a_choice_that_cannot_stand_is_refused_with_its_reason(
    picked: list[str], answered: list[str], why: NoPick
) -> None:
    with pytest.raises(Refused) as refusal:
        check_pick(picked, answered)

    assert refusal.value.args == (why,)


def test_opening_hands_over_numbers_of_open_items_only(form: Instrument) -> None:
    answers = answers_to(
        form,
        {
            "home.mine": 3,
            "home.yours": SKIP,
            "home.wish": NA,
            GUESS: 1,
            "process.raise": 2,
            "process.give_in": 4,
            "money.mine": 1,
        },
    )

    assert opened(form, answers, ["home", "process"]) == {
        "home": {"home.mine": 3},
        "process": {"process.raise": 2},
    }
    assert opened_only(form, answers, ["home"]).given == {"home.mine": 3}


def test_a_guess_leaves_ones_hands_with_the_area_it_names_and_no_other(
    form: Instrument,
) -> None:
    answers = answers_to(form, {"home.mine": 3, "money.mine": 1, GUESS: 1})

    assert opened(form, answers, ["home", "money"]) == {
        "home": {"home.mine": 3},
        "money": {"money.mine": 1, GUESS: 1},
    }
    assert guessed(form, opened_only(form, answers, ["money"])) == "money"
    assert guessed(form, opened_only(form, answers, ["home"])) is None


@pytest.mark.parametrize("said", [5, NA, SKIP])
def test_who_does_not_know_guesses_nothing_and_nothing_of_it_opens(
    form: Instrument, said: int | str
) -> None:
    answers = answers_to(form, {"home.mine": 3, GUESS: said})

    assert guessed(form, answers) is None
    assert opened(form, answers, ["home"]) == {"home": {"home.mine": 3}}


def test_skipping_not_applying_and_never_asked_open_to_the_same(
    form: Instrument,
) -> None:
    lives = [{"home.mine": 3, "home.wish": NA}, {"home.mine": 3, "home.wish": SKIP}]
    lives.append({"home.mine": 3})

    seen = [opened(form, answers_to(form, life), ["home"]) for life in lives]

    assert seen[0] == seen[1] == seen[2]
