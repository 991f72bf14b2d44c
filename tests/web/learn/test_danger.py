"""What is read as danger, so that help comes first, and what only sounds like it."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, html_of

from coequal.web.learn.danger import may_be_afraid, pairs
from coequal.web.learn.search import LONGEST, found, help_first

AFRAID = (
    "he strangled me on sunday",
    "she slammed my head into the wall",
    "my brother wont let me out of the house",
    "boyfriend says he will kill me if i leave",
    "he pulled a machete on us",
    "my wife hides my insulin",
    "he checks my messages every night",
    "they are sending me abroad to be married",
    "i do not want to be alive",
    "no one will believe me",
    "i am scared of my own son",
    "my carer is rough with me",
    "is there a shelter for men",
    "how to delete my search history",
    "i pushed her and cannot stop",
    # Some of these may be idioms; whoever means it has to find help.
    "i could strangle her",
    "i could kill him",
    "he wont let me help my mum",
    "scared of telling him i am leaving",
    "scared to ask for money",
    "cant get out of the house",
    "he kicks me in bed",
)
HARMLESS = (
    "we pulled an all nighter painting the kitchen",
    "she beats me at dominoes",
    "beat my husband at darts again",
    "her jokes are killing me",
    "nerf gun for my nephew",
    "scared of flying with him",
    "he drives me mad with his whistling",
    "hide presents from my wife",
    "i locked myself out again",
    "no money for a honeymoon",
    "he takes the bins out too late",
    "a killer cake for her birthday",
)


@pytest.mark.parametrize("text", AFRAID)
def test_whoever_may_be_afraid_sees_help_first(text: str) -> None:
    assert may_be_afraid(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_sounds_like_danger_is_none(text: str) -> None:
    assert not may_be_afraid(text)


def test_a_pattern_inside_a_harmless_phrase_does_not_count() -> None:
    assert may_be_afraid("he beats me")
    assert not may_be_afraid("he beats me at chess")
    assert may_be_afraid("he beats me at chess and then he hits me")


@pytest.mark.parametrize(
    ("harmless", "danger"),
    [
        ("he beats me at darts", "he beats me at home"),
        ("he wont let me see the menu", "he wont let me see the kids"),
        ("mum will kill me if i spill it", "he will kill me if i tell anyone"),
        ("if i leave the job", "if i leave the house he gets mad"),
        ("he drags me to the opera", "he drags me to the bedroom"),
    ],
)
def test_a_harmless_phrase_hides_no_danger_that_begins_alike(
    harmless: str, danger: str
) -> None:
    assert not may_be_afraid(harmless)
    assert may_be_afraid(danger)


@pytest.mark.parametrize("text", ["he strnagled me", "she chokd me", "he thretens me"])
def test_a_slip_still_counts(text: str) -> None:
    assert may_be_afraid(text)


@pytest.mark.parametrize("text", ["onions i chop", "a salad for him", "hotel for us"])
def test_a_word_that_is_a_word_is_no_slip(text: str) -> None:
    # Of *cop*, *scald* and *hostel*.
    assert not may_be_afraid(text)


@pytest.mark.parametrize("word", ["scared", "trapped", "help", "emergency", "hes here"])
def test_some_words_mean_it_where_nothing_else_was_typed(word: str) -> None:
    assert may_be_afraid(word)


def test_a_cry_for_help_is_none_in_the_middle_of_a_plain_question() -> None:
    assert may_be_afraid("help")
    assert not may_be_afraid("help with the garden")


@pytest.mark.parametrize(
    "text",
    [
        "he h\u200bits me",
        "he hi\u00adts me",
        "\u202ehe hits me",
        "\uff28\uff25 \uff28\uff29\uff34\uff33 \uff2d\uff25",
    ],
)
def test_what_nobody_sees_hides_nothing(text: str) -> None:
    assert may_be_afraid(text)


@pytest.mark.parametrize("mark", ["\u2019", "\u02bc", "\uff07", "\u00b4"])
def test_every_apostrophe_is_one(mark: str) -> None:
    assert may_be_afraid(f"he won{mark}t let me leave")


def test_a_word_in_a_pair_counts_as_its_kind() -> None:
    assert pairs(["she", "slap", "son"]) == pairs(["he", "hit", "daughter"])


def test_what_comes_at_the_end_of_a_long_story_is_read_too(carol: Person) -> None:
    story = "At first it was good and we went out a lot, and then we moved. " * 6
    assert help_first(found(f"{story} And then he hits me."))
    assert f'maxlength="{LONGEST}"' in html_of(carol.get("/learn/"))
