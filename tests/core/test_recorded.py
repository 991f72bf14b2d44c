"""What led to an entry that stands is told by names, and by no clock."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from coequal.core.recorded import led_to_it


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An entry by its ref, with those that it replaces."""

    ref: bytes
    answers: tuple[bytes, ...] = ()
    at: int = 0
    entry: str = ""


TIMES = st.lists(st.integers(0, 3), min_size=1, max_size=6)
REFS = st.binary(min_size=1, max_size=1)


def in_a_row(times: list[int]) -> list[Written]:
    """Entries of which each replaces the one before it, whatever clocks said."""
    names = [bytes([255 - number]) for number in range(len(times))]
    replaced = [(), *((name,) for name in names)]
    return [
        Written(ref=name, answers=former, at=at)
        for name, former, at in zip(names, replaced, times, strict=False)
    ]


@given(TIMES)
def test_each_stands_behind_the_one_that_it_replaces(times: list[int]) -> None:
    written = in_a_row(times)
    assert led_to_it(written) == written
    assert led_to_it(written[::-1]) == written


def test_it_begins_behind_what_is_lost() -> None:
    first, lost, *later = in_a_row([0, 1, 2, 3])
    assert led_to_it([first, *later]) == later
    assert led_to_it([first, lost]) == [first, lost]


def test_nothing_led_to_nothing() -> None:
    assert led_to_it(list[Written]()) == []


@given(
    st.lists(
        st.builds(
            Written,
            ref=REFS,
            answers=st.lists(REFS, max_size=3).map(tuple),
            at=st.integers(0, 3),
        ),
        unique_by=lambda one: one.ref,
    )
)
def test_whatever_names_whatever_it_comes_to_an_end(written: list[Written]) -> None:
    found = led_to_it(written)
    assert bool(found) == bool(written)
    assert len({one.ref for one in found}) == len(found)
