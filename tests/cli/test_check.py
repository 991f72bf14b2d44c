"""`coequal check` looks at how a machine is set up, and writes nothing."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.rights import locked
from tests.site.starting import environment

from coequal.site.checkup.folder import folder

PREPARE = "from coequal.site import server; server.prepare()"
CLEAN = {"COEQUAL_HOST_NAME": "Dana Smith"}
BEHIND = {
    "COEQUAL_HTTPS": "1",
    "COEQUAL_BEHIND_PROXY": "1",
    "COEQUAL_PROXIES": "1",
    "COEQUAL_HOSTS": "coequal.example",
}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that was started once."""
    home = tmp_path_factory.mktemp("checked") / "home"
    env = environment(COEQUAL_HOME=str(home))
    subprocess.run([sys.executable, "-c", PREPARE], env=env, check=True, timeout=60)
    return home


@pytest.fixture
def home(first: Path, tmp_path: Path) -> Path:
    """A copy of it, to break."""
    return Path(shutil.copytree(first, tmp_path / "home"))


def ended(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "coequal.cli", "check", *words],
        env=environment(**{**CLEAN, **settings}),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.stderr == ""
    return done


def problems(*words: str, **settings: str) -> list[str]:
    """Check, and return the lines of what is to be mended."""
    done = ended(*words, **settings)
    lines = [one for one in done.stdout.splitlines() if one.startswith("problem: ")]
    assert done.returncode == (1 if lines else 0)
    assert all(line.isprintable() for line in done.stdout.splitlines())
    return lines


def notes(**settings: str) -> list[str]:
    done = ended(**settings)
    assert done.returncode == 0, done.stdout
    return [one for one in done.stdout.splitlines() if one.startswith("note: ")]


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        one.name: (one.read_bytes(), one.stat().st_mode) for one in folder.iterdir()
    }


def test_a_warning_of_django_s_own_check_is_told(home: Path) -> None:
    # One of those that are left out because something else answers for them.
    program = (
        "from coequal.site.checkup import all_of_it as it; it.KNOWN = frozenset(); "
        "from coequal.cli.main import main; main(['check'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(COEQUAL_HOME=str(home), **CLEAN, **BEHIND),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "problem: Django (security.W008): " in done.stdout


def test_where_all_is_well_it_says_so_and_ends_with_0(home: Path) -> None:
    done = ended(COEQUAL_HOME=str(home))
    assert (done.returncode, done.stdout) == (0, "Everything is set up.\n")


def test_behind_a_proxy_all_can_be_well_too(home: Path) -> None:
    done = ended(COEQUAL_HOME=str(home), **BEHIND)
    assert (done.returncode, done.stdout) == (0, "Everything is set up.\n")


def test_it_changes_nothing_and_leaves_nothing(home: Path) -> None:
    before = state(home)
    ended(COEQUAL_HOME=str(home))
    assert state(home) == before


def test_before_the_first_start_nothing_is_made(tmp_path: Path) -> None:
    home = tmp_path / "not" / "yet"
    found = notes(COEQUAL_HOME=str(home))
    assert any("The first start makes it." in one for one in found)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_gets_no_key(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    assert notes(COEQUAL_HOME=str(tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("setting", "value", "says"),
    [
        ("COEQUAL_HTTPS", "perhaps", "neither on nor off"),
        ("COEQUAL_HTTPS", "1", "needs COEQUAL_BEHIND_PROXY=1 beside it"),
        ("COEQUAL_BEHIND_PROXY", "1", "needs COEQUAL_HTTPS=1 beside it"),
        ("COEQUAL_HOSTS", "*", "Write each name out"),
        ("COEQUAL_HOSTS", "https://coequal.example", "names only"),
        ("COEQUAL_PROXIES", "two", "a whole number"),
        ("COEQUAL_PROXIES", "1", "visitors could choose their own address"),
        ("COEQUAL_DATABASE", "mysql://a:b@c/d", "not a PostgreSQL address"),
        ("COEQUAL_HOST_NAME", "Dana\x1b[31m", "isn't text"),
        ("COEQUAL_HOST", "coequal.example", "Did you mean COEQUAL_HOSTS?"),
        ("COEQUAL_ZZZZZZZZZZZZ", "1", "Unset it."),
        ("SCRIPT_NAME", "/coequal", "under a path of another site"),
    ],
)
def test_each_wrong_setting_is_named_with_what_to_do(
    home: Path, setting: str, value: str, says: str
) -> None:
    (line,) = problems(COEQUAL_HOME=str(home), **{setting: value})
    assert line.startswith(f"problem: {setting}: ")
    assert says in line


def test_all_that_is_wrong_is_said_at_once(home: Path) -> None:
    (home / "host.key").chmod(0o644)
    wrong = {"COEQUAL_HTTPS": "x", "COEQUAL_PROXIES": "y", "COEQUAL_HOSTS": "*"}
    assert len(problems(COEQUAL_HOME=str(home), **wrong)) == 4


def test_no_line_repeats_a_password(home: Path) -> None:
    address = "postgresql://dana:hunter2@127.0.0.1:1/coequal"
    (line,) = problems(COEQUAL_HOME=str(home), COEQUAL_DATABASE=address)
    assert "hunter2" not in line
    assert "does not answer as expected" in line


def test_with_https_the_names_have_to_be_those_of_others(home: Path) -> None:
    here = {**BEHIND, "COEQUAL_HOSTS": "localhost 127.0.0.1"}
    (line,) = problems(COEQUAL_HOME=str(home), **here)
    assert "names only this machine itself" in line


def test_a_proxy_that_is_not_counted_is_good_to_know(home: Path) -> None:
    (line,) = notes(COEQUAL_HOME=str(home), **{**BEHIND, "COEQUAL_PROXIES": "0"})
    assert "all visitors count as one network" in line


def test_who_runs_it_should_be_written_down(home: Path) -> None:
    (line,) = notes(COEQUAL_HOME=str(home), COEQUAL_HOST_NAME="")
    assert line.startswith("note: COEQUAL_HOST_NAME: is empty")


@pytest.mark.parametrize("name", ["host.key", "epoch", "django.key", "coequal.sqlite3"])
def test_a_file_that_others_get_at_is_named(home: Path, name: str) -> None:
    (home / name).chmod(0o640)
    (line,) = problems(COEQUAL_HOME=str(home))
    assert f"chmod 600 {home / name}" in line


def test_a_folder_that_others_get_into_is_named(home: Path) -> None:
    home.chmod(0o755)
    (line,) = problems(COEQUAL_HOME=str(home))
    assert f"chmod 700 {home}" in line


@pytest.mark.parametrize("name", ["host.key", "epoch", "django.key"])
def test_a_key_of_another_length_is_named(home: Path, name: str) -> None:
    (home / name).write_bytes(b"short")
    (line,) = problems(COEQUAL_HOME=str(home))
    assert f"{home / name}: has 5 bytes, not 32." in line


def test_a_key_that_is_gone_is_asked_for_and_no_other_made(home: Path) -> None:
    (home / "host.key").unlink()
    (line,) = problems(COEQUAL_HOME=str(home))
    assert "Put your copy of it back there" in line
    assert not (home / "host.key").exists()


def test_a_key_of_another_home_is_told(home: Path) -> None:
    (home / "host.key").write_bytes(bytes(32))
    (line,) = problems(COEQUAL_HOME=str(home))
    assert "belongs to another host.key" in line


def test_a_missing_epoch_is_told_and_not_made(home: Path) -> None:
    (home / "epoch").unlink()
    (line,) = notes(COEQUAL_HOME=str(home))
    assert "That is right after putting a copy back" in line
    assert not (home / "epoch").exists()


@pytest.mark.parametrize("broken", [b"no database at all" * 100, b"SQLite format 3\0"])
def test_a_file_that_is_no_database_is_told(home: Path, broken: bytes) -> None:
    (home / "coequal.sqlite3").write_bytes(broken)
    (line,) = problems(COEQUAL_HOME=str(home))
    assert "coequal.sqlite3 there cannot be used" in line


def test_tables_that_are_behind_are_good_to_know(home: Path) -> None:
    with sqlite3.connect(home / "coequal.sqlite3") as database:
        database.execute("DELETE FROM django_migrations WHERE name LIKE '0007%'")
    (line,) = notes(COEQUAL_HOME=str(home))
    assert "1 changes of its tables" in line or "1 change of its tables" in line


@pytest.mark.parametrize("table", ["journal_kept", "journal_share", "people_draft"])
def test_half_a_copy_is_a_problem(home: Path, table: str) -> None:
    with sqlite3.connect(home / "coequal.sqlite3") as database:
        database.execute(f"DROP TABLE {table}")
    (line,) = problems(COEQUAL_HOME=str(home))
    assert line.startswith(
        f"problem: COEQUAL_HOME: of its tables these are gone: {table}"
    )


def test_tables_of_a_later_version_are_a_problem(home: Path) -> None:
    with sqlite3.connect(home / "coequal.sqlite3") as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('people', '9999_later', '2077-01-01')"
        )
    (line,) = problems(COEQUAL_HOME=str(home))
    assert "those of a later version" in line


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("")
    for home in (place, place / "below" / "it"):
        (line,) = problems(COEQUAL_HOME=str(home))
        assert "Set it to a folder." in line


def test_a_folder_that_nobody_may_look_into_is_named(home: Path) -> None:
    with locked(home):
        found = list(folder(home / "inner"))
        inside = list(folder(home))
    assert [one.problem for one in found] == [True]
    assert "Run this as the user who runs Coequal" in found[0].says
    assert inside
    assert all(one.problem for one in inside)


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_plain_http_beyond_this_machine_is_a_problem(home: Path, host: str) -> None:
    (line,) = problems("--host", host, COEQUAL_HOME=str(home))
    assert "by plain http" in line


def test_with_a_proxy_it_may_be_served_beyond_this_machine(home: Path) -> None:
    assert problems("--host", "0.0.0.0", COEQUAL_HOME=str(home), **BEHIND) == []


def test_a_port_that_is_taken_is_a_problem_only_if_it_is_asked_for(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        (line,) = problems("--port", port, COEQUAL_HOME=str(home))
        assert "is in use already" in line
        assert problems(COEQUAL_HOME=str(home)) == []


def test_a_program_reads_the_same_as_json(home: Path) -> None:
    home.chmod(0o755)
    done = ended("--json", COEQUAL_HOME=str(home), COEQUAL_HOST_NAME="")
    told: dict[str, Any] = json.loads(done.stdout)
    assert done.returncode == 1
    assert told["ok"] is False
    assert [one["problem"] for one in told["findings"]] == [False, True]
    assert all(one["setting"] and one["says"] for one in told["findings"])


def test_a_terminal_gets_nothing_to_obey(tmp_path: Path) -> None:
    home = tmp_path / "a\x1b[31mb"
    for words in ((), ("--json",)):
        done = ended(*words, COEQUAL_HOME=str(home))
        assert "\x1b" not in done.stdout
    done = ended("--host", "a\x1b[31m\n", COEQUAL_HOME=str(tmp_path / "home"))
    assert "\x1b" not in done.stdout
    assert done.returncode == 1


def test_an_environment_that_is_no_utf_8_is_told(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "coequal.cli", "check"],
        env={
            **{os.fsencode(k): os.fsencode(v) for k, v in environment().items()},
            b"COEQUAL_HOME": os.fsencode(home),
            b"COEQUAL_HOST_NAME": b"\xff\xfe",
            b"COEQUAL_\xff": b"1",
        },
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"COEQUAL_HOST_NAME" in done.stdout


def test_a_file_that_pages_load_and_is_not_there_is_named(home: Path) -> None:
    program = (
        "import sys; from coequal.site.checkup import all_of_it as it; "
        "it.FILES = ('js/nowhere.js',); from coequal.cli.main import main; "
        "main(['check'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(COEQUAL_HOME=str(home), **CLEAN),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "static/js/nowhere.js: is not in the package" in done.stdout


def test_a_shell_set_up_for_another_project_is_no_problem(home: Path) -> None:
    elsewhere = {"DJANGO_SETTINGS_MODULE": "shop.settings"}
    assert ended(COEQUAL_HOME=str(home), **elsewhere).returncode == 0
