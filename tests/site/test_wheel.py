"""What is released works where nothing of the checkout is.

The source archive is built from a copy of the checkout, the wheel from the archive. The
wheel goes into an empty environment, which borrows the packages that Coequal needs from
the one that runs the tests, but not the checkout that is installed there.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from email import message_from_bytes
from fnmatch import filter as matching
from pathlib import Path, PurePosixPath
from urllib.request import urlopen

import pytest
from click.testing import CliRunner
from tests.site.server import served

from coequal.cli.main import main

ROOT = Path(__file__).parents[2]
NOT_OURS = (".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "var")
PIP = ("-m", "pip", "-q", "--disable-pip-version-check")
ALONE = ("--no-index", "--no-deps")


@dataclass(frozen=True, slots=True)
class Release:
    """Both files of a release, and the environment that the wheel went into."""

    archive: Path
    wheel: Path
    environment: Path

    def run(self, program: str, *words: str) -> str:
        done = subprocess.run(
            [self.environment / "bin" / program, *words],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def _python(*words: object, at: Path) -> None:
    subprocess.run([sys.executable, *map(str, words)], cwd=at, check=True, timeout=60)


def _built(folder: Path) -> tuple[Path, Path]:
    """Build as a release is built, from a checkout in which something else lies too."""
    checkout = folder / "checkout"
    shutil.copytree(ROOT, checkout, ignore=shutil.ignore_patterns(*NOT_OURS))
    (checkout / "letters").mkdir()
    (checkout / "letters" / "private.txt").write_text("not for anybody")
    _python("-m", "hatchling", "build", "-t", "sdist", "-d", folder, at=checkout)
    (archive,) = folder.glob("*.tar.gz")
    _python(*PIP, "wheel", "--no-build-isolation", *ALONE, archive, at=folder)
    (wheel,) = folder.glob("*.whl")
    return archive, wheel


def _empty(folder: Path) -> Path:
    """Make an environment with what Coequal needs, and without Coequal.

    A folder that a .pth names is searched for packages, but the .pth files in it are
    not read: the checkout, which is installed there by one, stays out.
    """
    venv.create(folder, symlinks=True)
    paths = {"base": str(folder), "platbase": str(folder)}
    own = Path(sysconfig.get_path("purelib", scheme="venv", vars=paths))
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (own / "borrowed.pth").write_text("\n".join(borrowed))
    return folder


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    folder = tmp_path_factory.mktemp("release")
    archive, wheel = _built(folder)
    environment = _empty(folder / "environment")
    python = environment / "bin" / "python"
    _python(*PIP, "--python", python, "install", *ALONE, wheel, at=folder)
    return Release(archive, wheel, environment)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder, with nothing in the environment that leads back."""
    monkeypatch.chdir(tmp_path)
    for name in ("PYTHONPATH", "DJANGO_SETTINGS_MODULE"):
        monkeypatch.delenv(name, raising=False)


def test_an_installed_wheel_serves(release: Release, tmp_path: Path) -> None:
    found = release.run("python", "-c", "import coequal; print(coequal.__file__)")
    assert Path(found.strip()).is_relative_to(release.environment)
    with served(tmp_path, [str(release.environment / "bin" / "coequal")]) as server:
        for path, kind, text in (
            ("/", "text/html", "Who decides what, between you two?"),
            ("/learn/", "text/html", "Learn"),
            ("/static/css/tokens.css", "text/css", "--"),
        ):
            with urlopen(server.base + path, timeout=20) as answer:
                assert answer.headers["Content-Type"].startswith(kind)
                assert text in answer.read().decode()
    assert (tmp_path / "data" / "coequal.sqlite3").is_file()


def test_an_installed_wheel_lists_the_questions(release: Release) -> None:
    words = ["instrument", "--pair", "friends"]
    here = CliRunner().invoke(main, words)
    assert len(here.output.splitlines()) > 20
    assert release.run("coequal", *words) == here.output


def test_the_wheel_holds_all_of_the_program_and_nothing_else(release: Release) -> None:
    source = ROOT / "src"
    kept = {
        str(file.relative_to(source))
        for file in (source / "coequal").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    with zipfile.ZipFile(release.wheel) as wheel:
        names = wheel.namelist()
    assert {one for one in names if ".dist-info/" not in one} == kept
    for needed in (
        "coequal/web/templates/*.html",
        "coequal/web/static/css/*.css",
        "coequal/web/static/js/*.js",
        "coequal/content/en/*.toml",
        "coequal/content/en/guides/*.md",
        "coequal/content/helplines.csv",
        "coequal/journal/migrations/0*.py",
        "coequal/people/migrations/0*.py",
        "coequal/sealed/format.md",
        "coequal/py.typed",
        "coequal-*.dist-info/licenses/LICENSE",
    ):
        assert matching(names, needed), needed


def test_the_source_archive_holds_only_what_belongs_in_it(release: Release) -> None:
    with tarfile.open(release.archive) as archive:
        names = [PurePosixPath(name) for name in archive.getnames()]
    held = {name.parts[1] for name in names}
    assert {"src", "tests", "docs", "Makefile", "LICENSE", "CHANGELOG.md"} <= held
    assert "letters" not in held


def test_the_page_of_the_package_points_at_nothing_in_a_checkout(
    release: Release,
) -> None:
    with zipfile.ZipFile(release.wheel) as wheel:
        (name,) = matching(wheel.namelist(), "*.dist-info/METADATA")
        about = message_from_bytes(wheel.read(name))
    page = str(about.get_payload())
    assert "pipx install coequal" in page
    assert "](" not in page
    assert "<img" not in page
    assert "Typing :: Typed" in about.get_all("Classifier", [])
