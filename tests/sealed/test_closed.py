from __future__ import annotations

from dataclasses import replace

import pytest

from coequal.errors import Unreadable, Unsound
from coequal.sealed import closed
from coequal.sealed.closed import check_mark, close_share, is_closed, make_mark
from coequal.sealed.entropy import seeded
from coequal.sealed.host import Host

from .make_vectors import read_open
from .vector_cast import (
    HOST,
    NEXT_EPOCH,
    OTHER_HOST,
    PAIR,
    A,
    B,
    Entry,
    cuts,
    entry,
    flips,
    outcome,
    rewritten,
    say,
)

REFUSED = {"Unreadable", "Unsound"}


def column_of(one: Entry, host: Host = HOST) -> bytes:
    made = one.sealed
    return close_share(host=host, row=made.row, share=made.share, ref=made.ref)


def opened(one: Entry, column: bytes, host: Host = HOST) -> tuple[bytes, bytes]:
    return closed.open_share(host=host, row=one.sealed.row, column=column)


def mark_of(one: Entry, two: Entry, host: Host = HOST) -> closed.Mark:
    first, second = ((each.sealed.row.id, each.sealed.ref) for each in (one, two))
    return make_mark(host=host, space_id=PAIR.id, one=first, two=second)


@pytest.fixture
def ballots() -> tuple[Entry, Entry]:
    """One ballot of each, on the same subject."""
    return entry("W", "ballot", say(), by=A), entry("W", "ballot", say(), by=B)


class TestShares:
    def test_the_host_opens_its_own(self, ballots: tuple[Entry, Entry]) -> None:
        one, _ = ballots
        column = column_of(one)
        assert len(column) == 138
        assert opened(one, column) == (one.sealed.share, one.sealed.ref)

    def test_closed_and_plain_are_told_apart(
        self, ballots: tuple[Entry, Entry]
    ) -> None:
        one, _ = ballots
        assert is_closed(column_of(one))
        assert not is_closed(one.sealed.share)

    @pytest.mark.parametrize("size", [0, 31, 33, 137, 139])
    def test_a_share_of_another_size_is_unsound(self, size: int) -> None:
        with pytest.raises(Unsound):
            is_closed(bytes(size))

    def test_a_plain_share_is_not_taken_for_a_closed_one(
        self, ballots: tuple[Entry, Entry]
    ) -> None:
        one, _ = ballots
        with pytest.raises(Unsound):
            opened(one, one.sealed.share)

    def test_the_closed_column_itself_opens_no_row(
        self, ballots: tuple[Entry, Entry]
    ) -> None:
        one, _ = ballots
        column = column_of(one)
        for share in (column, column[:32], column[-32:]):
            with pytest.raises(Unreadable):
                one.read(share=share)

    def test_a_new_epoch_makes_closed_rows_void(
        self, ballots: tuple[Entry, Entry]
    ) -> None:
        one, _ = ballots
        with pytest.raises(Unreadable):
            opened(one, column_of(one), NEXT_EPOCH)

    def test_sealed_anew_under_the_next_epoch_it_opens(
        self, ballots: tuple[Entry, Entry]
    ) -> None:
        one, _ = ballots
        share, ref = opened(one, column_of(one))
        again = close_share(host=NEXT_EPOCH, row=one.sealed.row, share=share, ref=ref)
        assert opened(one, again, NEXT_EPOCH) == (share, ref)

    @pytest.mark.parametrize("name", ["id", "space", "author", "about"])
    def test_a_share_stays_with_its_row(
        self, ballots: tuple[Entry, Entry], name: str
    ) -> None:
        one, two = ballots
        row = replace(one.sealed.row, **{name: b"\1" * 16})
        with pytest.raises(Unsound):
            closed.open_share(host=HOST, row=row, column=column_of(one))
        with pytest.raises(Unsound):
            opened(two, column_of(one))

    def test_any_changed_or_cut_share_is_refused(
        self, ballots: tuple[Entry, Entry]
    ) -> None:
        one, _ = ballots
        column = column_of(one)
        for changed in [*flips(column), *cuts(column)]:
            assert outcome(lambda changed=changed: opened(one, changed)) in REFUSED

    def test_seeded_shares_are_alike(self) -> None:
        with seeded(b"seed"):
            one = entry("W", "ballot", say(), by=A)
            assert column_of(one) == column_of(one)


class TestMarks:
    def test_both_orders_give_the_same_mark(self, ballots: tuple[Entry, Entry]) -> None:
        one, two = ballots
        assert mark_of(one, two) == mark_of(two, one)
        assert mark_of(one, two).id1 < mark_of(one, two).id2

    def test_a_mark_of_the_host_holds(self, ballots: tuple[Entry, Entry]) -> None:
        check_mark(host=HOST, space_id=PAIR.id, mark=mark_of(*ballots))
        check_mark(host=NEXT_EPOCH, space_id=PAIR.id, mark=mark_of(*ballots))

    def test_another_host_or_space_did_not_make_it(
        self, ballots: tuple[Entry, Entry]
    ) -> None:
        mark = mark_of(*ballots)
        with pytest.raises(Unsound):
            check_mark(host=OTHER_HOST, space_id=PAIR.id, mark=mark)
        with pytest.raises(Unsound):
            check_mark(host=HOST, space_id=bytes(16), mark=mark)

    @pytest.mark.parametrize("name", ["id1", "ref1", "id2", "ref2", "mark"])
    def test_any_changed_bit_of_a_mark_is_unsound(
        self, ballots: tuple[Entry, Entry], name: str
    ) -> None:
        mark = mark_of(*ballots)
        whole: bytes = getattr(mark, name)
        for value in [*flips(whole), *cuts(whole)]:
            changed = replace(mark, **{name: value})
            with pytest.raises(Unsound):
                check_mark(host=HOST, space_id=PAIR.id, mark=changed)

    def test_a_mark_the_other_way_round_is_unsound(
        self, ballots: tuple[Entry, Entry]
    ) -> None:
        mark = mark_of(*ballots)
        turned = replace(
            mark, id1=mark.id2, ref1=mark.ref2, id2=mark.id1, ref2=mark.ref1
        )
        with pytest.raises(Unsound):
            check_mark(host=HOST, space_id=PAIR.id, mark=turned)

    def test_a_row_is_never_marked_with_itself(
        self, ballots: tuple[Entry, Entry]
    ) -> None:
        one, _ = ballots
        with pytest.raises(Unsound):
            check_mark(host=HOST, space_id=PAIR.id, mark=mark_of(one, one))


class TestOpening:
    def test_open_needs_share_and_mark(self, ballots: tuple[Entry, Entry]) -> None:
        one, _ = ballots
        mark = mark_of(*ballots)
        assert read_open(one, one.sealed.share, mark) == "opened"
        assert read_open(one, one.sealed.share, None) == "closed"
        assert read_open(one, column_of(one), mark) == "closed"
        assert read_open(one, column_of(one), None) == "closed"

    def test_a_row_rewritten_after_opening_is_not_what_was_opened(
        self, ballots: tuple[Entry, Entry]
    ) -> None:
        one, _ = ballots
        other = rewritten(one, say(data={"say": 0}))
        assert other.sealed.row.id == one.sealed.row.id
        found = read_open(other, other.sealed.share, mark_of(*ballots))
        assert found == "another text than was opened"

    def test_a_row_rewritten_before_opening_is_not_the_one_put_in(
        self, ballots: tuple[Entry, Entry]
    ) -> None:
        one, _ = ballots
        other = rewritten(one, say(data={"say": 0}))
        _, ref = opened(other, column_of(one))
        assert other.read().ref != ref

    def test_rows_on_two_wordings_do_not_find_each_other(self) -> None:
        one = entry("W", "ballot", say(subject=b"1" * 32), by=A)
        two = entry("W", "ballot", say(subject=b"2" * 32), by=B)
        moved = replace(two.sealed.row, about=one.sealed.row.about)
        with pytest.raises(Unsound):
            two.read(moved)
