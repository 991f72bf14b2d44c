"""The page *How sure is this?* says what was measured, and no figure stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple
from importlib.resources import files
from pathlib import Path

import pytest
from tests.content.reading import BANNED, OF_PARTNERS, long_sentences

from coequal.content import calibration
from coequal.content.calibration import (
    AIMS,
    Answered,
    Missed,
    Span,
    change_figures,
    missed,
    picture_figures,
    span,
)
from coequal.content.how_sure import HowSureWords, how_sure_words, parsed_how_sure
from coequal.core.see.words import Word
from coequal.errors import Unsound

DOCS = Path(__file__).resolve().parents[2] / "docs" / "algorithms"
TEXT = (files("coequal.content") / "en" / "how_sure.toml").read_text(encoding="utf-8")


def table(page: str, name: str) -> Iterator[list[str]]:
    """The cells of each row of a table of a page in docs/algorithms."""
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", text, re.DOTALL)
    assert found
    for line in found[1].splitlines()[2:]:
        yield [cell.strip() for cell in line.strip("|").split("|")]


def cells(row: object) -> list[str]:
    """A row of data as it stands on the page."""
    return [
        str(one) if isinstance(one, str) else f"{one:g}"
        for one in astuple(row)  # type: ignore[call-overload]
    ]


def plain(cell: str) -> str:
    """A cell of the page without zeros at the end of a number."""
    number = re.fullmatch(r"-?\d+(\.\d+)?", cell)
    return f"{float(cell):g}" if number else cell


@pytest.mark.parametrize(
    ("page", "name", "rows"),
    [
        ("picture", "words", picture_figures().words),
        ("picture", "hard", picture_figures().hard),
        ("picture", "coverage", picture_figures().coverage),
        ("picture", "overall", picture_figures().overall),
        ("change", "overall", change_figures().overall),
        ("change", "heard", change_figures().heard),
    ],
)
def test_every_figure_is_the_one_on_the_page_of_the_algorithm(
    page: str, name: str, rows: tuple[object, ...]
) -> None:
    measured = [[plain(cell) for cell in row] for row in table(page, name)]

    assert len(measured) > 4
    assert [cells(row) for row in rows] == measured


def test_as_many_pairs_were_made_up_as_the_pages_say() -> None:
    for page, figures in (("picture", picture_figures()), ("change", change_figures())):
        text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
        assert f"{figures.couples:,} made-up couples a row" in text


def test_what_is_aimed_at_is_what_the_page_of_the_algorithm_aims_at() -> None:
    text = (DOCS / "picture.md").read_text(encoding="utf-8")
    clear, probably, even, same, any_word = AIMS

    assert (
        f"any word in {any_word.two} (two) and {any_word.one} (one), "
        f"*clear* wrong at most {clear.two}, "
        f"*probably* wrong at most {probably.two} (two) and {probably.one} (one) "
        f"and below half a step at most {even.two}, "
        f"*about the same* right at least {same.two}."
    ) in text
    assert f"Reach: *clear* wrong at most {clear.hard}." in text


@pytest.mark.parametrize("answered", Answered)
def test_an_aim_is_missed_where_the_table_says_so_and_nowhere_else(
    answered: Answered,
) -> None:
    """Counted from the tables again, by hand of the test."""
    column = {"clear_wrong": 4, "probably_wrong": 6, "probably_even": 7}
    column |= {"same_right": 9, "any_word": 2}
    for aim in AIMS:
        expected = {}
        for name, hard in (("words", False), ("hard", True)):
            wanted = aim.wanted(answered, hard=hard)
            for row in table("picture", name):
                found = int(float(row[column[aim.figure]]) + 0.5)
                short = wanted - found if aim.at_least else found - wanted
                if row[1] == answered and short > 0:
                    expected[row[0]] = (found, short)
        found_again = {one.world: (one.found, one.by) for one in missed(aim, answered)}
        assert found_again == expected
        by = [one.by for one in missed(aim, answered)]
        assert by == sorted(by, reverse=True)


def test_the_worst_that_the_issue_names_is_told() -> None:
    """Both lean to one person: the word of all that suffers most from it."""
    words = how_sure_words(Answered.TWO)
    told = [line for aim in words.aims() for line in aim.missed]

    assert any("Both lean to the same person by a step" in line for line in told)
    assert any("Pairs in which one often decides far more" in line for line in told)


@pytest.mark.parametrize(
    ("of_100", "told"),
    [
        (Span(low=0, high=0), "fewer than 1"),
        (Span(low=0, high=4), "at most 4"),
        (Span(low=4, high=4), "about 4"),
        (Span(low=4, high=9), "4 to 9"),
    ],
)
def test_a_count_of_a_hundred_is_said_plainly(of_100: Span, told: str) -> None:
    assert how_sure_words(Answered.TWO).count(of_100) == told


@pytest.mark.parametrize(
    ("figure", "whole"), [(0.4, 0), (0.5, 1), (1.5, 2), (2.5, 3), (98.49, 98)]
)
def test_a_half_is_rounded_up(figure: float, whole: int) -> None:
    assert calibration.rounded(figure) == whole


def test_a_meaning_says_the_least_and_the_most_of_all_worlds() -> None:
    rows = [row for row in table("picture", "words") if row[1] == "two"]
    right = [float(row[9]) for row in rows]
    found = span("same_right", Answered.TWO)

    assert (found.low, found.high) == (
        int(min(right) + 0.5),
        int(max(right) + 0.5),
    )
    words = how_sure_words(Answered.TWO)
    assert f"{words.count(found)} were right" in words.meaning(Word.SAME)


def test_what_is_said_to_be_too_early_is_what_no_word_is_said_of() -> None:
    rows = [row for row in table("picture", "words") if row[1] == "one"]
    none = [100 - int(float(row[2]) + 0.5) for row in rows]

    words = how_sure_words(Answered.ONE)

    counted = words.count(Span(low=min(none), high=max(none)))
    assert f"in {counted} of 100 areas" in words.meaning(Word.EARLY)


def test_an_aim_that_is_kept_everywhere_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nowhere: list[Missed] = []
    monkeypatch.setattr("coequal.content.how_sure.missed", lambda *_: nowhere)
    for aim in how_sure_words(Answered.TWO).aims():
        assert aim.missed == ("That held, whichever way we let people answer.",)


def sentences(words: HowSureWords) -> Iterator[str]:
    yield from (words.meaning(word) for word in Word)
    for aim in words.aims():
        yield from (aim.title, aim.wanted, *aim.missed)
    yield from words.change()
    yield from (words.overall(), words.ranges(0.9))


def test_what_is_said_over_all_areas_counts_the_odd_ways_to_answer_too() -> None:
    wrong = [int(float(row[2]) + 0.5) for row in table("picture", "overall")]

    words = how_sure_words(Answered.TWO)

    counted = words.count(Span(low=min(wrong), high=max(wrong)))
    assert f"it was the wrong person in {counted} of 100" in words.overall()


def test_ranges_are_said_to_hold_what_they_held_in_any_world() -> None:
    rows = list(table("picture", "coverage"))
    for answered, columns in ((Answered.TWO, (1, 2, 3)), (Answered.ONE, (4, 5))):
        held = [int(float(row[at]) + 0.5) for row in rows for at in columns]

        words = how_sure_words(answered)

        counted = words.count(Span(low=min(held), high=max(held)))
        assert "9 times in 10" in words.ranges(0.9)
        assert f"{counted} of 100" in words.ranges(0.9)


def test_the_most_that_is_told_by_mistake_of_change_is_said() -> None:
    rows = list(table("change", "overall"))
    for answered, column in ((Answered.ONE, 1), (Answered.TWO, 5)):
        most = max(int(float(row[column]) + 0.5) for row in rows)

        told = list(how_sure_words(answered).change())

        assert any(f"up to {most} of 100" in one for one in told)


@pytest.mark.parametrize("answered", Answered)
def test_it_is_written_for_a_reader_of_twelve(answered: Answered) -> None:
    for text in sentences(how_sure_words(answered)):
        assert not re.search(r"[{}]", text)
        assert long_sentences(text) == []
        assert not BANNED.search(text), text
        assert not OF_PARTNERS.search(text), text


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('clear = "Of', 'clearer = "Of', "meaning"),
        ("[aims.any_word]", "[aims.some_word]", "aims: any_word"),
        ("R2 = ", "R3 = ", "worlds: R2"),
        ("[change.heard]", "[change.seen]", "change: heard"),
        ('none = "fewer than 1"', 'none = ""', "counts: none is empty"),
    ],
)
def test_a_damaged_file_is_named(right: str, wrong: str, said: str) -> None:
    assert right in TEXT
    with pytest.raises(Unsound, match=said):
        parsed_how_sure(TEXT.replace(right, wrong))
