"""Ask whether what is locked has a known weakness, or say that nobody answered.

    python tests/audit.py [--required] [--service ADDRESS]

`uv audit` asks a public collection of advisories. Silence is no answer: beside what is
locked it is asked about a package of which a weakness is known for certain, and every
package has to be counted. Where that fails, nothing was audited, and this says so.
Ends with 1 for a weakness; with 3 where nothing was audited, if that is `--required`.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from uv import find_uv_bin

REQUIREMENTS = Path(__file__).parents[1] / "requirements"
PINNED = re.compile(r"^([a-z0-9-]+)(?:\[[a-z0-9,-]+\])?==([^\s\\]+)", re.MULTILINE)
KNOWN = ("mako", "1.2.1")
"""Its parser can be kept busy without end (CVE-2022-40023). It is never installed."""
SECONDS = 120

FOUND, NOT_RUN = 1, 3
LOUD = """
!! THE AUDIT DID NOT RUN: {why}
!! Nothing is known about weaknesses in what is locked. Run `make audit` with a network.
"""


class NotRun(Exception):
    """Nobody said anything that can be relied on; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakness:
    """A known weakness of a package in the version that is locked."""

    package: str
    version: str
    advisory: str
    fixed: tuple[str, ...]


def locked(file: str) -> dict[str, str]:
    """Return every package of a lock with its version."""
    return dict(PINNED.findall((REQUIREMENTS / file).read_text(encoding="utf-8")))


def known_weaknesses(pins: dict[str, str], service: str | None) -> list[Weakness]:
    """Return what is known against these packages. Raises `NotRun`."""
    asked = pins | dict([KNOWN])
    said = answer(asked, service)
    try:
        counted = said["summary"]["audited_packages"]
        found = [weakness(one) for one in said["vulnerabilities"]]
    except (KeyError, TypeError) as error:
        raise NotRun("the answer has another shape than it had") from error
    if counted != len(asked):
        raise NotRun(f"{counted} packages were looked at, and {len(asked)} asked about")
    if KNOWN not in {(one.package, one.version) for one in found}:
        raise NotRun("not even the weakness that is known for certain was named")
    return [one for one in found if one.package in pins]


def weakness(said: Any) -> Weakness:
    """Read one weakness as `uv audit` tells it."""
    return Weakness(
        package=said["dependency"]["name"],
        version=said["dependency"]["version"],
        advisory=said["display_id"],
        fixed=tuple(said["fix_versions"]),
    )


def answer(pins: dict[str, str], service: str | None) -> Any:
    """Return what `uv audit` says of these packages. Raises `NotRun`."""
    command = [find_uv_bin(), "audit", "--no-config", "--no-cache", "--frozen"]
    command += ["--preview-features", "audit-command,json-output"]
    command += ["--output-format", "json"]
    command += ["--service-url", service] if service else []
    with tempfile.TemporaryDirectory() as folder:
        write_project(Path(folder), pins)
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                # Once is enough: whoever has no network need not wait to hear of it.
                env=os.environ | {"UV_HTTP_RETRIES": "0"},
                check=False,
                capture_output=True,
                text=True,
                timeout=SECONDS,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NotRun(f"uv audit: {type(error).__name__}") from error
    try:
        return json.loads(done.stdout)
    except ValueError as error:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise NotRun(f"uv audit: {last.strip()}") from error


def write_project(folder: Path, pins: dict[str, str]) -> None:
    """Write a project that needs just these packages, as `uv audit` reads it.

    So nothing is resolved, and no index is asked for what the lock says already.
    """
    needs = ", ".join(f'"{name}=={version}"' for name, version in pins.items())
    project = '[project]\nname = "audited"\nversion = "0"\nrequires-python = ">=3.11"\n'
    (folder / "pyproject.toml").write_text(f"{project}dependencies = [{needs}]\n")
    packages = [
        f'[[package]]\nname = "{name}"\nversion = "{version}"\n'
        'source = { registry = "." }\nsdist = { path = "none.tar.gz" }\n'
        for name, version in pins.items()
    ]
    named = ", ".join(f'{{ name = "{name}" }}' for name in pins)
    root = '[[package]]\nname = "audited"\nversion = "0"\nsource = { virtual = "." }\n'
    lock = ['version = 1\nrequires-python = ">=3.11"\n', *packages]
    lock += [f"{root}dependencies = [{named}]\n"]
    (folder / "uv.lock").write_text("\n".join(lock))


def main(arguments: list[str]) -> int:
    """Audit both locks, of which that of developers holds the other."""
    parser = argparse.ArgumentParser(description="Known weaknesses of what is locked.")
    parser.add_argument("--required", action="store_true")
    parser.add_argument("--service")
    asked = parser.parse_args(arguments)
    pins, running = locked("dev.txt"), locked("run.txt")
    try:
        found = known_weaknesses(pins, asked.service)
    except NotRun as why:
        print(LOUD.format(why=why), file=sys.stderr)
        return NOT_RUN if asked.required else 0
    for one in found:
        used = "runs" if one.package in running else "developers only"
        mended = f"mended in {', '.join(one.fixed)}" if one.fixed else "not mended yet"
        print(f"{one.package} {one.version} ({used}): {one.advisory}, {mended}")
    print(f"{len(pins)} packages were asked about: {len(found)} known weaknesses")
    return FOUND if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
