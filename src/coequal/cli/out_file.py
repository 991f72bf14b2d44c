"""Writing a file that only its owner may read, whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from coequal.cli.json_file import STDIN, WrongFile


def check_place(path: Path) -> None:
    """Raise `WrongFile` if nothing can be written there."""
    if path == STDIN:
        raise WrongFile(path, "expected the name of a file")
    try:
        folder = path.absolute().parent
        fits = _is_free(path) and folder.is_dir() and os.access(folder, os.W_OK)
    except OSError:  # not even to look is allowed
        fits = False
    if not fits:
        raise WrongFile(path, "expected a place where a file can be written")


def _is_free(path: Path) -> bool:
    # A device or a pipe that a file is put in place of is gone for the whole machine.
    return path.is_file() or not path.exists()


def is_there(path: Path) -> bool:
    """Return whether something is there, as far as can be seen."""
    try:
        return path.exists()
    except OSError:
        return False


def same_file(path: Path, other: Path) -> bool:
    """Return whether two names are those of one file, which is there."""
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return False


def write_private(path: Path, text: str, *, replace: bool) -> None:
    """Write a text in UTF-8, readable by its owner only.

    The file appears with all of its text, or stays as it was. Raises `WrongFile`
    if it cannot be written, or is there already and is not to be replaced.
    """
    try:
        if replace:
            _replaced(path.resolve(), text.encode("utf-8"))
        else:
            _made(path.resolve(), text.encode("utf-8"))
    except FileExistsError:
        fault = "already exists, and stays as it is"
    except (OSError, RuntimeError):
        fault = "expected a place where a file can be written"
    else:
        return
    raise WrongFile(path, fault)


def _made(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    _filled(handle, path, data)


def _replaced(path: Path, data: bytes) -> None:
    if not _is_free(path):
        raise OSError(errno.EINVAL, "no file", str(path))
    # mkstemp makes files of mode 0600.
    handle, name = tempfile.mkstemp(prefix=".coequal-", dir=path.parent)
    _filled(handle, Path(name), data)
    Path(name).replace(path)


def _filled(handle: int, path: Path, data: bytes) -> None:
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except OSError:
        path.unlink()
        raise
