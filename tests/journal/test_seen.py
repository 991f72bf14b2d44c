"""What one saw of a pair, and what of it is missing: by rows, shares and columns."""

from __future__ import annotations

from typing import Any, Final

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.journal.cast import Couple, Vow, Wish, Word

from coequal.journal import door as journal
from coequal.journal import kept, models, seen
from coequal.journal.reading import Reading
from coequal.sealed.subjects import subject

HERE = subject("here")
THERE = subject("there")
STRANGE: Final = (b"more", *(["\u00e9"] if connection.vendor == "sqlite" else []))
"""What fills no column: only SQLite takes a text where bytes belong."""


def vowed(reading: Reading, text: str = "always", about: bytes = HERE) -> bytes:
    return journal.append(reading, Vow(text=text), subject=about)


def row_of(ref: bytes) -> Any:
    return models.StoredRow.objects.filter(ref=ref)


def share_of(ref: bytes) -> Any:
    return models.Share.objects.filter(id=row_of(ref).get().id)


def test_what_is_there_is_not_missing(couple: Couple) -> None:
    vowed(couple.alice)
    vowed(couple.bob)
    for reading in (couple.alice, couple.bob):
        assert not reading.sight.missing
        assert not reading.sight.in_doubt(HERE)


def test_what_the_other_wrote_is_remembered_by_my_next_act(couple: Couple) -> None:
    hers = vowed(couple.alice)
    assert not couple.bob.sight.missing
    row_of(hers).delete()
    assert not couple.bob.sight.missing
    again = vowed(couple.alice, about=THERE)
    vowed(couple.bob, about=THERE)
    row_of(again).delete()
    sight = couple.bob.sight
    assert sight.in_doubt(THERE)
    assert not sight.in_doubt(HERE)


@pytest.mark.parametrize("column", ["kind", "about", "ref", "audience"])
def test_a_row_under_another_column_is_missing(couple: Couple, column: str) -> None:
    mine = vowed(couple.alice)
    row = row_of(mine)
    former = row.values_list(column, flat=True).get()
    row.update(**{column: "W" if column == "audience" else former[::-1]})
    assert couple.alice.sight.in_doubt(HERE)


@pytest.mark.parametrize("column", ["kind", "about", "ref"])
@pytest.mark.parametrize("more", STRANGE)
def test_a_row_with_columns_of_another_length_hides_no_other(
    couple: Couple, column: str, more: bytes | str
) -> None:
    for number in range(3):
        vowed(couple.alice, f"always {number}")
    one = models.StoredRow.objects.filter(audience="B")[0]
    columns = {"kind": bytes(16), "about": bytes(16), "ref": bytes(32)}
    size = len(columns[column])
    strange = more.rjust(size, "a") if isinstance(more, str) else more.rjust(size + 1)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO journal_row "
            "(id, space, author, kind, about, ref, audience, sealed) "
            "VALUES (%s, %s, %s, %s, %s, %s, 'B', %s)",
            [
                *(bytes(16), one.space, one.author),
                *({**columns, column: strange}).values(),
                one.sealed,
            ],
        )
    assert not couple.alice.sight.missing


def test_a_row_that_changed_places_with_another_is_missing(couple: Couple) -> None:
    refs = [vowed(couple.alice, about=about) for about in (HERE, THERE)]
    one, two = (row_of(ref).get() for ref in refs)
    row_of(refs[0]).update(about=two.about)
    row_of(refs[1]).update(about=one.about)
    sight = couple.alice.sight
    assert sight.in_doubt(HERE)
    assert sight.in_doubt(THERE)


def test_a_share_that_is_gone_is_found_where_it_is_read(couple: Couple) -> None:
    share_of(vowed(couple.alice)).delete()
    reading = couple.bob
    assert reading.read(Vow, subject=HERE) == []
    assert reading.sight.in_doubt(HERE)
    assert not reading.sight.in_doubt(THERE)


def test_what_its_author_took_back_is_not_missing(couple: Couple) -> None:
    journal.append(couple.alice, Word(text="hm"), subject=HERE)
    reading = couple.alice
    (word,) = reading.read(Word)
    journal.shred(reading, word)
    for one in (couple.alice, couple.bob):
        assert one.read(Word) == []
        assert not one.sight.missing


def test_a_share_of_what_its_author_may_take_back_is_missing_too(
    couple: Couple,
) -> None:
    journal.append(couple.alice, Word(text="hm"), subject=HERE)
    (word,) = couple.alice.read(Word)
    share_of(word.ref).delete()
    reading = couple.bob
    assert reading.read(Word) == []
    assert reading.sight.in_doubt(HERE)


def test_where_taking_back_is_missing_nobody_knows(couple: Couple) -> None:
    journal.append(couple.alice, Word(text="hm"), subject=HERE)
    reading = couple.alice
    (word,) = reading.read(Word)
    share = share_of(word.ref).get()
    journal.shred(reading, word)
    share.save(force_insert=True)
    about = couple.her.tags.about(couple.her.me.id, word.ref)
    models.StoredRow.objects.filter(about=about).delete()
    reading = couple.alice
    assert [one.ref for one in reading.read(Word)] == [word.ref]
    assert reading.sight.in_doubt(HERE)


def test_what_a_later_row_follows_must_be_there(couple: Couple) -> None:
    first = vowed(couple.alice)
    vowed(couple.alice, "and again", about=THERE)
    row_of(first).delete()
    reading = couple.bob
    assert not reading.sight.missing
    reading.read(Vow, subject=THERE)
    # Of what is missing nobody knows on what it was.
    assert reading.sight.in_doubt(HERE)
    assert reading.sight.in_doubt(THERE)


def test_an_entry_that_is_new_beside_a_missing_one_may_be_another(
    couple: Couple,
) -> None:
    known = vowed(couple.alice, "one")
    gone = vowed(couple.alice, "two")
    vowed(couple.bob)
    row_of(gone).delete()
    vowed(couple.alice, "other words")
    reading = couple.bob
    may = {
        one.ref == known: reading.sight.may_be_another(one)
        for one in reading.read(Vow, subject=HERE)
        if not one.mine
    }
    assert may == {True: False, False: True}


def test_an_act_while_something_is_missing_changes_nothing_of_that(
    couple: Couple,
) -> None:
    row_of(vowed(couple.alice)).delete()
    for _ in range(2):
        vowed(couple.alice, about=THERE)
        sight = couple.alice.sight
        assert sight.in_doubt(HERE)
        assert not sight.in_doubt(THERE)


def test_a_row_that_comes_back_is_there_again(couple: Couple) -> None:
    row = row_of(vowed(couple.alice))
    kept_row, kept_share = row.get(), share_of(row.get().ref).get()
    row.delete()
    kept_share.delete()
    vowed(couple.alice, about=THERE)
    assert couple.alice.sight.missing
    kept_row.save(force_insert=True)
    kept_share.save(force_insert=True)
    assert not couple.alice.sight.missing


def test_what_is_as_it_was_needs_no_print(
    couple: Couple, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        vowed(couple.bob, str(number))
    vowed(couple.alice)
    made: list[int] = []
    real = seen.seen.prints

    def counting(**given: Any) -> Any:
        found = real(**given)
        made.append(len(found))
        return found

    monkeypatch.setattr(seen.seen, "prints", counting)
    assert not couple.alice.sight.missing
    vowed(couple.alice)
    assert sum(made) <= 2
    vowed(couple.bob)
    assert not couple.alice.sight.missing
    assert sum(made) > 5


def test_going_on_lets_go_of_it(couple: Couple) -> None:
    first = vowed(couple.alice)
    vowed(couple.alice, about=THERE)
    row_of(first).delete()
    for make in (lambda: couple.alice, lambda: couple.bob):
        reading = make()
        with reading.locked():
            reading.read(Vow, subject=THERE)
            reading.sight.go_on()
        again = make()
        again.read(Vow, subject=THERE)
        assert not again.sight.missing


def test_what_i_let_go_stays_so_when_i_act(couple: Couple) -> None:
    """Also a row that lies there, of which only the share is gone."""
    gone, unshared = vowed(couple.alice), vowed(couple.alice, about=THERE)
    row_of(gone).delete()
    models.Share.objects.filter(id=row_of(unshared).get().id).delete()

    def looked_at(reading: Reading) -> Reading:
        reading.read(Vow, subject=THERE)
        return reading

    assert looked_at(couple.bob).sight.missing
    reading = couple.bob
    with reading.locked():
        looked_at(reading).sight.go_on()
    for _ in range(2):
        assert not looked_at(couple.bob).sight.missing
        vowed(couple.bob)


def test_without_a_memory_everything_is_in_doubt_and_stays_so(couple: Couple) -> None:
    vowed(couple.alice)
    memory(couple).delete()
    for _ in range(2):
        assert couple.alice.sight.in_doubt(THERE)
        vowed(couple.alice)
    assert not couple.bob.sight.missing
    reading = couple.alice
    with reading.locked():
        reading.sight.go_on()
    assert not couple.alice.sight.missing


def memory(couple: Couple) -> Any:
    me, space = couple.her.me, couple.her.space.id
    places = kept._places(couple.her, seen.NAME)
    return models.Kept.objects.filter(space=space, author=me.id, place__range=places)


def test_what_a_room_worked_out_is_not_used_while_something_is_missing(
    couple: Couple,
) -> None:
    index = journal.EntryIndex(kinds=(), name="tally")
    mine = vowed(couple.alice)
    reading = couple.alice
    with reading.locked():
        reading.keep(index, b"worked out")
    assert couple.alice.kept(index) == b"worked out"
    row_of(mine).delete()
    reading = couple.alice
    assert reading.kept(index) == b""
    with reading.locked():
        reading.keep(index, b"of what is left")
    assert couple.alice.kept(index) == b""


def test_what_a_room_worked_out_is_not_used_once_one_went_on(couple: Couple) -> None:
    index = journal.EntryIndex(kinds=(), name="tally")
    mine = vowed(couple.alice)
    reading = couple.alice
    with reading.locked():
        reading.keep(index, b"worked out")
    row_of(mine).delete()
    reading = couple.alice
    with reading.locked():
        reading.sight.go_on()
    # It was worked out from what is gone.
    assert couple.alice.kept(index) == b""
    with reading.locked():
        reading.keep(index, b"worked out anew")
    assert couple.alice.kept(index) == b"worked out anew"


def test_a_memory_grows_at_its_end_so_that_few_boxes_change(couple: Couple) -> None:
    reading = couple.alice
    with reading.locked():
        for number in range(600):
            vowed(reading, str(number))
    before = boxes_of(couple)
    assert len(before) == 3
    vowed(couple.bob)
    assert boxes_of(couple) == before
    vowed(couple.alice)
    after = boxes_of(couple)
    assert [before[at] == after[at] for at in sorted(after)] == [False, True, False]
    assert len({len(one) for one in after.values()}) == 1


def boxes_of(couple: Couple) -> dict[bytes, bytes]:
    return {bytes(one.place): bytes(one.sealed) for one in memory(couple)}


def test_what_is_closed_is_in_no_memory(couple: Couple) -> None:
    vowed(couple.alice)
    before = couple.alice.sight.there.rows
    journal.put_in(couple.bob, {HERE: Wish(text="sea")}, opens_on=HERE)
    assert couple.alice.sight.there.rows == before
    journal.put_in(couple.alice, {THERE: Wish(text="sea")}, opens_on=THERE)
    assert couple.alice.sight.there.rows == before
    journal.withdraw(couple.alice, Wish, opens_on=THERE)
    assert not couple.alice.sight.missing


def test_what_is_compared_comes_with_what_is_read_in_one_query(couple: Couple) -> None:
    vowed(couple.alice)
    reading = couple.alice
    with CaptureQueriesContext(connection) as asked:
        assert len(reading.read(Vow, subject=HERE)) == 1
        assert not reading.sight.missing
    assert len(asked.captured_queries) == 1
