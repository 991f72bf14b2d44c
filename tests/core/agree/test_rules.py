"""What each of the two may do with an agreement next; else why not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.core.agree.agreed import (
    AGREED,
    AREAS,
    DAY,
    END,
    LINE,
    MINE,
    THEIRS,
    at,
    both_keep,
    line,
    stands,
)
from tests.core.two.said import Said, end, replies, yes

from coequal.core.agree.agreements import AgreementState, agreements
from coequal.core.agree.entries import WEEKS, GoOn
from coequal.core.agree.rules import (
    LONGEST,
    MOST_OFFERED,
    NoAgreement,
    check_agreement,
    may_agree,
    may_keep,
    may_stop,
    yes_of,
)
from coequal.core.lines import NoLine
from coequal.core.own_life import EVERYBODYS
from coequal.core.people import Seat
from coequal.core.two.offers import offers
from coequal.core.two.refusals import NotNow
from coequal.errors import Refused

YES = yes(b"yes", AGREED.ref, at=10 * DAY + 5)


def checked(known: list[AgreementState] | None = None, **changed: Any) -> Any:
    """What may be offered, or why not."""
    try:
        return check_agreement(line(**changed), known or [], Seat.A, areas=AREAS)
    except Refused as refused:
        return refused.args[0]


def holding(second: int = 11 * DAY, *said: Said[Any]) -> AgreementState:
    (state,) = stands(AGREED, said=(YES, *said), now=at(second))
    return state


def test_a_line_is_offered_as_one_line() -> None:
    assert checked(when=" When\nit is late, ", then="we  stop.") == line(
        when="When it is late,", then="we stop."
    )
    assert checked(when="  ", binds="me") == line(when="", binds="me")


@pytest.mark.parametrize("area", EVERYBODYS)
@pytest.mark.parametrize("binds", ["me", "both"])
def test_of_ones_own_life_there_is_no_agreement_at_all(area: str, binds: str) -> None:
    assert checked(area=area, binds=binds) is NoAgreement.OWN


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"area": ""}, NoAgreement.NOWHERE),
        ({"area": "moon"}, NoAgreement.OWN),
        ({"binds": "you"}, NoAgreement.NOBODY),
        ({"binds": ""}, NoAgreement.NOBODY),
        ({"weeks": 3}, NoAgreement.SHORT),
        ({"then": " "}, NoLine.EMPTY),
        ({"then": "a" * (LONGEST + 1)}, NoLine.LONG),
        ({"when": "a" * (LONGEST + 1)}, NoLine.LONG),
        ({"my_limit": "a" * (LONGEST + 1)}, NoLine.LONG),
        ({"former": b"moon"}, NotNow.GONE),
    ],
)
def test_what_makes_no_sense_is_not_offered(changed: dict[str, Any], why: str) -> None:
    assert checked(**changed) is why


def test_nobody_writes_a_line_that_binds_only_the_other() -> None:
    assert checked(binds="me", your_limit="50") is NoAgreement.THEIRS
    assert checked(binds="me", my_limit="50") == line(binds="me", my_limit="50")


@pytest.mark.parametrize("limits", [("200", "50"), ("", "50"), ("200", "")])
def test_a_limit_for_both_is_the_same_for_both(limits: tuple[str, str]) -> None:
    unequal = {"my_limit": limits[0], "your_limit": limits[1]}
    assert checked(**unequal) is NoAgreement.UNEQUAL


def test_and_so_it_is_in_other_letters() -> None:
    assert checked(my_limit="200 Euro", your_limit=" 200  euro ") == line(
        my_limit="200 Euro", your_limit="200 euro"
    )


def test_the_same_is_offered_once_by_each() -> None:
    assert checked(stands(MINE)) is NotNow.ASKED
    assert checked(stands(THEIRS)) == LINE
    assert checked(stands(MINE), binds="me") == line(binds="me")


def test_what_holds_already_is_not_offered_again() -> None:
    assert checked([holding()]) is NoAgreement.SAME
    assert checked([holding(END + 1)]) == LINE


def test_other_words_may_take_the_place_of_what_was_agreed() -> None:
    new = {"then": "we stop.", "former": AGREED.ref}
    for second in (11 * DAY, END + 1, END + 30 * DAY):
        assert checked([holding(second)], **new) == line(**new)
    longer = {"weeks": 8, "former": AGREED.ref}
    assert checked([holding()], **longer) == line(**longer)
    assert checked(stands(AGREED), **new) is NotNow.GONE


def test_nobody_fills_the_page_of_the_two() -> None:
    many = [
        Said(entry=line(then=str(number)), ref=b"m%d" % number)
        for number in range(MOST_OFFERED)
    ]
    assert checked(stands(*many)) is NoAgreement.FULL
    assert checked(stands(*many[1:])) == LINE
    assert checked(stands(*(one.across for one in many))) == LINE


def test_the_yes_comes_from_the_other_one() -> None:
    mine, theirs = stands(MINE, THEIRS)
    assert may_agree(theirs, Seat.A) is theirs.offer
    with pytest.raises(Refused, match=NotNow.OWN):
        may_agree(mine, Seat.A)
    with pytest.raises(Refused, match=NotNow.GONE):
        may_agree(holding(), Seat.A)
    (own,) = stands(replace(THEIRS, entry=line(area="body")))
    with pytest.raises(Refused, match=NotNow.GONE):
        may_agree(own, Seat.A)


def test_only_what_holds_is_ended() -> None:
    assert may_stop(holding()) is holding().offer or may_stop(holding()).holds
    over = end(b"end", YES.ref)
    for state in (*stands(MINE), holding(END + 1), holding(11 * DAY, over)):
        with pytest.raises(Refused, match=NotNow.GONE):
            may_stop(state)


def test_one_says_that_it_goes_on_when_it_has_ended() -> None:
    assert may_keep(holding(END + 1), 1) == GoOn(agreed=YES.ref, turn=1)
    with pytest.raises(Refused, match=NoAgreement.EARLY):
        may_keep(holding(END), 1)
    with pytest.raises(Refused, match=NotNow.GONE):
        may_keep(holding(END + 30 * DAY), 1)
    (goes_on,) = stands(AGREED, said=(YES,), kept=both_keep(), now=at(END + 2))
    with pytest.raises(Refused, match=NoAgreement.EARLY):
        may_keep(goes_on, 1)


def test_a_page_of_an_earlier_turn_keeps_nothing_of_a_later_one() -> None:
    later = at(END + 28 * DAY + 1)
    (again,) = stands(AGREED, said=(YES,), kept=both_keep(), now=later)
    with pytest.raises(Refused, match=NotNow.GONE):
        may_keep(again, 1)
    assert may_keep(again, 2).turn == 2


def test_of_what_is_in_doubt_nothing_goes_on() -> None:
    found = offers([AGREED], replies(YES), Seat.A, in_doubt={AGREED.ref})
    (state,) = agreements(found, [], at(11 * DAY))
    for act in (lambda: may_agree(state, Seat.B), lambda: may_stop(state)):
        with pytest.raises(Refused, match=NotNow.DOUBT):
            act()


def test_what_names_the_yes() -> None:
    assert yes_of(holding()) == YES.ref
    assert yes_of(stands(MINE)[0]) == b""
    assert min(WEEKS) == 4
