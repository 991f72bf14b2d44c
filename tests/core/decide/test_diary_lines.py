"""Lines of the diary: who may know what of them, and what may be said of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decide.said import (
    Said,
    saids,
)

from coequal.core.decide.apart import Apart
from coequal.core.decide.diary import Who
from coequal.core.decide.diary_lines import (
    DAY,
    MANY_LINES,
    MOST_A_DAY,
    NOBODY_SAID,
    LineState,
    check_account,
    check_closed,
    check_happened,
    diary,
    may_write,
)
from coequal.core.decide.entries import DiaryAnswer, DiaryLine
from coequal.core.decide.rules import No
from coequal.core.lines import NoLine
from coequal.core.people import Pair, Seat
from coequal.errors import Refused

LAMP = b"lamp"
ENTRY = DiaryLine(text="We took the green lamp.", area="home")


def account(
    who: str = "A", asked: str = "", fine: str = "", line: bytes = LAMP
) -> DiaryAnswer:
    return DiaryAnswer(line=line, who=who, asked=asked, fine=fine)


def line(**changed: object) -> LineState:
    (one,) = diary([Said(entry=ENTRY, ref=LAMP)], [], Seat.A)
    return replace(one, **changed)  # type: ignore[arg-type]


HAPPENED = st.lists(saids(st.just(ENTRY)), max_size=4, unique_by=lambda one: one.ref)
ACCOUNTS = st.lists(
    saids(
        st.builds(
            account,
            who=st.sampled_from([*Who, "nobody"]),
            asked=st.sampled_from(["", "yes", "no", "?"]),
            line=st.binary(min_size=1, max_size=2),
        ),
        is_open=st.booleans(),
    ),
    max_size=6,
)


def test_a_line_is_for_both_and_what_each_says_of_it_waits() -> None:
    found = line()
    assert (found.text, found.area, found.by) == (ENTRY.text, "home", Seat.A)
    assert found.told == Apart()
    assert found.who is None


def test_my_closed_account_is_there_for_me_and_the_latest_stands() -> None:
    said = [
        Said(entry=account("B"), ref=b"2", at=2, open=False),
        Said(entry=account("A"), ref=b"1", at=1, open=False),
    ]
    (found,) = diary([Said(entry=ENTRY, ref=LAMP)], said, Seat.A)
    assert found.told == Apart(mine=account("B"))


def test_once_open_both_stand_by_seat() -> None:
    said = [Said(entry=account("A")), Said(entry=account("both"), mine=False)]
    for seat, expected in ((Seat.A, "A both"), (Seat.B, "both A")):
        (found,) = diary([Said(entry=ENTRY, ref=LAMP)], said, seat)
        assert found.told.both is not None
        assert f"{found.told.both.a.who} {found.told.both.b.who}" == expected
        assert found.who == found.told.both.map(lambda one: Who(one.who))


def test_an_account_of_another_line_or_without_sense_counts_as_not_there() -> None:
    for strange in (account(line=b"x"), account("C"), account(asked="often")):
        said = [Said(entry=strange), Said(entry=account("both"), mine=False)]
        (found,) = diary([Said(entry=ENTRY, ref=LAMP)], said, Seat.A)
        assert found.told == Apart()


@given(HAPPENED, ACCOUNTS)
def test_the_order_of_entries_says_nothing(
    happened: list[Said[DiaryLine]], accounts: list[Said[DiaryAnswer]]
) -> None:
    accounts = list({(one.ref, one.at): one for one in accounts}.values())
    expected = diary(happened, accounts, Seat.A)
    assert diary(happened[::-1], accounts[::-1], Seat.A) == expected


@given(HAPPENED, ACCOUNTS)
def test_both_read_the_same_of_what_is_open(
    happened: list[Said[DiaryLine]], accounts: list[Said[DiaryAnswer]]
) -> None:
    here = diary(happened, accounts, Seat.A)
    open_ = [one.across for one in accounts if one.open]
    there = diary([one.across for one in happened], open_, Seat.B)
    assert [(one.ref, one.by, one.told.both) for one in here] == [
        (one.ref, one.by, one.told.both) for one in there
    ]


@given(HAPPENED, ACCOUNTS)
def test_exchanging_the_seats_mirrors_it(
    happened: list[Said[DiaryLine]], accounts: list[Said[DiaryAnswer]]
) -> None:
    for one, other in zip(
        diary(happened, accounts, Seat.A),
        diary(happened, accounts, Seat.B),
        strict=True,
    ):
        assert one.by is other.by.other
        mirrored = other.told.both and other.told.both.mirrored
        assert one.told == replace(other.told, both=mirrored)


def test_a_line_has_words_that_fit() -> None:
    assert check_happened("  We took\nthe green lamp. ", "home") == ENTRY
    with pytest.raises(Refused, match=NoLine.EMPTY):
        check_happened(" ", "")
    with pytest.raises(Refused, match=NoLine.LONG):
        check_happened("a" * 161, "")


def test_each_writes_as_many_lines_as_fit_into_a_day() -> None:
    now = 5 * DAY
    full = [line(at=now - DAY + 1 + number) for number in range(MOST_A_DAY)]
    with pytest.raises(Refused, match=MANY_LINES):
        may_write(full, Seat.A, now=now)
    may_write(full, Seat.B, now=now)
    may_write(full, Seat.A, now=now + 1)
    may_write(full[1:], Seat.A, now=now)


@pytest.mark.parametrize("who", Who)
@pytest.mark.parametrize("said", ["", "yes", "partly", "no"])
def test_an_account_says_who_decided_and_the_rest_if_one_likes(
    who: Who, said: str
) -> None:
    one = account(who, said, said)
    assert check_account(line(), one) is one


def test_an_account_of_another_line_or_without_sense_is_refused() -> None:
    for strange in (account("", "yes"), account("C"), account(fine="very")):
        with pytest.raises(Refused, match=NOBODY_SAID):
            check_account(line(), strange)
    with pytest.raises(Refused, match=No.GONE):
        check_account(line(), account(line=b"x"))


def test_nothing_changes_what_both_have_read() -> None:
    open_ = line(told=Apart(both=Pair(a=account(), b=account())))
    with pytest.raises(Refused, match=No.OPEN):
        check_account(open_, account())
    with pytest.raises(Refused, match=No.OPEN):
        check_closed(open_)
    check_closed(line())
