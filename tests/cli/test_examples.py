from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import EXAMPLES, Run

from coequal.content.load import content
from coequal.core.people import PairType


def both(kind: PairType) -> list[Path]:
    return sorted((EXAMPLES / kind).glob("*.json"))


@pytest.mark.parametrize("kind", PairType)
def test_each_type_of_pair_has_two_who_answered_everything(
    run: Run, kind: PairType
) -> None:
    form = content(kind).instrument
    first, second = both(kind)

    result = run("picture", first, second, "--json")

    drawn = json.loads(result.stdout)
    assert result.exit_code == 0, result.stderr
    assert len(drawn["domains"]) >= len(form.areas) - 1
    assert len(drawn["good"]) == 4
    assert len(drawn["carry"]) == 3
    assert len(drawn["factors"]) == 6
    for path in (first, second):
        data = json.loads(path.read_text(encoding="utf-8"))
        assert (data["pair"], list(data["answers"])) == (
            kind,
            [item.wording for item in form.items],
        )


@pytest.mark.parametrize("kind", PairType)
def test_in_words_the_picture_names_each_area_and_how_good_it_is(
    run: Run, kind: PairType
) -> None:
    text = run("picture", *both(kind)).stdout

    for item in content(kind).instrument.chapter("good").pages:
        assert content(kind).instrument.item(item.id).short in text
    assert "How good it is between you" in text


def test_answers_to_one_chapter_alone_make_a_picture_of_it(
    run: Run, tmp_path: Path
) -> None:
    answers = {"good.glad": 4, "devices.mine": 1, "devices.yours": 3}
    form = {"instrument": "short", "version": 1, "pair": "partners"}
    path = tmp_path / "alice.json"
    path.write_text(json.dumps(form | {"answers": answers}), encoding="utf-8")

    drawn = json.loads(run("picture", path, "--json").stdout)

    assert [domain["id"] for domain in drawn["domains"]] == ["devices"]
    assert drawn["good"] == [{"id": "good.glad", "said": {"A": 4, "B": None}}]
    assert drawn["heard"] == []


def test_an_example_of_friends_does_not_go_with_one_of_flatmates(run: Run) -> None:
    friend, flatmate = both(PairType.FRIENDS)[0], both(PairType.FLATMATES)[0]

    assert run("picture", friend, flatmate).exit_code == 2
