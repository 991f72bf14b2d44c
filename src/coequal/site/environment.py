"""Reading the environment: each value once, with a default that works at home.

Nothing is written here, so that whatever is set wrongly ends a start before it begins.
"""

from __future__ import annotations

import os
import re
from ipaddress import IPv6Address
from pathlib import Path
from typing import Final, NoReturn

from coequal.errors import Refused

ON: Final = frozenset({"1", "true", "yes", "on"})
OFF: Final = frozenset({"", "0", "false", "no", "off"})
_NAME: Final = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*", re.ASCII | re.IGNORECASE)
AT_HOME: Final = ("127.0.0.1", "localhost", "[::1]")


class CannotStart(Refused):
    """A start that cannot work. One line: the setting, what is wrong, what to do."""


def refuse(setting: str, fault: str) -> NoReturn:
    """Say which setting is wrong and what would be right. Never repeats a secret."""
    raise CannotStart(f"{setting}: {fault}")


def text(name: str) -> str:
    """Return a setting as text; one that is only spaces is not set."""
    value = os.environ.get(name, "").strip()
    # What is no UTF-8 would stop each page that says it.
    if not value.isprintable():
        refuse(name, "holds something that isn't text. Write it in UTF-8, on one line.")
    return value


def flag(name: str) -> bool:
    """Return whether a switch is on. One that is neither on nor off is refused."""
    value = text(name).lower()
    if value not in ON | OFF:
        refuse(name, "is neither on nor off. Set it to 1 or to 0.")
    return value in ON


def number(name: str) -> int:
    """Return how many there are of something; 0 when nothing is said."""
    value = text(name) or "0"
    if not (value.isascii() and value.isdigit() and len(value) < 4):
        refuse(name, "expected a whole number, 0 or more.")
    return int(value)


def behind_https() -> bool:
    """Return whether a proxy in front serves this site by https."""
    https, proxy = flag("COEQUAL_HTTPS"), flag("COEQUAL_BEHIND_PROXY")
    if https and not proxy:
        missing = (
            "needs COEQUAL_BEHIND_PROXY=1 beside it, as the https is that of a proxy "
            "in front. Without it no form can be sent."
        )
        refuse("COEQUAL_HTTPS", missing)
    if proxy and not https:
        missing = (
            "needs COEQUAL_HTTPS=1 beside it, and a proxy that serves this site by "
            "https."
        )
        refuse("COEQUAL_BEHIND_PROXY", missing)
    if https and not text("COEQUAL_HOSTS"):
        missing = (
            "is not set. Name what people type to come here, such as coequal.example."
        )
        refuse("COEQUAL_HOSTS", missing)
    # A server in front can pass this on as it is asked to; pages link from the root.
    if text("SCRIPT_NAME").strip("/"):
        refuse(
            "SCRIPT_NAME",
            "Coequal can't run under a path of another site. "
            "Give it its own name, such as coequal.example, and unset this.",
        )
    return https


def hosts() -> list[str]:
    """Return the names this site answers to, separated by spaces or commas."""
    names = text("COEQUAL_HOSTS").replace(",", " ").split()
    for name in names:
        _check_name(name)
    return names or list(AT_HOME)


def _check_name(name: str) -> None:
    where = "COEQUAL_HOSTS"
    if "*" in name:
        refuse(where, "* would allow any name. Write each name out instead.")
    if name.startswith("."):  # so Django takes it
        refuse(
            where,
            "a dot before a name would allow every name that ends like that. "
            "Write each name out instead.",
        )
    bare = name.split("://", 1)[-1]
    if "/" in bare.rstrip("/"):
        refuse(
            where,
            "Coequal can't run under a path of another site. Give it its own name, "
            "such as coequal.example.",
        )
    after = bare.rpartition("]")[2] if bare.startswith("[") else bare
    if bare != name or "/" in bare or ":" in after:
        refuse(where, "expected names only, without https:// or a port.")
    if not (_is_ipv6(name) or _NAME.fullmatch(name)):
        refuse(
            where,
            "holds a name that no browser sends. Write names such as coequal.example, "
            "without quotes and without a dot at the end. Write one with other letters "
            "in it the way browsers send it, beginning with xn--.",
        )


def _is_ipv6(name: str) -> bool:
    if not (name.startswith("[") and name.endswith("]")):
        return False
    try:
        return bool(IPv6Address(name[1:-1]))
    except ValueError:
        return False


def path(name: str) -> Path | None:
    """Return the folder that a setting names, or None if it is not set."""
    value = text(name)
    if value[:1] in {"~", "$", '"', "'"}:
        refuse(
            name,
            f"starts with {value[0]}, which only a shell would understand. "
            "Write the whole path, such as /srv/coequal.",
        )
    return Path(value).absolute() if value else None


def home() -> Path:
    """Return the folder of everything this installation writes."""
    named = path("COEQUAL_HOME")
    if named is not None:
        return named
    data = path("XDG_DATA_HOME")
    if data is not None:
        return data / "coequal"
    try:
        return Path.home().absolute() / ".local" / "share" / "coequal"
    except RuntimeError:
        missing = (
            "is not set, and this user has no home folder. "
            "Set it to a folder, such as /srv/coequal."
        )
        refuse("COEQUAL_HOME", missing)
