from __future__ import annotations

from coequal.core.people import Pair, Seat


def test_each_seat_sits_across_from_the_other() -> None:
    assert Seat.A.other is Seat.B
    assert Seat.B.other is Seat.A


def test_a_pair_gives_each_seat_its_own_value() -> None:
    pair = Pair(a="Alice", b="Bob")

    assert (pair[Seat.A], pair[Seat.B]) == ("Alice", "Bob")
    assert pair.mirrored == Pair(a="Bob", b="Alice")
    assert pair.map(len) == Pair(a=5, b=3)
