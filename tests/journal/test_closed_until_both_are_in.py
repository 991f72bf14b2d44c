from __future__ import annotations

from dataclasses import replace

import pytest
from tests.journal.cast import Ballot, Couple, Part, Wish, Word

from coequal.errors import Refused, Unreadable, Unsound
from coequal.journal import door as journal
from coequal.journal import host as journal_host
from coequal.journal import models
from coequal.journal.entries import Opened, TakenBack
from coequal.journal.reading import Reading
from coequal.journal.writing import seal
from coequal.sealed import rows
from coequal.sealed.host import Host
from coequal.sealed.subjects import subject

TEA = subject("tea or coffee")
SEA = subject("sea or hills")


def put(reading: Reading, choice: int, about: bytes = TEA) -> bool:
    return journal.put_in(reading, {about: Ballot(choice=choice)}, opens_on=about)


def choices(
    reading: Reading, about: bytes = TEA, kind: type[Ballot | Part] = Ballot
) -> dict[bool, int]:
    found = reading.read(kind, subject=about)
    return {record.mine: record.entry.choice for record in found}


def test_my_closed_ballot_is_there_for_me_alone(couple: Couple) -> None:
    assert put(couple.alice, 1) is False
    (mine,) = couple.alice.read(Ballot)
    assert mine.open is False
    assert couple.bob.read(Ballot) == []


def test_both_ballots_open_when_both_are_in(couple: Couple) -> None:
    put(couple.alice, 1)
    assert put(couple.bob, 2) is True
    assert choices(couple.alice) == {True: 1, False: 2}
    assert choices(couple.bob) == {True: 2, False: 1}
    assert all(record.open for record in couple.alice.read(Ballot))


def test_the_last_one_in_says_what_opened(couple: Couple) -> None:
    put(couple.bob, 2)
    put(couple.alice, 1)
    (said,) = couple.bob.read(Opened)
    refs = {record.ref for record in couple.bob.read(Ballot)}
    assert set(said.answers) == refs
    assert said.mine is False


def test_ballots_on_two_questions_never_open_together(couple: Couple) -> None:
    put(couple.alice, 1, TEA)
    assert put(couple.bob, 2, SEA) is False
    assert choices(couple.bob) == {True: 2} or choices(couple.bob) == {}
    assert choices(couple.bob, TEA) == {}


def test_a_ballot_can_be_changed_until_it_opens(couple: Couple) -> None:
    put(couple.alice, 1)
    put(couple.alice, 3)
    assert models.StoredRow.objects.count() == 1
    put(couple.bob, 2)
    assert choices(couple.bob) == {True: 2, False: 3}


def test_a_withdrawn_ballot_opens_nothing(couple: Couple) -> None:
    put(couple.alice, 1)
    journal.withdraw(couple.alice, Ballot, opens_on=TEA)
    assert models.StoredRow.objects.count() == 0
    assert put(couple.bob, 2) is False


def test_putting_one_in_or_taking_it_back_leaves_my_others_in(couple: Couple) -> None:
    put(couple.alice, 1, TEA)
    put(couple.alice, 2, SEA)
    put(couple.alice, 3, TEA)
    assert choices(couple.alice, SEA) == {True: 2}
    journal.withdraw(couple.alice, Ballot, opens_on=TEA)
    assert choices(couple.alice, TEA) == {}
    assert choices(couple.alice, SEA) == {True: 2}


def test_taking_mine_back_leaves_what_the_other_has_in(couple: Couple) -> None:
    put(couple.alice, 1, TEA)
    put(couple.bob, 2, SEA)
    journal.withdraw(couple.bob, Ballot, opens_on=TEA)
    journal.withdraw(couple.bob, Ballot, opens_on=SEA)
    assert put(couple.bob, 2, TEA) is True


def test_what_has_opened_is_neither_changed_nor_withdrawn(couple: Couple) -> None:
    put(couple.alice, 1)
    put(couple.bob, 2)
    with pytest.raises(Refused):
        put(couple.alice, 0)
    with pytest.raises(Refused):
        journal.withdraw(couple.alice, Ballot, opens_on=TEA)


def test_rows_open_with_their_gate_and_only_where_both_have_them(
    couple: Couple,
) -> None:
    gate, home, money = subject("gate"), subject("home"), subject("money")
    hers = {home: Part(choice=1), money: Part(choice=2), gate: Part(choice=0)}
    his = {home: Part(choice=3), gate: Part(choice=0)}
    assert not journal.put_in(couple.alice, hers, opens_on=gate)
    assert journal.put_in(couple.bob, his, opens_on=gate)
    assert choices(couple.bob, home, Part) == {True: 3, False: 1}
    assert choices(couple.bob, money, Part) == {}
    assert choices(couple.alice, money, Part) == {}
    assert models.StoredRow.objects.filter(audience="W").count() == 4


def test_rows_without_their_gate_stay_closed(couple: Couple) -> None:
    gate, home = subject("gate"), subject("home")
    journal.put_in(couple.alice, {home: Part(choice=1)}, opens_on=home)
    his = {home: Part(choice=3), gate: Part(choice=0)}
    assert not journal.put_in(couple.bob, his, opens_on=gate)
    assert choices(couple.bob, home, Part) == {True: 3}


def test_putting_in_anew_replaces_everything_that_was_in(couple: Couple) -> None:
    gate, home, money = subject("gate"), subject("home"), subject("money")
    first = {home: Part(choice=1), gate: Part(choice=0)}
    second = {money: Part(choice=2), gate: Part(choice=0)}
    journal.put_in(couple.alice, first, opens_on=gate)
    journal.put_in(couple.alice, second, opens_on=gate)
    assert choices(couple.alice, home, Part) == {}
    assert choices(couple.alice, money, Part) == {True: 2}


def put_each(reading: Reading, choice: int, *subjects: bytes) -> None:
    entries = {about: Ballot(choice=choice) for about in subjects}
    journal.put_in_each(reading, entries, kind=Ballot)


def test_ballots_put_in_each_open_by_themselves(couple: Couple) -> None:
    put_each(couple.alice, 1, TEA, SEA)
    assert couple.bob.read(Ballot) == []
    put_each(couple.bob, 2, SEA)
    assert choices(couple.bob, SEA) == {True: 2, False: 1}
    assert choices(couple.bob, TEA) == {}
    (mine,) = couple.alice.read(Ballot, subject=TEA)
    assert not mine.open


def test_each_that_opens_is_said_by_itself(couple: Couple) -> None:
    put_each(couple.alice, 1, TEA, SEA)
    put_each(couple.bob, 2, TEA, SEA)
    for about in (TEA, SEA):
        (said,) = couple.alice.read(Opened, subject=about)
        ballots = couple.alice.read(Ballot, subject=about)
        assert set(said.answers) == {record.ref for record in ballots}


def put_beside(reading: Reading, choice: int, wish: bytes) -> None:
    entries = {TEA: Ballot(choice=choice), wish: Wish(text="the sea")}
    journal.put_in_beside(reading, entries)


def test_two_kinds_put_in_beside_each_other_open_each_by_itself(couple: Couple) -> None:
    put_beside(couple.alice, 1, SEA)
    put_beside(couple.bob, 2, subject("hills"))
    assert choices(couple.alice) == {True: 1, False: 2}
    assert [one.open for one in couple.alice.read(Wish)] == [False]
    with pytest.raises(Refused):
        put_beside(couple.bob, 3, SEA)
    assert [one.subject for one in couple.bob.read(Wish)] == [subject("hills")]


def test_what_is_put_in_beside_replaces_what_lies_on_its_subjects(
    couple: Couple,
) -> None:
    put_each(couple.alice, 0, TEA, SEA)
    put_beside(couple.alice, 1, SEA)
    assert choices(couple.alice) == {True: 1}
    assert choices(couple.alice, SEA) == {True: 0}


def test_putting_in_each_anew_replaces_what_is_closed_and_keeps_what_is_open(
    couple: Couple,
) -> None:
    hills = subject("hills or lakes")
    put_each(couple.alice, 1, TEA, SEA)
    put_each(couple.bob, 2, TEA)
    put_each(couple.alice, 3, hills)
    assert choices(couple.alice, TEA) == {True: 1, False: 2}
    assert choices(couple.alice, SEA) == {}
    assert choices(couple.alice, hills) == {True: 3}


def test_putting_in_nothing_each_takes_all_that_is_closed_back(couple: Couple) -> None:
    put_each(couple.alice, 1, TEA, SEA)
    put_each(couple.alice, 1)
    assert models.StoredRow.objects.count() == 0


def test_one_that_is_open_refuses_all_of_them_and_leaves_all_as_it_was(
    couple: Couple,
) -> None:
    put_each(couple.alice, 1, TEA, SEA)
    put_each(couple.bob, 2, TEA)
    with pytest.raises(Refused):
        put_each(couple.alice, 0, SEA, TEA)
    assert choices(couple.alice, TEA) == {True: 1, False: 2}
    assert choices(couple.alice, SEA) == {True: 1}


def test_a_spoiled_one_of_each_counts_as_not_in(couple: Couple) -> None:
    put_each(couple.alice, 1, TEA)
    models.Share.objects.update(share=b"short")
    put_each(couple.bob, 2, TEA)
    assert choices(couple.bob) == {True: 2}


def test_what_was_open_and_is_shredded_cannot_be_put_in_again(couple: Couple) -> None:
    put_each(couple.alice, 1, TEA)
    put_each(couple.bob, 2, TEA)
    (mine,) = (one for one in couple.alice.read(Ballot) if one.mine)
    journal.shred(couple.alice, mine)
    assert choices(couple.bob) == {True: 2}
    with pytest.raises(Refused):
        put_each(couple.alice, 3, TEA)
    put_each(couple.alice, 3, SEA)
    (said,) = couple.bob.read(TakenBack)
    assert said.answers == (mine.ref,)


def test_a_spoiled_ballot_counts_as_not_in_and_mine_stays_closed(
    couple: Couple,
) -> None:
    put(couple.alice, 1)
    row = models.StoredRow.objects.get()
    models.StoredRow.objects.update(sealed=bytes(len(row.sealed)))
    assert put(couple.bob, 2) is False
    assert couple.alice.read(Ballot) == []
    put(couple.alice, 1)
    assert choices(couple.bob) == {True: 2, False: 1}


def test_a_spoiled_share_counts_as_not_in(couple: Couple) -> None:
    put(couple.alice, 1)
    models.Share.objects.update(share=b"short")
    assert put(couple.bob, 2) is False


def test_a_share_put_in_the_clear_by_the_host_opens_nothing_by_itself(
    couple: Couple,
) -> None:
    put(couple.alice, 1)
    models.Share.objects.update(share=bytes(32))
    assert couple.bob.read(Ballot) == []
    assert couple.alice.read(Ballot) == []


def test_a_ballot_rewritten_after_opening_is_refused(couple: Couple) -> None:
    put(couple.alice, 1)
    put(couple.bob, 2)
    forged = seal(couple.alice.access, Ballot(choice=4), subject=TEA)
    models.StoredRow.objects.filter(author=couple.her.me.id, audience="W").delete()
    old = models.StoredMark.objects.get()
    (mine,) = [i for i in (old.id1, old.id2) if i != _bobs(couple)]
    models.StoredRow.objects.create(
        id=mine,
        space=forged.row.space,
        author=forged.row.author,
        kind=forged.row.kind,
        about=forged.row.about,
        audience="W",
        sealed=forged.row.sealed,
    )
    models.Share.objects.filter(id=mine).update(share=forged.share)
    with pytest.raises((Unsound, Unreadable)):
        couple.bob.read(Ballot)


def test_a_ballot_that_its_author_seals_anew_after_opening_is_refused(
    couple: Couple, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(couple.alice, 1)
    put(couple.bob, 2)
    hers = models.StoredRow.objects.get(author=couple.her.me.id, audience="W")
    real = rows.fresh
    monkeypatch.setattr(
        rows,
        "fresh",
        lambda size, use, *about: (
            bytes(hers.id) if use == "row id" else real(size, use, *about)
        ),
    )
    other = seal(couple.her, Ballot(choice=4), subject=TEA)
    models.StoredRow.objects.filter(id=hers.id).update(
        sealed=other.row.sealed, ref=other.row.ref
    )
    models.Share.objects.filter(id=hers.id).update(share=other.share)
    with pytest.raises(Unsound):
        couple.bob.read(Ballot)
    assert {"kind": Ballot.kind, "damaged": True} in journal.export(
        couple.bob, [Ballot]
    )


def _bobs(couple: Couple) -> bytes:
    row = models.StoredRow.objects.get(author=couple.bob.access.me.id, audience="W")
    return bytes(row.id)


def test_a_made_up_mark_keeps_nobody_from_taking_out_what_is_closed(
    couple: Couple,
) -> None:
    put(couple.alice, 1)
    (mine,) = couple.alice.read(Ballot)
    space = couple.alice.access.space.id
    nobody = {"id1": bytes(16), "ref1": bytes(32), "ref2": bytes(32)}
    models.StoredMark.objects.create(space=space, id2=mine.id, mark=bytes(32), **nobody)
    couple.alice.forget()
    put(couple.alice, 2)
    journal.withdraw(couple.alice, Ballot, opens_on=TEA)
    assert couple.alice.read(Ballot) == []


def test_a_forged_mark_is_refused(couple: Couple) -> None:
    put(couple.alice, 1)
    put(couple.bob, 2)
    models.StoredMark.objects.update(mark=bytes(32))
    with pytest.raises(Unsound):
        couple.bob.read(Ballot)


def test_a_missing_mark_closes_what_was_open(couple: Couple) -> None:
    put(couple.alice, 1)
    put(couple.bob, 2)
    models.StoredMark.objects.all().delete()
    assert couple.bob.read(Ballot) == []


def test_closed_rows_of_a_former_epoch_are_void(
    couple: Couple, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(couple.alice, 1)
    now = journal_host.host()
    later = Host.of(key=bytes(32), epoch=bytes(32))
    restored = replace(now, slot=later.slot)
    for module in ("access", "unseal", "opening"):
        monkeypatch.setattr(f"coequal.journal.{module}.host", lambda: restored)
    assert couple.alice.read(Ballot) == []
    assert put(couple.bob, 2) is False


def test_another_kind_on_the_same_subject_opens_nothing(couple: Couple) -> None:
    put(couple.alice, 1)
    journal.append(couple.bob, Word(text="me too"), subject=TEA)
    assert choices(couple.bob) == {}


def test_within_one_act_what_was_put_in_or_taken_out_shows(couple: Couple) -> None:
    alice, about = couple.alice, subject("question", "within one act")
    with alice.locked():
        assert alice.read(Ballot) == []
        journal.put_in(alice, {about: Ballot(choice=1)}, opens_on=about)
        assert [one.entry.choice for one in alice.read(Ballot)] == [1]
        journal.put_in_each(alice, {about: Ballot(choice=2)}, kind=Ballot)
        assert [one.entry.choice for one in alice.read(Ballot)] == [2]
        journal.withdraw(alice, Ballot, opens_on=about)
        assert alice.read(Ballot) == []


def test_a_copy_tells_the_kind_of_a_closed_row_by_an_open_one_and_never_its_subject(
    couple: Couple,
) -> None:
    """As `format.md` says in part 8: what Bob reads from a copy of the database."""
    for reading in (couple.alice, couple.bob):
        journal.put_in(reading, {SEA: Ballot(choice=1)}, opens_on=SEA)
    put(couple.alice, 2)
    hers = models.StoredRow.objects.filter(author=couple.her.me.id, audience="W")
    opened, closed = sorted(
        hers, key=lambda row: len(models.Share.objects.get(id=row.id).share)
    )
    assert opened.kind == closed.kind
    every = models.StoredRow.objects.exclude(id=closed.id)
    assert closed.about not in set(every.values_list("about", flat=True))
