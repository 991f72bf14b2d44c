"""Where a game stands, and what a card shows when it turns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.core.guess.cards import CARDS, FILM, both, said_to

from coequal.core.guess.entries import Guessed
from coequal.core.guess.game import CardStage, closed, place, step, turned
from coequal.core.people import Pair, Seat
from coequal.core.two.said_apart import Apart

MINE = Guessed(dealt=b"", card="film", own="A", guess="B")


def test_a_card_asks_until_one_has_answered_and_turns_when_both_have() -> None:
    assert step(Apart()) is CardStage.ASK
    assert step(Apart(mine=MINE)) is CardStage.HAND_OVER
    assert step(Apart(both=Pair(a=MINE, b=MINE))) is CardStage.TURNED


def test_the_first_card_that_has_not_turned_is_on() -> None:
    turned_one, ask = CardStage.TURNED, CardStage.ASK
    assert place([ask, turned_one]) == 1
    assert place([turned_one, CardStage.HAND_OVER]) == 2
    assert place([turned_one, turned_one]) == 3
    assert place([]) == 1


def test_a_guess_is_right_where_it_is_what_the_other_says() -> None:
    one = both(FILM, "AB", "AA")
    assert (one.knew(Seat.A), one.knew(Seat.B)) == (False, True)
    assert not one.both_knew
    assert one.alike
    assert both(FILM, "AB", "BA").both_knew


def test_no_idea_is_never_right() -> None:
    one = both(FILM, "A0", "A0")
    assert not one.knew(Seat.A)
    assert not one.knew(Seat.B)


@given(st.sampled_from(CARDS).flatmap(lambda card: st.tuples(*[said_to(card)] * 2)))
def test_where_either_skipped_nothing_of_the_other_is_left(
    said: tuple[Guessed, Guessed],
) -> None:
    card = next(one for one in CARDS if one.id == said[0].card)
    one = turned(card, Pair(a=said[0], b=said[1]))
    skipped = any(each.own not in card.values for each in said)
    assert one.closed is skipped
    if skipped:
        assert one == closed(card)
        assert not one.alike
        assert not one.both_knew


def test_whoever_skipped_the_card_is_the_same() -> None:
    skips = ("", ""), ("", "AA"), ("AA", "")
    assert len({both(FILM, *taps) for taps in skips}) == 1


@given(st.sampled_from(CARDS).flatmap(lambda card: st.tuples(*[said_to(card)] * 2)))
def test_exchanging_the_two_mirrors_a_card(said: tuple[Guessed, Guessed]) -> None:
    card = next(one for one in CARDS if one.id == said[0].card)
    one = turned(card, Pair(a=said[0], b=said[1]))
    across = [
        Guessed(
            dealt=b"",
            card=card.id,
            own=card.mirrored(each.own),
            guess=card.mirrored(each.guess),
        )
        for each in said
    ]
    other = turned(card, Pair(a=across[1], b=across[0]))
    assert other == one.mirrored
    assert other.mirrored == one
    assert (other.knew(Seat.A), other.alike) == (one.knew(Seat.B), one.alike)
