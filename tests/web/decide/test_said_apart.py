"""What has opened in the diary and in reviews is what was said to be, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.web.cast import Person, heading_of, pair
from tests.web.decide.acts import (
    settled_on,
)
from tests.web.decide.test_diary import (
    tell,
    written,
)

from coequal.core.decide.entries import DiaryAnswer, Review
from coequal.journal import door as journal
from coequal.journal import models

Fault = Callable[[Any], Any]


def spoilt(monkeypatch: pytest.MonkeyPatch, kind: type, fault: Fault) -> None:
    """Let every record of one kind be read otherwise than it was written."""
    read = journal.Reading.read

    def otherwise(reading: Any, asked: Any, **more: Any) -> list[Any]:
        found = read(reading, asked, **more)
        return [fault(one) for one in found] if asked is kind else found

    monkeypatch.setattr(journal.Reading, "read", otherwise)


@pytest.fixture
def line(alice: Person, bob: Person) -> str:
    """A line of the diary that is open."""
    where = written(alice, pair(alice, bob))
    tell(alice, where, "me")
    tell(bob, where, "other")
    return where


@pytest.fixture
def review(alice: Person, bob: Person) -> str:
    """A review that is open."""
    where = f"{settled_on(alice, bob, pair(alice, bob))}review/"
    alice.post(where, text="Good.")
    bob.post(where, text="Fine.")
    return where


@pytest.mark.parametrize("opened", ["line", "review"])
def test_what_is_no_longer_whole_is_not_shown(
    alice: Person, opened: str, request: pytest.FixtureRequest
) -> None:
    where = request.getfixturevalue(opened)
    mark = models.StoredMark.objects.last()
    assert mark is not None
    models.StoredRow.objects.filter(id=mark.id1).delete()
    page = alice.client.get(where)
    assert page.status_code == 409
    assert heading_of(page) == "This page can’t be shown"


def strange_account(one: Any) -> Any:
    return one if one.mine else replace(one, entry=replace(one.entry, who="nobody"))


def test_an_account_that_cannot_be_shown_is_not_passed_over(
    alice: Person, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt(monkeypatch, DiaryAnswer, strange_account)
    assert alice.client.get(line).status_code == 409


def strange_review(one: Any) -> Any:
    return one if one.mine else replace(one, entry=replace(one.entry, settled=b"else"))


def test_a_review_that_cannot_be_shown_is_not_passed_over(
    alice: Person, review: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt(monkeypatch, Review, strange_review)
    assert alice.client.get(review).status_code == 409
