"""The changelog is of this version, and fragments find their way into it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
FRAGMENT = re.compile(r"\d+\.(feature|bugfix|doc|removal|misc)(\.\d+)?\.md")


def headings(page: str) -> list[str]:
    return re.findall(r"^## (\S+)", page, re.MULTILINE)


def test_the_newest_release_in_it_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    page = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert headings(page)[0] == project["project"]["version"]


def test_no_fragment_has_a_name_that_is_passed_over() -> None:
    names = {file.name for file in (ROOT / "changelog.d").iterdir()}
    assert "README.md" in names
    assert [one for one in names - {"README.md"} if not FRAGMENT.fullmatch(one)] == []


def test_a_fragment_comes_to_stand_above_the_last_release(tmp_path: Path) -> None:
    for file in ("pyproject.toml", "CHANGELOG.md"):
        shutil.copy(ROOT / file, tmp_path)
    fragments = tmp_path / "changelog.d"
    shutil.copytree(ROOT / "changelog.d", fragments)
    (fragments / "1.feature.md").write_text("Two people can fly.")
    before = (tmp_path / "CHANGELOG.md").read_text(encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "towncrier", "build", "--yes", "--version", "99.0"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    after = (tmp_path / "CHANGELOG.md").read_text(encoding="utf-8")
    assert headings(after) == ["99.0", *headings(before)]
    assert "Two people can fly." in after.partition("## 0.1.0")[0]
    assert after.endswith(before.partition("## 0.1.0")[2])
    assert [file.name for file in fragments.iterdir()] == ["README.md"]
