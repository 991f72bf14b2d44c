"""What both agreed on cannot be rewritten, prolonged or brought back unseen.

The writer is one of the two who also has the database and their own keys; the reader
looks at their own pages. Every test is run from both seats.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.http import HttpResponse
from tests.web.agree.acts import FIELDS, WORDS, agreed, press, suggested
from tests.web.agree.test_looking_again import DAYS, later
from tests.web.cast import Person, main_of
from tests.web.conftest import Hands
from tests.web.decide.test_diary import written
from tests.web.decide.test_looking import bond_of
from tests.web.spoiling import spoil
from tests.web.two.test_what_is_missing import (
    Two,
    deleted,
    only,
    says_it,
    signed_again,
    two,
    unshared,
)

from coequal.core.agree.agreements import AgreementStage
from coequal.core.agree.entries import Agreement, GoOn
from coequal.core.two.offers import Ended, Yes
from coequal.journal import clock, models
from coequal.journal.entries import Opened, TakenBack
from coequal.people.pairs import PairMember
from coequal.web.agree import states

__all__ = ["two"]


def holds(person: Person, place: str) -> list[str]:
    """The words that hold, as somebody's pages have them."""
    found = states.now(bond_of(person, place))
    return [one.entry.then for one in found if one.stage is AgreementStage.HOLDS]


def in_force_for_nobody(reader: Person, place: str) -> None:
    page: HttpResponse = reader.get(f"{place}agreed/")
    assert says_it(page)
    assert "You look again on" not in main_of(page)
    assert holds(reader, place) == []


def ended(two: Two) -> str:
    """Let both agree, the writer end it, and the reader do something after it."""
    reader, writer, place = two
    where = agreed(reader, writer, place)
    press(writer, where, "end")
    written(reader, place)
    assert holds(reader, place) == []
    return where


def kept(two: Two, hands: Hands) -> str:
    """Let both agree, and both go on with it four weeks later."""
    reader, writer, place = two
    where = agreed(reader, writer, place)
    later(hands, DAYS, reader, writer)
    for person in (writer, reader):
        press(person, where, "keep")
    assert holds(reader, place)
    return where


def test_other_words_under_a_yes_hold_for_nobody(two: Two) -> None:
    reader, writer, place = two
    agreed(writer, reader, place)
    his = bond_of(writer, place)
    offer = only(his, Agreement, mine=True)
    signed_again(his, offer, replace(offer.entry, then="do as I say"))
    in_force_for_nobody(reader, place)
    assert "You look again on" not in main_of(reader.get(f"{place}agreed/"))


def test_ones_own_yes_that_is_signed_again_later_holds_no_longer(two: Two) -> None:
    reader, writer, place = two
    agreed(reader, writer, place)
    written(reader, place)
    his = bond_of(writer, place)
    signed_again(his, only(his, Yes, mine=True), at=clock.now() + 3600)
    in_force_for_nobody(reader, place)


def test_a_yes_that_is_signed_again_brings_back_nothing_that_ended(two: Two) -> None:
    reader, writer, place = two
    ended(two)
    his = bond_of(writer, place)
    signed_again(his, only(his, Yes, mine=True))
    in_force_for_nobody(reader, place)


@pytest.mark.parametrize("gone", [deleted, unshared])
def test_an_end_that_is_gone_brings_nothing_back(
    two: Two, gone: Callable[[Any], None]
) -> None:
    reader, writer, place = two
    ended(two)
    gone(only(bond_of(writer, place), Ended, mine=True))
    in_force_for_nobody(reader, place)


@pytest.mark.parametrize("column", ["kind", "about", "ref", "audience"])
def test_an_end_under_other_columns_brings_nothing_back(two: Two, column: str) -> None:
    reader, writer, place = two
    ended(two)
    end = models.StoredRow.objects.filter(
        id=only(bond_of(writer, place), Ended, mine=True).id
    )
    former = end.values_list(column, flat=True).get()
    other = "W" if column == "audience" else bytes(len(former))
    assert end.update(**{column: other}) == 1
    in_force_for_nobody(reader, place)


@pytest.mark.parametrize("kind", [Yes, Agreement])
@pytest.mark.parametrize("gone", [deleted, spoil])
def test_words_that_gave_way_to_others_do_not_come_back(
    two: Two, hands: Hands, kind: type[Any], gone: Callable[[Any], None]
) -> None:
    reader, writer, place = two
    line = agreed(reader, writer, place).strip("/").rpartition("/")[2]
    other = {**FIELDS, "then": "stop for soup"}
    hands.forward(1)
    by, to = (writer, reader) if kind is Agreement else (reader, writer)
    by.post(f"{place}agreed/{line}/new/", **other)
    press(to, by.where, "yes")
    written(reader, place)
    assert holds(reader, place) == ["stop for soup"]
    gone(only(bond_of(writer, place), kind, mine=True))
    assert holds(reader, place) == []


def test_an_offer_that_is_put_back_with_its_share_holds_for_nobody(two: Two) -> None:
    reader, writer, place = two
    where = suggested(reader, place)
    offer = only(bond_of(reader, place), Agreement, mine=True)
    share = models.Share.objects.get(id=offer.id)
    press(reader, where, "back")
    share.save(force_insert=True)
    deleted(only(bond_of(reader, place), TakenBack, mine=True))
    writer.post(where, do="yes", ref=offer.ref.hex())
    assert says_it(reader.get(f"{place}agreed/"))
    assert holds(reader, place) == []


def opened(member: PairMember) -> Any:
    found = [one for one in member.reading.sound(Opened) if one.answers]
    return max(found, key=lambda one: one.at)


@pytest.mark.parametrize("kind", [GoOn, Opened])
def test_a_keep_that_is_gone_lets_nothing_go_on(
    two: Two, hands: Hands, kind: type[Any]
) -> None:
    reader, writer, place = two
    kept(two, hands)
    his = bond_of(writer, place)
    deleted(opened(bond_of(reader, place)) if kind is Opened else his_keep(his))
    assert holds(reader, place) == []
    page = main_of(reader.get(f"{place}agreed/"))
    assert "On hold" in page


def his_keep(member: PairMember) -> Any:
    return only(member, GoOn, mine=True)


def test_a_keep_of_another_time_lets_nothing_go_on_for_longer(
    two: Two, hands: Hands
) -> None:
    reader, writer, place = two
    kept(two, hands)
    his = bond_of(writer, place)
    keep = his_keep(his)
    signed_again(his, keep, replace(keep.entry, turn=2))
    assert holds(reader, place) == []


def test_a_row_of_a_program_of_ones_own_binds_nobody(two: Two) -> None:
    """A line that sets a limit to the other alone is damage, whoever signed it."""
    reader, writer, place = two
    suggested(writer, place)
    his = bond_of(writer, place)
    offer = only(his, Agreement, mine=True)
    unfair = replace(offer.entry, binds="me", your_limit="50 euros")
    states.AGREEMENTS.offer(his, unfair)
    page = main_of(reader.get(f"{place}agreed/"))
    assert "50 euros" not in page
    assert page.count(WORDS) == 1
