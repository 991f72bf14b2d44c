"""Follow every link and send every form, as one person, and see all that comes back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, Final
from urllib.parse import urldefrag

from django.http import HttpResponse
from tests.web.cast import Person, undone

ENDING: Final = re.compile(
    r"/(leave|sign-out|forget|sign-in|begin|account/end)/"
    r"|/us/\w{32}/(leave|uninvite|not-ready)/|/chairs/swap/|/guess/.*"
)
"""Forms after which one is somebody else or has lost something: sent, then undone."""
CHOICES: Final = frozenset({"to", "do", "way", "as"})
"""Fields whose values lead to different pages; of others one value is enough."""
NUMBERED: Final = re.compile(r"[0-9a-f]{32}|\d+")
QUESTIONS: Final = re.compile(r"/answers/\w{32}/(?:short|more|good|factors)/\d+/")
GUIDES: Final = re.compile(r"/learn/(?:way/|found/)?[a-z_-]+/")
ALIKE: Final = re.compile(f"{QUESTIONS.pattern}|{GUIDES.pattern}")
"""Pages that differ in their question or their guide only: one of each is enough."""
NAMED: Final = re.compile(
    r"[0-9a-f]{32}|\d+|(?<=/learn/)(?!way/|found/)[a-z-]+|(?<=/way/)\w+|(?<=/found/)[a-z_-]+"
)
CALLS: Final = ("tel:", "data:")


@dataclass(slots=True, kw_only=True)
class Form:
    """A form as a browser would send it, and each button that would."""

    action: str
    method: str = "get"
    fields: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class Page(HTMLParser):
    """The links, the forms and every address that a page names."""

    def __init__(self, path: str, html: str) -> None:
        super().__init__()
        self.path = path
        self.links: list[str] = []
        self.addresses: list[str] = []
        self.forms: list[Form] = []
        self.outside: list[tuple[str, str, str]] = []
        self._inside: Form | None = None
        self._select = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for name in ("href", "src", "action", "formaction", "srcset", "ping", "poster"):
            if name in given:
                self.addresses.append(given[name])
        if tag == "a":
            self.links.append(given["href"])
        elif tag == "form":
            action = given.get("action", self.path)
            self._inside = Form(action=action, method=given.get("method", "get"))
            self.forms.append(self._inside)
        elif self._inside is not None:
            self._in_form(self._inside, tag, given)

    def _in_form(self, form: Form, tag: str, given: Mapping[str, str]) -> None:
        name, value = given.get("name", ""), given.get("value", "")
        if tag == "button":
            form.buttons.append((name, value))
        elif tag == "select":
            self._select = name
        elif tag == "option":
            form.fields.setdefault(self._select, []).append(value)
        elif tag == "textarea" or (tag == "input" and name):
            form.fields.setdefault(name, []).append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = None


@dataclass(slots=True, kw_only=True)
class Seen:
    """One answer, to what was asked for."""

    asked: str
    response: HttpResponse

    @property
    def is_page(self) -> bool:
        """Whether it is shown, rather than saved as a file."""
        html = self.response.get("Content-Type", "").startswith("text/html")
        return html and "Content-Disposition" not in self.response


class Crawl:
    """One person going everywhere; `seen` has every single answer, on the way too.

    Of pages that are `alike` it is one of each kind.
    """

    def __init__(
        self,
        person: Person,
        *,
        undo: bool = False,
        alike: re.Pattern[str] = ALIKE,
    ) -> None:
        self.person = person
        self.seen: list[Seen] = []
        self._undo = undo
        self._alike = alike
        self._done: set[tuple[str, ...]] = set()
        self._next: list[Callable[[], None]] = []

    def go(self, *paths: str) -> list[Seen]:
        """Begin at these addresses; return all that came back."""
        for path in reversed(paths):
            self._plan(path)
        while self._next:
            self._next.pop()()
        return self.seen

    def _plan(self, path: str) -> None:
        name = NAMED.sub("0", path) if self._alike.fullmatch(path) else path
        if path.startswith("/") and self._new("GET", name):
            self._next.append(lambda: self._read(path, self._ask("get", path)))

    def _new(self, *key: str) -> bool:
        found = key in self._done
        self._done.add(key)
        return not found

    def _ask(self, method: str, path: str, fields: Any = None) -> HttpResponse:
        response = getattr(self.person.client, method)(path, fields)
        self.seen.append(Seen(asked=f"{method.upper()} {path}", response=response))
        while response.status_code in {302, 303}:
            path = response["Location"]
            response = self.person.client.get(path)
            self.seen.append(Seen(asked=f"GET {path}", response=response))
        return response

    def _read(self, path: str, response: HttpResponse) -> None:
        if not self.seen[-1].is_page:
            return
        page = Page(path, response.content.decode())
        for link in page.links:
            self._plan(urldefrag(link).url)
        for form in page.forms:
            for button in form.buttons or [("", "")]:
                self._plan_form(form, button)

    def _plan_form(self, form: Form, button: tuple[str, str]) -> None:
        name, value = button
        which = value if name in CHOICES else ""
        key = NUMBERED.sub("0", f"{form.action} {which}")
        if form.method == "post" and self._new("POST", key, *sorted(form.fields)):
            self._next.append(lambda: self._send(form, button))

    def _send(self, form: Form, button: tuple[str, str]) -> None:
        fields: dict[str, Any] = dict(self._filled(form))
        if button[0]:
            fields[button[0]] = button[1]
        if self._undo or ENDING.fullmatch(form.action):
            with undone(self.person):
                self._ask("post", form.action, fields)
        else:
            self._read(form.action, self._ask("post", form.action, fields))

    def _filled(self, form: Form) -> Iterator[tuple[str, list[str] | str]]:
        """Fill in a form as somebody does who knows their passphrase."""
        phrases = dict.fromkeys(("phrase", "again", "present"), self.person.phrase)
        known = {**phrases, "name": self.person.name, "text": "Some words."}
        for name, values in form.fields.items():
            if name in known:
                yield name, known[name]
            elif len(values) > 1 and name in {"part", "area"}:
                yield name, values[:-1][:2]
            else:
                yield name, next((value for value in values if value), "A word")
