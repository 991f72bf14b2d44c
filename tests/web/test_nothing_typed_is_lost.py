"""Whatever form it is, what was typed into it is there again, or was done.

Every button of the program (`pressed.py`) is sent from its page after 15 idle minutes,
after its session was ended, from a second window in which somebody else is now, and
with a token that is refused.
"""

from __future__ import annotations

import re
from copy import deepcopy
from functools import partial
from html.parser import HTMLParser
from typing import Any, Final

import pytest
from django.db import transaction
from django.http import HttpResponse
from tests.together import together
from tests.web.cast import Person, bytes_of, html_of, lengthened, main_of
from tests.web.notes.acts import AT, unlock
from tests.web.notes.test_notes import kept
from tests.web.pressed import READY
from tests.worlds.snapshots import Rows, lay_down, written

from coequal.journal import clock
from coequal.journal.models import StoredRow
from coequal.people.models import Draft, SessionRow
from coequal.web.drafts.fill import is_text
from coequal.web.drafts.slips import SECRET

NOTHING: Final = {
    "home:begin_alone": "nobody is here yet, and nothing is typed",
    "home:forget": "it forgets on purpose",
    "home:leave": "it forgets on purpose",
    "learn:index": "it asks nobody who they are, and finds whoever asks",
    "demo:try_it": "nobody is here yet, and nothing is typed",
    "account:sign_in": "it is what one does next",
    "account:recover": "it is what one does next",
    "account:sign_out": "it works for who is idle as well",
    "account:unsent": "it forgets on purpose",
    "account:keep": "nobody has an account yet, and all of it is secret",
    "pairs:join": "nobody need be here: it comes back with what was typed",
    "pairs:keep_join keep": "nobody has an account yet, and all of it is secret",
    "pairs:invite_for keep": "nobody has an account yet, and all of it is secret",
    "shared_device:swap": "two who share a browser are gone with it",
    "guess:begin": "nobody is here yet, and two first names are all that is typed",
    **dict.fromkeys(
        (
            *("guess:card", "guess:card second tap", "guess:card turns"),
            *("guess:card skip", "guess:card hand over"),
        ),
        "two who share a browser are gone with it, and nothing is typed",
    ),
    "guess:end": "two who share a browser are gone with it, and nothing is typed",
    "guess:stop": "it forgets on purpose",
}
"""Buttons that have nothing to lose, and why."""
STANDS_ON: Final = {
    "pairs:invite": ("/us/invite/", "/us/more/"),
    "pairs:meet": ("meet/", ""),
    "see:answer": ("answer/", "choose/"),
    "see:step": ("step/", "4/"),
    "see:thanks": ("thanks/", "4/"),
}
"""How the page of a form is called that is sent to an address of its own."""
SLIP: Final = re.compile(r'name="slip" value="([^"]+)"')
FORMS: Final = sorted(READY.keys() - NOTHING.keys())


class Held(HTMLParser):
    """What a page holds in its fields, as somebody sees them who opens it."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.values: set[tuple[str, str]] = set()
        self.names: set[str] = set()
        self.offered: set[tuple[str, str]] = set()
        """What can be ticked: it may have gone meanwhile."""
        self.to_copy: list[str] = []
        self._select = ""
        self._area: str | None = None
        self.feed(response.content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        name, kind = found.get("name") or "", found.get("type") or "text"
        if tag == "select":
            self._select = name
        elif tag == "textarea":
            self._area, self._text = name, ""
        elif tag == "option":
            self._holds(self._select, found, so="selected" in found)
        elif tag == "input" and kind not in {"hidden", "password"}:
            ticked = kind in {"radio", "checkbox"}
            self._holds(name, found, so="checked" in found or not ticked)

    def _holds(self, name: str, attrs: dict[str, str | None], *, so: bool) -> None:
        self.names.add(name)
        self.offered.add((name, attrs.get("value") or "on"))
        if so:
            self.values.add((name, attrs.get("value") or "on"))

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area is not None:
            # A browser takes the line break away that a textarea begins with.
            text = self._text.removeprefix("\n")
            self.values.add((self._area, text))
            self.names.add(self._area)
            self.to_copy += [] if self._area else [text]
            self._area = None


class Form:
    """A form that is filled in: who has it, on which page, and what is typed."""

    def __init__(self, name: str) -> None:
        self.alice, self.path, fields = READY[name](Person("Alice"), Person("Bob"))
        self.at = clock.now()
        if not SessionRow.objects.exclude(owner=b"").exists():
            self.alice.keep()
        own, of_page = STANDS_ON.get(name, ("", ""))
        self.page = self.path.removesuffix(own) + of_page
        if self.alice.client.get(self.page).status_code != 200:
            self.page = self.alice.where
        page = self.alice.client.get(self.page)
        # As it stands on her page, whoever has the browser by the time it is sent.
        self.address = lengthened(self.path, self.alice.client.sheet)
        is_there = self.page == self.path or f'action="{self.path}"' in html_of(page)
        assert is_there, (name, self.page)
        slip = SLIP.search(html_of(page))
        assert slip is not None, (name, self.page)
        self.fields: dict[str, Any] = {**fields, "slip": slip[1]}
        self.typed = {
            (field, one)
            for field, value in fields.items()
            for one in ([value] if isinstance(value, str) else value)
            if field not in SECRET and field in Held(page).names
        }
        self.words = [one for field, one in self.typed if is_text(field, one)]

    def send(self) -> HttpResponse:
        return self.alice.client.post(self.address, self.fields)

    def is_there(self, page: HttpResponse) -> None:
        """Everything stands in the field it was typed into."""
        held = Held(page)
        wanted = {one for one in self.typed if one[1] in self.words}
        wanted |= self.typed & held.offered
        assert wanted <= held.values, (self.path, held.values)

    def __getstate__(self) -> dict[str, Any]:
        """All of it, for another test and another process."""
        who, browser = self.alice, self.alice.client.remembered()
        state = {name: one for name, one in vars(self).items() if name != "alice"}
        return {**state, "her": (who.name, who.phrase, who.where), "browser": browser}

    def __setstate__(self, state: dict[str, Any]) -> None:
        name, phrase, where = state.pop("her")
        self.alice = Person(name)
        self.alice.phrase, self.alice.where = phrase, where
        self.alice.client.remember(*state.pop("browser"))
        vars(self).update(state)


def filled(name: str) -> tuple[Form, Rows]:
    """Fill a form in, and return it with all that there is then."""
    with transaction.atomic():
        form = Form(name)
        rows = written()
        transaction.set_rollback(True)
    return form, rows


@pytest.fixture
def form(
    db: None, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Form:
    """A form that is filled in, once in a run, and was not sent yet.

    It is as late as it was then: Notes would close again in a long run.
    """
    name = f"form {request.param.replace(':', ' ')}"
    form, rows = together({name: partial(filled, request.param)})[name]
    lay_down(rows)
    monkeypatch.setattr(clock, "now", lambda: form.at)
    return deepcopy(form)


every_form = pytest.mark.parametrize("form", FORMS, indirect=True)


def test_every_button_is_looked_at_or_has_nothing_to_lose() -> None:
    assert NOTHING.keys() <= READY.keys()
    assert len(FORMS) > 50


@every_form
def test_it_outlives_fifteen_idle_minutes(form: Form) -> None:
    before = SessionRow.objects.count()
    del form.alice.client.cookies["h"]
    answer = form.send()
    assert (answer.status_code, answer["Location"]) == (303, "/sign-in/")
    assert SessionRow.objects.count() == before
    page = form.alice.sign_in()
    assert form.alice.where == form.page
    assert "You were signed out after 15 quiet minutes." in main_of(page)
    if "Your note is saved." in main_of(page):
        assert kept(form.alice) == form.words
        return
    form.is_there(unlock(form.alice) if form.page == AT else page)


@every_form
def test_it_outlives_a_session_that_was_ended(form: Form) -> None:
    SessionRow.objects.all().delete()
    answer = form.send()
    assert (answer.status_code, answer["Location"]) == (303, "/sign-in/")
    page = form.alice.sign_in()
    assert form.alice.where == form.page
    assert "You were signed out before this was sent." in main_of(page)
    form.is_there(unlock(form.alice) if form.page == AT else page)


@every_form
def test_who_else_is_here_now_goes_home_and_learns_nothing(form: Form) -> None:
    carol = Person("Carol", form.alice.client)
    for name in ("s", "h"):
        form.alice.client.cookies.pop(name, None)
    carol.begin()
    carol.keep()
    before = pages_of(carol)
    rows = StoredRow.objects.count()
    answer = form.send()
    assert (answer.status_code, answer["Location"]) == (303, "/us/")
    assert pages_of(carol) == before
    assert StoredRow.objects.count() == rows
    carol.sign_out()
    page = form.alice.sign_in()
    form.is_there(unlock(form.alice) if form.page == AT else page)


def pages_of(person: Person) -> list[bytes]:
    return [bytes_of(person.get(path)) for path in ("/us/", "/account/", AT)]


@every_form
def test_it_outlives_a_token_that_is_refused(form: Form) -> None:
    form.alice.client.handler.enforce_csrf_checks = True
    answer = form.send()
    assert answer.status_code == 403
    form.alice.client.handler.enforce_csrf_checks = False
    if form.words:
        assert "What you typed is kept for a day." in main_of(answer)
        form.is_there(form.alice.get(form.page))


@every_form
def test_it_goes_when_it_is_sent(form: Form) -> None:
    form.alice.client.handler.enforce_csrf_checks = True
    form.send()
    form.alice.client.handler.enforce_csrf_checks = False
    page = html_of(form.alice.get(form.page))
    waiting = re.search(r'name="draft" value="([^"]+)"', page)
    assert waiting is not None or not form.words
    if waiting is not None:
        form.fields["draft"] = waiting[1]
        assert form.send().status_code == 303
        assert not Draft.objects.exists()


@every_form
def test_who_signed_in_anew_meanwhile_sends_it_or_has_it_still(form: Form) -> None:
    """A second window of the same browser ended the session, and began another."""
    form.alice.sign_out()
    form.alice.sign_in()
    answer = form.send()
    if answer.status_code not in {200, 303}:
        assert answer.status_code in {403, 422}
        form.is_there(
            answer if answer.status_code == 422 else form.alice.get(form.page)
        )
