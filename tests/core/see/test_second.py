"""The second card: two accounts that cross, else a guess, and never an invention."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.core.see.claims import almost_the_same
from tests.core.see.simulated import WORDS, Told, told_pairs
from tests.core.see.test_findings_patterns import Said, person
from tests.seed import SEED

from coequal.content.load import content
from coequal.core.own_life import OF_ONE
from coequal.core.people import PairType, Seat
from coequal.core.see.answers import Answers, answers_to
from coequal.core.see.findings import cards, findings
from coequal.core.see.instrument import GUESS
from coequal.core.see.patterns import Card
from coequal.core.see.picture import Picture, picture
from coequal.core.see.second import (
    Guess,
    Second,
    closest,
    guesses,
    most_apart,
    second,
)

FORM = content(PairType.PARTNERS).instrument
AREAS = ("home", "money", "free_time", "people", "plans")
ALIKE: Said = {"home": (2, 2, 0, 2), "plans": (3, 3, 0, 2)}
CROSSED: Said = {"home": (1, 3, 0, 1)}
BOTH = (Seat.A, Seat.B)


def guessing(said: Said, area: str | None) -> Answers:
    given = dict(person(said).given)
    return answers_to(FORM, given | ({GUESS: AREAS.index(area)} if area else {}))


def drawn(alice: Said, bob: Said, *guessed: str | None) -> Picture:
    return picture(FORM, guessing(alice, guessed[0]), guessing(bob, guessed[1]))


def kind(shown: Picture) -> Second:
    dealt = cards(findings(shown, WORDS.patterns))
    return second(shown, dealt.get(Card.SURPRISE, ()), WORDS.patterns, OF_ONE)


def test_a_true_crossing_goes_before_a_guess() -> None:
    shown = drawn(CROSSED | ALIKE | CROSSED, CROSSED | ALIKE | CROSSED, "plans", None)

    assert kind(shown) is Second.CROSSED
    assert guesses(shown, OF_ONE) == (Guess(area="plans", by=(Seat.A,), alike=True),)


@pytest.mark.parametrize(
    ("guessed", "told"),
    [
        (("home", "home"), (Guess(area="home", by=BOTH, alike=True),)),
        (("home", None), (Guess(area="home", by=(Seat.A,), alike=True),)),
        (
            (None, "plans"),
            (Guess(area="plans", by=(Seat.B,), alike=False, only_how_much=True),),
        ),
        (
            ("plans", "home"),
            (
                Guess(area="home", by=(Seat.B,), alike=True),
                Guess(area="plans", by=(Seat.A,), alike=False, only_how_much=True),
            ),
        ),
    ],
)
def test_without_one_a_guess_has_come_true_or_it_has_not(
    guessed: tuple[str | None, str | None], told: tuple[Guess, ...]
) -> None:
    bob: Said = {"home": (3, 3, 0, 2), "plans": (1, 1, 0, 2)}
    shown = drawn(ALIKE, bob, *guessed)

    assert kind(shown) is Second.GUESS
    assert guesses(shown, OF_ONE) == told


def test_a_guess_of_what_is_not_open_or_not_all_answered_says_nothing() -> None:
    part: Said = {"home": (2, None, 0)}

    assert guesses(drawn(ALIKE, ALIKE, "money", "people"), OF_ONE) == ()
    assert guesses(drawn(part, part, "home", "home"), OF_ONE) == ()
    assert guesses(drawn(ALIKE, ALIKE, "home", None), {"home"}) == ()


def test_without_either_it_tells_a_difference_or_stays_calm() -> None:
    far: Said = {"home": (4, 4, 1, 2)}
    near: Said = {"home": (2, 2, 1, 2)}

    assert kind(drawn(ALIKE, ALIKE, None, None)) is Second.CALM
    assert kind(drawn({"home": (4, 3, 1)}, {"home": (1, 2, 1)}, None, None)) in {
        Second.CROSSED,
        Second.DIFFERENT,
    }
    assert kind(drawn({}, {}, None, None)) is Second.CALM
    assert kind(drawn(far, near, None, None)) is Second.CALM


@pytest.mark.parametrize("pair", PairType)
def test_over_drawn_pairs_it_says_alike_exactly_where_the_answers_do(
    pair: PairType,
) -> None:
    for told in told_pairs(pair, pairs=60, seed=SEED):
        for one in all_guessed(told):
            assert one.alike == almost_the_same(told.scene, one.area)
            assert one.by == BOTH


def all_guessed(told: Told) -> Iterator[Guess]:
    """Let both guess each area in turn."""
    form, both = told.scene.form, told.scene.answers
    for value in range(form.item(GUESS).max):
        a, b = (
            answers_to(form, {**one.given, GUESS: value}) for one in (both.a, both.b)
        )
        yield from guesses(picture(form, a, b), OF_ONE)


def test_the_widest_difference_is_told_where_nothing_says_it_is_even() -> None:
    a: Said = {"home": (2, 2, 0, 2), "plans": (4, 2, 1)}
    b: Said = {"home": (1, 4, 0, 1), "plans": (2, 2, 1)}
    shown = drawn(a, b, None, None)
    apart = most_apart(shown, OF_ONE)

    assert apart is not None
    assert apart.id == "home"
    assert most_apart(shown, {"home", "plans"}) is None


def test_the_closest_is_told_only_where_something_else_lies_further_apart() -> None:
    a: Said = {"home": (2, 2, 0, 2), "plans": (4, 2, 1)}
    near: Said = {"home": (2, 2, 0, 2), "plans": (2, 2, 1)}
    assert [one.id for one in closest(drawn(a, near, None, None), OF_ONE)] == ["home"]
    even: Said = {"home": (2, 2, 0, 2), "plans": (2, 2, 0, 2)}
    assert closest(drawn(even, even, None, None), OF_ONE) == ()
    assert closest(drawn({}, {}, None, None), OF_ONE) == ()


def test_it_is_no_comfort_where_somebody_has_little_say_or_the_two_cross() -> None:
    apart: Said = {"plans": (4, 0, 0)}
    for both in ((1, 4, 0, 4), (1, 3, 0, 1)):
        a: Said = {"home": both, "plans": (0, 4, 0)}
        b: Said = {"home": both, **apart}
        assert closest(drawn(a, b, None, None), OF_ONE) == (), both


def test_exchanging_the_two_exchanges_who_guessed_and_nothing_else() -> None:
    bob: Said = {"home": (3, 3, 0, 2), "plans": (1, 1, 0, 2)}
    one = drawn(ALIKE, bob, "plans", "home")
    a, b = guessing(ALIKE, "plans"), guessing(bob, "home")
    other = picture(FORM, b, a)

    assert [(g.area, g.alike) for g in guesses(one, OF_ONE)] == [
        (g.area, g.alike) for g in guesses(other, OF_ONE)
    ]
    assert kind(one) is kind(other)
