"""Setting up leaves nothing to what is newest today, nor to the pip that lies there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINNED = re.compile(r"(?P<name>[a-z0-9-]+)(\[(?P<extras>[a-z0-9,-]+)\])?==(?P<at>\S+)")
HASHED = re.compile(rf"{PINNED.pattern}( ; [^-]+)?( +--hash=sha256:[0-9a-f]{{64}})+")

both = pytest.mark.parametrize("file", ["run.txt", "dev.txt"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """What a lock says of one package: its version, and the extras it comes with."""

    version: str
    extras: frozenset[str]

    def fills(self, wanted: Requirement) -> bool:
        right = wanted.specifier.contains(self.version, prereleases=True)
        return right and wanted.extras <= self.extras


def lines(file: str) -> list[str]:
    text = (ROOT / "requirements" / file).read_text(encoding="utf-8")
    return text.replace("\\\n", "").splitlines()


def lock(file: str) -> dict[str, Pin]:
    found = filter(None, (PINNED.match(line) for line in lines(file)))
    return {
        one["name"]: Pin(
            version=one["at"], extras=frozenset((one["extras"] or "").split(",")) - {""}
        )
        for one in found
    }


def own() -> list[Requirement]:
    """Return what the project asks for, in every extra too."""
    project = PROJECT["project"]
    extras = project.get("optional-dependencies", {}).values()
    asked = [*project["dependencies"], *(one for extra in extras for one in extra)]
    return [Requirement(one) for one in asked]


def asked_by(name: str, extras: frozenset[str]) -> Iterator[Requirement]:
    """Yield what an installed package asks for on this machine, with these extras."""
    for wanted in map(Requirement, requires(name) or []):
        chosen = [{"extra": extra} for extra in (*extras, "")]
        if not wanted.marker or any(wanted.marker.evaluate(one) for one in chosen):
            yield wanted


def missing(pins: dict[str, Pin], wanted: list[Requirement]) -> list[str]:
    return [
        str(one)
        for one in wanted
        if canonicalize_name(one.name) not in pins
        or not pins[canonicalize_name(one.name)].fills(one)
    ]


@both
def test_every_line_of_a_lock_is_one_version_with_its_hashes(file: str) -> None:
    assert len(lines(file)) > 25
    assert [line for line in lines(file) if not HASHED.fullmatch(line)] == []


@both
def test_what_the_project_asks_for_is_in_the_lock(file: str) -> None:
    assert len(own()) > 10
    assert missing(lock(file), own()) == []


@both
def test_what_the_locked_packages_ask_for_is_in_the_lock(file: str) -> None:
    pins = lock(file)
    wanted = [one for name, pin in pins.items() for one in asked_by(name, pin.extras)]
    assert len(wanted) > 10
    assert missing(pins, wanted) == []


@both
def test_what_builds_the_package_is_pinned_as_in_the_lock(file: str) -> None:
    pins = lock(file)
    exact = [f"{name}=={pins[name].version}" for name in ("editables", "hatchling")]
    assert PROJECT["build-system"]["requires"] == exact


def test_what_runs_is_the_same_for_developers() -> None:
    ran, developed = lock("run.txt"), lock("dev.txt")
    assert {name: developed.get(name) for name in ran} == ran
