"""Alice and Bob are to be a pair; Carol is a stranger; Eve has the database."""

from __future__ import annotations

import pytest

from coequal.people import accounts, sessions
from coequal.people.asker import Asker
from coequal.people.sessions import Session

PHRASE = "four plain words here"
HERE = bytes([192, 0, 2, 1])
NOBODYS = Asker(browser=b"", network=HERE)


def kept(name: str) -> Session:
    return keep(sessions.begin(), name, f"{PHRASE} {name}")


def keep(session: Session, name: str, phrase: str) -> Session:
    """Keep a space from the network where everybody is unless a test says otherwise."""
    return accounts.keep(session, name=name, phrase=phrase, asker=NOBODYS)


@pytest.fixture
def alice(db: None) -> Session:
    return kept("Alice")


@pytest.fixture
def bob(db: None) -> Session:
    return kept("Bob")


@pytest.fixture
def carol(db: None) -> Session:
    return kept("Carol")
