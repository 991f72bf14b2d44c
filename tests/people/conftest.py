"""Alice and Bob are to be a pair; Carol is a stranger; Eve has the database."""

from __future__ import annotations

import pytest

from coequal.people import accounts, sessions
from coequal.people.sessions import Session

PHRASE = "four plain words here"


def kept(name: str) -> Session:
    return accounts.keep(sessions.begin(), name=name, phrase=f"{PHRASE} {name}")


@pytest.fixture
def alice(db: None) -> Session:
    return kept("Alice")


@pytest.fixture
def bob(db: None) -> Session:
    return kept("Bob")


@pytest.fixture
def carol(db: None) -> Session:
    return kept("Carol")
