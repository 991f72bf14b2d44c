"""What nobody can see is no part of a name."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.errors import Refused
from coequal.people.names import plain

EVERY = [chr(point) for point in range(sys.maxunicode + 1)]


@pytest.mark.parametrize(
    "name",
    [
        "Zoë\u200b",
        "\ufeffZoë",
        "Z\u200do\u200cë",
        "\u202aZoë\u202c ",
        " Zo\u00adë\u2060",
        "Zoë\ufe0f\u3164",
    ],
)
def test_a_pasted_name_is_the_typed_one(name: str) -> None:
    assert plain(name) == "Zoë"


@pytest.mark.parametrize("name", ["\u200b\u200b", "\u3164", "\ufeff \u00ad", ""])
def test_a_name_of_nothing_that_is_seen_is_none(name: str) -> None:
    assert plain(name) == ""


@pytest.mark.parametrize(
    "sign", ["\x00", "\x07", "\t", "\n", "\x7f", "\x9f", "\ue000", "\U000f0000"]
)
def test_what_stands_for_nothing_is_refused(sign: str) -> None:
    with pytest.raises(Refused):
        plain(f"Zo{sign}ë")


def test_no_control_format_or_unassigned_sign_is_kept() -> None:
    for sign in EVERY:
        if unicodedata.category(sign) in {"Cc", "Cf", "Cn", "Co", "Cs"}:
            try:
                assert sign not in plain(f"Zo{sign}ë")
            except Refused:
                continue


@pytest.mark.parametrize(
    "name", ["Zoë", "Ahmet Şahin", "李小龍", "Łucja", "مریم", "अनीता", "O'Neil-3 😀"]
)
def test_names_of_the_world_stay_as_they_are(name: str) -> None:
    assert plain(name) == name


@given(st.text(max_size=40))
def test_it_is_settled_after_once(name: str) -> None:
    try:
        kept = plain(name)
    except Refused:
        return
    assert plain(kept) == kept
