from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from coequal.errors import Unsound
from coequal.sealed import host
from coequal.sealed.entropy import seeded
from coequal.sealed.hashing import digest
from coequal.sealed.host import Host, load

KEY, EPOCH = bytes(range(32)), bytes(range(32, 64))
PRIVATE = ("name", "wrap", "find", "tag", "mark", "unkept", "slot")


def test_the_first_start_makes_both_files_for_nobody_else(tmp_path: Path) -> None:
    load(tmp_path / "home")
    folder = tmp_path / "home"
    assert {path.name for path in folder.iterdir()} == {"host.key", "epoch"}
    for path in folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert len(path.read_bytes()) == 32
    assert (folder / "host.key").read_bytes() != (folder / "epoch").read_bytes()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_next_start_finds_the_same_host(tmp_path: Path) -> None:
    assert load(tmp_path) == load(tmp_path)


def test_the_keys_are_those_of_the_two_files(tmp_path: Path) -> None:
    (tmp_path / "host.key").write_bytes(KEY)
    (tmp_path / "epoch").write_bytes(EPOCH)
    assert load(tmp_path) == Host.of(key=KEY, epoch=EPOCH)


def test_each_purpose_has_its_own_key() -> None:
    one = Host.of(key=KEY, epoch=EPOCH)
    assert one.id == digest("h.id", key=KEY)[:8]
    for name in ("name", "wrap", "find", "tag", "mark"):
        assert getattr(one, name) == digest(f"h.{name}", key=KEY)
    assert one.slot == digest("h.slot", key=EPOCH)


def test_a_new_epoch_changes_closed_shares_only() -> None:
    one = Host.of(key=KEY, epoch=EPOCH)
    two = Host.of(key=KEY, epoch=bytes(32))
    changed = {name for name in PRIVATE if getattr(one, name) != getattr(two, name)}
    assert changed == {"slot"}
    assert one.id == two.id


def test_a_host_is_shown_by_its_id_only() -> None:
    one = Host.of(key=KEY, epoch=EPOCH)
    assert repr(one) == f"Host(id={one.id!r})"


@pytest.mark.parametrize("name", ["host.key", "epoch"])
@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_file_of_another_length_is_unsound_and_left_alone(
    tmp_path: Path, name: str, size: int
) -> None:
    (tmp_path / name).write_bytes(bytes(size))
    with pytest.raises(Unsound):
        load(tmp_path)
    assert (tmp_path / name).read_bytes() == bytes(size)


def test_many_that_start_at_once_get_one_host(tmp_path: Path) -> None:
    starts = 8
    for round_ in range(20):
        folder, gate = tmp_path / str(round_), Barrier(starts)

        def start(folder: Path = folder, gate: Barrier = gate) -> Host:
            gate.wait()
            return load(folder)

        with ThreadPoolExecutor(starts) as pool:
            running = [pool.submit(start) for _ in range(starts)]
            hosts = {each.result() for each in running}
        assert hosts == {load(folder)}
        assert len(list(folder.iterdir())) == 2


def test_whoever_comes_second_takes_the_key_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "host.key"
    path.write_bytes(KEY)
    host._make(path)  # as if it had not been there a moment ago
    assert path.read_bytes() == KEY
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "disk full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="disk full"):
        load(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_seeded_hosts_are_alike(tmp_path: Path) -> None:
    with seeded(b"seed"):
        assert load(tmp_path / "one") == load(tmp_path / "two")


@pytest.mark.parametrize("files", [{"key": bytes(31)}, {"epoch": bytes(33)}])
def test_keys_of_another_length_make_no_host(files: dict[str, bytes]) -> None:
    with pytest.raises(Unsound):
        Host.of(**{"key": KEY, "epoch": EPOCH, **files})


def test_a_key_that_is_gone_is_made_anew_at_the_first_start_alone(
    tmp_path: Path,
) -> None:
    with pytest.raises(Unsound, match=r"host\.key is gone"):
        load(tmp_path, first=False)
    assert not (tmp_path / "host.key").exists()
    assert load(tmp_path) == load(tmp_path, first=False)
