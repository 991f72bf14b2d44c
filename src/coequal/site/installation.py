"""The folder of an installation: made by its first start, one start at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections

from coequal.errors import Unsound
from coequal.sealed.entropy import fresh
from coequal.sealed.host import SIZE, kept
from coequal.site.environment import CannotStart, refuse

SETTING: Final = "COEQUAL_HOME"
KEYS: Final = ("host.key", "epoch", "django.key")
OTHERS: Final = 0o077
# Of PostgreSQL's own locks, that of a start: any number, always the same.
START: Final = 0x_C0E9_0A15


_LOOKING: Final = ContextVar("_LOOKING", default=False)


@contextmanager
def only_looking() -> Iterator[None]:
    """Let the settings be read without making a folder or a key: for a check."""
    former = _LOOKING.set(True)
    try:
        yield
    finally:
        _LOOKING.reset(former)


def our_settings() -> None:
    """Let Django read our settings, whatever project this shell was set up for."""
    if not settings.configured:
        os.environ["DJANGO_SETTINGS_MODULE"] = "coequal.site.settings"


def made(folder: Path) -> Path:
    """Return a folder, made if absent for its owner only, and sure to be written to."""
    if _LOOKING.get():
        return folder
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        refuse(SETTING, f"{folder} is a file, or inside one. Set it to a folder.")
    except OSError as error:
        refuse(SETTING, f"{folder} cannot be created ({_why(error)}). {_REMEDY}")
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK, effective_ids=EFFECTIVE):
        refuse(SETTING, f"{folder} cannot be written to by this user. {_REMEDY}")
    return folder


EFFECTIVE: Final = os.access in os.supports_effective_ids
_REMEDY: Final = "Set it to a folder of the user who runs Coequal."


def secret(folder: Path) -> str:
    """Return Django's own secret, made on first use, readable by the owner only."""
    if _LOOKING.get():  # nothing is signed with it
        return fresh(SIZE, "a secret for looking").hex()
    check_rights(folder)
    try:
        return kept(folder / "django.key").hex()
    except Unsound as error:
        raise CannotStart(f"{error}; delete it, and a new one is made") from None
    except OSError as error:
        raise CannotStart(unwritable(error)) from None


def check_rights(folder: Path) -> None:
    """Refuse keys that others on this machine could read or change."""
    for name in KEYS:
        key = folder / name
        if key.is_file() and key.stat().st_mode & OTHERS:
            raise CannotStart(
                f"{key}: others on this machine can get at it. Run: chmod 600 {key}"
            )


def unwritable(error: OSError) -> str:
    """Return the one line about a file that cannot be had as it should."""
    where = error.filename or "the folder"
    return f"{SETTING}: {where}: {_why(error)}. {_REMEDY}"


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


@contextmanager
def one_start(folder: Path) -> Iterator[None]:
    """Let one start at a time make the tables and the keys; others wait for it.

    Two starts in one folder wait at a file. Two machines with one PostgreSQL have no
    file in common and wait there; the lock ends with the connection at the latest.
    """
    # Never deleted: a file made again under the same name would be another lock.
    file = os.open(folder / "start.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        with _alone_in_the_database():
            yield
    finally:
        os.close(file)  # gives its lock back


@contextmanager
def _alone_in_the_database() -> Iterator[None]:
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [START])
    try:
        yield
    finally:
        connection.close()
