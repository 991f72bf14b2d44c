"""The settings in the environment: each as a start reads it, and all together."""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import get_close_matches
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final

from coequal.site import environment
from coequal.site.checkup.remark import Remark, note, refusals
from coequal.site.database import database
from coequal.site.environment import CannotStart

KNOWN: Final = (
    *("COEQUAL_HOME", "COEQUAL_HOST_NAME", "COEQUAL_HOSTS", "COEQUAL_HTTPS"),
    *("COEQUAL_BEHIND_PROXY", "COEQUAL_PROXIES", "COEQUAL_DATABASE"),
)
_OURS: Final = "COEQUAL_"
# Any folder: the address of SQLite is not looked at here.
_NOWHERE: Final = Path("/nonexistent")


def variables() -> Iterator[Remark]:
    """Yield what is wrong with the settings, and what is good to know of them."""
    found = [*_misspelt(), *refusals(*_read())]
    yield from found
    if not found:
        yield from _together()
        yield from _to_know()


def _read() -> Iterator[partial[Any]]:
    yield partial(environment.home)
    yield partial(environment.text, "COEQUAL_HOST_NAME")
    yield partial(environment.hosts)
    yield partial(environment.behind_https)
    yield partial(environment.number, "COEQUAL_PROXIES")
    yield partial(database, _NOWHERE)


def _misspelt() -> Iterator[Remark]:
    for name in sorted(os.environ):
        if name.startswith(_OURS) and name not in KNOWN:
            near = get_close_matches(name, KNOWN, n=1)
            meant = f"Did you mean {near[0]}?" if near else "Unset it."
            yield Remark(
                setting=name, says=f"is not a setting, so nothing reads it. {meant}"
            )


def _together() -> Iterator[Remark]:
    https = environment.behind_https()
    proxies = environment.number("COEQUAL_PROXIES")
    if proxies and not https:
        yield Remark(
            setting="COEQUAL_PROXIES",
            says="is set, but no proxy is: visitors could choose their own address. "
            "Set COEQUAL_HTTPS=1 and COEQUAL_BEHIND_PROXY=1, or unset it.",
        )
    if https and not proxies:
        yield note(
            "COEQUAL_PROXIES",
            "is 0, so all visitors count as one network, and whoever guesses at a name "
            "keeps its owner waiting. Set it to the number of proxies in front.",
        )
    if https and all(map(_is_here, environment.hosts())):
        yield Remark(
            setting="COEQUAL_HOSTS",
            says="names only this machine itself. Name what people type to come here, "
            "such as coequal.example.",
        )


def _is_here(host: str) -> bool:
    return host in environment.AT_HOME


def _to_know() -> Iterator[Remark]:
    if not environment.text("COEQUAL_HOST_NAME"):
        yield note(
            "COEQUAL_HOST_NAME",
            "is empty, so pages say that nobody wrote down who runs this machine. "
            "Set it to your name, as people know you.",
        )
    address = database(_NOWHERE).get("HOST", "")
    if address and not _is_near(address) and not os.environ.get("PGSSLMODE"):
        yield note(
            "COEQUAL_DATABASE",
            "is on another machine, and nothing says that the connection is encrypted. "
            "Set PGSSLMODE=verify-full.",
        )


def _is_near(address: str) -> bool:
    if address.startswith("/") or address == "localhost":
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def home() -> Path | None:
    """Return the data folder, if its setting can be read."""
    try:
        return environment.home()
    except CannotStart:
        return None
