from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cli.conftest import EXAMPLES, Run

ONE_SIXTH = pytest.approx(1 / 6)
EXAMPLE = EXAMPLES / "decisions.json"
TURN = {"A": "B", "B": "A"}
Change = Callable[[list[Any]], object]


def weighed(outcome: int | None = None, **fields: Any) -> dict[str, Any]:
    return {
        "question": "Where to?",
        "options": ["Sea", "Hills", "Home"],
        "A": {"scores": [4, 3, 0], "stake": 2, "cannot": []},
        "B": {"scores": [0, 3, 4], "stake": 2, "cannot": []},
        "outcome": outcome,
    } | fields


def logged(a: str, b: str) -> dict[str, Any]:
    return {"question": "Car", "logged": {"A": a, "B": b}}


def of(run: Run, path: Path, *decisions: object) -> dict[str, Any]:
    path.write_text(json.dumps({"decisions": decisions}), encoding="utf-8")
    result = run("decide", path, "--json")
    assert result.exit_code == 0, result.stderr
    data: dict[str, Any] = json.loads(result.stdout)
    return data


def turned(decision: dict[str, Any]) -> dict[str, Any]:
    if "logged" in decision:
        told = decision["logged"]
        a, b = (TURN.get(told[seat], told[seat]) for seat in ("B", "A"))
        return decision | {"logged": {"A": a, "B": b}}
    return decision | {"A": decision["B"], "B": decision["A"]}


ballots = st.fixed_dictionaries(
    {
        "scores": st.lists(st.integers(0, 4), min_size=3, max_size=3),
        "stake": st.integers(0, 3),
        "cannot": st.lists(st.integers(0, 2), max_size=1),
    }
)
who = st.sampled_from(["A", "B", "both", "happened"])
files = st.lists(
    st.one_of(
        st.builds(logged, who, who),
        st.builds(
            lambda outcome, a, b: weighed(outcome, A=a, B=b),
            st.one_of(st.none(), st.integers(0, 2)),
            ballots,
            ballots,
        ),
    ),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files)
def test_exchanging_a_and_b_mirrors_it(
    run: Run, tmp_path: Path, decisions: list[dict[str, Any]]
) -> None:
    here = of(run, tmp_path / "a.json", *decisions)
    there = of(run, tmp_path / "b.json", *map(turned, decisions))

    for one, other in zip(here["decisions"], there["decisions"], strict=True):
        for key in ("suggestion", "compromise", "dominated", "acceptable"):
            assert one.get(key) == other.get(key)
        for mine, yours in zip(
            one.get("trades", []), other.get("trades", []), strict=True
        ):
            gain = yours["gain"]
            assert mine == yours | {"gain": {"A": gain["B"], "B": gain["A"]}}
    for key in ("influence", "logged"):
        assert here[key]["n_eff"] == pytest.approx(there[key]["n_eff"])
        assert here[key]["word"] == there[key]["word"]
        if here[key]["share"] is not None:
            assert here[key]["share"] == pytest.approx(1 - there[key]["share"])
            assert here[key]["low"] == pytest.approx(1 - there[key]["high"])


def test_decisions_stand_in_the_order_of_the_file(run: Run) -> None:
    given_in = json.loads(EXAMPLE.read_text(encoding="utf-8"))["decisions"]

    told = json.loads(run("decide", EXAMPLE, "--json").stdout)["decisions"]

    assert [one["question"] for one in told] == [one["question"] for one in given_in]


def test_an_open_question_gets_what_follows_from_it(run: Run, tmp_path: Path) -> None:
    (told,) = of(run, tmp_path / "one.json", weighed())["decisions"]

    assert told["suggestion"] == told["compromise"] == [1]
    assert (told["dominated"], told["acceptable"]) == ([], [0, 1, 2])
    assert told["gives_up"] == {"A": [0, ONE_SIXTH, 1], "B": [1, ONE_SIXTH, 0]}
    assert told["trades"] == []


def test_a_settled_question_gets_no_suggestion(run: Run, tmp_path: Path) -> None:
    (told,) = of(run, tmp_path / "one.json", weighed(1))["decisions"]

    assert told == {"question": "Where to?", "outcome": 1}


def test_what_somebody_cannot_live_with_is_not_acceptable(
    run: Run, tmp_path: Path
) -> None:
    barred = {"scores": [4, 3, 0], "stake": 2, "cannot": [1]}

    (told,) = of(run, tmp_path / "one.json", weighed(A=barred))["decisions"]

    assert told["acceptable"] == told["suggestion"] == [0, 2]
    assert told["gives_up"]["A"][1] is None


def test_a_ballot_may_leave_out_cannot(run: Run, tmp_path: Path) -> None:
    short = {"scores": [4, 3, 0], "stake": 2}

    assert of(run, tmp_path / "a.json", weighed(A=short)) == of(
        run, tmp_path / "b.json", weighed()
    )


def test_two_open_questions_can_be_traded(run: Run, tmp_path: Path) -> None:
    a, b = ({"scores": [4, 2, 0], "stake": stake} for stake in (3, 1))
    c, d = ({"scores": [0, 2, 4], "stake": stake} for stake in (1, 3))

    first, second = of(
        run, tmp_path / "two.json", weighed(A=a, B=c), weighed(A=b, B=d)
    )["decisions"]

    assert first["trades"] == [
        {"with": 1, "here": 0, "there": 2, "gain": {"A": 0.25, "B": 0.25}}
    ]
    assert [one["with"] for one in second["trades"]] == [0]


def test_whose_wish_it_was_is_said_only_where_it_can_be(
    run: Run, tmp_path: Path
) -> None:
    few = of(run, tmp_path / "few.json", *[weighed(0)] * 4)["influence"]
    many = of(run, tmp_path / "many.json", *[weighed(0)] * 14)["influence"]
    text = run("decide", tmp_path / "many.json").stdout

    assert (few["word"], few["share"]) == ("too few to say", None)
    assert (many["word"], many["share"], many["n_eff"]) == ("clear", 1, 14)
    assert "more often A's way so far, 59% to 100% of the time" in text
    assert "more often B's way so far, 59% to 100% of the time" in told_the_other_way(
        run, tmp_path
    )


def told_the_other_way(run: Run, tmp_path: Path) -> str:
    of(run, tmp_path / "other.json", *[weighed(2)] * 14)
    return run("decide", tmp_path / "other.json").stdout


def test_the_diary_is_told_apart(run: Run, tmp_path: Path) -> None:
    entries = [logged("A", "B"), *[logged("both", "A")] * 5]

    found = of(run, tmp_path / "diary.json", *entries)

    assert found["influence"]["n_eff"] == 0
    assert (found["logged"]["entries"], found["logged"]["alike"]) == (6, 0)
    assert found["logged"]["said"]["A"] == {"A": 1, "B": 0, "both": 5, "happened": 0}
    assert found["logged"]["word"] == "too early to say"
    assert (
        "By the diary: too early to say"
        in run("decide", tmp_path / "diary.json").stdout
    )


def test_in_words_it_says_what_both_give_up_and_why(run: Run) -> None:
    text = run("decide", EXAMPLE).stdout

    assert "Just us: A gives up 17%, B gives up 17%." in text
    assert "The fairest middle: Just us." in text
    assert "A dog: one of you can’t live with it." in text
    assert "Who books the dentist: A says A, B says A." in text
    assert "a decision needs both of you" in " ".join(text.split())


def test_where_nothing_is_acceptable_it_says_what_one_can_do(
    run: Run, tmp_path: Path
) -> None:
    none = {"scores": [4, 3, 0], "stake": 2, "cannot": [0, 1, 2]}
    (told,) = of(run, tmp_path / "none.json", weighed(A=none))["decisions"]

    text = run("decide", tmp_path / "none.json").stdout

    assert told["suggestion"] == told["compromise"] == told["acceptable"] == []
    assert "Add options" in text
    assert "Nothing yet." in text


def test_a_trade_is_told_once(run: Run, tmp_path: Path) -> None:
    a, b = ({"scores": [4, 2, 0], "stake": stake} for stake in (3, 1))
    c, d = ({"scores": [0, 2, 4], "stake": stake} for stake in (1, 3))
    of(run, tmp_path / "two.json", weighed(A=a, B=c), weighed(A=b, B=d))

    text = " ".join(run("decide", tmp_path / "two.json").stdout.split())

    assert text.count("Give and take with 'Where to?': Sea here and Home there.") == 1


def test_a_hostile_text_cannot_move_the_terminal(run: Run, tmp_path: Path) -> None:
    of(run, tmp_path / "odd.json", weighed(question="\x1b[2Jgone", outcome=0))

    assert "\x1b[2J" not in run("decide", tmp_path / "odd.json", color=True).stdout


@pytest.mark.parametrize(
    ("decision", "place"),
    [
        ([], "decisions[0]: expected an object"),
        (weighed(7), "decisions[0].outcome: expected a whole number, 0 to 2, or null"),
        (weighed(outcome=True), "decisions[0].outcome"),
        (weighed(options=[]), "decisions[0].options: expected at least one"),
        (weighed(options="Sea"), "decisions[0].options: expected a list"),
        (weighed(options=["Sea", " ", "Home"]), "decisions[0].options[1]"),
        (weighed(question=3), "decisions[0].question: expected a text"),
        (weighed(question="\u200b\u2800"), "decisions[0].question: expected a text"),
        (weighed(options=["Sea", "\u00ad", "Home"]), "decisions[0].options[1]"),
        (
            weighed(options=["Sea", "Home", "Se\u200ba"]),
            "decisions[0].options: expected options that can be told apart",
        ),
        (weighed(options=["Sea"] * 101), "decisions[0].options: expected at least one"),
        (weighed(more=1), "decisions[0]: 'more': expected only question"),
        (weighed(A=None), "decisions[0].A: expected an object"),
        (weighed(A={"scores": [1, 2, 3]}), "decisions[0].A.stake: missing"),
        (weighed(A={"scores": [1, 2], "stake": 1}), "A.scores: expected 3"),
        (weighed(B={"scores": [1, 2, 5], "stake": 1}), "decisions[0].B.scores[2]"),
        (weighed(B={"scores": [1, 2, 3], "stake": 1.0}), "decisions[0].B.stake"),
        (
            weighed(B={"scores": [1, 2, 3], "stake": 1, "cannot": [3]}),
            "decisions[0].B.cannot[0]: expected a whole number, 0 to 2",
        ),
        (logged("A", "me"), "decisions[0].logged.B: expected one of A, B, both"),
        (logged("A", "A") | {"outcome": 1}, "decisions[0]: 'outcome'"),
        ({"question": "x", "logged": {"A": "A"}}, "decisions[0].logged.B: missing"),
        ({"question": "x", "logged": {"A": [], "B": "A"}}, "decisions[0].logged.A"),
    ],
)
def test_what_does_not_fit_is_named_by_its_place(
    run: Run, tmp_path: Path, decision: object, place: str
) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps({"decisions": [decision]}), encoding="utf-8")

    assert place in refused(run, path)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{", "line 1, column 2: expected JSON"),
        ("[]", "expected an object with decisions"),
        ("{}", "decisions: missing"),
        ('{"decisions": {}}', "decisions: expected a list"),
        ('{"decisions": [], "more": 1}', "'more': expected only decisions"),
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
    result = run("decide", path)
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    return str(line)


def test_an_older_file_of_five_steps_is_read_by_what_its_steps_mean(
    run: Run, tmp_path: Path
) -> None:
    """The ends, the middle and the upper two steps stay what they were."""

    def told(highest: dict[str, int], a: list[int], b: list[int]) -> object:
        asked = weighed(A={"scores": a, "stake": 2}, B={"scores": b, "stake": 1})
        asked["options"] = list("abcde")
        path = tmp_path / "steps.json"
        path.write_text(json.dumps({**highest, "decisions": [asked]}))
        return json.loads(run("decide", path, "--json").stdout)["decisions"]

    older = told({}, [0, 1, 2, 3, 4], [4, 0, 3, 2, 1])
    assert older == told({"highest": 4}, [0, 1, 2, 3, 4], [4, 0, 3, 2, 1])
    assert older == told({"highest": 6}, [0, 1, 3, 5, 6], [6, 0, 5, 3, 1])


@pytest.mark.parametrize("highest", [5, "6", True, None, [6]])
def test_a_file_on_another_scale_is_refused(
    run: Run, tmp_path: Path, highest: object
) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps({"highest": highest, "decisions": []}))
    assert "highest: expected 4 or 6" in refused(run, path)
