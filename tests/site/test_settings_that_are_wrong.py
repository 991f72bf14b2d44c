"""Each setting that cannot work is named, with what would be right."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.site.starting import SETTINGS

from coequal.site import environment
from coequal.site.database import database
from coequal.site.environment import CannotStart

AT: str = "postgresql://kim:open-sesame@db"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)


def said(monkeypatch: pytest.MonkeyPatch, ask: object, **settings: str) -> str:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert callable(ask)
    with pytest.raises(CannotStart) as refused:
        ask()
    line = str(refused.value)
    assert line.isprintable()
    return line


def home_database() -> object:
    return database(Path("/home"))


@pytest.mark.parametrize("path", ["~/x", "~kim/x", "$HOME/x", '"/srv/x"', "'/srv/x'"])
@pytest.mark.parametrize("name", ["COEQUAL_HOME", "XDG_DATA_HOME"])
def test_a_path_that_no_shell_has_read(
    monkeypatch: pytest.MonkeyPatch, name: str, path: str
) -> None:
    line = said(monkeypatch, environment.home, **{name: path})
    assert line.startswith(f"{name}: starts with {path[0]}, which only a shell")


def test_a_user_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", nowhere)
    assert "COEQUAL_HOME: is not set" in said(monkeypatch, environment.home)


@pytest.mark.parametrize("value", ["tru", "2", "yes please", "-"])
def test_a_switch_that_is_neither_on_nor_off(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    line = said(monkeypatch, environment.behind_https, COEQUAL_HTTPS=value)
    assert line.startswith("COEQUAL_HTTPS: is neither on nor off")


@pytest.mark.parametrize("value", ["1", "TRUE", " yes ", "on"])
def test_a_switch_is_on_however_it_is_written(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("COEQUAL_HTTPS", value)
    assert environment.flag("COEQUAL_HTTPS")


def test_https_takes_a_proxy_and_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    https = environment.behind_https
    assert "needs COEQUAL_BEHIND_PROXY=1" in said(monkeypatch, https, COEQUAL_HTTPS="1")
    line = said(monkeypatch, https, COEQUAL_BEHIND_PROXY="1")
    assert line.startswith("COEQUAL_HOSTS: is not set")
    monkeypatch.setenv("COEQUAL_HOSTS", "coequal.example")
    assert https()
    line = said(monkeypatch, https, COEQUAL_HTTPS="0")
    assert "needs COEQUAL_HTTPS=1" in line


@pytest.mark.parametrize("ask", [environment.behind_https, environment.hosts])
def test_a_path_of_another_site(monkeypatch: pytest.MonkeyPatch, ask: object) -> None:
    name = {
        environment.behind_https: ("SCRIPT_NAME", "/coequal"),
        environment.hosts: ("COEQUAL_HOSTS", "example.org/coequal"),
    }[ask]  # type: ignore[index]
    line = said(monkeypatch, ask, **dict([name]))
    assert line.startswith(f"{name[0]}: Coequal can't run under a path")


@pytest.mark.parametrize(
    "name",
    ["https://coequal.example", "coequal.example:8443", "a.example/", "[::1]:80"],
)
def test_more_than_a_name(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    line = said(monkeypatch, environment.hosts, COEQUAL_HOSTS=f"b.example {name}")
    assert "without https:// or a port" in line


@pytest.mark.parametrize(
    "name",
    [
        *('"a.example"', "'a.example'", "a.example.", "m\u00fcnchen.example"),
        *("kim@a.example", "[a.example]", "a..example", "a.example;"),
    ],
)
def test_a_name_that_no_browser_sends(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    line = said(monkeypatch, environment.hosts, COEQUAL_HOSTS=name)
    assert line.startswith("COEQUAL_HOSTS: holds a name that no browser sends")


@pytest.mark.parametrize("name", ["*", "*.example", ".example"])
def test_any_name_at_all(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    assert "each name" in said(monkeypatch, environment.hosts, COEQUAL_HOSTS=name)


@pytest.mark.parametrize("names", ["", "  "])
def test_no_name_is_those_of_this_machine(
    monkeypatch: pytest.MonkeyPatch, names: str
) -> None:
    monkeypatch.setenv("COEQUAL_HOSTS", names)
    assert environment.hosts() == ["127.0.0.1", "localhost", "[::1]"]


def test_names_are_told_apart_by_spaces_or_commas(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COEQUAL_HOSTS", "a.example, B-2.example [::1] xn--mnchen-3ya")
    known = ["a.example", "B-2.example", "[::1]", "xn--mnchen-3ya"]
    assert environment.hosts() == known


def test_a_text_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COEQUAL_HOST_NAME", os.fsdecode(b"Ren\xe9"))
    with pytest.raises(CannotStart, match="Write it in UTF-8"):
        environment.text("COEQUAL_HOST_NAME")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("mysql://kim:open-sesame@db/coequal", "is not a PostgreSQL address"),
        ("kim:open-sesame@db/coequal", "is not a PostgreSQL address"),
        ("postgresql:/coequal", "is not a PostgreSQL address"),
        ("sqlite:///x", "leave it empty for SQLite"),
        (f"{AT}", "expected the name of a database"),
        (f"{AT}/a/b", "expected the name of a database"),
        (f"{AT}:eight/coequal", "@ as %40"),
        (f"{AT}:99999/coequal", "@ as %40"),
        ("postgresql://kim:open#sesame@db/coequal", "@ as %40"),
        ("postgresql://kim:open/sesame@db/coequal", "@ as %40"),
        ("postgresql://kim:open?sesame@db/coequal", "@ as %40"),
        ("postgresql://kim:open-sesame@[db/coequal", "@ as %40"),
        (f"{AT}/coequal?sslmode=require", "only ?host=/path is read"),
        (f"{AT}/coequal?host=/run&host=/tmp", "only ?host=/path is read"),
        (f"{AT}/coequal?sslmode", "only ?host=/path is read"),
    ],
)
def test_an_address_of_a_database_that_cannot_be_meant(
    monkeypatch: pytest.MonkeyPatch, url: str, told: str
) -> None:
    line = said(monkeypatch, home_database, COEQUAL_DATABASE=url)
    assert line.startswith("COEQUAL_DATABASE: ")
    assert told in line
    assert "sesame" not in line


def test_an_address_of_a_database_is_read_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    url = "postgres://kim:a%40b%2F@[::1]:5433/the%20two?host=/run/db"
    monkeypatch.setenv("COEQUAL_DATABASE", url)
    found = database(Path("/home"))
    assert [found[name] for name in ("USER", "PASSWORD", "PORT", "NAME", "HOST")] == [
        *("kim", "a@b/", "5433", "the two", "/run/db")
    ]
