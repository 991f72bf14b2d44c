"""Alice and Bob are to be a pair; Carol keeps a space and knows neither."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.web.cast import Person, kept_alone, pair

from coequal.journal import clock
from coequal.people import throttle


@pytest.fixture
def alice(db: None) -> Person:
    return Person("Alice")


@pytest.fixture
def bob(db: None) -> Person:
    return Person("Bob")


@pytest.fixture
def place(alice: Person, bob: Person) -> str:
    """The place that Alice and Bob have in common."""
    return pair(alice, bob)


@pytest.fixture
def carol(db: None) -> Person:
    stranger = Person("Carol")
    kept_alone(stranger)
    return stranger


@dataclass
class Hands:
    """A clock that stands still until it is moved."""

    at: int

    def forward(self, seconds: int) -> None:
        self.at += seconds

    def rest(self) -> None:
        """Let so much time pass that every try at a name is free again."""
        self.forward(throttle.FREE_TRIES * throttle.SECONDS_A_TRY)


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    stopped = Hands(clock.now())
    monkeypatch.setattr(clock, "now", lambda: stopped.at)
    return stopped
