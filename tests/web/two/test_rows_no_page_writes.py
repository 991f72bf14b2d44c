"""Rows that no page writes: the other has a program of their own."""

from __future__ import annotations

from typing import Any

import pytest
from tests.web.cast import Person, heading_of
from tests.web.conftest import Hands
from tests.web.decide.acts import questions_of, refs, settled
from tests.web.decide.test_looking import bond_of

from coequal.core.decide.entries import DiaryLine, Question, Review
from coequal.core.two.offers import Ended, Yes
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal import reading as journal_reading
from coequal.web.decide import lead_views
from coequal.web.two import page as page_of_two


def test_an_end_of_what_only_both_undo_counts_for_nothing(
    alice: Person, bob: Person, place: str
) -> None:
    where = settled(alice, bob, place)
    her = bond_of(alice, place)
    (state,) = questions_of(her)
    assert state.settled is not None
    assert state.settled.agreed is not None
    about, yes = state.settled.ref, state.settled.agreed.ref
    journal.append(her.reading, Ended(), subject=about, answers=[yes])
    assert bob.post(where, do="undo").status_code == 200
    assert bob.post(where, do="stay").status_code == 200


def test_a_second_yes_of_an_earlier_time_does_not_bring_back_what_was_ended(
    alice: Person, bob: Person, place: str, hands: Hands
) -> None:
    lead = f"{place}decide/lead/"
    alice.post(lead, do="suggest", area="free_time", seat="B")
    (ref,) = refs(bob, lead)
    hands.forward(100)
    bob.post(lead, do="yes", ref=ref)
    hands.forward(100)
    (yes,) = refs(alice, lead)
    alice.post(lead, do="end", ref=yes)
    hands.forward(-150)
    offer = bytes.fromhex(ref)
    journal.append(bond_of(bob, place).reading, Yes(), subject=offer, answers=[offer])
    hands.forward(200)
    assert not lead_views.now(bond_of(alice, place)).leading


@pytest.mark.parametrize("at", [10**12, 2**40])
def test_a_time_beyond_all_years_takes_no_page_away(
    alice: Person, bob: Person, place: str, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    his = bond_of(bob, place).reading
    options = ("a", "b")
    far = Question(text="Q", area="", meanwhile="M", until=10**15, options=options)
    journal.append(his, far)
    with monkeypatch.context() as patched:
        patched.setattr(clock, "now", lambda: at)
        journal.append(his, DiaryLine(text="A sofa", area=""))
    for page in ("decide/", "decide/diary/", "decide/back/"):
        assert alice.client.get(f"{place}{page}").status_code == 200


def test_a_page_that_says_no_is_of_one_moment_too(
    alice: Person, bob: Person, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = settled(alice, bob, place)
    alice.post(f"{where}review/", text="Hers.")
    visible, again, armed = journal_reading.visible, page_of_two._again, [False]

    def read(access: Any, *kinds: Any) -> Any:
        """Let Bob put his in right before Alice's page reads what there is."""
        if armed.count(True) and Review in kinds:
            armed.clear()
            bob.client.post(f"{where}review/", {"text": "His."})
        return visible(access, *kinds)

    def drawn(*args: Any) -> Any:
        armed[:] = [True]
        return again(*args)

    monkeypatch.setattr(journal_reading, "visible", read)
    monkeypatch.setattr(page_of_two, "_again", drawn)
    page = alice.post(f"{where}review/", text=" ")
    assert page.status_code == 422, heading_of(page)
