"""People with a browser each, without pictures: Django's client."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from html.parser import HTMLParser
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from coequal.core.see.answers import Value
from coequal.web.see import own
from coequal.web.urls import urlpatterns


class Browser(Client):
    """Django's client, forgetting cookies that are taken back, as browsers do."""

    def request(self, **request: Any) -> Any:
        response = super().request(**request)
        for name in [name for name, one in self.cookies.items() if not one.value]:
            del self.cookies[name]
        return response


class Person:
    """Somebody with a browser, who follows what pages answer."""

    def __init__(self, name: str, browser: Browser | None = None) -> None:
        self.name = name
        self.phrase = f"four plain words of {name}"
        self.client = browser or Browser()
        self.where = "/"

    def get(self, path: str) -> HttpResponse:
        return self._arrived(self.client.get(path, follow=True), path)

    def post(self, path: str, **fields: object) -> HttpResponse:
        return self._arrived(self.client.post(path, fields, follow=True), path)

    def _arrived(self, response: HttpResponse, path: str) -> HttpResponse:
        chain = getattr(response, "redirect_chain", [])
        self.where = chain[-1][0] if chain else path
        return response

    def begin(self) -> None:
        self.post("/begin/")

    def keep(self) -> HttpResponse:
        fields = {"name": self.name, "phrase": self.phrase, "again": self.phrase}
        return self.post("/keep/", **fields)

    def sign_in(self) -> HttpResponse:
        return self.post("/sign-in/", name=self.name, phrase=self.phrase)

    def sign_out(self) -> HttpResponse:
        return self.post("/sign-out/")

    def answer(self, answers: Mapping[str, Value]) -> None:
        """Give answers by item id, each on its own page."""
        for item, value in answers.items():
            path = f"/answers/{number_of(item)}/"
            assert self.client.post(path, {"a": value}).status_code == 303

    def matters(self, *areas: str) -> None:
        path = f"/answers/{number_of('home.matters')}/"
        fields = {"a": "done", "area": list(areas)}
        assert self.client.post(path, fields).status_code == 303

    def answer_all(self, value: int = 2) -> None:
        """Answer every page with one value, or the nearest the page has."""
        form = own.instrument()
        single = [page.items[0] for page in form.pages if len(page.items) == 1]
        items = [form.item(item) for item in single]
        self.answer({one.id: min(max(value, one.min), one.max) for one in items})
        self.matters(form.areas[0].id)

    def be_ready(self, place: str, *parts: str) -> HttpResponse:
        return self.post(f"{place}choose/", part=list(parts))


def pair(alice: Person, bob: Person) -> str:
    """Let both keep, invite, join and meet; return the address of their place."""
    for someone in (alice, bob):
        someone.begin()
        someone.keep()
    code = invited(alice, bob.name)
    place = alice.where
    join(bob, code, alice.name)
    alice.post(f"{place}meet/")
    return place


def invited(person: Person, label: str = "Bob") -> str:
    """Make an invitation and return the code that its page shows."""
    page = person.post("/us/invite/", label=label, own_label=person.name)
    return code_on(page)


def join(person: Person, code: str, label: str = "Alice") -> HttpResponse:
    """Join by a code, with an account that is there."""
    return person.post("/join/", code=code, label=label, own_label=person.name)


def opened(alice: Person, bob: Person) -> str:
    """Let a pair answer everything alike and open two areas; return their place."""
    place = pair(alice, bob)
    for someone in (alice, bob):
        someone.answer_all()
        someone.be_ready(place, "home", "money")
    return place


def addresses(place: str) -> dict[str, str]:
    """Every route by name: one pair's id and the form's first page filled in."""
    iid = place.strip("/").rpartition("/")[2]
    patterns = {str(route.name): str(route.pattern) for route in urlpatterns}
    return {
        name: "/" + pattern.replace("<id:iid>", iid).replace("<int:number>", "1")
        for name, pattern in patterns.items()
    }


def number_of(item: str) -> int:
    """Return the number of the page that asks an item."""
    pages = own.instrument().pages
    return next(n for n, page in enumerate(pages, start=1) if item in page.items)


def code_on(page: HttpResponse) -> str:
    """Read a code from the page that shows it."""
    found = re.search(r'<p class="code"[^>]*>(.*?)</p>', page.content.decode())
    assert found is not None
    return "-".join(re.findall(r"<span>(\w+)</span>", found[1]))


class _Text(HTMLParser):
    """The words of a page, as a person reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words_of(html: str) -> str:
    parser = _Text()
    parser.feed(html)
    return " ".join(" ".join(parser.words).split())


def text_of(response: HttpResponse) -> str:
    return words_of(response.content.decode())


def main_of(response: HttpResponse) -> str:
    """The words of a page without its title, navigation and foot."""
    return words_of(_inside(response, "main"))


def heading_of(response: HttpResponse) -> str:
    return words_of(_inside(response, "h1"))


def title_of(response: HttpResponse) -> str:
    return words_of(_inside(response, "title"))


def _inside(response: HttpResponse, tag: str) -> str:
    pattern = rf"<{tag}[^>]*>(.*?)</{tag}>"
    found = re.search(pattern, response.content.decode(), re.DOTALL)
    return found[1] if found else ""


def bytes_of(response: HttpResponse) -> bytes:
    """The page byte for byte, but for the token that is new in every form."""
    token = rb'(name="csrfmiddlewaretoken" value=")[^"]+'
    return re.sub(token, rb"\1", response.content)


@contextmanager
def undone(person: Person) -> Iterator[None]:
    """Let one request leave nothing behind, neither here nor in the browser."""
    cookies = deepcopy(person.client.cookies)
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    person.client.cookies = cookies


def ask(person: Person, method: str, path: str) -> HttpResponse:
    """Ask once, by link or by a form that holds nothing, without going on."""
    if method == "GET":
        return person.client.get(path)
    return person.client.post(path, {"nothing": "of this form"})
