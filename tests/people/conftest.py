"""Alice and Bob are to be a pair; Carol is a stranger; Eve has the database."""

from __future__ import annotations

import pytest

from coequal.people import accounts, visits
from coequal.people.visits import Visit

PHRASE = "four plain words here"


def kept(name: str) -> Visit:
    return accounts.keep(visits.begin(), name=name, phrase=f"{PHRASE} {name}")


@pytest.fixture
def alice(db: None) -> Visit:
    return kept("Alice")


@pytest.fixture
def bob(db: None) -> Visit:
    return kept("Bob")


@pytest.fixture
def carol(db: None) -> Visit:
    return kept("Carol")
