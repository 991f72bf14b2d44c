"""What many tests begin with, lived once in a process and laid down again after that.

Becoming a pair takes longer than most of what tests ask about it. The rows and the
browsers are those that the pages made the first time; only the clock has gone on.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import wraps
from time import time
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Model

from coequal.journal import clock
from coequal.sealed import wraps as stretching

if TYPE_CHECKING:
    from tests.web.cast import Person

    Beginning = Callable[..., str]

_KNOWN: dict[tuple[object, ...], tuple[list[list[Model]], list[Any], str]] = {}


def once(build: Beginning) -> Beginning:
    """Let a beginning of some people be lived once, where nobody was here before.

    What else it is given, after the people, says which beginning it is.
    """

    @wraps(build)
    def begin(*given: Any, **which: object) -> str:
        people: list[Person] = [one for one in given if hasattr(one, "client")]
        who = [(one.name, one.phrase) for one in people]
        what = repr((given[len(people) :], which))
        key = (build.__module__, build.__name__, *who, what, stretching.PROFILES[1])
        begun = any(table.objects.exists() for table in _tables())
        if begun or _moved() or not all(map(_new, people)):
            return build(*given, **which)
        if key not in _KNOWN:
            place = build(*given, **which)
            rows = [list(table.objects.all()) for table in _tables()]
            _KNOWN[key] = rows, [_state(one) for one in people], place
            return place
        rows, states, place = _KNOWN[key]
        for table, found in zip(_tables(), rows, strict=True):
            table.objects.bulk_create(deepcopy(found))
        for one, (where, browser) in zip(people, states, strict=True):
            one.where = where
            one.client.remember(*deepcopy(browser))
        return place

    return begin


def _moved() -> bool:
    """Whether a test has set the clock to another day."""
    return abs(clock.now() - time()) > clock.HOUR / 2


def _new(person: Person) -> bool:
    """Whether somebody's browser is an ordinary one that was nowhere yet."""
    return type(person.client).__name__ == "Browser" and not person.client.cookies


def _state(person: Person) -> tuple[str, Any]:
    return person.where, person.client.remembered()


def _tables() -> list[Any]:
    return [
        model
        for name in ("journal", "people")
        for model in apps.get_app_config(name).get_models()
    ]
