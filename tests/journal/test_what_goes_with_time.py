"""What goes with time: shown until its last second, then gone for both."""

from __future__ import annotations

from typing import Final

import pytest
from tests.journal.cast import Couple
from tests.journal.conftest import couple

from coequal.core.entry import Audience, Entry, Shred, entry
from coequal.errors import Refused
from coequal.journal import clock, models
from coequal.journal import door as journal
from coequal.sealed.subjects import subject

__all__ = ["couple"]

NOW: Final = 1_796_580_000
ON: Final = subject("a day")


@entry("test mood", Audience.WAITING, shred=Shred.TIME)
class Mood(Entry):
    text: str
    until: int

    @property
    def lasts(self) -> int:
        return self.until


@pytest.fixture(autouse=True)
def stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    let(monkeypatch, NOW)


def let(monkeypatch: pytest.MonkeyPatch, second: int) -> None:
    monkeypatch.setattr(clock, "now", lambda: second)


def said(couple: Couple, *, both: bool = True) -> None:
    """Let Alice put hers in, and Bob too; they last for ten seconds more."""
    for reading in (couple.alice, couple.bob)[: 1 + both]:
        journal.put_in(reading, {ON: Mood(text="tired", until=NOW + 10)}, opens_on=ON)


def test_until_its_last_second_both_read_it(
    couple: Couple, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(couple)
    let(monkeypatch, NOW + 10)
    for reading in (couple.alice, couple.bob):
        assert len(reading.read(Mood, subject=ON)) == 2


def test_then_it_is_gone_for_both_and_nothing_is_missing(
    couple: Couple, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(couple)
    let(monkeypatch, NOW + 11)
    for reading in (couple.alice, couple.bob):
        assert reading.read(Mood, subject=ON) == []
        assert reading.sound(Mood) == []
        assert journal.export(reading, [Mood]) == []
        assert not reading.sight.missing
        assert not reading.damage.met


def test_the_next_act_of_either_takes_the_keys_of_both(
    couple: Couple, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(couple)
    before = models.Share.objects.count()
    couple.bob.shred_over(Mood)
    assert models.Share.objects.count() == before
    let(monkeypatch, NOW + 11)
    couple.bob.shred_over(Mood)
    assert models.Share.objects.count() == before - 2
    # Whatever the clock says then, nobody can open it any more.
    let(monkeypatch, NOW)
    for reading in (couple.alice, couple.bob):
        assert reading.read(Mood, subject=ON) == []
        assert not reading.sight.missing


def test_what_stayed_closed_is_deleted_by_who_put_it_in(
    couple: Couple, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = models.StoredRow.objects.count()
    said(couple, both=False)
    let(monkeypatch, NOW + 11)
    couple.bob.shred_over(Mood)
    assert models.StoredRow.objects.count() == rows + 1
    couple.alice.shred_over(Mood)
    assert models.StoredRow.objects.count() == rows


def test_it_opens_once_and_is_not_put_in_again_when_it_is_gone(
    couple: Couple, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(couple)
    let(monkeypatch, NOW + 11)
    couple.alice.shred_over(Mood)
    with pytest.raises(Refused):
        said(couple, both=False)
