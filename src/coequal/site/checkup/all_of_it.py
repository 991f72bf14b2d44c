"""Everything that a start rests on, looked at in one go.

Nothing is written: no folder, no key, no table. What a later part rests on is looked
at only where the earlier is sound.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import django
from django.contrib.staticfiles import finders
from django.core import checks

from coequal.site import installation, listening
from coequal.site.checkup.folder import folder
from coequal.site.checkup.remark import Remark, refusals
from coequal.site.checkup.variables import home, variables

FILES: Final = ("icon.svg", "css/tokens.css", "css/components.css", "js/quiet.js")
"""Some of what every page loads."""
KNOWN: Final = frozenset(
    # Redirecting, and what subdomains do, is up to the proxy and its host; frames are
    # forbidden by headers of our own (`web/headers.py`).
    {"security.W002", "security.W005", "security.W008", "security.W021"}
)
AT_HOME: Final = frozenset({"security.W004", "security.W016"})
"""What asks for https, where there is none and nobody else comes."""


def all_of_it(host: str, port: int) -> list[Remark]:
    """Return what is to be mended and what is good to know, in the order of a start."""
    found = [*variables(), *_address(host, port)]
    where = home()
    if where is not None:
        found += folder(where)
    if where is not None and not any(one.problem for one in found):
        found += _within(where)
    return list(dict.fromkeys(found))


def _address(host: str, port: int) -> Iterator[Remark]:
    yield from refusals(partial(_held, host, port))


def _held(host: str, port: int) -> None:
    listening.held(host, port).close()


def _within(where: Path) -> Iterator[Remark]:
    """Look at what only the loaded program can tell."""
    installation.our_settings()
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    with installation.only_looking():
        django.setup()
    from coequal.site.checkup.tables import tables  # noqa: PLC0415  after setup

    yield from tables(where)
    yield from _program()


def _program() -> Iterator[Remark]:
    for name in FILES:
        if finders.find(name) is None:
            yield Remark(
                setting=f"static/{name}",
                says="is not in the package. Install Coequal again.",
            )
    for one in _of_django():
        says = " ".join(f"{one.msg} {one.hint or ''}".split())
        yield Remark(setting=f"Django ({one.id})", says=says)


def _of_django() -> Iterator[checks.CheckMessage]:
    from django.conf import settings  # noqa: PLC0415  after setup

    known = KNOWN if settings.HTTPS else KNOWN | AT_HOME
    for one in checks.run_checks(include_deployment_checks=True):
        if one.id not in known and one.level >= checks.WARNING:
            yield one
