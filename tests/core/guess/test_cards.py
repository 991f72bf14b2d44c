"""Cards: what their answers say in words, and which five are dealt."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.core.guess.cards import CARDS, FILM, LAMP, NAMES, what, who

from coequal.core.guess.cards import GuessCard, deal
from coequal.core.guess.entries import MOST, SAID, Dealt, FirstTap, Guessed
from coequal.core.people import Seat

MANY: list[GuessCard] = [who(f"w{n}") for n in range(9)] + [
    what(f"t{n}") for n in range(8)
]


def test_who_says_it_of_oneself_says_i() -> None:
    assert FILM.quote("A", Seat.A, NAMES) == "I like film."
    assert FILM.quote("B", Seat.A, NAMES) == "Bob likes film."
    assert FILM.quote("A", Seat.B, NAMES) == "Alice likes film."
    assert FILM.quote("AB", Seat.B, NAMES) == "We both like film."


def test_what_both_say_is_a_sentence_about_the_two() -> None:
    assert FILM.fact("A", NAMES) == "Alice likes film."
    assert FILM.fact("AB", NAMES) == "You both like film."
    assert LAMP.fact("2", NAMES) == "Your lamp is a blue one."


def test_an_answer_of_a_card_stands_in_its_sentence() -> None:
    assert LAMP.quote("1", Seat.A, NAMES) == "A red one: my lamp."
    assert LAMP.values == ("1", "2", "3")


def test_every_answer_of_a_card_can_be_kept() -> None:
    for card in CARDS:
        assert {*card.values} <= SAID


@given(st.binary(min_size=32, max_size=32))
def test_five_cards_are_dealt_who_and_what_in_turn(random: bytes) -> None:
    dealt = deal(MANY, random)
    assert [name[0] for name in dealt] == ["w", "t", "w", "t", "w"]
    assert len({*dealt}) == MOST
    assert dealt == deal(MANY, random), "the same bytes, the same cards"
    assert Dealt(cards=dealt).fits()


def test_every_card_is_dealt_by_some_bytes() -> None:
    dealt = {name for n in range(2000) for name in deal(MANY, n.to_bytes(4, "big"))}
    assert dealt == {card.id for card in MANY}


def test_cards_that_cannot_have_been_dealt_do_not_fit() -> None:
    for cards in ((), ("a", "a"), tuple("abcdef")):
        assert not Dealt(cards=cards).fits()


def test_an_answer_that_there_is_not_does_not_fit() -> None:
    assert FirstTap(card="film", own="A", guess="").fits()
    assert not FirstTap(card="film", own="7", guess="").fits()
    assert Guessed(dealt=b"", card="film", own="", guess="").fits()
    assert not Guessed(dealt=b"", card="film", own="A", guess="C").fits()
