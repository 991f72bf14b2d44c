"""The pages of docs/ and the programs beside them say the same."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from coequal import errors

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
INDEX = DOCS / "README.md"
PAGES = sorted(path for path in DOCS.rglob("*.md") if path != INDEX)
TOP = [ROOT / name for name in ("CONTRIBUTING.md", "SECURITY.md", "README.md")]
WRITTEN = [INDEX, *PAGES, *TOP, ROOT / "CHANGELOG.md"]

LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```", re.DOTALL)
FILE = re.compile(r"`((?:src|tests|docs|requirements|changelog\.d)/[\w./-]+\.\w+)`")
SETTING = re.compile(r'"(COEQUAL_[A-Z_]+|XDG_[A-Z_]+|PORT)"')
REQUIREMENT = re.compile(r"^[A-Za-z0-9-]+")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def links(page: Path) -> Iterator[Path]:
    """Return the files that a page points to, without other people's addresses."""
    for link in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
        target = link.partition("#")[0]
        if target and "://" not in target:
            yield (page.parent / target).resolve()


def required(lines: list[str]) -> list[str]:
    found = (REQUIREMENT.match(line) for line in lines)
    return [match[0].lower() for match in found if match]


def section(page: Path, heading: str) -> str:
    text = page.read_text(encoding="utf-8")
    start = re.search(rf"^#+ {re.escape(heading)}$", text, re.MULTILINE)
    assert start, f"{name(page)} has no section {heading}"
    return re.split(r"^#", text[start.end() :], maxsplit=1, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_page_is_in_the_index(page: Path) -> None:
    assert page in set(links(INDEX))


@pytest.mark.parametrize("page", WRITTEN, ids=name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    assert [name(file) for file in links(page) if not file.exists()] == []


@pytest.mark.parametrize("page", WRITTEN, ids=name)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    named = FILE.findall(page.read_text(encoding="utf-8"))
    assert [file for file in named if not (ROOT / file).exists()] == []


def test_every_dependency_has_its_record_of_three_lines() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    page = DOCS / "decisions" / "dependencies.md"
    kept = required(project["project"]["dependencies"])
    text = page.read_text(encoding="utf-8")
    recorded = re.findall(r"^### (\S+)$", text, re.MULTILINE)
    assert recorded == kept
    for package in kept:
        lines = section(page, package).split("\n")
        starts = [line.partition(":")[0] for line in lines if line]
        assert starts == ["Kept", "Licence", "Weight"], package


@pytest.mark.parametrize("file", ["run.in", "dev.in"])
def test_every_tool_has_its_line(file: str) -> None:
    lines = (ROOT / "requirements" / file).read_text(encoding="utf-8").splitlines()
    page = (DOCS / "decisions" / "dependencies.md").read_text(encoding="utf-8")
    assert [tool for tool in required(lines) if f"- `{tool}`: " not in page] == []


def test_every_error_stands_in_the_drawn_tree() -> None:
    tree = errors.__doc__ or ""
    own = [
        value.__name__
        for value in vars(errors).values()
        if isinstance(value, type) and issubclass(value, errors.CoequalError)
    ]
    drawn = re.findall(r"^(?:[├└]── )(\w+)", tree, re.MULTILINE)
    assert f"\n{own[0]}\n├── " in tree
    assert drawn == own[1:]


def test_every_make_target_is_named_for_contributors() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE)
    assert targets
    assert [target for target in targets if f"`make {target}`" not in page] == []


def test_every_setting_is_explained_to_whoever_hosts() -> None:
    site = ROOT / "src" / "coequal" / "site"
    programs = [*site.glob("*.py"), ROOT / "src" / "coequal" / "cli" / "serve.py"]
    read = {
        setting
        for program in programs
        for setting in SETTING.findall(program.read_text(encoding="utf-8"))
    }
    page = (DOCS / "self-hosting.md").read_text(encoding="utf-8")
    assert read
    assert [setting for setting in sorted(read) if f"`{setting}`" not in page] == []
