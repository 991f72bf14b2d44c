from __future__ import annotations

import json

from tests.cli.conftest import Run

from coequal.content.load import content
from coequal.core.people import PairType


def test_the_form_is_printed_as_json(run: Run) -> None:
    result = run("instrument", "--pair", "partners", "--json")

    data = json.loads(result.stdout)
    assert result.exit_code == 0
    assert {key: data[key] for key in ("instrument", "version", "pair")} == {
        "instrument": "short",
        "version": 1,
        "pair": "partners",
    }
    by_id = {item["id"]: item for item in data["items"]}
    assert {"id", "text", "min", "max", "block", "audience"} <= set(by_id["home.mine"])
    assert by_id["process.give_in"]["audience"] == "own"
    assert (by_id["money.wish"]["min"], by_id["money.wish"]["max"]) == (-2, 2)


def test_the_form_is_printed_in_words(run: Run) -> None:
    result = run("instrument")

    assert result.exit_code == 0
    for item in content(PairType.PARTNERS).instrument.items:
        assert item.text in result.stdout
    assert "-2 Much less" in result.stdout


def test_a_type_of_pair_that_is_not_known_is_refused(run: Run) -> None:
    result = run("instrument", "--pair", "rivals")

    assert result.exit_code == 2
    assert "partners" in result.stderr


def test_coequal_names_its_version(run: Run) -> None:
    assert "version" in run("--version").stdout
