from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import EXAMPLES, Run, Write

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.words import Word

KIM, SAM = EXAMPLES / "kim.json", EXAMPLES / "sam.json"


def drawn(run: Run, *files: Path) -> Any:
    result = run("picture", *files, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout, parse_constant=pytest.fail)


def swapped(pair: Any) -> Any:
    return {"A": pair["B"], "B": pair["A"]}


def negated(estimate: Any) -> Any:
    return {
        "value": -estimate["value"],
        "low": -estimate["high"],
        "high": -estimate["low"],
    }


def negated_each(pair: Any) -> Any:
    return {seat: None if steps is None else -steps for seat, steps in pair.items()}


def mirrored(picture: Any) -> Any:
    return picture | {
        "domains": [
            domain
            | {key: swapped(domain[key]) for key in ("level", "gap", "wish")}
            | {
                "said": swapped({k: swapped(v) for k, v in domain["said"].items()}),
                "direct": negated_each(swapped(domain["direct"])),
                "difference": negated(domain["difference"]),
            }
            for domain in picture["domains"]
        ],
        "process": [x | {"said": swapped(x["said"])} for x in picture["process"]],
        "trust": [x | {"said": swapped(x["said"])} for x in picture["trust"]],
        "heard": [x | {"said": swapped(x["said"])} for x in picture["heard"]],
        "carry": [x | {"said": swapped(x["said"])} for x in picture["carry"]],
        "factors": [x | {"said": swapped(x["said"])} for x in picture["factors"]],
        "good": [x | {"said": swapped(x["said"])} for x in picture["good"]],
    }


def test_the_picture_has_exactly_the_promised_fields(run: Run) -> None:
    picture = drawn(run, KIM, SAM)

    assert list(picture) == [
        "findings",
        "domains",
        "overall",
        "agree_on",
        "process",
        "trust",
        "heard",
        "carry",
        "factors",
        "good",
        "limits",
    ]
    for finding in picture["findings"]:
        assert list(finding) == ["id", "area", "sentence", "word"]
    for domain in picture["domains"]:
        assert [key for key in domain if key != "sure"] == [
            "id",
            "said",
            "direct",
            "level",
            "difference",
            "gap",
            "wish",
            "word",
        ]
        assert ("sure" in domain) == (domain["word"] == "about the same")
        assert domain.get("sure", "clear") in {"clear", "probably"}
        assert list(domain["difference"]) == ["value", "low", "high"]
        for pair in (domain["level"], domain["gap"], domain["wish"], domain["said"]):
            assert list(pair) == ["A", "B"]
        assert domain["word"] in {word.value for word in Word}


def test_exchanging_the_files_gives_the_exact_mirror_image(run: Run) -> None:
    assert drawn(run, SAM, KIM) == mirrored(drawn(run, KIM, SAM))


def test_exchanging_the_answers_exchanges_the_names_in_every_sentence(
    run: Run, tmp_path: Path
) -> None:
    kim, sam = tmp_path / "kim.json", tmp_path / "sam.json"
    kim.write_bytes(SAM.read_bytes())
    sam.write_bytes(KIM.read_bytes())

    swap = {"Kim": "Sam", "Sam": "Kim"}
    expected = [
        finding
        | {"sentence": re.sub("Kim|Sam", lambda m: swap[m[0]], finding["sentence"])}
        for finding in drawn(run, KIM, SAM)["findings"]
    ]
    assert drawn(run, kim, sam)["findings"] == expected


def test_the_findings_lead_with_a_wish(run: Run) -> None:
    first, second, *others = drawn(run, KIM, SAM)["findings"]

    assert first == {
        "id": "both_want_more",
        "area": "free_time",
        "sentence": (
            "You both want more say about your free time. What decides it now?"
        ),
        "word": "clear",
    }
    assert second["sentence"] == (
        "Kim would like more say about money. What would that look like this week?"
    )
    assert {
        "id": "each_thinks_the_other_has_more",
        "area": "free_time",
        "sentence": "You each think the other one decides more about your free time.",
        "word": "clear",
    } in others


def test_with_one_file_findings_tell_of_oneself_only(run: Run) -> None:
    found = drawn(run, KIM)["findings"]

    assert found[0]["sentence"] == "You’d like more say: money and free time."
    assert found[0]["area"] is None
    for finding in found:
        assert not re.search("Kim|partner|both|other", finding["sentence"])


def test_the_examples_tell_the_story_of_kim_and_sam(run: Run) -> None:
    picture = drawn(run, KIM, SAM)
    by_id = {domain["id"]: domain for domain in picture["domains"]}

    free_time = by_id["free_time"]["said"]
    assert free_time["A"]["B"] > free_time["A"]["A"]
    assert free_time["B"]["A"] > free_time["B"]["B"]
    assert by_id["money"]["wish"]["A"] > 0
    assert "free_time" not in picture["agree_on"]
    assert "people" in picture["agree_on"]
    assert {"process.give_in", "process.say_no"}.isdisjoint(
        fact["id"] for fact in picture["process"]
    )


def test_one_file_gives_ones_own_picture(run: Run) -> None:
    picture = drawn(run, KIM)

    assert picture["agree_on"] == []
    assert "one_side" in picture["limits"]
    for domain in picture["domains"]:
        assert domain["said"]["B"] == {"A": None, "B": None}
        assert domain["gap"] == {"A": None, "B": None}
    assert "process.give_in" in {fact["id"] for fact in picture["process"]}


def test_answers_that_are_missing_are_as_if_never_asked(run: Run, write: Write) -> None:
    a = write("a.json", {"home.mine": 3})
    b = write("b.json", {"home.yours": 2, "home.mine": "skip"})

    (home,) = drawn(run, a, b)["domains"]

    assert home["said"] == {"A": {"A": 3, "B": None}, "B": {"A": 2, "B": None}}
    assert home["level"]["B"] is None
    assert home["difference"] is None
    assert home["word"] == "too early to say"


def test_an_empty_form_gives_an_empty_picture(run: Run, write: Write) -> None:
    empty = write("a.json", {})

    assert drawn(run, empty, empty)["domains"] == []
    assert drawn(run, empty, empty)["findings"] == []
    assert "What stands out" not in run("picture", empty, empty).stdout
    assert run("picture", empty).exit_code == 0
    assert run("picture", empty, empty).exit_code == 0


def test_in_words_findings_and_facts_come_first_and_limits_last(run: Run) -> None:
    text = run("picture", KIM, SAM).stdout
    shipped = content(PairType.PARTNERS)

    findings = text.index("What stands out")
    steps = text.index("One small step each, or nothing now")
    facts = text.index("What you each said")
    estimates = text.index("What it might mean")
    limits = text.index(shipped.lines["cannot_know"])
    assert findings < steps < facts < estimates < limits
    assert "You each think the other one decides more about your free time." in text
    assert "Kim says: Kim a little, Sam a lot; wish: more" in text
    assert "You see it differently." in text
    assert text.rstrip().endswith(shipped.lines["private"])
    assert "\x1b" not in text


def test_in_words_one_person_alone_is_told_it_is_one_side(run: Run) -> None:
    text = run("picture", KIM).stdout

    assert text.startswith("Kim's own picture")
    assert "one side of it" in text
    assert "Sam" not in text


def test_in_words_what_is_not_known_is_not_made_up(run: Run, write: Write) -> None:
    a = write("alice.json", {"home.mine": 3, "plans.wish": 1})
    b = write("bob.json", {"home.yours": 3, "plans.wish": 0})

    text = run("picture", a, b).stdout

    assert "Alice says: Alice a lot, Bob not said; wish: not said" in text
    assert text.count("We can’t tell yet who decides more.") == 2
    assert "almost the same way" not in text


def test_the_sentence_names_the_one_with_more_say_from_either_seat(
    run: Run, write: Write
) -> None:
    alice = write("alice.json", {"home.mine": 4, "home.yours": 1})
    bob = write("bob.json", {"home.mine": 0, "home.yours": 4})

    ahead = drawn(run, alice, bob)["domains"][0]["difference"]
    by = f"{ahead['value']:.1f} ({ahead['low']:.1f} to {ahead['high']:.1f})"

    for files in ((alice, bob), (bob, alice)):
        text = run("picture", *files).stdout
        assert "Alice clearly decides more." in text
        assert by not in text
        told = run("picture", *files, "--numbers").stdout
        assert f"Alice clearly decides more. Alice by {by} steps." in told
        assert "You see it almost the same way: Home." in text


def test_colour_is_for_terminals_that_want_it(run: Run) -> None:
    assert "\x1b[" in run("picture", KIM, color=True).stdout
    assert "\x1b[" not in run("picture", KIM, color=True, env={"NO_COLOR": "1"}).stdout


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("my_love.json", "sam.json", "My love and Sam"),
        ("x/sam.json", "sam.json", "Sam 1 and Sam 2"),
        ("\x1b[31m.json", "sam.json", "A and Sam"),
        ("-.json", "_.json", "A and B"),
        ("\u2800.json", "sam.json", "A and Sam"),
        ("s\u0430m.json", "sam.json", "S\u0430m 1 and Sam 2"),
    ],
)
def test_people_are_called_as_their_files_are(
    run: Run, write: Write, tmp_path: Path, first: str, second: str, title: str
) -> None:
    (tmp_path / "x").mkdir()
    files = [write(name, {"home.mine": 1}) for name in (first, second)]

    assert run("picture", *files).stdout.splitlines()[0] == title
