from __future__ import annotations

import pytest
from tests.journal.cast import KINDS, Ballot, Couple, Thought, Vow, Word

from coequal.errors import Refused, Unreadable, Unsound
from coequal.journal import door as journal
from coequal.journal import models
from coequal.journal.access import SpaceAccess
from coequal.journal.entries import TakenBack
from coequal.journal.reading import Reading
from coequal.sealed import entropy
from coequal.sealed.person import SpaceKey, member, new_secret
from coequal.sealed.subjects import subject


def test_a_thought_comes_back_to_its_author(alone: Reading) -> None:
    ref = journal.append(alone, Thought(text="first"))
    (record,) = alone.read(Thought)
    assert (record.entry.text, record.ref, record.mine) == ("first", ref, True)


def test_a_word_comes_back_to_both(couple: Couple) -> None:
    journal.append(couple.alice, Word(text="tea"))
    (hers,) = couple.alice.read(Word)
    (his,) = couple.bob.read(Word)
    assert hers.entry == his.entry
    assert (hers.mine, his.mine) == (True, False)
    assert hers.ref == his.ref


def test_entries_can_be_read_by_what_they_are_about(couple: Couple) -> None:
    journal.append(couple.alice, Word(text="a"), subject=subject("one"))
    journal.append(couple.bob, Word(text="b"), subject=subject("two"))
    (found,) = couple.alice.read(Word, subject=subject("two"))
    assert found.entry.text == "b"


def test_a_stranger_with_the_wrong_key_finds_nothing(couple: Couple) -> None:
    journal.append(couple.alice, Word(text="tea"))
    carol = member(new_secret(), b"of carol and eve")
    space = SpaceKey(id=couple.alice.access.space.id, key=entropy.fresh(32, "guess"))
    access = SpaceAccess(space=space, me=carol, other=couple.her.me.pub)
    peeking = Reading(access=access)
    assert peeking.read(Word) == []


def test_notes_have_no_place_in_a_pairs_space(couple: Couple) -> None:
    with pytest.raises(Refused):
        journal.append(couple.alice, Thought(text="mine"))


def test_shared_words_have_no_place_in_ones_own_space(alone: Reading) -> None:
    with pytest.raises(Refused):
        journal.append(alone, Word(text="ours"))


def test_a_closed_entry_is_put_in_and_never_appended(couple: Couple) -> None:
    with pytest.raises(Refused):
        journal.append(couple.alice, Ballot(choice=1))


def test_nothing_is_written_to_a_space_that_is_not_there(alone: Reading) -> None:
    journal.forget(alone.access.space.id)
    with pytest.raises(Unreadable):
        journal.append(alone, Thought(text="lost"))


def test_nothing_is_written_to_a_closed_space(couple: Couple) -> None:
    models.Space.objects.filter(pk=couple.alice.access.space.id).update(closed=True)
    with pytest.raises(Refused):
        journal.append(couple.alice, Word(text="late"))


def test_each_shared_entry_follows_the_authors_own_latest(couple: Couple) -> None:
    first = journal.append(couple.alice, Word(text="1"))
    journal.append(couple.bob, Word(text="not hers"))
    second = journal.append(couple.alice, Vow(text="2"))
    third = journal.append(couple.alice, Word(text="3"))
    hers = {
        record.ref: record.follows
        for kind in (Word, Vow)
        for record in couple.bob.read(kind)
        if not record.mine
    }
    assert hers == {first: (), second: (first,), third: (second,)}


def test_what_was_read_before_the_lock_is_read_anew_inside(couple: Couple) -> None:
    alice = couple.alice
    assert alice.read(Word) == []
    journal.append(couple.bob, Word(text="tea"))
    with alice.locked():
        assert [record.entry.text for record in alice.read(Word)] == ["tea"]


def test_within_one_act_what_was_written_or_shredded_shows(couple: Couple) -> None:
    alice = couple.alice
    with alice.locked():
        assert alice.read(Word) == []
        journal.append(alice, Word(text="tea"))
        (record,) = alice.read(Word)
        journal.shred(alice, record)
        assert alice.read(Word) == []


def test_a_shredded_thought_is_gone(alone: Reading) -> None:
    journal.append(alone, Thought(text="gone"))
    (record,) = alone.read(Thought)
    journal.shred(alone, record)
    assert alone.read(Thought) == []


def test_within_one_act_a_thought_that_was_shredded_is_gone(alone: Reading) -> None:
    journal.append(alone, Thought(text="gone"))
    with alone.locked():
        (record,) = alone.read(Thought)
        journal.shred(alone, record)
        assert alone.read(Thought) == []


def test_taking_a_word_back_is_said_to_both(couple: Couple) -> None:
    ref = journal.append(couple.alice, Word(text="sharp"))
    (record,) = couple.alice.read(Word)
    journal.shred(couple.alice, record)
    assert couple.bob.read(Word) == []
    (said,) = couple.bob.read(TakenBack)
    assert said.answers == (ref,)


def test_nobody_takes_back_the_others_word(couple: Couple) -> None:
    journal.append(couple.alice, Word(text="hers"))
    (record,) = couple.bob.read(Word)
    with pytest.raises(Refused):
        journal.shred(couple.bob, record)


def test_what_was_vowed_is_never_taken_back(couple: Couple) -> None:
    journal.append(couple.alice, Vow(text="I will"))
    (record,) = couple.alice.read(Vow)
    with pytest.raises(Refused):
        journal.shred(couple.alice, record)


def test_a_damaged_row_is_never_shown(couple: Couple) -> None:
    journal.append(couple.alice, Word(text="tea"))
    row = models.StoredRow.objects.get()
    spoiled = row.sealed[:-1] + bytes([row.sealed[-1] ^ 1])
    models.StoredRow.objects.update(sealed=spoiled)
    with pytest.raises((Unsound, Unreadable)):
        couple.bob.read(Word)


def test_a_row_with_another_audience_is_never_shown(couple: Couple) -> None:
    journal.append(couple.alice, Word(text="tea"))
    models.StoredRow.objects.update(audience="W")
    with pytest.raises(Unsound):
        couple.bob.read(Word)


def test_forgetting_a_space_removes_every_row(couple: Couple) -> None:
    journal.append(couple.alice, Word(text="tea"))
    journal.forget(couple.alice.access.space.id)
    for table in (models.StoredRow, models.Share, models.StoredMark, models.Space):
        assert not table.objects.exists()


def test_an_export_holds_what_one_can_open(couple: Couple) -> None:
    ref = journal.append(couple.alice, Word(text="tea"))
    (line,) = [x for x in journal.export(couple.bob, KINDS) if x["kind"] == Word.kind]
    assert line["ref"] == ref.hex()
    assert line["data"] == {"text": "tea"}
    assert line["mine"] is False


def test_an_export_names_no_time_of_the_other_s_and_no_former_text(
    couple: Couple,
) -> None:
    former = journal.append(couple.alice, Word(text="tea"))
    journal.append(couple.alice, Word(text="coffee"), answers=[former])
    (first,) = [one for one in couple.alice.read(Word) if one.ref == former]
    journal.shred(couple.alice, first)
    (hers,), (his,) = (journal.export(one, KINDS) for one in (couple.alice, couple.bob))
    assert hers["answers"] == his["answers"] == []
    assert "at" in hers
    assert "at" not in his


def test_an_export_of_some_kinds_holds_no_other(couple: Couple) -> None:
    journal.append(couple.alice, Word(text="tea"))
    journal.append(couple.alice, Vow(text="always"))
    (line,) = journal.export(couple.alice, [Vow])
    assert line["data"] == {"text": "always"}


def test_an_export_says_what_was_damaged_and_holds_the_rest(couple: Couple) -> None:
    journal.append(couple.alice, Vow(text="always"))
    kept = models.StoredRow.objects.get()
    journal.append(couple.alice, Word(text="tea"))
    models.StoredRow.objects.exclude(id=kept.id).update(sealed=b"spoiled")
    lines = journal.export(couple.bob, [Word, Vow])
    assert lines[0] == {"kind": Word.kind, "damaged": True}
    assert lines[1]["data"] == {"text": "always"}
