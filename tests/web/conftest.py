"""People with a browser each, without pictures: Django's client."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from django.http import HttpResponse
from django.test import Client

from coequal.web.see import own


class Person:
    """Somebody with a browser, who follows what pages answer."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.client = Client()
        self.where = "/"

    def get(self, path: str) -> HttpResponse:
        return self._arrived(self.client.get(path, follow=True), path)

    def post(self, path: str, **fields: object) -> HttpResponse:
        return self._arrived(self.client.post(path, fields, follow=True), path)

    def _arrived(self, response: HttpResponse, path: str) -> HttpResponse:
        chain = getattr(response, "redirect_chain", [])
        self.where = chain[-1][0] if chain else path
        return response

    def answer_all(self, value: int = 2) -> None:
        """Answer every page with one value, or the nearest the page has."""
        form = own.instrument()
        for number, page in enumerate(form.pages, start=1):
            path = f"/answers/{number}/"
            if len(page.items) > 1:
                self.post(path, a="done", area=[form.areas[0].id])
            else:
                item = form.item(page.items[0])
                self.post(path, a=min(max(value, item.min), item.max))

    def begin(self) -> None:
        self.post("/begin/")

    def keep(self) -> None:
        phrase = f"four plain words of {self.name}"
        self.post("/keep/", name=self.name, phrase=phrase, again=phrase)

    def sign_in(self) -> HttpResponse:
        phrase = f"four plain words of {self.name}"
        return self.post("/sign-in/", name=self.name, phrase=phrase)


class Text(HTMLParser):
    """The words of a page, as a person reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def text_of(response: HttpResponse) -> str:
    parser = Text()
    parser.feed(response.content.decode())
    return " ".join(" ".join(parser.words).split())


@pytest.fixture
def person(db: None) -> Callable[[str], Person]:
    return Person


@pytest.fixture
def alice(db: None) -> Person:
    return Person("Alice")


@pytest.fixture
def bob(db: None) -> Person:
    return Person("Bob")


def pair(alice: Person, bob: Person) -> str:
    """Let both keep, invite, join and meet; return the address of their place."""
    for someone in (alice, bob):
        someone.begin()
        someone.keep()
    page = alice.post("/us/invite/", label="Bob", own_label="Alice")
    bob.post("/join/", code=code_on(page), label="Alice", own_label="Bob")
    place = alice.where
    alice.post(f"{place}meet/")
    return place


def code_on(page: HttpResponse) -> str:
    """Read the invitation code from the page that shows it."""
    context = page.context
    return str(context["code"])
