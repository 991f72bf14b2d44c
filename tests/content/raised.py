"""A form raised to its next version, for tests: something asked anew, something not.

It goes the way that docs/decisions/forms.md tells: the files of today are copied into
the folder of their version, and then changed.
"""

from __future__ import annotations

import json
import shutil
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import pytest

import coequal.content
from coequal.content import files
from coequal.content.load import COMMON, content, read_once
from coequal.content.versions import PAST, content_of
from coequal.core.people import PairType
from coequal.core.see.instrument import Area, Item

FROM: Final = content(PairType.PARTNERS).instrument.version
"""The version that is shipped."""
ADDED: Final = "trust.asks"
ADDED_TEXT: Final = "How often do you two ask what the other one thinks?"
REWORDED: Final = "In other words: "
"""How a question begins that is put in other words."""

Table = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What the next version changes in the form of one type of pair.

    `area` is one whose first question, `say`, is reworded, and so is `item`; they
    are told as they were before. `gone` is an area of a further chapter that goes.
    """

    area: str
    say: Item
    item: Item
    dropped: str
    gone: Area
    added: str = ADDED

    @property
    def new(self) -> int:
        """How many questions there are to answer for who had answered all."""
        return len({self.say.id, self.item.id, self.added})


def changed_in(kind: PairType) -> Changed:
    """Return what `raised` changes."""
    form = content_of(kind, FROM).instrument
    felt = form.part("trust").open_ids
    area = form.areas[1]
    return Changed(
        area=area.id,
        say=form.item(area.mine),
        item=form.item(felt[0]),
        dropped=felt[1],
        gone=form.areas[-1],
    )


def anew(item: Item) -> str:
    """Return how the next wording of an item is named."""
    return replace(item, revision=item.revision + 1).wording


@contextmanager
def raised(folder: Path) -> Iterator[None]:
    """Let every form be one version on: one question more, two reworded, one less."""
    root = folder / "content"
    shutil.copytree(Path(coequal.content.__file__).parent, root)
    changed = {kind: changed_in(kind) for kind in PairType}
    _freeze(root / "en")
    _change(root / "en" / f"{COMMON}.toml", _one_version_on)
    for kind in PairType:
        one = changed[kind]
        _change(root / "en" / f"{kind}.toml", lambda form, one=one: _reword(form, one))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "files", lambda _package: root)
        forget()
        yield
    forget()


def forget() -> None:
    """Let every form be read again."""
    read_once.cache_clear()
    content_of.cache_clear()


def _freeze(en: Path) -> None:
    past = en / PAST / str(FROM)
    past.mkdir(parents=True)
    for name in (COMMON, *PairType):
        shutil.copy(en / f"{name}.toml", past)


def _change(file: Path, change: Any) -> None:
    data = tomllib.loads(file.read_text("utf-8"))
    change(data)
    lines = [f"{json.dumps(name)} = {_toml(value)}" for name, value in data.items()]
    file.write_text("\n".join(lines), "utf-8")


def _toml(value: Any) -> str:
    """Write a value in one line."""
    if isinstance(value, dict):
        pairs = (f"{json.dumps(name)} = {_toml(one)}" for name, one in value.items())
        return "{ " + ", ".join(pairs) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _one_version_on(common: Table) -> None:
    common["version"] += 1


def _reword(form: Table, one: Changed) -> None:
    area = next(area for area in form["areas"] if area["id"] == one.area)
    items = {item["id"]: item for item in form["items"]}
    for asked in (area["mine"], items[one.item.id]):
        asked["text"] = REWORDED + asked["text"]
        asked["revision"] = asked.get("revision", 1) + 1
    form["areas"] = [each for each in form["areas"] if each["id"] != one.gone.id]
    form["items"].remove(items[one.dropped])
    form["items"].append(items[one.item.id] | {"id": ADDED, "text": ADDED_TEXT})
    form["items"][-1]["revision"] = 1
