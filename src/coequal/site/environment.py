"""Reading the environment: each value once, with a default that works at home."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from coequal.sealed.host import kept

ON = {"1", "true", "yes", "on"}


def flag(name: str) -> bool:
    """Return whether a switch is on."""
    return os.environ.get(name, "").lower() in ON


def number(name: str) -> int:
    """Return how many there are of something; 0 when nothing is said.

    Raises `ImproperlyConfigured` when it is no whole number from 0.
    """
    text = os.environ.get(name, "") or "0"
    if not (text.isascii() and text.isdigit()):
        message = f"{name} is a whole number from 0, and not {text!r}"
        raise ImproperlyConfigured(message)
    return int(text)


def words(name: str, default: str) -> list[str]:
    """Return a list, separated by spaces or commas."""
    return os.environ.get(name, default).replace(",", " ").split()


def home() -> Path:
    """Return the folder of everything this installation writes, made if absent."""
    data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    folder = Path(os.environ.get("COEQUAL_HOME") or str(Path(data) / "coequal"))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret(path: Path) -> str:
    """Return Django's own secret, made on first use, readable by the owner only."""
    return kept(path).hex()


def database(folder: Path) -> dict[str, Any]:
    """Return SQLite at home, or what COEQUAL_DATABASE=postgresql://... names."""
    url = os.environ.get("COEQUAL_DATABASE", "")
    return _postgresql(url) if url else _sqlite(folder)


def _sqlite(folder: Path) -> dict[str, Any]:
    return {
        "ENGINE": "coequal.site.sqlite",
        "NAME": folder / "coequal.sqlite3",
        "OPTIONS": {
            # Else two acts at once cost one of the two (docs/decisions/databases.md).
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # Of a page of 4096 or 8192 bytes an entry that is closed may fill less than
            # it takes, and the rest would get a page of its own. A file keeps the size
            # that it was made with. With it the log stays at 4 MB, as elsewhere.
            # FULL: what was answered "it is kept" survives a power cut. What is deleted
            # is overwritten, and nothing is written to a temporary file.
            "init_command": "PRAGMA page_size=16384; PRAGMA journal_mode=WAL; "
            "PRAGMA wal_autocheckpoint=250; PRAGMA synchronous=FULL; "
            "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;",
        },
        "TEST": {"NAME": folder / "test.sqlite3"},
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    # A host in the query is how an address names the folder of a socket.
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
    }
