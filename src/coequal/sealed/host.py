"""What only the running host holds, and no database: its key and its epoch.

The key outlives the database it belongs to. The epoch is made again whenever a backup
is restored, so that no closed row of an old copy can be opened (format.md, 2).
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from coequal.errors import Unsound
from coequal.sealed.entropy import fresh
from coequal.sealed.hashing import digest

SIZE = 32
"""Bytes of each key that a folder keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """The host's keys, one for each purpose; all of 32 bytes but the id of 8.

    `slot` follows from the epoch, all others from `host.key`. `id` may stand in a
    database, and says by which host key it was written.
    """

    id: bytes
    name: bytes = field(repr=False)
    wrap: bytes = field(repr=False)
    find: bytes = field(repr=False)
    tag: bytes = field(repr=False)
    mark: bytes = field(repr=False)
    unkept: bytes = field(repr=False)
    slip: bytes = field(repr=False)
    found: bytes = field(repr=False)
    slot: bytes = field(repr=False)

    @classmethod
    def of(cls, *, key: bytes, epoch: bytes) -> Host:
        """Derive every key; `Unsound` unless both have 32 bytes."""
        if len(key) != SIZE or len(epoch) != SIZE:
            raise Unsound("the host's files have another length")
        return cls(
            id=digest("h.id", key=key)[:8],
            name=digest("h.name", key=key),
            wrap=digest("h.wrap", key=key),
            find=digest("h.find", key=key),
            tag=digest("h.tag", key=key),
            mark=digest("h.mark", key=key),
            unkept=digest("h.unkept", key=key),
            slip=digest("h.slip", key=key),
            found=digest("h.found", key=key),
            slot=digest("h.slot", key=epoch),
        )


def load(folder: Path, *, first: bool = True) -> Host:
    """Read `host.key` and `epoch` from a folder, making what is not there yet.

    Of two processes that start at once, both get the keys of the first. A file of
    another length than 32 bytes is `Unsound`, and is left as it is; so is a `host.key`
    that is gone, unless this is the `first` start of a database: another would be
    wrong for all that is stored.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = folder / "host.key"
    if not first and not key.exists():
        raise Unsound(
            f"{key} is gone. Put your copy of it back there: "
            "without it nobody can sign in. Nothing was changed"
        )
    return Host.of(key=kept(key), epoch=kept(folder / "epoch"))


def kept(path: Path) -> bytes:
    """Return the 32 bytes a file keeps, made once if it is not there yet.

    `Unsound` when it keeps another number of them.
    """
    if not path.exists():
        _make(path)
    raw = path.read_bytes()
    if len(raw) != SIZE:
        raise Unsound(
            f"{path} was damaged: it has {len(raw)} bytes, not {SIZE}. "
            "Put your copy of it back"
        )
    return raw


def _make(path: Path) -> None:
    """Write a new key beside its place, then link it there unless one is there.

    A file that is made in place could be read, or kept by a crash, half written.
    """
    apart = fresh(8, "temporary name", path.name.encode()).hex()
    beside = path.with_name(f".{path.name}.{os.getpid()}.{apart}")
    # Nobody but the owner can read it, not even for a moment: the mode is set as the
    # file is made.
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(fresh(SIZE, "host file", path.name.encode()))
            file.flush()
            os.fsync(file.fileno())
        _link(beside, path)
    finally:
        beside.unlink()


def _link(beside: Path, path: Path) -> None:
    # A link, unlike a rename, fails if the name is taken: so a key is never replaced.
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        return  # another process was first, and its key is the one that holds
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # a key lost to a power cut takes every account with it
    finally:
        os.close(folder)
