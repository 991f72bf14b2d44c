from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.errors import Unreadable
from coequal.sealed.codes import all_in, decode, encode


@given(raw=st.binary(min_size=10, max_size=10))
def test_an_invitation_code_has_four_groups_and_is_read_back(raw: bytes) -> None:
    code = encode(raw)
    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4]
    assert decode(code, 10) == raw


@given(raw=st.binary(min_size=20, max_size=20))
def test_a_recovery_code_has_eight_groups_and_is_read_back(raw: bytes) -> None:
    assert len(encode(raw).split("-")) == 8
    assert decode(encode(raw), 20) == raw


def test_the_signs_are_those_of_crockford() -> None:
    raw = bytes.fromhex("00443214c74254b635cf84653a56d7c675be77df")
    assert encode(raw) == "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"


@pytest.mark.parametrize(
    "typed",
    [
        "0011-ZZZZ",
        "0011zzzz",
        " 00 11 zz zz\n",
        "oO-iL-zz-zz",
        "OoIl\u2013zzzz",
        "0-0-1-1-Z-Z-Z-Z",
        "\u201c0011 \u2212 zzzz\u201d.",
        "\ufeff0011\u200bzzzz\u00ad",
        "\uff10\uff10\uff11\uff11\u3000\uff3a\uff3azz",
        "`0011_zzzz`,\r\n",
        "(0011\u00a0\u2022 zzzz)",
        "0011\u30fczzzz",  # the key for a dash of a Japanese keyboard
        "0011\uff70zzzz",
        "0\ufe0f\u20e30\ufe0f\u20e311zzzz\ufe0f",
        "0011\u2800\u3164\uffa0\u034fzzzz",
        "0011\u2500zzzz",
        "> 0011 + zzzz",
        "0011 | zzzz \U0001f642",
    ],
)
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    assert decode(typed, 5) == decode("0011ZZZZ", 5)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "0011-ZZZ",
        "0011-ZZZZZ",
        "0011-ZZZU",
        "0011-ZZZ+",
        "0011-ZZZ\u0661",
        "\u00df\u00df\u00df\u00df",
        "0011-ZZZ\u00e9",
        "0011-ZZZe\u0301",
    ],
)
def test_what_is_no_code_is_unreadable(typed: str) -> None:
    with pytest.raises(Unreadable):
        decode(typed, 5)


def test_a_code_of_another_kind_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        decode(encode(bytes(20)), 10)


def test_only_whole_groups_of_five_bytes_are_written() -> None:
    with pytest.raises(ValueError, match="multiple of five"):
        encode(bytes(16))


@given(raw=st.binary(min_size=10, max_size=10))
@pytest.mark.parametrize(
    "message",
    [
        "{}",
        "Found this for us.\n\nhttp://example.org/join/\nCode: {}",
        "Found this for us.http://example.org/join/Code: {}Call me later",
        "http://example.org/join/#{0}\n{0}",
        "Here it is ({}), with love from half-past-five!",
    ],
)
def test_a_code_is_found_in_the_message_it_came_in(message: str, raw: bytes) -> None:
    for written in (encode(raw), encode(raw).lower().replace("-", "\u2011")):
        assert all_in(message.format(written), 10) == {raw}


def test_two_codes_are_both_found() -> None:
    one, other = bytes(10), bytes(range(10))
    assert all_in(f"{encode(one)} or {encode(other)}", 10) == {one, other}


@pytest.mark.parametrize(
    "message",
    [
        "",
        "This text only says that we look together",
        f"my code to come back is {encode(bytes(20))}",
        "550e8400-e29b-41d4-a716-446655440000 is a number of something",
    ],
)
def test_a_message_without_a_code_has_none(message: str) -> None:
    assert not all_in(message, 10)
