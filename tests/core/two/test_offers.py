"""Offer and yes: what both hold to, for every kind of entry that is offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.two.offered import OFFERED, Offered, every_kind, read
from tests.core.two.said import (
    SEATS,
    Scene,
    across,
    each,
    end,
    meets,
    replies,
    saids,
    some,
    to,
    wish,
    yes,
)

from coequal.core.entry import Audience, Shred
from coequal.core.people import Seat
from coequal.core.two.offers import KINDS, Agreed, Ended, Offer, Undo, Yes, offers


def without(scene: Scene[Any], *kinds: type) -> Scene[Any]:
    """The same, as if nothing of these kinds had been said."""
    return each(scene, lambda said: [x for x in said if not isinstance(x.entry, kinds)])


def mirrored(offer: Offer[Any]) -> Offer[Any]:
    undoing = {by.other: ref for by, ref in offer.undoing.items()}
    return replace(offer, by=offer.by.other, undoing=undoing)


# What is drawn, and what may be shredded.


STAGES: dict[str, Callable[[Offer[Any]], object]] = {
    "open": lambda offer: offer.open,
    "holds": lambda offer: offer.holds and not offer.undoing,
    "ended": lambda offer: offer.ended,
    "one would undo it": lambda offer: offer.holds and offer.undoing,
    "undone": lambda offer: offer.undone,
    "both would undo it": lambda offer: len(offer.undoing) > 1,
}


@every_kind
@pytest.mark.parametrize("stage", STAGES.values(), ids=list(STAGES))
def test_drawn_offers_meet_each_stage(
    one: Offered, stage: Callable[[Offer[Any]], object]
) -> None:
    meets(one.scenes, lambda scene: any(map(stage, read(scene, Seat.B))))


def test_both_read_every_word_and_only_a_wish_is_taken_back() -> None:
    assert {one.audience for one in KINDS} == {Audience.BOTH}
    assert [one for one in KINDS if one.shred is not Shred.NEVER] == [Undo]


@pytest.mark.parametrize("kind", [one.kind for one in OFFERED])
def test_who_offers_may_take_it_back(kind: Any) -> None:
    assert (kind.audience, kind.shred) == (Audience.BOTH, Shred.AUTHOR)


# How it is read: by everybody alike.


@every_kind
@given(seat=SEATS, data=st.data())
def test_any_subset_in_any_order_says_the_same(
    one: Offered, seat: Seat, data: st.DataObject
) -> None:
    subset = each(data.draw(one.scenes), lambda said: some(data.draw, said))
    shuffled = each(subset, lambda said: data.draw(st.permutations(said)))
    assert read(shuffled, seat) == read(subset, seat)
    assert one.stands(shuffled, seat) == one.stands(subset, seat)
    assert {x.ref for x in read(subset, seat)} == {x.ref for x in subset.offered}


@every_kind
@given(seat=SEATS, data=st.data())
def test_an_offer_is_of_who_made_it_and_keeps_its_words(
    one: Offered, seat: Seat, data: st.DataObject
) -> None:
    scene = data.draw(one.scenes)
    made = {x.ref: x for x in scene.offered}
    for offer in read(scene, seat):
        said = made[offer.ref]
        assert offer.by is (seat if said.mine else seat.other)
        assert (offer.at, offer.entry) == (said.at, said.entry)
    for offer in one.stands(scene, seat):
        assert offer.by is (seat if made[offer.ref].mine else seat.other)


@every_kind
@given(seat=SEATS, data=st.data())
def test_both_read_the_same(one: Offered, seat: Seat, data: st.DataObject) -> None:
    scene = data.draw(one.scenes)
    assert read(across(scene), seat.other) == read(scene, seat)
    assert one.stands(across(scene), seat.other) == one.stands(scene, seat)


@every_kind
@given(seat=SEATS, data=st.data())
def test_exchanging_the_two_mirrors_it(
    one: Offered, seat: Seat, data: st.DataObject
) -> None:
    scene = data.draw(one.scenes)
    for fold in (read, one.stands):
        assert list(fold(scene, seat.other)) == list(map(mirrored, fold(scene, seat)))


# A yes.


@every_kind
@given(seat=SEATS, data=st.data())
def test_the_first_yes_of_the_other_stands(
    one: Offered, seat: Seat, data: st.DataObject
) -> None:
    scene = data.draw(one.scenes)
    made = {x.ref: x for x in scene.offered}
    for offer in read(scene, seat):
        theirs = [
            (x.at, x.ref)
            for x in scene.replies.yes
            if offer.ref in x.answers and x.mine is not made[offer.ref].mine
        ]
        at, ref = min(theirs, default=(0, b""))
        assert offer.agreed == (Agreed(ref=ref, at=at) if theirs else None)
        assert offer.open is not bool(theirs)


@every_kind
@given(seat=SEATS, data=st.data())
def test_a_yes_to_ones_own_words_counts_for_nothing(
    one: Offered, seat: Seat, data: st.DataObject
) -> None:
    scene = data.draw(one.scenes)
    own = [
        yes(b"own " + x.ref, x.ref, mine=x.mine, at=x.at)
        for x in (*scene.offered, *scene.replies.undo)
    ]
    more = replace(scene.replies, yes=[*own, *scene.replies.yes])
    other = replace(scene, replies=more)
    assert read(other, seat) == read(scene, seat)
    assert one.stands(other, seat) == one.stands(scene, seat)


@every_kind
@given(seat=SEATS, data=st.data())
def test_what_both_said_yes_to_holds_until_it_is_ended_or_undone(
    one: Offered, seat: Seat, data: st.DataObject
) -> None:
    scene = data.draw(one.scenes)
    for offer in read(without(scene, Ended, Undo), seat):
        assert offer.holds is (offer.agreed is not None)
    for offer in read(scene, seat):
        assert offer.holds is (
            offer.agreed is not None and not offer.ended and not offer.undone
        )


# Its end, and its undoing.


@every_kind
@given(seat=SEATS, data=st.data())
def test_either_ends_what_both_said_yes_to(
    one: Offered, seat: Seat, data: st.DataObject
) -> None:
    scene = data.draw(one.scenes)
    made = {x.ref: x for x in scene.offered}
    ended = {ref for x in scene.replies.ended for ref in x.answers}
    for offer in read(scene, seat):
        # Any of them: a second yes must not bring back what was ended.
        said = {
            x.ref
            for x in scene.replies.yes
            if offer.ref in x.answers and x.mine is not made[offer.ref].mine
        }
        assert offer.ended is bool(said & ended)


@pytest.mark.parametrize("mine", [True, False])
@every_kind
@given(data=st.data())
def test_whoever_ends_it_it_is_over(
    one: Offered,
    mine: bool,  # noqa: FBT001  a case
    data: st.DataObject,
) -> None:
    (entry, *_) = data.draw(one.scenes.filter(lambda scene: scene.offered)).offered
    said = yes(b"yes", entry.ref, mine=not entry.mine)
    over = replies(said, end(b"end", said.ref, mine=mine))
    (offer,) = offers([entry], over, Seat.A)
    assert offer.ended
    assert not offer.holds


@every_kind
@given(seat=SEATS, data=st.data())
def test_it_is_undone_only_by_a_wish_of_one_and_a_yes_of_the_other(
    one: Offered, seat: Seat, data: st.DataObject
) -> None:
    scene = data.draw(one.scenes)
    made = {x.ref: x for x in scene.offered}
    said, undo = scene.replies.yes, scene.replies.undo
    for offer in read(scene, seat):
        agreed = [
            x.ref
            for x in said
            if offer.ref in x.answers and x.mine is not made[offer.ref].mine
        ]
        wishes = [x for x in undo if set(x.answers) & set(agreed)]
        by = {seat if x.mine else seat.other for x in wishes}
        assert set(offer.undoing) == by
        assert set(offer.undoing.values()) <= {x.ref for x in wishes}
        assert offer.undone is any(
            x.ref in too.answers and x.mine is not too.mine
            for x in wishes
            for too in said
        )


ALONE = st.tuples(
    saids("my y", st.just(Yes()), answers=to("o", "my u")),
    saids("my u", st.just(Undo()), answers=to("y", "my y")),
)


@every_kind
@given(seat=SEATS, data=st.data())
def test_nobody_undoes_it_alone(one: Offered, seat: Seat, data: st.DataObject) -> None:
    scene = without(data.draw(one.scenes), Ended, Undo)
    alone = [replace(x, mine=True) for kind in data.draw(ALONE) for x in kind]
    for x in scene.replies.yes:
        undo = wish(b"my " + x.ref, x.ref)
        alone += [undo, yes(b"own " + x.ref, undo.ref, mine=True)]
    more = replace(scene, replies=replies(*scene.replies.yes, *alone))
    before = {x.ref for x in read(scene, seat) if x.holds}
    assert before <= {x.ref for x in read(more, seat) if x.holds}
