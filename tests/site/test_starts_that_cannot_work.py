"""A start that cannot work ends in one line, and leaves everything as it was."""

from __future__ import annotations

import shutil
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.rights import locked
from tests.site.starting import environment, refused

from coequal.site.environment import CannotStart
from coequal.site.installation import made

PREPARE = "from coequal.site import server; server.prepare()"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that was started once."""
    home = tmp_path_factory.mktemp("first")
    env = environment(COEQUAL_HOME=str(home))
    subprocess.run([sys.executable, "-c", PREPARE], env=env, check=True, timeout=60)
    return home


@pytest.fixture
def home(first: Path, tmp_path: Path) -> Path:
    """A copy of it, to break."""
    return Path(shutil.copytree(first, tmp_path / "home"))


def files(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}


def test_a_port_in_use_is_said_before_anything_is_made(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        line = refused("--port", str(port), COEQUAL_HOME=str(tmp_path / "home"))
    assert f"port {port} is in use already" in line
    assert f"--port {port + 1}" in line
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("port", ["70000", "-1", "eight"])
def test_a_port_there_is_not_is_named(tmp_path: Path, port: str) -> None:
    assert "--port" in refused(COEQUAL_HOME=str(tmp_path / "home"), PORT=port)


@pytest.mark.parametrize("host", ["203.0.113.9", "nowhere.invalid", "a..b"])
def test_an_address_of_another_machine_is_no_address_to_serve_at(
    tmp_path: Path, host: str
) -> None:
    line = refused("--host", host, "--port", "0", COEQUAL_HOME=str(tmp_path / "home"))
    assert "not an address of this machine" in line
    assert list(tmp_path.iterdir()) == []


def test_an_address_at_which_everybody_is_turned_away_is_refused(
    tmp_path: Path,
) -> None:
    words = ("--host", "127.0.0.2", "--port", "0")
    line = refused(*words, COEQUAL_HOME=str(tmp_path / "home"))
    assert line.endswith("Leave --host out, or set COEQUAL_HOSTS=127.0.0.2.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("host", ["0.0.0.0", "", "::"])
def test_plain_http_beyond_this_machine_is_refused(tmp_path: Path, host: str) -> None:
    line = refused("--host", host, "--port", "0", COEQUAL_HOME=str(tmp_path / "home"))
    assert "plain http" in line
    assert "COEQUAL_HTTPS=1, COEQUAL_BEHIND_PROXY=1 and COEQUAL_HOSTS" in line
    assert list(tmp_path.iterdir()) == []


def test_a_home_that_no_shell_has_read_is_not_made(tmp_path: Path) -> None:
    line = refused("--port", "0", cwd=tmp_path, COEQUAL_HOME="~/x")
    assert "COEQUAL_HOME: starts with ~, which only a shell" in line
    assert list(tmp_path.iterdir()) == []


def test_a_home_that_is_a_file_or_lies_in_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for home in (tmp_path / "file", tmp_path / "file" / "home"):
        line = refused("--port", "0", COEQUAL_HOME=str(home))
        assert f"COEQUAL_HOME: {home} is a file, or inside one" in line


def test_a_home_that_cannot_be_made_is_named() -> None:
    line = refused("--port", "0", COEQUAL_HOME="/proc/home")
    assert line.startswith("coequal: COEQUAL_HOME: /proc/home cannot be created")


def test_a_key_that_is_gone_is_not_replaced(home: Path) -> None:
    (home / "host.key").unlink()
    before = files(home)
    line = refused("--port", "0", COEQUAL_HOME=str(home))
    assert line.startswith(f"coequal: {home}/host.key is gone. Put your copy")
    assert files(home) == before


def test_the_key_of_another_database_is_refused(home: Path) -> None:
    (home / "host.key").write_bytes(bytes(32))
    before = files(home)
    line = refused("--port", "0", COEQUAL_HOME=str(home))
    assert f"Put your copy of its own back as {home}/host.key" in line
    assert files(home) == before


@pytest.mark.parametrize("name", ["host.key", "epoch", "django.key"])
def test_a_key_of_another_length_is_named(home: Path, name: str) -> None:
    (home / name).write_bytes(b"short")
    line = refused("--port", "0", COEQUAL_HOME=str(home))
    assert f"{home}/{name} was damaged" in line
    assert (home / name).read_bytes() == b"short"


@pytest.mark.parametrize("name", ["host.key", "epoch", "django.key"])
def test_a_key_that_others_can_read_is_refused(home: Path, name: str) -> None:
    (home / name).chmod(0o640)
    line = refused("--port", "0", COEQUAL_HOME=str(home))
    assert line.endswith(f"Run: chmod 600 {home}/{name}")


def test_a_file_that_is_no_database_is_named(home: Path) -> None:
    (home / "coequal.sqlite3").write_bytes(b"not a database" * 500)
    line = refused("--port", "0", COEQUAL_HOME=str(home))
    assert "coequal.sqlite3 there cannot be used (it is no database)" in line


def test_a_key_that_is_a_folder_is_named(home: Path) -> None:
    (home / "host.key").unlink()
    (home / "host.key").mkdir()
    line = refused("--port", "0", COEQUAL_HOME=str(home))
    assert f"{home}/host.key: is a directory" in line


def test_a_database_that_is_not_there_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    url = f"postgresql://kim:open-sesame@127.0.0.1:{port}/coequal"
    home = tmp_path / "home"
    line = refused("--port", "0", COEQUAL_HOME=str(home), COEQUAL_DATABASE=url)
    assert line.startswith("coequal: COEQUAL_DATABASE: the database does not answer")
    assert "open-sesame" not in line
    assert not home.exists()


@pytest.mark.parametrize("kind", ["folder", "text"])
def test_a_start_without_a_database_makes_nothing(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "coequal.sqlite3"
    file.mkdir() if kind == "folder" else file.write_text("mine")
    line = refused("--port", "0", COEQUAL_HOME=str(tmp_path))
    assert "coequal.sqlite3 there cannot be used" in line
    assert list(tmp_path.iterdir()) == [file]


def test_a_name_with_quotes_round_it_is_refused(tmp_path: Path) -> None:
    home = str(tmp_path / "home")
    names = '"coequal.example"'
    line = refused("--port", "0", COEQUAL_HOME=home, COEQUAL_HOSTS=names)
    assert line.startswith("coequal: COEQUAL_HOSTS: holds a name that no browser sends")
    assert list(tmp_path.iterdir()) == []


def test_a_home_of_another_user_is_named(tmp_path: Path) -> None:
    with (
        locked(tmp_path),
        pytest.raises(CannotStart, match=r"cannot be created \(permission denied\)"),
    ):
        made(tmp_path / "home")


def test_a_home_that_can_only_be_read_is_named(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(CannotStart, match="cannot be written to"):
        made(Path("/usr"))


def test_half_a_copy_is_refused(home: Path) -> None:
    with sqlite3.connect(home / "coequal.sqlite3") as database:
        database.execute("DROP TABLE journal_share")
    line = refused("--port", "0", COEQUAL_HOME=str(home))
    assert "of its tables these are gone: journal_share" in line


def test_a_key_that_is_gone_is_not_replaced_in_half_a_copy_either(home: Path) -> None:
    """The row that names the key is gone too, and what was sealed by it is there."""
    (home / "host.key").unlink()
    with sqlite3.connect(home / "coequal.sqlite3") as database:
        database.execute("DELETE FROM journal_installation")
        database.execute("INSERT INTO journal_space VALUES (zeroblob(16), 0)")
    line = refused("--port", "0", COEQUAL_HOME=str(home))
    assert line.startswith(f"coequal: {home}/host.key is gone. Put your copy")
    assert not (home / "host.key").exists()
