"""On a home screen it bears a name and an icon that say nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from tests.web.cast import Person, html_of

LINK = '<link rel="manifest" href="/static/notes.webmanifest">'


def manifest(name: str) -> dict[str, object]:
    found = Path(str(finders.find(f"{name}.webmanifest")))
    read: dict[str, object] = json.loads(found.read_text(encoding="utf-8"))
    return read


def test_every_page_leads_to_it_alike(place: str, alice: Person, carol: Person) -> None:
    for person, path in ((alice, place), (carol, "/us/"), (carol, "/start-here/")):
        assert LINK in html_of(person.get(path))


@pytest.mark.parametrize(
    ("name", "icon"),
    [("notes", "icon"), ("leaf", "leaf"), ("square", "square"), ("dot", "dot")],
)
def test_it_is_called_notes_and_begins_where_everybody_begins(
    name: str, icon: str
) -> None:
    told = manifest(name)
    assert {told.pop("name"), told.pop("short_name")} == {"Notes"}
    assert told.pop("start_url") == "/"
    icons = told.pop("icons")
    assert isinstance(icons, list)
    assert [one["src"] for one in icons] == [f"{icon}.svg"]
    assert finders.find(f"{icon}.svg")
    # A page of the browser, with its bar: nothing is installed, nothing notifies.
    assert told == {"display": "browser"}


def test_a_browser_may_read_it(db: None, client: Client) -> None:
    answer = client.get("/static/notes.webmanifest")
    assert answer.status_code == 200
    assert "manifest-src 'self'" in answer["Content-Security-Policy"]
    answer.close()
