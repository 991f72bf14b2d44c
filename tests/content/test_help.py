"""The help there is: only sure numbers, nothing old, and plain words."""

from __future__ import annotations

import csv
import re
from datetime import UTC, date, datetime
from importlib.resources import files

import pytest
from tests.content.reading import BANNED, long_sentences

from coequal.content.help import Help, Passage, help_found, parsed_help
from coequal.content.helplines import NUMBERS_SINCE, Grade, HelpLine, Whom, parsed_lines
from coequal.errors import Unsound

CONTENT = files("coequal.content")
TEXTS = (CONTENT / "en" / "help.toml").read_text(encoding="utf-8")
LINES = (CONTENT / "helplines.csv").read_text(encoding="utf-8")
HELP = help_found()
COMPILED = f"compiled = {HELP.texts.compiled}"

HEAD = ",".join(HelpLine.__slots__)
SURE = (
    "IE,,Somebody,0800 111 222; 116,chat,some-body.ie,women; own,Irish,9:00 to 17:00,"
    "https://example.ie/page,2023-04,A"
)
BARE = "IE,,Somebody,,,some-body.ie,women; own,,,https://example.ie/page,2023-04,A"
PUSHES = re.compile(
    r"\b(leave (them|the|your)|get out|break up|confront|tell them that|prove)\b",
    re.IGNORECASE,
)


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(LINES.splitlines()))


def test_the_list_was_gone_through_in_the_last_twelve_months() -> None:
    compiled = HELP.texts.compiled
    until = date(compiled.year + 1, compiled.month, min(compiled.day, 28))
    assert datetime.now(tz=UTC).date() <= until, (
        "The help lines are older than a year. Go through content/helplines.csv row by"
        " row: look each one up on a page of the service, a government, the EU or the"
        " UN, set `source` and `seen`, and empty phone, text, languages and hours of"
        " what you cannot find. Look up the emergency numbers too. Then set `compiled`"
        " in content/en/help.toml, and the figures in docs/limitations.md."
    )


def test_a_number_stands_only_in_rows_of_grade_a_seen_lately() -> None:
    """Said once more, of the file as it lies, whatever reads it."""
    for row in rows():
        if row["grade"] != "A" or row["seen"] < "2023":
            said = "".join(
                row[name] for name in ("phone", "text", "languages", "hours")
            )
            assert not said, row
            assert not re.search(r"\b\d[\d ]+\b", row["service"]), row


def test_the_list_gives_numbers_and_names() -> None:
    sure = [line for line in HELP.lines if line.sure]
    assert NUMBERS_SINCE == "2023"
    assert len([line for line in sure if line.phone]) >= 12
    assert len({line.country for line in HELP.lines}) >= 45
    assert {line.grade for line in HELP.lines} == set(Grade)


def test_no_service_stands_twice_in_a_country() -> None:
    names = [(line.country, line.service) for line in HELP.lines]
    assert len(set(names)) == len(names)


def test_countries_stand_in_order_so_that_a_change_is_easy_to_see() -> None:
    countries = [line.country for line in HELP.lines]
    assert countries == sorted(countries)
    assert list(HELP.texts.emergency.numbers) == sorted(HELP.texts.emergency.numbers)


@pytest.mark.parametrize(
    ("country", "numbers"),
    [
        ("GB", ("999", "112")),
        ("US", ("911",)),
        ("CA", ("911",)),
        ("AU", ("000",)),
        ("NZ", ("111",)),
    ],
)
def test_emergency_numbers_that_everybody_knows(
    country: str, numbers: tuple[str, ...]
) -> None:
    assert HELP.texts.emergency.numbers[country] == numbers


def test_112_works_in_all_of_the_european_union() -> None:
    members = "AT BE CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV NL PL PT RO SE SI SK"
    for country in members.split():
        assert "112" in HELP.texts.emergency.numbers[country]


def test_emergency_numbers_say_where_they_are_from() -> None:
    assert HELP.texts.emergency.source.startswith("https://")


def test_somebody_is_there_for_everybody_but_children() -> None:
    found = {whom for line in HELP.lines for whom in line.whom}
    assert found == set(Whom) - {Whom.CHILDREN}
    assert [need.whom for need in HELP.texts.needs if need.none] == [Whom.CHILDREN]


def read() -> list[str]:
    """Return every sentence that is ours; services call themselves what they like."""
    texts = HELP.texts
    passages = (texts.first, texts.place, texts.calls, texts.lines, texts.elsewhere)
    points: list[Passage] = [*passages, texts.know]
    said = [texts.title, texts.lead, *texts.emergency.points, *texts.whom.values()]
    for one in (*points, *texts.needs):
        said += [one.title, *one.points]
    said += [need.none for need in texts.needs if need.none]
    said += [one.about for one in texts.directories]
    for line in HELP.lines:
        said += [line.region, line.languages, line.hours, *line.text]
    return said


def test_nothing_here_scolds_pushes_or_names_somebody_and_no_sentence_is_long() -> None:
    assert [text for text in read() if BANNED.search(text) or PUSHES.search(text)] == []
    assert [one for text in read() for one in long_sentences(text)] == []


def test_the_calls_on_the_phone_are_spoken_of_even_where_the_bill_shows_none() -> None:
    calls = " ".join(HELP.texts.calls.points)
    assert "list of calls on the phone" in calls
    assert "left out of the bill" in calls


def test_help_is_read_once() -> None:
    assert help_found() is help_found()
    assert parsed_help(TEXTS, LINES) == HELP


def test_a_sure_row_gives_all_it_has() -> None:
    (line,) = parsed_lines(f"{HEAD}\n{SURE}")
    assert line.sure
    assert line.phone == ("0800 111 222", "116")
    assert line.text == ("chat",)
    assert line.whom == (Whom.WOMEN, Whom.OWN)


@pytest.mark.parametrize("seen", ["", "2008", "2022", "2022-12"])
def test_a_row_that_is_old_or_undated_gives_no_number(seen: str) -> None:
    with pytest.raises(Unsound, match="row 2: name and site only"):
        parsed_lines(f"{HEAD}\n{SURE.replace('2023-04', seen)}")
    (line,) = parsed_lines(f"{HEAD}\n{BARE.replace('2023-04', seen)}")
    assert not line.sure


def test_a_row_of_grade_b_gives_no_number_however_new() -> None:
    with pytest.raises(Unsound, match="name and site only"):
        parsed_lines(f"{HEAD}\n{SURE[:-1]}B")


@pytest.mark.parametrize("place", [3, 4, 7, 8])
def test_each_of_the_four_alone_is_more_than_name_and_site(place: int) -> None:
    cells = BARE[:-1].split(",")
    cells[place] = SURE.split(",")[place]
    with pytest.raises(Unsound, match="name and site only"):
        parsed_lines(f"{HEAD}\n{','.join(cells)}B")


@pytest.mark.parametrize("name", ["Line 144", "116 006", "Help 0800-111"])
def test_a_name_is_no_way_round(name: str) -> None:
    row = BARE.replace("Somebody", name)
    with pytest.raises(Unsound, match="name and site only"):
        parsed_lines(f"{HEAD}\n{row[:-1]}B")
    assert parsed_lines(f"{HEAD}\n{row}")[0].service == name


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("IE,", "Ireland,", "country cannot be 'Ireland'"),
        ("Somebody", "", "service cannot be ''"),
        ("some-body.ie", "https://some-body.ie", "web cannot be"),
        ("https://example.ie/page", "a friend", "source cannot be"),
        ("2023-04", "2023-13", "seen cannot be"),
        ("2023-04", "April 2023", "seen cannot be"),
        ("0800 111 222", "0800 CALL ME", "phone: expected digits"),
        ("women; own", "", "whom: expected at least one"),
        ("women; own", "ladies", "row 2: .*Whom"),
        ("A", "C", "row 2: .*Grade"),
        (",A", "", "row 2: expected 12 cells"),
        (",A", ",A,more", "row 2: expected 12 cells"),
    ],
)
def test_a_damaged_row_is_named_and_never_half_read(
    old: str, new: str, fault: str
) -> None:
    assert old in SURE
    with pytest.raises(Unsound, match=fault):
        parsed_lines(f"{HEAD}\n{SURE.replace(old, new)}")


@pytest.mark.parametrize("text", ["", "country,phone", HEAD + ",more"])
def test_other_columns_are_refused(text: str) -> None:
    with pytest.raises(Unsound, match="expected the columns country, region"):
        parsed_lines(text)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (COMPILED, COMPILED[:-1], "^help: "),
        (COMPILED, 'compiled = "2026-11-22"', "expected date"),
        (COMPILED, "compiled = 2023-01-01", "seen after the list"),
        ('title = "First"', 'title = "First"\nmore = 1', "more"),
        ('title = "First"', "title = 1", "expected str"),
        ('AR = ["911"]\n', "", "exactly the countries"),
        ('AR = ["911"]', 'AR = ["911"]\nMX = ["911"]', "exactly the countries"),
        ('AR = ["911"]', "AR = []", "expected numbers for AR"),
        ('AR = ["911"]', 'AR = ["police"]', "expected numbers for AR"),
        ('men = "men"\n', "", "whom: expected a name for each"),
        ('whom = "men"', 'whom = "women"', "needs: expected one for each"),
        ('whom = "men"', 'whom = "rivals"', "expected Whom"),
        ('none = "There', 'points = ["There', "help: "),
        ('title = "For men"', 'title = "For men"\nnone = "Nobody."', "men has lines"),
    ],
)
def test_damaged_texts_are_named_and_never_half_read(
    old: str, new: str, fault: str
) -> None:
    assert old in TEXTS
    with pytest.raises(Unsound, match=fault):
        parsed_help(TEXTS.replace(old, new, 1), LINES)


def with_round_the_clock(seen: str) -> Help:
    row = SURE.replace("9:00 to 17:00", "24/7").replace("2023-04", seen)
    return parsed_help(TEXTS.replace(COMPILED, "compiled = 2030-05-17"), LINES + row)


def test_round_the_clock_is_said_for_a_year() -> None:
    assert with_round_the_clock("2029-06").lines[-1].hours == "24/7"


@pytest.mark.parametrize("seen", ["2029-05", "2029", "2024-11"])
def test_and_not_any_longer(seen: str) -> None:
    with pytest.raises(Unsound, match="Somebody: round the clock"):
        with_round_the_clock(seen)
