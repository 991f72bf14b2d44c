"""The cards of Guess me: light, whole, and never about what can hurt."""

from __future__ import annotations

import re

import pytest

from coequal.content.files import text_of
from coequal.content.guess import LABEL, guess_words, hint_text, parsed_guess
from coequal.content.load import DEFAULT_LOCALE
from coequal.core.guess.cards import GuessCard
from coequal.core.guess.keepsake import ToTry, Try
from coequal.core.people import Pair, PairType, Seat

NAMES = Pair(a="Alice", b="Bob")
NEVER = re.compile(
    r"\b("
    r"no|not allowed|may i|permission|allow\w*|forbid\w*|must|have to"
    r"|fear\w*|afraid|scar(?:e|ed|y)|threat\w*|danger\w*|worr\w+"
    r"|body|bodies|weigh\w*|diet\w*|pretty|beautiful|ugly|fat|sex\w*|naked|kiss\w*"
    r"|money|pay\w*|paid|price\w*|cost\w*|cheap\w*|expensive|buy\w*|bought|rent|debt\w*"
    r"|earn\w*|salar\w+|wage\w*|job|boss|owe\w*"
    r"|phone\w*|messag\w+|texts?|texting|online|apps?|password\w*"
    r"|sorry|apolog\w+|forgiv\w+|quarrel\w*|argu\w+|fight\w*|row|rows|angry|anger|shout\w*"
    r"|blame\w*|fault\w*|guilt\w*|lie|lies|lying"
    r"|sees?|seeing|date[sd]?|dating|flirt\w*|jealous\w*|cheat\w*"
    r"|late|later|latest|waits?|waiting|on time"
    r"|drinks?|drinking|drunk|beer\w*|wine\w*|bars?|pub|pubs|cocktail\w*|alcohol"
    r"|ex|exes|former|divorc\w+"
    r"|wins?|winning|won|lose\w*|lost|score\w*|points?|better than|worse|worst"
    r"|he|she|his|hers?|him|himself|herself|husband|wife"
    r")\b",
    re.IGNORECASE,
)
"""What no card may speak of: one of the two may be afraid of the other."""


def texts(card: GuessCard) -> list[str]:
    said = (card.me, card.one, card.both, card.hint, card.tell)
    return [card.ask, *card.answers, *filter(None, said)]


def every_card() -> dict[tuple[PairType, str], GuessCard]:
    return {(pair, one.id): one for pair in PairType for one in guess_words(pair).cards}


@pytest.mark.parametrize("pair", list(PairType))
def test_there_are_about_forty_for_each_type_of_pair(pair: PairType) -> None:
    assert 36 <= len(guess_words(pair).cards) <= 50


def test_no_card_speaks_of_what_can_hurt() -> None:
    for (pair, name), card in every_card().items():
        for text in texts(card):
            found = NEVER.search(text)
            assert found is None, (pair, name, text, found)


def test_a_word_that_a_card_may_never_say_is_found() -> None:
    for text in ("Who says no?", "Who earns more?", "Who waits?", "Whom do you see?"):
        assert NEVER.search(text)


def test_every_answer_makes_whole_sentences() -> None:
    for (pair, name), card in every_card().items():
        for value in card.values:
            for text in (card.quote(value, seat, NAMES) for seat in Seat):
                assert re.fullmatch(r"[A-Z].*[.!?]", text), (pair, name, text)
                assert not set("{}") & set(text), (pair, name, text)
            fact = card.fact(value, NAMES)
            assert re.fullmatch(r"[A-Z].*\.", fact), (pair, name, fact)
        assert card.tell.endswith("?"), (pair, name)
        assert not card.hint or card.hint.endswith("."), (pair, name)


def test_an_answer_fits_a_tile() -> None:
    for card in every_card().values():
        assert all(len(one) <= LABEL for one in card.answers)


def test_something_to_try_is_said_in_words_of_its_card() -> None:
    words = guess_words(PairType.PARTNERS)
    film, sunday = words.card("film"), words.card("sunday")
    assert film is not None
    assert sunday is not None
    said = {
        Try.SWAP: (film, Pair(a="B", b="B"), "Next time, Alice picks the film."),
        Try.LOOK: (
            film,
            Pair(a="A", b="B"),
            "Next time, notice together: who picks the film?",
        ),
        Try.DO: (
            sunday,
            Pair(a="1", b="1"),
            "Plan it: the sea, one Sunday this month.",
        ),
        Try.TURNS: (
            sunday,
            Pair(a="1", b="2"),
            "Take turns: the sea and the woods. Toss a coin for which comes first.",
        ),
    }
    for what, (card, both, text) in said.items():
        hint = ToTry(what=what, card=card, said=both)
        assert hint_text(words.lines, hint, NAMES) == text
    asked = hint_text(words.lines, ToTry(what=Try.ASK), NAMES)
    assert asked == "Ask each other something you’d like to be asked."


COMMON = text_of(DEFAULT_LOCALE, "guess", "common.toml")
OWN = text_of(DEFAULT_LOCALE, "guess", "friends.toml")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "cake"', 'id = "film"', "the id film stands twice"),
        ('ask = "Who picks the film?"', 'ask = "Pick"', "film: expected a question"),
        ("[lines]", "[liens]", "liens"),
        ('"The sea", "The woods"', '"The sea", "The sea"', "two to five answers"),
        ('"The sea", ', '"A long way to the sea and on", ', "22 letters"),
        ("{who} picks the film", "Somebody does", "expected ['who']"),
        ("My season is {it}.", "My season.", "expected ['it']"),
        ('i = "pick the film"', 'i = "pick {it}"', "expected []"),
        ('source = "Own wording."', "", "source"),
    ],
)
def test_a_damaged_file_is_named_with_its_fault(old: str, new: str, fault: str) -> None:
    assert old in COMMON
    with pytest.raises(Exception, match=re.escape(fault)):
        parsed_guess(COMMON.replace(old, new), OWN)


def test_too_few_cards_or_no_lines_are_a_fault() -> None:
    head = 'source = "Own wording."\nwho = []\nwhat = []\n'
    with pytest.raises(Exception, match="36 cards or more"):
        parsed_guess(COMMON, head)
    with pytest.raises(Exception, match="lines: expected"):
        parsed_guess(OWN, COMMON)
