"""Two people in one browser, who are made up: going on as the other one."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.web.cast import Person


@pytest.fixture
def visitor(db: None) -> Person:
    """Somebody who tries a made-up pair."""
    visitor = Person("a visitor")
    visitor.post("/try/", pair="partners")
    return visitor


def test_going_on_as_the_other_never_leads_to_another_site(visitor: Person) -> None:
    for to in ("https://elsewhere.example/", "//elsewhere.example/", "nowhere", ""):
        response: HttpResponse = Client.post(
            visitor.client, "/chairs/swap/", {"to": to}
        )
        assert response["Location"] == "/chairs/"


def test_who_plays_goes_on_as_the_other_by_the_card_only(db: None) -> None:
    device = Person("one phone")
    device.post("/guess/", first="Alice", second="Bob", pair="partners")
    before = device.client.cookies["s"].value
    device.post("/chairs/swap/", to="/guess/1/")
    assert device.client.cookies["s"].value == before
    assert device.where == "/guess/1/"
