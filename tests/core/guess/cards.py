"""Cards and taps for tests of Guess me: three that ask who, three that ask what."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from coequal.core.guess.cards import GuessCard
from coequal.core.guess.entries import NO_IDEA, NOTHING, Guessed
from coequal.core.guess.game import Turned, turned
from coequal.core.people import Pair

NAMES = Pair(a="Alice", b="Bob")


def who(name: str, *, hint: str = "") -> GuessCard:
    return GuessCard(
        id=name,
        ask=f"Who likes {name}?",
        me=f"like {name}",
        one=f"{{who}} likes {name}",
        both=f"both like {name}",
        hint=hint,
        tell="",
    )


def what(name: str, *, hint: str = "") -> GuessCard:
    return GuessCard(
        id=name,
        ask=f"Which {name}?",
        answers=("A red one", "A blue one", "Any"),
        me=f"{{It}}: my {name}.",
        both=f"Your {name} is {{it}}.",
        hint=hint,
        tell="",
    )


FILM = who("film", hint="Next time, {who} picks.")
DOGS = who("dogs")
KEYS = who("keys")
LAMP = what("lamp", hint="Buy {it}.")
CUP = what("cup")
CARDS: Sequence[GuessCard] = (
    FILM,
    DOGS,
    KEYS,
    LAMP,
    CUP,
    what("hat", hint="Wear {it}."),
)


def both(card: GuessCard, alice: str, bob: str) -> Turned:
    """Turn a card on what each says and guesses: "AB" is own A, guess B; "" skips."""
    said = [
        Guessed(dealt=b"", card=card.id, own=taps[:1], guess=taps[1:])
        for taps in (alice, bob)
    ]
    return turned(card, Pair(a=said[0], b=said[1]))


def said_to(card: GuessCard) -> st.SearchStrategy[Guessed]:
    """Return anything that one may say to a card, skips and nonsense among it."""
    own = st.sampled_from([*card.values, NOTHING, NO_IDEA, "5"])
    guess = st.sampled_from([*card.values, NO_IDEA])
    return st.builds(
        Guessed, dealt=st.just(b""), card=st.just(card.id), own=own, guess=guess
    )


def turned_cards() -> st.SearchStrategy[list[Turned]]:
    """Return cards of a game in any order, as both have answered them."""

    def answered(cards: list[GuessCard]) -> st.SearchStrategy[list[Turned]]:
        one_each = [
            st.builds(
                lambda a, b, card=card: turned(card, Pair(a=a, b=b)),
                said_to(card),
                said_to(card),
            )
            for card in cards
        ]
        return st.tuples(*one_each).map(list)

    return st.permutations(CARDS).flatmap(lambda cards: answered(cards[:5]))
