"""What each keeps of all questions and lines: the same as if it were read anew."""

from __future__ import annotations

import pytest
from django.db import connection
from tests.web.cast import Person, main_of, pair
from tests.web.conftest import Hands
from tests.web.decide.acts import raised, refs, settled, settled_on, weigh, weighed
from tests.web.decide.test_diary import tell, written
from tests.web.decide.test_looking import bond_of

from coequal.core.decide.entries import Question
from coequal.core.decide.known import Stage
from coequal.core.decide.overview import Overview
from coequal.core.entry import Entry
from coequal.core.two.offers import Yes
from coequal.journal import kept as boxes
from coequal.journal import models
from coequal.journal.entries import Opened
from coequal.web.decide import overview
from coequal.web.two.pages import AT_ONCE


def kept(person: Person, place: str) -> Overview:
    return Overview.decode(bond_of(person, place).reading.kept(overview.INDEX))


def now(person: Person, place: str) -> Overview:
    return overview.now(bond_of(person, place))


def anew(person: Person, place: str) -> Overview:
    """Work all of it out from the entries, as if nothing were kept."""
    member = bond_of(person, place)
    boxes = models.Kept.objects.filter(author=member.reading.access.me.id)
    before = list(boxes)
    boxes.delete()
    found = overview.now(member)
    models.Kept.objects.bulk_create(before)
    return found


def sealed_boxes_of(person: Person, place: str) -> list[models.Kept]:
    """Return the rows in which somebody keeps the overview, and nothing else."""
    access = bond_of(person, place).reading.access
    rows = models.Kept.objects.filter(author=access.me.id)
    sealed = {bytes(row.place): bytes(row.sealed) for row in rows}
    mine = boxes.named(access, overview.INDEX.name, sealed)
    return [row for row in rows if bytes(row.place) in mine]


def check(alice: Person, bob: Person, place: str) -> None:
    """Both know the same, and what they would know by reading all of it."""
    found = [now(person, place).records for person in (alice, bob)]
    assert (
        found[0] == found[1] == anew(alice, place).records == anew(bob, place).records
    )


def test_after_every_act_it_is_what_reading_all_would_give(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    check(alice, bob, place)
    where = settled(alice, bob, place)
    check(alice, bob, place)
    settled_on(bob, alice, place, text="And in spring?", area="home")
    other = raised(alice, place, text="And in autumn?")
    check(alice, bob, place)
    alice.post(other, do="retract")
    for do in ("undo", "undo too"):
        (alice if do == "undo" else bob).post(where, do=do)
        check(alice, bob, place)
    line = written(bob, place)
    check(alice, bob, place)
    for person in (alice, bob):
        tell(person, line, "me")
        check(alice, bob, place)


def test_what_was_undone_stands_among_the_open_ones_again(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    where = settled(alice, bob, place)
    assert len(now(alice, place).settled) == 1
    alice.post(where, do="undo")
    bob.post(where, do="undo too")
    for person in (alice, bob):
        found = now(person, place)
        assert not found.settled
        assert len(found.questions(Stage.WEIGHED)) == 1


def test_who_only_reads_learns_of_all_that_the_other_does(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    line = written(alice, place)
    raised(alice, place)
    assert kept(bob, place) == Overview()
    assert len(now(bob, place).questions(Stage.OPEN)) == 1
    tell(alice, line, "me")
    tell(bob, line, "both")
    (known,) = kept(bob, place).lines
    assert known.who is not None


def test_a_page_keeps_nothing(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    raised(alice, place)
    boxes = list(models.Kept.objects.order_by("author", "place").values())
    for page in ("", "diary/", "back/", "raise/", "lead/"):
        bob.get(f"{place}decide/{page}")
    assert list(models.Kept.objects.order_by("author", "place").values()) == boxes


@pytest.mark.parametrize("kind", [Opened, Yes])
def test_when_an_entry_that_it_knew_is_gone_it_is_worked_out_anew(
    alice: Person, bob: Person, kind: type[Entry]
) -> None:
    place = pair(alice, bob)
    settled(alice, bob, place)
    raised(alice, place, text="And in spring?")
    reading = bond_of(alice, place).reading
    assert {ref[:16] for ref in reading.refs(kind)} <= kept(alice, place).records.keys()
    models.StoredRow.objects.filter(ref__in=reading.refs(kind)).delete()
    if kind is Yes:
        assert not now(alice, place).settled
    else:  # the ballots are open, and nobody's word says so
        page = main_of(alice.get(f"{place}decide/"))
        assert "Something here can’t be shown" in page
        assert "And in spring?" in page


def test_it_counts_no_more_also_where_what_was_seen_was_put_back_with_it(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    where = weighed(alice, bob, place)
    bob.post(where, do="propose", option="2")
    before = list(models.Kept.objects.all())
    alice.post(where, do="yes", ref=refs(alice, where)[0])
    reading = bond_of(alice, place).reading
    known = reading.kept(overview.INDEX)
    models.StoredRow.objects.filter(ref__in=reading.refs(Yes)).delete()
    index = list(sealed_boxes_of(alice, place))
    models.Kept.objects.all().delete()
    models.Kept.objects.bulk_create(before)
    for box in index:
        models.Kept.objects.filter(place=box.place).delete()
    models.Kept.objects.bulk_create(index)
    assert bond_of(alice, place).reading.kept(overview.INDEX) == known
    assert not now(alice, place).settled


def test_what_somebody_with_the_database_puts_back_is_worked_out_from(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    where = weighed(alice, bob, place)
    before = list(models.Kept.objects.all())
    bob.post(where, do="propose", option="2")
    alice.post(where, do="yes", ref=refs(alice, where)[0])
    models.Kept.objects.all().delete()
    models.Kept.objects.bulk_create(before)
    check(alice, bob, place)
    assert len(now(alice, place).settled) == 1


@pytest.mark.parametrize("ref", [b"a" * 33, "a" * 31 + "\u00e9", b"", "\0" * 32])
def test_what_is_no_ref_hides_no_question(
    place: str, alice: Person, bob: Person, ref: bytes | str
) -> None:
    if isinstance(ref, str) and connection.vendor != "sqlite":
        pytest.skip("only SQLite takes a text where bytes belong")
    for number in range(3):
        raised(alice, place, text=f"Which lamp, the {number}th?")
    one = bond_of(alice, place).reading.refs(Question)[0]
    columns = "space, author, kind, about"
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO journal_row (id, {columns}, ref, audience, sealed) "
            f"SELECT %s, {columns}, %s, audience, sealed FROM journal_row r "
            "WHERE r.ref = %s",
            [bytes(16), ref, one],
        )
    for person in (alice, bob):
        found = main_of(person.get(f"{place}decide/"))
        assert all(f"the {number}th?" in found for number in range(3))


def test_a_long_diary_and_a_long_list_are_read_a_page_at_a_time(
    alice: Person, bob: Person, hands: Hands
) -> None:
    place = pair(alice, bob)
    for number in range(AT_ONCE + 3):
        written((alice, bob)[number % 2], place, text=f"The {number}th lamp")
        hands.forward(60)
    first = main_of(alice.get(f"{place}decide/diary/"))
    assert "The 22th lamp" in first
    assert "The 3th lamp" in first
    assert "The 2th lamp" not in first
    assert "Earlier" in first
    assert "Later" not in first
    assert "Page 1 of 2" in first
    last = main_of(alice.get(f"{place}decide/diary/?page=2"))
    assert "The 2th lamp" in last
    assert "The 3th lamp" not in last
    assert "Later" in last
    assert "Earlier" not in last
    for strange in ("9", "0", "-1", "x", ""):
        assert alice.get(f"{place}decide/diary/?page={strange}").status_code == 200


def test_ballots_weighed_and_settled_are_known_alike(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    where = raised(alice, place)
    weigh(alice, where, "6", "1", "0")
    assert len(now(bob, place).questions(Stage.OPEN)) == 1
    weigh(bob, where, "0", "1", "6")
    for person in (alice, bob):
        assert len(now(person, place).questions(Stage.WEIGHED)) == 1
