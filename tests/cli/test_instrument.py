from __future__ import annotations

import json
from typing import Any

import pytest
from tests.cli.conftest import Run

from coequal.content.load import content
from coequal.core.people import PairType


def test_the_form_is_printed_as_json(run: Run) -> None:
    result = run("instrument", "--pair", "partners", "--json")

    data = json.loads(result.stdout)
    assert result.exit_code == 0
    assert {key: data[key] for key in ("instrument", "version", "pair")} == {
        "instrument": "short",
        "version": 2,
        "pair": "partners",
    }
    by_id = {item["id"]: item for item in data["items"]}
    assert {"id", "text", "min", "max", "block", "audience"} <= set(by_id["home.mine"])
    assert by_id["process.give_in"]["audience"] == "own"
    assert (by_id["money.wish"]["min"], by_id["money.wish"]["max"]) == (-2, 2)


def printed(run: Run, *words: str) -> list[Any]:
    return json.loads(run("instrument", *words, "--json").stdout)["items"]


def test_the_short_form_is_printed_unless_another_chapter_is_asked_for(
    run: Run,
) -> None:
    short = printed(run)

    assert {item["chapter"] for item in short} == {"short"}
    assert len(short) == 30
    assert printed(run, "--chapter", "short") == short


def test_each_chapter_can_be_printed_and_all_together(run: Run) -> None:
    names = ("short", "more", "carry", "factors", "good")
    chapters = [printed(run, "--chapter", name) for name in names]

    for name, items in zip(names, chapters, strict=True):
        assert {item["chapter"] for item in items} == {name}
    assert printed(run, "--chapter", "all") == [
        one for part in chapters for one in part
    ]


@pytest.mark.parametrize("kind", PairType)
def test_each_type_of_pair_has_its_questions(run: Run, kind: PairType) -> None:
    result = run("instrument", "--pair", kind, "--chapter", "all", "--json")

    data = json.loads(result.stdout)
    assert data["pair"] == kind
    assert [item["id"] for item in data["items"]] == [
        item.id for item in content(kind).instrument.items
    ]


def test_the_form_is_printed_in_words(run: Run) -> None:
    short, whole = (
        " ".join(run("instrument", "--chapter", chapter).stdout.split())
        for chapter in ("short", "all")
    )

    for item in content(PairType.PARTNERS).instrument.items:
        assert item.text in whole
        assert (item.text in short) is (item.chapter == "short")
    assert "-2 Much less" in short


def test_a_chapter_that_is_not_known_is_refused(run: Run) -> None:
    result = run("instrument", "--chapter", "long")

    assert result.exit_code == 2
    assert "good" in result.stderr


def test_a_type_of_pair_that_is_not_known_is_refused(run: Run) -> None:
    result = run("instrument", "--pair", "rivals")

    assert result.exit_code == 2
    assert "partners" in result.stderr


def test_coequal_names_its_version(run: Run) -> None:
    assert "version" in run("--version").stdout
