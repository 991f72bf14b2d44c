from __future__ import annotations

import re
from importlib.resources import files

import pytest

from coequal.content.signs import parsed_signs, sign_words
from coequal.core.see.sign_entries import Often
from coequal.core.see.signs import HOW_MANY, Sign
from coequal.errors import Unsound

TEXT = (files("coequal.content") / "en" / "signs.toml").read_text(encoding="utf-8")
SIGNS = sign_words().signs
GOOD = "heard backed free_no asked thanked own_way make_up together"
HARD = "unheard one_decides gives_in swallowed bring_up last_word carries left_open"
UNSAID = re.compile(
    r"\b(fear|afraid|scared|power|should|must|always|never|fault|blame|wrong|unfair|"
    r"partners?|couples?|friends?|flatmates?|siblings?|brothers?|sisters?|parents?|"
    r"child|children|mother|father|home|house|flat|marriage|love|family|wins?)\b|!|  ",
    re.IGNORECASE,
)


def by_id(sign: Sign) -> str:
    return sign.id


def test_there_are_sixteen_half_of_them_good_and_a_good_one_first() -> None:
    assert [sign.id for sign in SIGNS if sign.good] == GOOD.split()
    assert [sign.id for sign in SIGNS if not sign.good] == HARD.split()
    assert [sign.good for sign in SIGNS] == [True, False] * (HOW_MANY // 2)


@pytest.mark.parametrize("sign", SIGNS, ids=by_id)
def test_a_sign_is_one_short_sentence_about_two_that_accuses_nobody(
    sign: Sign,
) -> None:
    assert re.search(r"\b(we|us|our)\b", sign.text, re.IGNORECASE)
    assert not re.search(r"\b(I|me|my|you|your|they)\b", sign.text, re.IGNORECASE)
    assert len(sign.text.split()) <= 12
    assert re.fullmatch(r"[A-Z][^.?]*\.", sign.text)


@pytest.mark.parametrize("sign", SIGNS, ids=by_id)
def test_its_question_asks_both_alike(sign: Sign) -> None:
    assert re.fullmatch(r"[A-Z][^.?]*\?", sign.ask)
    assert len(sign.ask.split()) <= 16
    assert not re.search(r"\b(I|me|my|why|who)\b", sign.ask, re.IGNORECASE)


@pytest.mark.parametrize("sign", SIGNS, ids=by_id)
def test_it_fits_two_people_of_every_type(sign: Sign) -> None:
    assert UNSAID.findall(f"{sign.text} {sign.ask}") == []


def test_a_hard_sign_about_one_of_us_says_that_either_can_be_meant() -> None:
    about_one = {
        sign.id
        for sign in SIGNS
        if not sign.good and re.search("one of us", sign.text, re.IGNORECASE)
    }
    assert {sign.id for sign in SIGNS if sign.either} == about_one


def test_each_frequency_has_a_label() -> None:
    assert list(sign_words().often) == list(Often)
    assert len(set(sign_words().often.values())) == len(Often)


def test_the_file_is_read_once() -> None:
    assert sign_words() is sign_words()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('source = "Own wording."', "source =", "Invalid value"),
        ('source = "Own wording."', "", "source"),
        ('id = "backed"', 'id = "heard"', "heard stands twice"),
        ("good = false", "good = true", "in turn"),
        ("good = false", 'good = "no"', "bool"),
        ('"Sometimes", ', "", "expected 3 labels"),
        ('text = "We have each other’s backs."', 'text = ""', "backed: expected"),
        ('text = "We have each other’s backs."', "text = 1", "str"),
        ('text = "We have each other’s backs."', "", "text"),
        ('id = "backed"', 'id = "backed"\nmore = 1', "more"),
    ],
)
def test_a_damaged_file_is_named_and_never_half_read(
    old: str, new: str, fault: str
) -> None:
    assert old in TEXT
    with pytest.raises(Unsound, match=fault):
        parsed_signs(TEXT.replace(old, new, 1))


def test_a_sign_that_is_missing_is_noticed() -> None:
    with pytest.raises(Unsound, match="expected 16 signs"):
        parsed_signs(TEXT[: TEXT.rindex("[[signs]]")])
