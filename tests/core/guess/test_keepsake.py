"""The picture at the end: true, warm, and made of what was tapped."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from tests.core.guess.cards import (
    CUP,
    DOGS,
    FILM,
    KEYS,
    LAMP,
    NAMES,
    both,
    turned_cards,
)

from coequal.core.guess.game import Turned, closed
from coequal.core.guess.keepsake import Ending, Saying, ToTry, Try, keepsake
from coequal.core.people import Pair, Seat

GAME = (FILM, LAMP, DOGS, CUP, KEYS)


def every(alice: str, bob: str) -> list[Turned]:
    """Return a game in which each says and guesses the same on every card."""
    numbers = {"A": "1", "B": "2", "0": "0"}
    return [
        both(card, *(_fitting(taps, numbers if card.answers else {}) for taps in pair))
        for card in GAME
        for pair in [(alice, bob)]
    ]


def _fitting(taps: str, numbers: dict[str, str]) -> str:
    return "".join(numbers.get(tap, tap) for tap in taps)


def test_all_right_and_alike_is_by_heart() -> None:
    made = keepsake(every("AA", "AA"))
    assert made.ending is Ending.BY_HEART
    assert [one.by for one in made.known] == [None] * 5
    assert made.known[0].words(NAMES) == "Alice likes film."
    assert not made.unknown


def test_all_right_and_crossed_is_by_heart_too_in_the_words_of_each() -> None:
    made = keepsake(every("AB", "BA"))
    assert made.ending is Ending.BY_HEART
    assert [one.by for one in made.known[:2]] == [Seat.A, Seat.B]
    assert made.known[0].words(NAMES) == "I like film."


def test_nothing_right_is_something_to_tell() -> None:
    for taps in (("AB", "AB"), ("A0", "B0")):
        made = keepsake(every(*taps))
        assert made.ending is Ending.TO_TELL
        assert made.to_tell == GAME
        assert not made.known


def test_all_skipped_says_nothing_of_anybody() -> None:
    made = keepsake([closed(card) for card in GAME])
    assert made.ending is Ending.CLOSED
    assert made.hint == ToTry(what=Try.ASK)
    assert (made.known, made.unknown, made.to_tell) == ((), (), ())


def test_one_that_was_news_to_both_comes_before_one_that_was_news_to_one() -> None:
    half, none = both(FILM, "AB", "AA"), both(DOGS, "AB", "AB")
    made = keepsake([half, none])
    assert [one.card for one in made.unknown] == [DOGS, DOGS]
    assert [(one.card, one.by) for one in made.known] == [(FILM, Seat.A)]
    made = keepsake([half, closed(DOGS)])
    assert made.unknown == (Saying(card=FILM, said="A", by=Seat.B),)


def test_where_all_that_is_there_was_known_nothing_was_news() -> None:
    made = keepsake([both(FILM, "AA", "AA"), closed(DOGS)])
    assert made.ending is Ending.SOME
    assert not made.unknown


def test_what_both_say_of_one_is_something_the_other_could_do() -> None:
    hint = keepsake([both(DOGS, "AA", "AA"), both(FILM, "BB", "BA")]).hint
    assert hint == ToTry(what=Try.SWAP, card=FILM, said=Pair(a="B", b="B"))


def test_what_both_like_is_something_to_do() -> None:
    for game in (
        [both(LAMP, "11", "11")],
        [both(LAMP, "11", "11"), both(FILM, "A1", "B2")],
    ):
        assert keepsake(game).hint.what is Try.DO


def test_what_each_likes_goes_by_turns() -> None:
    hint = keepsake([both(LAMP, "11", "21")]).hint
    assert hint == ToTry(what=Try.TURNS, card=LAMP, said=Pair(a="1", b="2"))


def test_where_each_sees_another_one_they_look_together() -> None:
    assert keepsake([both(DOGS, "AA", "BB")]).hint.what is Try.LOOK


def test_where_nothing_leads_on_they_ask_each_other() -> None:
    games = (
        [both(CUP, "11", "11")],
        [both(CUP, "11", "21")],
        [both(DOGS, "AA", "AA")],
        [_together()],
    )
    for game in games:
        assert keepsake(game).hint == ToTry(what=Try.ASK)


def _together() -> Turned:
    one = both(FILM, "AA", "AA")
    return replace(one, said=Pair(a="AB", b="AB"))


def mirrored(fact: Saying) -> Saying:
    by = None if fact.by is None else fact.by.other
    return Saying(card=fact.card, said=fact.card.mirrored(fact.said), by=by)


@given(turned_cards())
def test_exchanging_the_two_mirrors_the_picture(cards: list[Turned]) -> None:
    made, across = keepsake(cards), keepsake([one.mirrored for one in cards])
    assert (across.ending, across.to_tell) == (made.ending, made.to_tell)
    for there, here in ((across.known, made.known), (across.unknown, made.unknown)):
        assert {*there} == {*map(mirrored, here)}
    assert (across.hint.what, across.hint.card) == (made.hint.what, made.hint.card)


@given(turned_cards())
def test_nothing_stands_there_that_was_not_tapped(cards: list[Turned]) -> None:
    made, of = keepsake(cards), {one.card: one for one in cards}
    for fact in (*made.known, *made.unknown):
        said = of[fact.card].said
        assert not of[fact.card].closed
        assert fact.said in ({said.a, said.b} if fact.by is None else {said[fact.by]})
    for fact in made.known:
        for seat in Seat if fact.by is None else [fact.by]:
            assert of[fact.card].knew(seat.other)
    for fact in made.unknown:
        assert fact.by is not None
        assert not of[fact.card].knew(fact.by.other)
    assert all(not of[card].closed for card in made.to_tell)


@given(turned_cards())
def test_there_is_always_something_to_try(cards: list[Turned]) -> None:
    hint = keepsake(cards).hint
    assert (hint.card is None) == (hint.what is Try.ASK)
