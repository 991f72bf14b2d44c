"""Every template that names its context names one that is there."""

from __future__ import annotations

import re
from dataclasses import is_dataclass
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest

TEMPLATES = Path(str(files("coequal.web"))) / "templates"
NAMED = re.compile(r"\bNeeds\s+`(\w+)`\s*\(([\w/]+)\.py\)")
BY_ROOM = sorted(
    (str(path.relative_to(TEMPLATES)), *named.groups())
    for path in TEMPLATES.rglob("*.html")
    for named in NAMED.finditer(path.read_text("utf-8"))
)


def module_of(template: str, name: str) -> str:
    """Return the module that a template means: one of its own room, or of `web`."""
    room = template.split("/", 1)[0]
    in_room = (TEMPLATES.parent / room / f"{name}.py").exists()
    return ".".join(["coequal.web", *([room] if in_room else []), *name.split("/")])


@pytest.mark.parametrize(("template", "context", "module"), BY_ROOM)
def test_a_template_names_a_context_that_is_there(
    template: str, context: str, module: str
) -> None:
    found = getattr(import_module(module_of(template, module)), context)
    assert is_dataclass(found)
    assert found.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_most_pages_name_their_context() -> None:
    assert len(BY_ROOM) > 40


def test_no_tag_holds_a_variable_as_text() -> None:
    """`{% include … with name="score-{{ number }}" %}` passes on these very signs."""
    for path in sorted(TEMPLATES.rglob("*.html")):
        for tag in re.findall(r"{%.*?%}", path.read_text("utf-8"), re.DOTALL):
            assert "{{" not in tag, (path, tag)
