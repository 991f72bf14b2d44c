"""The four questions of the field: short honest answers, each with its sources."""

from __future__ import annotations

from importlib.resources import files

import pytest
from tests.content.reading import BANNED, long_sentences

from coequal.content.guides import library
from coequal.content.questions import CommonQuestion, questions, questions_file
from coequal.errors import Unsound

PAGE = questions()
GUIDES = library().guides
TEXT = (files("coequal.content") / "en" / "guides" / "questions.toml").read_text(
    encoding="utf-8"
)
MOST_WORDS = 110
every_question = pytest.mark.parametrize("one", PAGE.questions, ids=lambda one: one.id)


def test_the_four_questions_of_the_field_stand_together() -> None:
    assert [one.id for one in PAGE.questions] == [
        "meaning",
        "example",
        "parts",
        "keeping",
    ]


@every_question
def test_an_answer_is_short_and_a_reader_of_twelve_does_not_stumble(
    one: CommonQuestion,
) -> None:
    assert one.question.endswith("?")
    assert sum(len(text.split()) for text in one.answer) <= MOST_WORDS
    for text in (one.question, *one.answer, PAGE.title, PAGE.lead, PAGE.note):
        assert long_sentences(text) == []
        assert not BANNED.search(text), text


@every_question
def test_what_an_answer_rests_on_stands_in_a_guide_that_it_leads_to(
    one: CommonQuestion,
) -> None:
    known = {source for slug in GUIDES for source in GUIDES[slug].sources}
    assert set(one.sources) <= known


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "example"', 'id = "meaning"', "meaning stands twice"),
        ('guides = ["balance", "kinds"]', "guides = []", "meaning: expected an answer"),
        ('"balance", "kinds"', '"attic"', "meaning: there is no guide attic"),
        ("year = 2021\n", "", "meaning: .* expected a year"),
        ("year = 2021\n", "year = true\n", "int"),
    ],
)
def test_a_damaged_page_is_named_and_never_half_read(
    old: str, new: str, fault: str
) -> None:
    assert old in TEXT
    with pytest.raises(Unsound, match=f"questions: .*{fault}"):
        questions_file(TEXT.replace(old, new, 1), GUIDES)
