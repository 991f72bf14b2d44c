"""All that anybody comes to see who goes everywhere: each goes once in a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final

from django.db import transaction
from django.http import HttpResponse
from tests.together import together
from tests.web import roles
from tests.web.crawl import GUIDES, QUESTIONS, Seen

from coequal.core.people import PairType

Goes = Callable[[], list[Seen]]
EVERYBODY: Final[Mapping[str, Goes]] = {
    "nobody": partial(roles.nobody, alike=QUESTIONS),
    "new": roles.new,
    "alice": roles.alice,
    "bob": roles.bob,
    "carol": roles.carol,
    "former_partner": roles.former_partner,
    **{
        pair.value: partial(roles.somebody_who_tries_it, pair, alike=GUIDES)
        for pair in PairType
    },
}
"""Who goes; by the name of the story who tries it."""


def seen_by(names: Iterable[str]) -> dict[str, list[Seen]]:
    """Return every answer that each of these got."""
    found = together({f"seen by {one}": partial(_goes, one) for one in names})
    return {name.removeprefix("seen by "): seen for name, seen in found.items()}


def _goes(name: str) -> list[Seen]:
    """Let one of them go, and leave nothing of it behind."""
    with transaction.atomic():
        seen = EVERYBODY[name]()
        transaction.set_rollback(True)
    return [Seen(asked=one.asked, response=_itself(one.response)) for one in seen]


def _itself(response: HttpResponse) -> HttpResponse:
    """Return an answer without what the client of tests notes beside it.

    What is sent piece by piece is a file that somebody saves, and left out.
    """
    content = b"" if response.streaming else response.content
    status = response.status_code
    plain = HttpResponse(content, status=status, headers=dict(response.items()))
    plain.cookies = response.cookies
    return plain
