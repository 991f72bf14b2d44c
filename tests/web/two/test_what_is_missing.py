"""What is open to both cannot be removed or rewritten unseen.

The writer of these tests is one of the two who also has the database and their own
keys. The reader looks at their own pages. Every test is run from both seats.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.http import HttpResponse
from tests.web.cast import Person, addresses, html_of, main_of, pair
from tests.web.decide.acts import (
    questions_of,
    raised,
    ref_on,
    refs,
    weighed,
)
from tests.web.decide.test_diary import tell, written
from tests.web.decide.test_looking import bond_of
from tests.web.pairs.test_leaving_a_pair import close

from coequal.core.decide.entries import Lead, Question
from coequal.core.entry import Entry
from coequal.core.two.offers import Ended, Undo, Yes
from coequal.journal import clock, models, seen
from coequal.journal.door import Record
from coequal.journal.entries import Opened, TakenBack
from coequal.journal.payloads import to_data
from coequal.journal.rows import Stored
from coequal.journal.writes import Writes
from coequal.people.pairs import PairMember
from coequal.sealed import kept, rows
from coequal.sealed.payload import Payload

NOTE = "Something here is missing or different since you last looked."
DAMAGE = "Something here can’t be shown."
SETTLED = "You both said yes on"
MONEY = "takes care of it until"
Two = tuple[Person, Person, str]


@pytest.fixture(params=["the one who invited reads", "the one who joined reads"])
def two(request: pytest.FixtureRequest, alice: Person, bob: Person) -> Two:
    """The reader, the writer, and their place."""
    place = pair(alice, bob)
    if request.param == "the one who invited reads":
        return alice, bob, place
    return bob, alice, place


def only(member: PairMember, kind: type[Any], *, mine: bool) -> Record[Any]:
    """The latest entry of a kind by one of the two."""
    found = [one for one in member.reading.sound(kind) if one.mine is mine]
    return max(found, key=lambda one: (one.at, one.ref))


def yes_to_undo(member: PairMember, *, mine: bool) -> Record[Any]:
    """The yes of one of the two to the other's wish to undo what they agreed."""
    wishes = {one.ref for one in member.reading.sound(Undo)}
    found = [one for one in member.reading.sound(Yes) if one.answers[0] in wishes]
    return next(one for one in found if one.mine is mine)


def deleted(record: Record[Any]) -> None:
    for table in (models.StoredRow, models.Share):
        table.objects.filter(id=record.id).delete()


def unshared(record: Record[Any]) -> None:
    models.Share.objects.filter(id=record.id).delete()


def signed_again(
    writer: PairMember, record: Record[Any], entry: Entry | None = None, at: int = 0
) -> None:
    """Put a row of one's own in place of another, signed again: another salt, no more.

    The columns that name kind and subject are those of the row that it replaces, and
    an id is as good as any other.
    """
    assert record.mine
    entry = entry or record.entry
    payload = Payload(
        v=1,
        subject=record.subject,
        answers=record.answers,
        follows=record.follows,
        at=at or record.at,
        data=to_data(entry),
    )
    access = writer.reading.access
    sealed = rows.seal_row(
        tags=access.tags,
        signer=access.me,
        kind=entry.kind,
        audience=entry.audience.value,
        payload=payload,
    )
    deleted(record)
    writes = Writes(space=access.space.id, author=access.me.id)
    writes.add(Stored(row=sealed.row, share=sealed.share, mark=None))
    writes.put_down()


def agreed(reader: Person, writer: Person, place: str) -> str:
    """Let the reader propose the sea, and the writer say yes."""
    where = weighed(reader, writer, place)
    reader.post(where, do="propose", option="2")
    writer.post(where, do="yes", ref=ref_on(writer, where))
    assert SETTLED in main_of(reader.get(where))
    return where


def undone_by_both(two: Two) -> str:
    """Let the writer wish to undo it, and the reader undo it too."""
    reader, writer, place = two
    where = agreed(reader, writer, place)
    writer.post(where, do="undo")
    reader.post(where, do="undo too")
    assert SETTLED not in main_of(reader.get(where))
    return where


def led(two: Two) -> str:
    """Let the reader suggest a lead, and the writer say yes."""
    reader, writer, place = two
    lead = f"{place}decide/lead/"
    reader.post(lead, do="suggest", area="home", seat="B")
    writer.post(lead, do="yes", ref=ref_on(writer, lead))
    return lead


def ended(two: Two) -> str:
    """Let the writer end a lead, and the reader do something after it."""
    reader, writer, place = two
    lead = led(two)
    writer.post(lead, do="end", ref=ref_on(writer, lead))
    written(reader, place)
    assert MONEY not in main_of(reader.get(lead))
    return lead


def says_it(page: HttpResponse) -> bool:
    assert page.status_code == 200
    return NOTE in main_of(page)


# The six attacks of the review, and what is like them.


def test_a_yes_that_is_signed_again_brings_nothing_back(two: Two) -> None:
    reader, writer, place = two
    where = undone_by_both(two)
    his = bond_of(writer, place)
    signed_again(his, only(his, Yes, mine=True))
    page = reader.get(where)
    assert says_it(page)
    assert SETTLED not in main_of(page)
    listed = reader.get(f"{place}decide/")
    assert says_it(listed)
    assert "By the sea" not in main_of(listed)


def test_the_end_of_an_agreement_that_is_deleted_brings_nothing_back(two: Two) -> None:
    reader, _, place = two
    where = undone_by_both(two)
    deleted(yes_to_undo(bond_of(reader, place), mine=True))
    page = reader.get(where)
    assert says_it(page)
    assert SETTLED not in main_of(page)


def test_a_lead_that_is_taken_again_later_is_no_lead(two: Two) -> None:
    reader, writer, place = two
    lead = ended(two)
    his = bond_of(writer, place)
    signed_again(his, only(his, Yes, mine=True), at=clock.now() + 3600)
    page = reader.get(lead)
    assert says_it(page)
    assert MONEY not in main_of(page)


def test_an_offer_that_is_put_back_with_its_share_holds_for_nobody(two: Two) -> None:
    reader, writer, place = two
    lead = f"{place}decide/lead/"
    reader.post(lead, do="suggest", area="home", seat="B")
    hers = bond_of(reader, place)
    offer = only(hers, Lead, mine=True)
    share = models.Share.objects.get(id=offer.id)
    reader.post(lead, do="back", ref=offer.ref.hex())
    share.save(force_insert=True)
    taken = only(bond_of(reader, place), TakenBack, mine=True)
    deleted(taken)
    page = reader.get(lead)
    assert says_it(page)
    refused = writer.post(lead, do="yes", ref=offer.ref.hex())
    assert MONEY not in main_of(reader.get(lead))
    assert refused.status_code in {200, 422}


def test_a_question_that_is_signed_again_brings_no_other_meanwhile(two: Two) -> None:
    reader, writer, place = two
    raised(writer, place)
    written(reader, place)
    his = bond_of(writer, place)
    question = only(his, Question, mine=True)
    other = replace(question.entry, meanwhile="The writer keeps the account.")
    signed_again(his, question, other)
    listed = reader.get(f"{place}decide/")
    assert says_it(listed)
    assert "keeps the account" not in main_of(listed)
    (state,) = questions_of(bond_of(reader, place))
    page = reader.get(f"{place}decide/{state.ref[:16].hex()}/")
    assert says_it(page)
    assert "keeps the account" not in main_of(page)


def test_the_newest_word_of_the_other_cannot_be_hidden_after_i_acted(two: Two) -> None:
    reader, writer, place = two
    lead = ended(two)
    deleted(only(bond_of(writer, place), Ended, mine=True))
    page = reader.get(lead)
    assert says_it(page)
    assert MONEY not in main_of(page)


def test_a_share_that_is_gone_is_missing_also_of_what_i_never_saw(two: Two) -> None:
    reader, writer, place = two
    lead = led(two)
    writer.post(lead, do="end", ref=ref_on(writer, lead))
    unshared(only(bond_of(writer, place), Ended, mine=True))
    page = reader.get(lead)
    assert says_it(page)
    assert MONEY not in main_of(page)


@pytest.mark.parametrize("column", ["kind", "about", "ref", "audience"])
def test_a_word_that_stands_under_other_columns_is_missing(
    two: Two, column: str
) -> None:
    reader, writer, place = two
    lead = ended(two)
    end = models.StoredRow.objects.filter(
        id=only(bond_of(writer, place), Ended, mine=True).id
    )
    former = end.values_list(column, flat=True).get()
    other = "W" if column == "audience" else bytes(len(former))
    assert end.update(**{column: other}) == 1
    page = reader.get(lead)
    assert says_it(page)
    assert MONEY not in main_of(page)


def test_what_i_never_saw_is_missed_by_what_followed_it(two: Two) -> None:
    reader, writer, place = two
    where = agreed(reader, writer, place)
    reader.post(where, do="undo")
    # Somebody else has the database, and hides it before the reader did anything.
    writer.post(where, do="undo too")
    hidden = yes_to_undo(bond_of(writer, place), mine=True)
    writer.post(where, do="propose", option="1")
    deleted(hidden)
    page = reader.get(where)
    assert says_it(page)
    assert SETTLED not in main_of(page)


def test_a_page_that_finds_a_gap_at_its_end_is_worked_out_once_more(two: Two) -> None:
    reader, writer, place = two
    where = agreed(reader, writer, place)
    lead = led(two)
    reader.post(where, do="undo")
    writer.post(where, do="undo too")
    hidden = yes_to_undo(bond_of(writer, place), mine=True)
    writer.post(lead, do="end", ref=ref_on(writer, lead))
    deleted(hidden)
    # Its questions come first, and then who leads: of that the last word is read.
    page = reader.get(f"{place}decide/")
    assert says_it(page)
    assert "By the sea" not in main_of(page)


def test_who_only_looks_remembers_what_they_saw(two: Two) -> None:
    reader, writer, place = two
    lead = led(two)
    where = written(reader, place)
    tell(reader, where, "both")
    # After the last thing that the reader did.
    writer.post(lead, do="end", ref=ref_on(writer, lead))
    tell(writer, where, "both")
    before = boxes()
    reader.look(where)
    # Nothing in the space of the two tells that somebody looked.
    assert boxes() == before
    end = only(bond_of(writer, place), Ended, mine=True)
    assert not says_it(reader.get(lead))
    deleted(end)
    assert says_it(reader.get(lead))


def boxes() -> dict[bytes, bytes]:
    spaces = set(models.StoredRow.objects.exclude(audience="N").values_list("space"))
    found = models.Kept.objects.filter(space__in=[one for (one,) in spaces])
    return {bytes(one.place): bytes(one.sealed) for one in found}


# What it means, and what one can do.


def test_nothing_is_missing_in_a_life_in_which_nobody_touched_the_database(
    two: Two,
) -> None:
    reader, writer, place = two
    lead = ended(two)
    writer.post(lead, do="suggest", area="home", seat="A")
    (ref,) = refs(writer, lead)
    writer.post(lead, do="back", ref=ref)
    where = undone_by_both(two)
    for person in (reader, writer):
        ours = [one for one in addresses(place).values() if one.startswith(place)]
        for path in (where, *ours):
            assert NOTE not in person.get(path).content.decode(), path


def test_only_what_it_was_missing_on_is_in_doubt(two: Two) -> None:
    reader, writer, place = two
    where = agreed(reader, writer, place)
    lead = ended(two)
    deleted(only(bond_of(writer, place), Ended, mine=True))
    assert MONEY not in main_of(reader.get(lead))
    page = reader.get(where)
    assert says_it(page)
    assert SETTLED in main_of(page)


def test_whoever_goes_on_finds_what_is_here_in_force(two: Two) -> None:
    reader, writer, place = two
    lead = ended(two)
    deleted(only(bond_of(writer, place), Ended, mine=True))
    missing = f"{place}missing/"
    assert missing in html_of(reader.get(lead))
    page = reader.get(missing)
    assert "Carry on with what’s here" in main_of(page)
    reader.post(missing)
    page = reader.get(lead)
    assert not says_it(page)
    assert MONEY in main_of(page)
    # It was for the reader alone: the writer had seen the end as well.
    assert says_it(writer.get(lead))


def test_every_way_of_missing_can_be_gone_on_from(two: Two) -> None:
    reader, writer, place = two
    where = agreed(reader, writer, place)
    writer.post(where, do="undo")
    reader.post(where, do="undo too")
    reader.post(where, do="propose", option="0")
    hers = bond_of(reader, place)
    deleted(yes_to_undo(hers, mine=True))
    unshared(only(bond_of(writer, place), Undo, mine=True))
    for person in (reader, writer):
        assert says_it(person.get(where))
        person.post(f"{place}missing/")
        assert not says_it(person.get(where))
        assert not says_it(person.get(f"{place}decide/"))


def test_while_it_is_missing_nothing_is_built_on_it(two: Two) -> None:
    reader, _, place = two
    where = undone_by_both(two)
    deleted(yes_to_undo(bond_of(reader, place), mine=True))
    for act in ({"do": "propose", "option": "1"}, {"do": "undo"}):
        page = reader.post(where, **act)
        assert page.status_code == 422
        assert "This has to wait, because something is missing here." in main_of(page)


def test_what_rests_on_it_leads_to_where_it_is_said(two: Two) -> None:
    reader, _, place = two
    where = undone_by_both(two)
    deleted(yes_to_undo(bond_of(reader, place), mine=True))
    for page in (
        reader.get(f"{where}review/"),
        reader.post(f"{where}review/", text="It went well."),
    ):
        assert reader.where == where
        assert NOTE in main_of(page)


@pytest.mark.parametrize("spoil", ["delete", "damage"])
def test_without_my_memory_nothing_holds_until_i_go_on(two: Two, spoil: str) -> None:
    reader, writer, place = two
    where = agreed(reader, writer, place)
    box = memory_of(reader, place)
    if spoil == "delete":
        box.delete()
    else:
        box.update(sealed=bytes(len(box.get().sealed)))
    for _ in range(2):
        page = reader.get(where)
        assert says_it(page)
        assert SETTLED not in main_of(page)
        # An act does not make a new one: else nobody would learn of it.
        written(reader, place)
    assert NOTE not in main_of(writer.get(where))
    reader.post(f"{place}missing/")
    page = reader.get(where)
    assert not says_it(page)
    assert SETTLED in main_of(page)


def memory_of(person: Person, place: str) -> Any:
    access = bond_of(person, place).reading.access
    places = kept.places(signer=access.me, space=access.space.id, name=seen.NAME)
    return models.Kept.objects.filter(author=access.me.id, place__range=places)


def test_a_memory_put_back_together_with_the_rows_is_not_caught(two: Two) -> None:
    """A limit, as it is printed: the whole place as it was once is a sound place."""
    reader, writer, place = two
    lead = led(two)
    written(reader, place)
    before = list(memory_of(reader, place))
    writer.post(lead, do="end", ref=ref_on(writer, lead))
    written(reader, place, "Another one.")
    hers = bond_of(reader, place)
    deleted(only(hers, Ended, mine=False))
    assert says_it(reader.get(lead))
    memory_of(reader, place).delete()
    models.Kept.objects.bulk_create(before)
    assert not says_it(reader.get(lead))
    assert MONEY in main_of(reader.get(lead))


def test_in_a_closed_place_it_is_said_and_nothing_can_be_pressed(two: Two) -> None:
    reader, writer, place = two
    lead = ended(two)
    close(reader, place)
    deleted(only(bond_of(writer, place), Ended, mine=True))
    page = reader.get(lead)
    assert says_it(page)
    page = reader.get(f"{place}missing/")
    assert "This is closed for both of you" in main_of(page)
    assert "Carry on with what’s here" not in main_of(page)


def test_where_nothing_is_missing_the_page_leads_on(two: Two) -> None:
    reader, _, place = two
    reader.get(f"{place}missing/")
    assert reader.where != f"{place}missing/"
    reader.post(f"{place}missing/")
    assert reader.where != f"{place}missing/"


def test_what_opened_is_missed_where_it_is_rolled_back(two: Two) -> None:
    reader, writer, place = two
    where = weighed(reader, writer, place)
    written(reader, place)
    hers = bond_of(reader, place)
    for one in hers.reading.sound(Opened):
        deleted(one)
    models.StoredMark.objects.all().delete()
    assert says_it(reader.get(f"{place}decide/diary/"))
    assert reader.client.get(where).status_code == 409


@pytest.mark.parametrize(
    ("from_", "to"), [("kind", "about"), ("about", "kind"), ("ref", "about")]
)
def test_columns_that_are_shifted_against_each_other_are_no_row(
    two: Two, from_: str, to: str
) -> None:
    """Run together they read as before: so each of them has its length."""
    reader, writer, place = two
    lead = ended(two)
    row = models.StoredRow.objects.filter(
        id=only(bond_of(writer, place), Ended, mine=True).id
    )
    taken, given = (bytes(one) for one in row.values_list(from_, to).get())
    ahead = (from_, to) == ("kind", "about")
    at = slice(-1, None) if ahead else slice(0, 1)
    rest = taken[:-1] if ahead else taken[1:]
    row.update(**{from_: rest, to: taken[at] + given if ahead else given + taken[at]})
    page = reader.get(lead)
    assert NOTE in main_of(page)
    assert MONEY not in main_of(page)


def test_a_row_of_no_shape_spoils_no_memory(two: Two) -> None:
    reader, writer, place = two
    lead = led(two)
    access = bond_of(writer, place).reading.access
    odd = {"kind": b"\0", "about": b"", "ref": b"", "audience": "B", "sealed": b"x"}
    models.StoredRow(
        id=bytes(16), space=access.space.id, author=access.me.id, **odd
    ).save(force_insert=True)
    written(reader, place)
    page = reader.get(lead)
    assert NOTE not in main_of(page)
    assert MONEY in main_of(page)


def test_what_was_let_go_and_came_back_is_missed_again(two: Two) -> None:
    reader, writer, place = two
    lead = ended(two)
    record = only(bond_of(writer, place), Ended, mine=True)
    kept = (models.StoredRow, models.Share)
    rows = [model.objects.get(id=record.id) for model in kept]
    deleted(record)
    reader.post(f"{place}missing/")
    for row in rows:
        row.save(force_insert=True)
    written(reader, place, "Something after it")
    deleted(record)
    page = reader.get(lead)
    assert NOTE in main_of(page)
    assert MONEY not in main_of(page)
