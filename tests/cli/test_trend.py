from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cli.conftest import EXAMPLES, Run

EXAMPLE = EXAMPLES / "trend.json"
FACETS = ("heard", "say", "load", "appreciated", "good")
NOTHING = dict.fromkeys(FACETS)
LOW, HIGH = dict.fromkeys(FACETS, 1), dict.fromkeys(FACETS, 5)
STEPS = st.fixed_dictionaries(dict.fromkeys(FACETS, st.none() | st.integers(0, 6)))


def week(number: int, a: object = NOTHING, b: object = NOTHING) -> dict[str, Any]:
    return {"week": f"2026-W{number:02}", "A": a, "B": b}


def written(path: Path, *weeks: object) -> Path:
    path.write_text(json.dumps({"weeks": weeks}), encoding="utf-8")
    return path


def of(run: Run, path: Path, *weeks: object) -> dict[str, Any]:
    result = run("trend", written(path, *weeks), "--json")
    assert result.exit_code == 0, result.stderr
    data: dict[str, Any] = json.loads(result.stdout)
    return data


def text_of(run: Run, path: Path) -> str:
    result = run("trend", path)
    assert result.exit_code == 0, result.stderr
    return " ".join(result.stdout.split())


def test_every_week_of_the_example_has_five_levels_for_each(run: Run) -> None:
    weeks = json.loads(EXAMPLE.read_text("utf-8"))["weeks"]

    told = json.loads(run("trend", EXAMPLE, "--json").stdout)

    assert [one["week"] for one in told["weeks"]] == [one["week"] for one in weeks]
    for one in told["weeks"]:
        assert [*one["A"], *one["B"]] == [*FACETS, *FACETS]
        for level in (*one["A"].values(), *one["B"].values()):
            assert level is None or (
                list(level) == ["value", "low", "high"]
                and 0 <= level["low"] < level["value"] < level["high"] <= 6
            )
    assert told["weeks"][20]["A"]["good"]["value"] > 1
    assert told["change"] == {
        "A": {"say_and_load": "up", "together": "up"},
        "B": {"say_and_load": "none", "together": "too early"},
    }


SENTENCES = """
2026-W05 to 2026-W40
Lately A rates feeling heard, having a say and a fair load clearly higher than before.
Lately A rates feeling appreciated and being together clearly higher than before.
For A both went the same way. That may belong together, but this doesn’t show why.
Nothing has clearly changed in how B rates feeling heard, having a say and a fair load.
It’s too early to say if B rates feeling appreciated and being together differently now.
That takes at least 4 answers.
"""


def test_in_words_there_is_one_sentence_for_each_series(run: Run) -> None:
    assert text_of(run, EXAMPLE).startswith(" ".join(SENTENCES.split()))


def test_what_went_down_is_said_as_plainly(run: Run, tmp_path: Path) -> None:
    weeks = [week(at, HIGH if at <= 20 else LOW) for at in range(1, 33)]

    assert of(run, tmp_path / "down.json", *weeks)["change"]["A"] == {
        "say_and_load": "down",
        "together": "down",
    }
    assert text_of(run, tmp_path / "down.json").count("clearly lower than before") == 2


def test_no_weeks_are_too_early_for_anything(run: Run, tmp_path: Path) -> None:
    early = {"say_and_load": "too early", "together": "too early"}

    told = of(run, tmp_path / "none.json")

    assert told == {"weeks": [], "change": {"A": early, "B": early}}
    assert "There are no weeks in this file yet." in text_of(
        run, tmp_path / "none.json"
    )


def test_a_week_left_out_is_a_week_without_an_answer(run: Run, tmp_path: Path) -> None:
    said = [week(at, HIGH if at % 2 else LOW) for at in (*range(1, 9), *range(12, 20))]
    empty = [week(at) for at in range(9, 12)]

    short = of(run, tmp_path / "short.json", *said)
    whole = of(run, tmp_path / "whole.json", *said[:8], *empty, *said[8:])

    assert short["change"] == whole["change"]
    assert short["weeks"] == [*whole["weeks"][:8], *whole["weeks"][11:]]


def test_the_week_after_the_last_of_a_year_is_the_first_of_the_next(
    run: Run, tmp_path: Path
) -> None:
    weeks = [week(at, HIGH) for at in (51, 52, 53)] + [
        week(at, HIGH) | {"week": f"2027-W0{at}"} for at in (1, 2)
    ]
    alike = [week(at, HIGH) for at in range(1, 6)]

    over = of(run, tmp_path / "over.json", *weeks)["weeks"]
    within = of(run, tmp_path / "within.json", *alike)["weeks"]

    assert [one["A"] for one in over] == [one["A"] for one in within]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(STEPS, STEPS), max_size=30))
def test_exchanging_a_and_b_mirrors_it(
    run: Run, tmp_path: Path, said: list[tuple[object, object]]
) -> None:
    here = of(run, tmp_path / "a.json", *(week(at, *one) for at, one in numbered(said)))
    there = of(
        run, tmp_path / "b.json", *(week(at, *one[::-1]) for at, one in numbered(said))
    )

    assert there["change"] == {"A": here["change"]["B"], "B": here["change"]["A"]}
    assert there["weeks"] == [
        {"week": one["week"], "A": one["B"], "B": one["A"]} for one in here["weeks"]
    ]


def numbered(
    said: list[tuple[object, object]],
) -> list[tuple[int, tuple[object, object]]]:
    return list(enumerate(said, 1))


@pytest.mark.parametrize(
    ("weeks", "place"),
    [
        ([[]], "weeks[0]: expected an object with week, A, B"),
        ([week(1), week(1)], "weeks[1].week: expected a week after 2026-W01"),
        ([week(3), week(2)], "weeks[1].week: expected a week after 2026-W03"),
        ([week(54)], "weeks[0].week: expected a real week, such as 2026-W10"),
        ([week(0)], "weeks[0].week: expected a real week"),
        ([week(1) | {"week": "2026-W1"}], "weeks[0].week: expected a real week"),
        ([week(1) | {"week": "\uff12026-W01"}], "weeks[0].week: expected a real week"),
        ([week(1) | {"week": 202601}], "weeks[0].week: expected a real week"),
        ([week(1) | {"week": "0000-W01"}], "weeks[0].week: expected a real week"),
        (
            [week(1), week(1) | {"week": "2036-W01"}],
            "weeks[1].week: expected at most 520 weeks in all",
        ),
        ([week(1, a=None)], "weeks[0].A: expected an object with heard, say, load"),
        ([week(1, b={"heard": 1})], "weeks[0].B.say: missing"),
        ([week(1, b=LOW | {"fun": 1})], "weeks[0].B: 'fun': expected only heard"),
        (
            [week(1, a=LOW | {"good": 7})],
            "weeks[0].A.good: expected a whole number, 0 to 6, or null",
        ),
        ([week(1, a=LOW | {"good": 1.0})], "weeks[0].A.good: expected a whole number"),
        ([week(1, a=LOW | {"good": True})], "weeks[0].A.good: expected a whole"),
        ([week(1, a=LOW | {"good": "3"})], "weeks[0].A.good: expected a whole number"),
        ([week(1) | {"C": LOW}], "weeks[0]: 'C': expected only week, A, B"),
    ],
)
def test_what_does_not_fit_is_named_by_its_place(
    run: Run, tmp_path: Path, weeks: list[object], place: str
) -> None:
    assert place in refused(run, written(tmp_path / "wrong.json", *weeks))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{", "line 1, column 2: expected JSON"),
        ("[]", "expected an object with weeks"),
        ("{}", "weeks: missing"),
        ('{"weeks": {}}', "weeks: expected a list"),
        ('{"weeks": [], "more": 1}', "'more': expected only weeks"),
    ],
)
def test_a_file_that_is_none_is_named_by_its_place(
    run: Run, tmp_path: Path, text: str, place: str
) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(text, encoding="utf-8")

    assert place in refused(run, path)


def test_a_file_that_is_not_there_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    assert "expected a file that can be read" in refused(run, tmp_path / "no.json")


def refused(run: Run, path: Path) -> str:
    """Run, and return the one line that says what was wrong."""
    for words in ((), ("--json",)):
        result = run("trend", path, *words)
        assert result.exit_code == 2
        assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    return str(line)
