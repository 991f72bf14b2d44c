"""What each of the two may do with an offer next; else why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.core.two.offered import Offered, every_kind, read
from tests.core.two.said import SEATS, Said, end, replies, wish, yes

from coequal.core.decide.entries import Lead
from coequal.core.people import Seat
from coequal.core.two.offers import (
    Offer,
    find,
    may_accept,
    may_ask_to_undo,
    may_end,
    may_let_stand,
    may_take_back,
    may_undo,
    offers,
)
from coequal.core.two.refusals import NotNow
from coequal.errors import Refused


def allowed(act: Callable[[], object]) -> object:
    """What a rule returns, or why it refuses."""
    try:
        return act()
    except Refused as refused:
        return refused.args[0]


@every_kind
@given(seat=SEATS, data=st.data())
def test_a_yes_is_to_words_of_the_other_that_wait_for_one(
    one: Offered, seat: Seat, data: st.DataObject
) -> None:
    for offer in read(data.draw(one.scenes), seat):
        for me in Seat:
            no = NotNow.OWN if offer.open else NotNow.GONE
            lawful = offer.open and offer.by is not me
            assert allowed(lambda o=offer, m=me: may_accept(o, m)) == (
                offer if lawful else no
            )


@every_kind
@given(seat=SEATS, data=st.data())
def test_only_ones_own_words_are_taken_back_and_before_a_yes(
    one: Offered, seat: Seat, data: st.DataObject
) -> None:
    for offer in read(data.draw(one.scenes), seat):
        for me in Seat:
            lawful = offer.open and offer.by is me
            assert allowed(lambda o=offer, m=me: may_take_back(o, m)) == (
                offer if lawful else NotNow.GONE
            )


@every_kind
@given(seat=SEATS, data=st.data())
def test_only_what_holds_is_ended_or_asked_to_be_undone_and_asked_once(
    one: Offered, seat: Seat, data: st.DataObject
) -> None:
    for offer in read(data.draw(one.scenes), seat):
        holds = offer.agreed if offer.holds else NotNow.GONE
        assert allowed(lambda o=offer: may_end(o)) == holds
        for me in Seat:
            asked = NotNow.ASKED if me in offer.undoing else NotNow.GONE
            assert allowed(lambda o=offer, m=me: may_ask_to_undo(o, m)) == (
                asked if offer.undoing else holds
            )


@every_kind
@given(seat=SEATS, data=st.data())
def test_a_wish_is_taken_back_by_who_has_it_and_granted_by_the_other(
    one: Offered, seat: Seat, data: st.DataObject
) -> None:
    for offer in read(data.draw(one.scenes), seat):
        wishes = offer.undoing if offer.holds else {}
        for me in Seat:
            assert allowed(lambda o=offer, m=me: may_let_stand(o, m)) == (
                wishes.get(me, NotNow.GONE)
            )
            assert allowed(lambda o=offer, m=me: may_undo(o, m)) == (
                wishes.get(me.other, NotNow.GONE)
            )


def now(*said: Said[Any]) -> Offer[Lead]:
    """What has become of an offer of A."""
    offered = Said(entry=Lead(area="home", seat="A"), ref=b"o")
    (offer,) = offers([offered], replies(*said), Seat.A)
    return offer


def test_what_is_allowed_does_what_it_says() -> None:
    agreed = yes(b"y", may_accept(now(), Seat.B).ref)
    assert now(agreed).holds
    assert now(agreed, end(b"e", may_end(now(agreed)).ref)).ended
    asked = wish(b"u", may_ask_to_undo(now(agreed), Seat.A).ref)
    assert now(agreed, asked).undoing == {Seat.A: b"u"}
    assert may_let_stand(now(agreed, asked), Seat.A) == asked.ref
    granted = yes(b"d", may_undo(now(agreed, asked), Seat.B))
    assert now(agreed, asked, granted).undone


def test_each_refusal_says_why() -> None:
    agreed = yes(b"y", b"o")
    asked = wish(b"u", b"y")
    for refused, why in (
        (lambda: may_accept(now(), Seat.A), NotNow.OWN),
        (lambda: may_accept(now(agreed), Seat.B), NotNow.GONE),
        (lambda: may_take_back(now(agreed), Seat.A), NotNow.GONE),
        (lambda: may_end(now()), NotNow.GONE),
        (lambda: may_ask_to_undo(now(agreed, asked), Seat.A), NotNow.ASKED),
        (lambda: may_ask_to_undo(now(agreed, asked), Seat.B), NotNow.GONE),
        (lambda: may_let_stand(now(agreed, asked), Seat.B), NotNow.GONE),
        (lambda: may_undo(now(agreed, asked), Seat.A), NotNow.GONE),
    ):
        assert allowed(refused) is why


def test_what_does_not_stand_is_not_found() -> None:
    offer = now()
    assert find([offer], b"o") is offer
    assert allowed(lambda: find([offer], b"gone")) is NotNow.GONE


@every_kind
@given(seat=SEATS, data=st.data())
def test_from_an_offer_that_is_in_doubt_nobody_goes_on(
    one: Offered, seat: Seat, data: st.DataObject
) -> None:
    for offer in read(data.draw(one.scenes), seat):
        offer.check_sure()
        doubtful = replace(offer, in_doubt=True)
        assert allowed(doubtful.check_sure) is NotNow.DOUBT
        assert not doubtful.holds
