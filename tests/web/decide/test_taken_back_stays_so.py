"""What its author took back stays so, whatever the database says of its share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.web.cast import Person, main_of
from tests.web.decide.acts import ref_on, weighed

from coequal.journal import models


@pytest.fixture
def shares() -> Callable[[], dict[tuple[bytes, bytes], bytes]]:
    """Copies of the shares, as somebody keeps them who can read the database."""

    def read() -> dict[tuple[bytes, bytes], bytes]:
        rows = models.Share.objects.all()
        return {(bytes(one.space), bytes(one.id)): bytes(one.share) for one in rows}

    return read


def put_back(kept: dict[tuple[bytes, bytes], bytes]) -> int:
    """Put every share back that is gone; return how many were."""
    gone = [
        models.Share(space=space, id=name, share=share)
        for (space, name), share in kept.items()
        if not models.Share.objects.filter(space=space, id=name).exists()
    ]
    models.Share.objects.bulk_create(gone)
    return len(gone)


def test_a_proposal_that_was_taken_back_is_not_settled(
    place: str, alice: Person, bob: Person, shares: Callable[[], dict]
) -> None:
    where = weighed(alice, bob, place)
    alice.post(where, do="propose", text="I pay all the rent.", option="-1")
    ref, kept = ref_on(bob, where), shares()
    alice.post(where, do="back", ref=ref)
    assert put_back(kept) >= 1
    page = bob.post(where, do="yes", ref=ref)
    assert page.status_code == 422
    for someone in (alice, bob):
        assert "I pay all the rent." not in main_of(someone.get(where))


def test_a_lead_that_was_taken_back_is_not_taken(
    place: str, alice: Person, bob: Person, shares: Callable[[], dict]
) -> None:
    where = f"{place}decide/lead/"
    alice.post(where, do="suggest", area="home", seat="A")
    ref, kept = ref_on(bob, where), shares()
    alice.post(where, do="back", ref=ref)
    assert put_back(kept) == 1
    assert bob.post(where, do="yes", ref=ref).status_code == 422
    assert 'name="ref"' not in bob.get(where).content.decode()


def test_an_evening_that_was_taken_back_is_not_shown_again(
    place: str, alice: Person, bob: Person, shares: Callable[[], dict]
) -> None:
    where = f"{place}evening/"
    alice.post(where, do="say", text="Saturday at nine.")
    kept = shares()
    alice.post(where, do="back")
    assert put_back(kept) == 1
    assert "Saturday" not in main_of(bob.get(where))
