"""What is guessed first keeps nobody out."""

from __future__ import annotations

import pytest
from django.contrib.auth.password_validation import CommonPasswordValidator

from coequal.people.phrases import is_guessed_easily


def test_every_one_of_the_list_is_refused() -> None:
    common = CommonPasswordValidator().passwords
    assert len(common) > 19_000
    assert all(is_guessed_easily(phrase, "Alice") for phrase in common)


@pytest.mark.parametrize(
    "phrase",
    [
        "password12",
        "qwerty123",
        "PASSWORD!!",
        "...sunshine2024",
        "\uff50assword1",
        "Alice1990",
        " alice ",
        "zzzzzzzzzz",
        "        ",
    ],
)
def test_so_are_words_with_something_around_them(phrase: str) -> None:
    assert is_guessed_easily(phrase, "Alice")


@pytest.mark.parametrize(
    "phrase",
    [
        "four plain words here",
        "qz7 kp2m",
        "alice from here",
        "dragon kettle moss",
        "1793 2846 dragon",
    ],
)
def test_some_words_together_are_fine(phrase: str) -> None:
    assert not is_guessed_easily(phrase, "Alice")


def test_without_a_name_the_rest_is_asked() -> None:
    assert is_guessed_easily("password12", "")
    assert not is_guessed_easily("1793 2846 0157", "")
