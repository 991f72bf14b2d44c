"""Files of answers outlive the version of the form they were answered by."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import EXAMPLES, Run
from tests.content.raised import ADDED_TEXT, FROM, REWORDED, anew, changed_in, raised

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.instrument import Instrument

TOLD = "3 questions are new since."
CHANGED = changed_in(PairType.PARTNERS)


def complete(kind: PairType, form: Instrument, value: int) -> dict[str, Any]:
    """Answers to the whole short form, as a file has them."""
    short = [item for item in form.items if item.chapter.value == "short"]
    said = {item.wording: min(max(value, item.min), item.max) for item in short}
    head = {"instrument": form.name, "version": form.version, "pair": kind.value}
    return head | {"answers": said}


def file(folder: Path, name: str, data: dict[str, Any]) -> Path:
    path = folder / f"{name}.json"
    path.write_text(json.dumps(data), "utf-8")
    return path


@pytest.mark.parametrize("kind", PairType)
def test_an_older_file_gives_the_picture_it_gave_and_says_what_is_new(
    run: Run, tmp_path: Path, kind: PairType
) -> None:
    form = content(kind).instrument
    kim, sam = (
        file(tmp_path, name, complete(kind, form, value))
        for name, value in (("kim", 3), ("sam", 1))
    )
    alone, both = (run("picture", *files).stdout for files in ([kim], [kim, sam]))
    drawn = run("picture", kim, sam, "--json").stdout
    with raised(tmp_path):
        later = run("picture", kim).stdout
        assert later.startswith(alone)
        assert later[len(alone) :].count(TOLD) == 1
        assert f"coequal ask --pair {kind} --out" in " ".join(later.split())
        together = run("picture", kim, sam).stdout
        assert together.startswith(both)
        assert together[len(both) :].count(TOLD) == 2
        assert run("picture", kim, sam, "--json").stdout == drawn


def test_the_example_files_stay_readable(run: Run, tmp_path: Path) -> None:
    with raised(tmp_path):
        result = run("picture", EXAMPLES / "kim.json", EXAMPLES / "sam.json")
    assert result.exit_code == 0
    assert "Kim and Sam" in result.stdout


def test_only_what_is_new_is_asked_and_what_was_answered_is_kept(
    run: Run, tmp_path: Path
) -> None:
    before = complete(PairType.PARTNERS, content(PairType.PARTNERS).instrument, 3)
    kim = file(tmp_path, "kim", before)
    with raised(tmp_path):
        result = run("ask", "--out", kim, input="g\n1\n2\n4\n")
        shown = " ".join(result.stdout.split())
        after = json.loads(kim.read_text("utf-8"))
        assert TOLD not in run("picture", kim).stdout
    assert "with 30 answers. 3 questions are new." in shown
    for number, text in enumerate(
        (REWORDED + CHANGED.say.text, REWORDED + CHANGED.item.text, ADDED_TEXT), 1
    ):
        assert f"Question {number} of 3" in shown
        assert text in shown
    said = {anew(CHANGED.say): 0, anew(CHANGED.item): 1, CHANGED.added: 3}
    assert after["answers"] == before["answers"] | said
    assert after["version"] == FROM + 1


def test_two_versions_give_the_picture_of_what_both_were_asked_alike(
    run: Run, tmp_path: Path
) -> None:
    kind = PairType.PARTNERS
    kim = file(tmp_path, "kim", complete(kind, content(kind).instrument, 3))
    with raised(tmp_path):
        sam = file(tmp_path, "sam", complete(kind, content(kind).instrument, 1))
        one, other = (
            json.loads(run("picture", *files, "--json").stdout)
            for files in ((kim, sam), (sam, kim))
        )
    area = next(each for each in one["domains"] if each["id"] == CHANGED.area)
    assert area["said"] == {"A": {"A": None, "B": 3}, "B": {"A": 1, "B": None}}
    told = {fact["id"]: fact["said"] for fact in one["heard"]}
    assert not {CHANGED.item.id, CHANGED.added, CHANGED.dropped} & set(told)
    assert all(said == {"A": 3, "B": 1} for said in told.values())
    swapped = next(each for each in other["domains"] if each["id"] == CHANGED.area)
    assert swapped["level"] == {"A": area["level"]["B"], "B": area["level"]["A"]}


@pytest.mark.parametrize(
    ("version", "name", "told"),
    [
        (FROM + 2, "home.mine", f"version: expected 1 to {FROM + 1}"),
        (0, "home.mine", f"version: expected 1 to {FROM + 1}"),
        (FROM, anew(CHANGED.say), "expected an item of this form"),
        (FROM, CHANGED.added, "expected an item of this form"),
        (FROM + 1, f"{CHANGED.say.id}@99", "expected an item of this form"),
        (FROM + 1, f"{CHANGED.say.id}@1", "expected an item of this form"),
    ],
)
def test_what_no_form_up_to_that_version_asks_is_named(
    run: Run, tmp_path: Path, version: int, name: str, told: str
) -> None:
    head = {"instrument": "short", "version": version, "pair": "partners"}
    kim = file(tmp_path, "kim", head | {"answers": {name: 1}})
    with raised(tmp_path):
        result = run("picture", kim)
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert told in line


def test_the_form_as_json_names_the_revision_of_each_question(
    run: Run, tmp_path: Path
) -> None:
    with raised(tmp_path):
        data = json.loads(run("instrument", "--json").stdout)
        text = run("instrument").stdout
    revisions = {item["id"]: item["revision"] for item in data["items"]}
    assert revisions[CHANGED.say.id] == CHANGED.say.revision + 1
    assert (
        revisions["home.mine"]
        == content(PairType.PARTNERS).instrument.item("home.mine").revision
    )
    assert f"\n{anew(CHANGED.say)}\n" in text
