"""What stands in Notes: whole, gentle, and fit for any two people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib.resources import files
from typing import Any

import pytest
from tests.content.reading import OF_PARTNERS, long_sentences

from coequal.content import notes
from coequal.content.notes import (
    FactorsFile,
    QuestionsFile,
    StepBackGuide,
    WarningSignsFile,
    parsed,
)
from coequal.errors import Unsound

FOLDER = files("coequal.content") / "en" / "notes"
SIGNS = (FOLDER / "signs.toml").read_text(encoding="utf-8")
FACTORS = (FOLDER / "factors.toml").read_text(encoding="utf-8")
QUESTIONS = (FOLDER / "questions.toml").read_text(encoding="utf-8")
GUIDE = (FOLDER / "stepping_back.toml").read_text(encoding="utf-8")
ALL = [notes.signs(), notes.factors(), notes.questions(), notes.stepping_back()]
SCOLDS = re.compile(
    r"\b(should|must|abus\w*|violen\w*|victims?|toxic|narciss\w*|manipulat\w*|guilty"
    r"|leave (?:him|her|them)|confront|he|she|him|his|hers?|wife|husband)\b|!",
    re.IGNORECASE,
)


def texts(value: Any) -> Iterator[str]:
    """Every text of a file, but not its ids."""
    if is_dataclass(value):
        for one in fields(value):
            held = getattr(value, one.name)
            if one.name not in {"id", "locale"} and (one.name != "today" or held):
                yield from texts(held)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str):
        yield value


READ = [text for one in ALL for text in texts(one)]


def test_there_are_fifteen_pages_of_signs_and_all_stop_signs_have_their_place() -> None:
    groups = [group.id for group in notes.signs().groups]
    assert groups == [
        *("freedom", "guilt", "pressure", "threats", "danger", "fear"),
        *("put_downs", "money", "alone", "devices", "closeness"),
        *("belonging", "children", "apart", "cared_for"),
    ]
    assert notes.signs().stops == {
        *("answering", "leaving"),
        *("hurt", "throat", "threat", "tell_on"),
        *("kill", "weapon", "gun", "worse", "expecting"),
        *("goes_on", "keep_peace"),
        *("follows", "tracks", "pictures"),
        *("care", "kept_from", "papers", "keeps_away", "sign"),
        *("outing", "authorities", "learning", "faith", "marriage"),
        *("hears", "child_hurt", "child_taken"),
        *("turns_up", "handing_over"),
        *("unwashed", "locked_in", "aids", "signed_over"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "seeing someone else",
        "kill you",
        "a gun that they could get",
        "more often than before",
        "while a baby was on its way",
        "turn up where you are, or send others",
        "messages through the children",
        "tell others something about you: who you love",
        "report you",
        "from school",
        "learning the language",
        "keep you from your faith, or make you follow theirs",
        "pushed to marry",
        "the family’s honour",
        "unwashed",
        "locked in",
        "the right to decide for you",
        "a weapon",
        "hurt a child",
        "glasses, hearing aid",
    ],
)
def test_no_serious_sign_is_missing(words: str) -> None:
    asked = [sign.text for group in notes.signs().groups for sign in group.signs]
    assert len([text for text in asked if words in text]) == 1


def test_hands_round_the_neck_is_asked_alone_and_says_a_doctor_today() -> None:
    every = [sign for group in notes.signs().groups for sign in group.signs]
    (throat,) = (sign for sign in every if sign.today)
    assert throat.id == "throat"
    assert "weapon" not in throat.text
    assert "see a doctor today, even if you feel fine" in throat.today


def test_whoever_is_careful_is_known_by_stop_signs_and_by_fear() -> None:
    fear = {"eggshells", "step", "answering", "leaving"}
    assert notes.signs().careful == notes.signs().stops | fear


def test_what_asks_about_ones_own_acts_begins_with_who_is_afraid() -> None:
    own = [topic.id for topic in notes.questions().topics if topic.own_acts]
    assert own == ["own_acts"]
    careful = notes.questions().careful
    assert careful.text.startswith(
        "If you are the one who is careful, this page is not"
    )
    assert "who is afraid of whom?" in careful.text
    assert not [
        one for one in careful.questions if re.search(r"\bdid I\b|my fault", one)
    ]


def test_no_prompt_looks_for_what_i_did_before_somebody_went_quiet() -> None:
    """Silence can be a punishment: then the question would ask for self-blame."""
    asked = [one for topic in notes.questions().topics for one in topic.questions]
    blames = re.compile(
        r"what (?:had|did) I (?:just )?(?:say|said|do|done).*(?:before|quiet|angry)"
        r"|(?:quiet|angry|silent).*what (?:had|did) I",
        re.IGNORECASE,
    )
    assert [one for one in asked if blames.search(one)] == []
    assert blames.search("When did they last go quiet, and what had I just said?")


def test_every_sign_is_a_question_that_says_nothing_of_the_answer() -> None:
    for group in notes.signs().groups:
        for sign in group.signs:
            assert sign.text.endswith("?")
            assert sign.text.count("?") == 1


def test_what_tilts_say_covers_its_ground() -> None:
    assert [factor.id for factor in notes.factors().factors] == [
        *("money", "standing", "housing", "footing", "knowledge", "time", "health"),
        *("care", "support", "roles", "wanting"),
    ]


def test_the_questions_cover_theirs() -> None:
    assert [topic.id for topic in notes.questions().topics] == [
        *("fear", "free", "own_acts", "ways", "worries", "helps"),
    ]


@pytest.mark.parametrize("text", READ)
def test_nothing_scolds_diagnoses_urges_or_genders(text: str) -> None:
    assert text == text.strip()
    assert text
    assert not SCOLDS.search(text)
    assert long_sentences(text) == []


def test_only_one_sentence_speaks_of_partners_and_it_says_too() -> None:
    found = [text for text in READ if OF_PARTNERS.search(text)]
    assert len(found) == 1
    assert "between partners too" in found[0]


@pytest.mark.parametrize(
    ("kind", "text", "old", "new", "fault"),
    [
        (WarningSignsFile, SIGNS, 'id = "guilt"', "id = ", "notes: "),
        (WarningSignsFile, SIGNS, "stop = true", 'stop = "yes"', "stop"),
        (WarningSignsFile, SIGNS, 'serious = "', 'grave = "', "serious"),
        (
            WarningSignsFile,
            SIGNS,
            'id = "report"',
            'id = "rules"',
            "rules stands twice",
        ),
        (
            WarningSignsFile,
            SIGNS,
            'id = "guilt"',
            'id = "freedom"',
            "freedom stands twice",
        ),
        (WarningSignsFile, SIGNS, 'id = "report"', 'id = "re-port"', "no plain word"),
        (WarningSignsFile, SIGNS, 'id = "report"', 'id = "répôt"', "no plain word"),
        (FactorsFile, FACTORS, 'id = "time"', 'id = "money"', "money stands twice"),
        (QuestionsFile, QUESTIONS, 'id = "free"', 'id = "fear"', "fear stands twice"),
        (StepBackGuide, GUIDE, "lead = ", "led = ", "led"),
    ],
)
def test_a_damaged_file_is_named_and_never_half_read(
    kind: Any, text: str, old: str, new: str, fault: str
) -> None:
    assert old in text
    with pytest.raises(Unsound, match=fault):
        parsed(kind, text.replace(old, new, 1))


def test_a_page_of_too_few_or_too_many_signs_is_refused() -> None:
    head = SIGNS[: SIGNS.index("[[groups.signs]]")]
    one = '[[groups.signs]]\nid = "sign{}"\ntext = "Is it so?"\n'
    for count in (2, 6):
        with pytest.raises(Unsound, match="freedom: expected 3 to 5 signs"):
            parsed(
                WarningSignsFile, head + "".join(one.format(n) for n in range(count))
            )
    assert parsed(WarningSignsFile, head + "".join(one.format(n) for n in range(5)))
