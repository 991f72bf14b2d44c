"""Reading what two wrote: in which order, and whose it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.core.two.said import Said, saids

from coequal.core.people import Pair, Seat
from coequal.core.two.said import oldest_first, seat_of, seated


@given(said=saids("r", st.just("words")), data=st.data())
def test_the_oldest_stands_first_in_whatever_order_it_is_read(
    said: list[Said[str]], data: st.DataObject
) -> None:
    found = oldest_first(data.draw(st.permutations(said)))
    assert found == oldest_first(said)
    assert [one.at for one in found] == sorted(one.at for one in said)
    assert {one.ref for one in found} == {one.ref for one in said}


def test_within_a_second_the_refs_decide() -> None:
    late, b, a = (
        Said(entry="", ref=ref, at=at) for ref, at in ((b"c", 2), (b"b", 1), (b"a", 1))
    )
    assert oldest_first([late, b, a]) == [a, b, late]


def test_what_is_mine_is_of_my_seat_and_the_rest_of_the_other() -> None:
    mine, theirs = Said(entry="mine"), Said(entry="theirs", mine=False)
    assert [seat_of(mine, me) for me in (Seat.A, Seat.B)] == [Seat.A, Seat.B]
    assert [seat_of(theirs, me) for me in (Seat.A, Seat.B)] == [Seat.B, Seat.A]


def test_two_values_stand_by_seat() -> None:
    assert seated("mine", "theirs", Seat.A) == Pair(a="mine", b="theirs")
    assert seated("mine", "theirs", Seat.B) == Pair(a="theirs", b="mine")
