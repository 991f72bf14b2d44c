"""What many tests begin with, lived once in a run and laid down again after that.

Becoming a pair takes longer than most of what tests ask about it. The rows and the
browsers are those that the pages made the first time; only the clock has gone on. All
processes of a run have one host key, so each can lay down what another lived.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import wraps
from hashlib import blake2b
from time import time
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import connection
from django.db.models import Model
from tests.together import together

from coequal.journal import clock
from coequal.journal.models import Installation
from coequal.sealed import wraps as stretching

if TYPE_CHECKING:
    from tests.web.cast import Person

    Beginning = Callable[..., str]

Rows = list[list[Model]]


def once(build: Beginning) -> Beginning:
    """Let a beginning of some people be lived once, where nobody was here before.

    What else it is given, after the people, says which beginning it is.
    """
    where = f"{build.__module__}.{build.__name__}"

    @wraps(build)
    def begin(*given: Any, **which: object) -> str:
        people: list[Person] = [one for one in given if hasattr(one, "client")]
        who = [(one.name, one.phrase) for one in people]
        what = repr((given[len(people) :], which))
        key = repr((connection.vendor, who, what, stretching.PROFILES[1])).encode()
        begun = any(table.objects.exists() for table in _tables())
        if begun or _moved() or not all(map(_new, people)):
            return build(*given, **which)
        lived = []

        def live() -> tuple[Rows, list[Any], str]:
            lived.append(build(*given, **which))
            return written(), [_state(one) for one in people], lived[0]

        name = f"{where} {blake2b(key, digest_size=8).hexdigest()}"
        rows, states, place = together({name: live})[name]
        if not lived:
            lay_down(rows)
            for one, state in zip(people, states, strict=True):
                _be(one, state)
        return place

    return begin


def written() -> Rows:
    """Return every row there is, to be laid down again."""
    return [list(table.objects.all()) for table in _tables()]


def lay_down(rows: Rows) -> None:
    """Write these rows where none are, as they were."""
    for table, found in zip(_tables(), rows, strict=True):
        table.objects.bulk_create(deepcopy(found))


def _moved() -> bool:
    """Whether a test has set the clock to another day."""
    return abs(clock.now() - time()) > clock.HOUR / 2


def _new(person: Person) -> bool:
    """Whether somebody's browser is an ordinary one that was nowhere yet."""
    return type(person.client).__name__ == "Browser" and not person.client.cookies


def _state(person: Person) -> tuple[str, Any]:
    return person.where, person.client.remembered()


def _be(person: Person, state: tuple[str, Any]) -> None:
    person.where, browser = state
    person.client.remember(*deepcopy(browser))


def _tables() -> list[Any]:
    """Every table in which people have something."""
    return [
        model
        for name in ("journal", "people")
        for model in apps.get_app_config(name).get_models()
        if model is not Installation
    ]
