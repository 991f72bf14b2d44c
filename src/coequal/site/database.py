"""Where the rows lie: SQLite at home, or the PostgreSQL that COEQUAL_DATABASE names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.apps import apps
from django.db import connection

from coequal.site.environment import CannotStart, refuse, text

SETTING: Final = "COEQUAL_DATABASE"
SHAPE: Final = "postgresql://user:password@host:port/name"
SCHEMES: Final = frozenset({"postgresql", "postgres"})
# Seconds. Without it a machine that is off holds up a start for minutes.
PATIENCE: Final = 5
_HEAD: Final = b"SQLite format 3\0"


def database(folder: Path) -> dict[str, Any]:
    """Return SQLite in a folder, or what COEQUAL_DATABASE=postgresql://... names."""
    url = text(SETTING)
    return _postgresql(url) if url else _sqlite(folder)


def check_there(folder: Path) -> None:
    """Refuse a PostgreSQL that does not answer, or a file that is no database.

    Asked before a start makes anything, so that such a start leaves nothing behind.
    """
    known = database(folder)
    if "postgresql" not in known["ENGINE"]:
        _check_file(known["NAME"])
        return
    import psycopg  # noqa: PLC0415  not needed for SQLite

    said = {
        "dbname": known["NAME"],
        "user": known["USER"],
        "password": known["PASSWORD"],
        "host": known["HOST"],
        "port": known["PORT"],
    }
    said = {name: value for name, value in said.items() if value}
    try:
        psycopg.connect(**said, **known["OPTIONS"]).close()
    except psycopg.Error as error:
        raise CannotStart(fault(error)) from error


def _check_file(path: Path) -> None:
    if path.is_file():
        with path.open("rb") as file:
            head = file.read(len(_HEAD))
        fits = head in {b"", _HEAD}
    else:
        fits = not path.exists()
    if not fits:
        raise CannotStart(fault(ValueError("it is no database")))


def check_whole() -> None:
    """Refuse a database of which tables are gone, as after half a copy was put back.

    Asked when all changes of tables were made.
    """
    ours = {model._meta.db_table for model in apps.get_models()}  # noqa: SLF001  Django's own name
    gone = sorted(ours - set(connection.introspection.table_names()))
    if gone:
        setting = SETTING if text(SETTING) else "COEQUAL_HOME"
        raise CannotStart(
            f"{setting}: of its tables these are gone: {', '.join(gone)}. "
            "Put a whole copy of the database back."
        )


def fault(error: Exception) -> str:
    """Return the one line about a database that does not do as it should."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    said = "".join(sign if sign.isprintable() else " " for sign in lines[0])
    if text(SETTING):
        return (
            f"{SETTING}: the database does not answer as expected ({said}). "
            "Check that it runs, the address, the user and what the user may do."
        )
    return (
        f"COEQUAL_HOME: coequal.sqlite3 there cannot be used ({said}). "
        "Check who may write it, and that the disk has room; or restore a copy."
    )


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
    parts, port = _parts(url)
    name = unquote(parts.path.removeprefix("/"))
    if not name or "/" in name:
        refuse(SETTING, f"expected the name of a database at its end, as in {SHAPE}.")
    options = {} if "PGCONNECT_TIMEOUT" in os.environ else {"connect_timeout": PATIENCE}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": _socket(parts.query) or unquote(parts.hostname or ""),
        "PORT": "" if port is None else str(port),
        "OPTIONS": options,
    }


def _parts(url: str) -> tuple[SplitResult, int | None]:
    """Take an address apart. It holds a password, so no fault repeats any of it."""
    scheme = url.partition(":")[0].lower()
    if scheme.startswith("sqlite"):
        refuse(SETTING, "leave it empty for SQLite; COEQUAL_HOME says where it is.")
    if scheme not in SCHEMES or not url[len(scheme) :].startswith("://"):
        refuse(SETTING, f"is not a PostgreSQL address. Write it as {SHAPE}.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = None, None
    # A sign with a meaning of its own in a password ends the address where it stands.
    if parts is None or parts.fragment or "@" in parts.path or "@" in parts.query:
        refuse(
            SETTING,
            "cannot be read. In user and password write "
            "@ as %40, / as %2F, : as %3A, # as %23, ? as %3F and % as %25.",
        )
    return parts, port


def _socket(query: str) -> str:
    """Return the folder of a socket: the one option of an address that is read."""
    options = parse_qsl(query, keep_blank_values=True)
    others = [name for name, _ in options if name != "host"]
    if others or len(options) > 1:
        refuse(
            SETTING,
            "only ?host=/path is read after the question mark. Set anything else "
            "by libpq's own variables, such as PGSSLMODE=verify-full for sslmode.",
        )
    return options[0][1] if options else ""
