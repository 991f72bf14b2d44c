"""Whatever button is pressed twice at the same moment, it is as if it was pressed once.

One form, from one browser, sent by several hands at one starting shot: an impatient
tap. What is there afterwards is what one press leaves, and nobody sees an error page.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

import pytest
from django.apps import apps
from django.http import HttpResponse
from tests.journal.test_twice_at_once import at_once
from tests.people.waiting import with_room_for
from tests.web.cast import Browser, Person
from tests.web.pressed import READY, Press
from tests.web.test_access import TABLE

from coequal.journal import models
from coequal.people import models as people

MANY: Final = 8
TOKEN: Final = {"csrfmiddlewaretoken": "the same in all of them"}
COUNTED: Final = (
    models.Space,
    models.Share,
    models.StoredMark,
    people.Account,
    people.SessionRow,
    people.SharedDevice,
    people.Invitation,
    people.Closing,
    people.Draft,
)
"""What there is of each of these tells how often something was done.

A share is an entry that can still be read: what is replaced leaves its row.
"""
EACH: Final = {
    "home:begin_alone": "nobody is here yet: each begins a space that is gone in a day",
    "demo:try_it": "nobody is here yet: each begins a story that is gone in an hour",
    "guess:begin": "the same, of two who play",
}
"""Where every press may begin one more, of the browser that gets its answer."""


def tables() -> list[Any]:
    return [
        model
        for name in ("journal", "people")
        for model in apps.get_app_config(name).get_models()
    ]


def laid_down() -> list[list[Any]]:
    return [list(table.objects.all()) for table in tables()]


def lay_down(rows: list[list[Any]]) -> None:
    for table, found in zip(tables(), rows, strict=True):
        table.objects.all().delete()
        table.objects.bulk_create(deepcopy(found))


def there() -> dict[str, int]:
    return {table.__name__: table.objects.count() for table in COUNTED}


def press(pressed: Press, hands: int) -> list[HttpResponse]:
    """Send one form by so many hands at once, each from the same browser."""
    person, path, fields = pressed
    sent = {**fields, **TOKEN}

    def once() -> HttpResponse:
        browser = Browser()
        browser.remember(*deepcopy(person.client.remembered()))
        return browser.post(path, sent)

    answers: list[Any] = at_once(*[once] * hands)
    return answers


class Race:
    """A button, and what there is before and after it was pressed once."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.pressed = READY[name](Person("Alice"), Person("Bob"))
        self.before, self.rows = there(), laid_down()
        (alone,) = press(self.pressed, 1)
        assert alone.status_code < 400, alone.content.decode()
        self.once = there()

    def run(self, hands: int) -> None:
        """Let so many press it at once, where nobody has."""
        lay_down(self.rows)
        with with_room_for(hands):  # or some would not be tried at all
            answers = press(self.pressed, hands)
        for answer in answers:
            assert answer.status_code < 500, (self.name, answer.status_code)
        for what, found in there().items():
            once = self.once[what]
            each = hands if self.name in EACH else 1
            most = self.before[what] + each * (once - self.before[what])
            assert min(once, most) <= found <= max(once, most), (self.name, what)


def test_every_page_with_a_form_has_its_buttons_here() -> None:
    takes = {
        name
        for name, (_, by_form) in TABLE.items()
        if any(status != 405 for status in by_form.values())
    }
    assert {name.split()[0] for name in READY} == takes


@pytest.mark.parametrize("name", sorted(READY))
def test_many_at_once_are_one(transactional_db: None, name: str) -> None:
    Race(name).run(MANY)
