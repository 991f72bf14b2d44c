"""The data folder: whose it is, who else gets at it, and whether its keys are whole."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from coequal.sealed.host import SIZE
from coequal.site.checkup.remark import Remark, note
from coequal.site.installation import EFFECTIVE, KEYS, OTHERS, SETTING

LEAST: Final = 256 * 1024 * 1024
"""Bytes that a disk should have free: below it a note says so."""
_DATABASE: Final = ("coequal.sqlite3", "coequal.sqlite3-wal", "coequal.sqlite3-shm")


def folder(home: Path) -> Iterator[Remark]:
    """Yield what is wrong with the folder of an installation, and make none."""
    try:
        yield from _folder(home)
    except OSError as error:
        where, why = error.filename or home, error.strerror or type(error).__name__
        yield Remark(
            setting=f"{SETTING}: {where}",
            says=f"{why.lower()}. Run this as the user who runs Coequal, or mend the "
            "rights.",
        )


def _folder(home: Path) -> Iterator[Remark]:
    try:
        found = home.stat()
    except (FileNotFoundError, NotADirectoryError):
        yield from _to_be_made(home)
        return
    if not stat.S_ISDIR(found.st_mode):
        yield _at(home, "is a file. Set it to a folder.")
        return
    yield from _rights(home, found)
    for name in (*KEYS, *_DATABASE):
        yield from _file(home / name, found.st_uid)
    yield from _room(home)


def _to_be_made(home: Path) -> Iterator[Remark]:
    above = next(one for one in home.parents if one.exists())
    if not above.is_dir():
        yield _at(home, f"{above} is a file. Set it to a folder.")
    elif not _may(above, os.W_OK | os.X_OK):
        yield _at(
            home,
            f"cannot be made, as {above} cannot be written to by this user. "
            "Set it to a folder of the user who runs Coequal.",
        )
    else:
        yield note(SETTING, f"{home} is not there yet. The first start makes it.")


def _rights(home: Path, found: os.stat_result) -> Iterator[Remark]:
    if found.st_uid != os.geteuid():
        yield _at(
            home,
            "belongs to another user. Run this as the user who runs Coequal, or give "
            "that user the folder.",
        )
    elif not _may(home, os.R_OK | os.W_OK | os.X_OK):
        yield _at(home, f"cannot be written to by this user. Run: chmod 700 {home}")
    if found.st_mode & OTHERS:
        yield _at(
            home, f"other users of this machine can open it. Run: chmod 700 {home}"
        )


def _may(path: Path, what: int) -> bool:
    return os.access(path, what, effective_ids=EFFECTIVE)


def _file(path: Path, owner: int) -> Iterator[Remark]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return
    if found.st_mode & OTHERS:
        yield _at(
            path, f"other users of this machine can read it. Run: chmod 600 {path}"
        )
    if found.st_uid != owner:
        yield _at(path, "belongs to another user than its folder. Give it to that one.")
    if path.name in KEYS and found.st_size != SIZE:
        again = (
            "Delete it, and a new one is made."
            if path.name == "django.key"
            else "Put your copy of it back."
        )
        yield _at(path, f"has {found.st_size} bytes, not {SIZE}. {again}")


def _room(home: Path) -> Iterator[Remark]:
    free = shutil.disk_usage(home).free
    if free < LEAST:
        megabytes = free // (1024 * 1024)
        yield note(SETTING, f"its disk has {megabytes} MB left. Free some space soon.")


def _at(path: Path, says: str) -> Remark:
    return Remark(setting=f"{SETTING}: {path}", says=says)
