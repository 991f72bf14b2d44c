"""The help there is: only sure numbers, nothing old, and plain words."""

from __future__ import annotations

import csv
import re
from datetime import UTC, date, datetime
from importlib.resources import files

import pytest
from tests.content.reading import BANNED, long_sentences

from coequal.content.help import Passage, help_found, parsed_help
from coequal.content.helplines import (
    NUMBERS_SINCE,
    PAGES_AGREE,
    Grade,
    HelpLine,
    SaidBy,
    Whom,
    parsed_lines,
)
from coequal.errors import Unsound

CONTENT = files("coequal.content")
TEXTS = (CONTENT / "en" / "help.toml").read_text(encoding="utf-8")
LINES = (CONTENT / "helplines.csv").read_text(encoding="utf-8")
HELP = help_found()
COMPILED = f"compiled = {HELP.texts.compiled}"

HEAD = ",".join(HelpLine.__slots__)
SURE = (
    "IE,,Somebody,0800 111 222; 116 at night,chat | text 51,some-body.ie/talk,"
    "women; own,Irish,9:00 to 17:00,It is free.,https://www.example.ie/page,news,2023-04,"
    "https://example.com/b,2016,4,A,looked up twice"
)
AGREED = SURE.replace("2023-04", "2016").replace(",A,looked", ",A2,looked")
BARE = (
    "IE,,Somebody,,,some-body.ie,women; own,,,,https://www.example.ie/page,news,2023-04,"
    "https://example.com/b,2016,4,B,the number 0800 111 222 stood on one page"
)
POLICE = (
    "IE,,Emergency,112,,,danger,,,,https://www.example.ie/page,news,2023-04,"
    "https://example.com/b,2016,4,A2,"
)
SHOWN = ("service", "phone", "text", "web", "languages", "hours", "know")
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


def test_a_number_stands_only_in_rows_of_grade_a_or_a2() -> None:
    """Said once more, of the file as it lies, whatever reads it."""
    for row in rows():
        if row["grade"] == "B":
            said = "".join(
                row[name] for name in ("phone", "text", "languages", "hours", "know")
            )
            assert not said, row
            assert not re.search(r"\b\d[\d ]+\b", row["service"] + row["web"]), row


def test_rows_of_one_page_are_of_late_and_the_others_agree_over_years() -> None:
    for row in rows():
        if row["grade"] == "A":
            assert row["seen"] >= NUMBERS_SINCE, row
        if row["grade"] == "A2":
            assert int(row["agreeing"]) >= PAGES_AGREE, row
            assert re.fullmatch(r"\d{4}", row["since"]), row


def test_an_address_that_was_seen_on_no_page_stands_nowhere() -> None:
    unseen = re.compile(
        r"site(?:'s address)? was not seen|not seen in an excerpt|could not be found"
        r"|public code lists only|no operator site seen",
    )
    rows_of_such = [row for row in rows() if unseen.search(row["note"])]
    assert len(rows_of_such) > 20
    assert [row for row in rows_of_such if row["web"]] == []


def test_digits_that_stand_only_in_a_note_stand_in_nothing_that_is_shown() -> None:
    long = re.compile(r"\d[\d -]{4,}\d")
    for row in rows():
        shown = "".join(cell for name, cell in row.items() if name in SHOWN)
        plain = re.sub(r"\D", "", shown)
        for found in long.findall(row["note"].partition("(https")[0]):
            digits = re.sub(r"\D", "", found)
            if not row["phone"] and digits not in re.sub(r"\D", "", row["seen"]):
                assert digits not in plain, row


def test_the_list_gives_numbers_and_names() -> None:
    sure = [line for line in HELP.lines if line.sure]
    assert NUMBERS_SINCE == "2023"
    assert PAGES_AGREE == 3
    assert len(HELP.lines) >= 152
    assert len([line for line in sure if line.phone]) >= 100
    assert len({line.country for line in HELP.lines}) >= 49
    assert {line.grade for line in HELP.lines} == set(Grade)
    assert {line.kind for line in HELP.lines} == set(SaidBy)


def test_no_service_stands_twice_in_a_country() -> None:
    names = [(line.country, line.service) for line in HELP.lines]
    assert len(set(names)) == len(names)


def test_countries_stand_in_order_so_that_a_change_is_easy_to_see() -> None:
    countries = [line.country for line in HELP.lines]
    assert countries == sorted(countries)


def emergency(country: str) -> list[str]:
    return [
        phone.digits
        for line in HELP.lines
        if line.country == country and line.danger
        for phone in line.phones
    ]


@pytest.mark.parametrize(
    ("country", "numbers"),
    [
        ("GB", ["999", "112"]),
        ("US", ["911"]),
        ("CA", ["911"]),
        ("AU", ["000"]),
        ("NZ", ["111"]),
    ],
)
def test_emergency_numbers_that_everybody_knows(
    country: str, numbers: list[str]
) -> None:
    assert emergency(country) == numbers


def test_112_works_in_all_of_the_european_union() -> None:
    members = "AT BE CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV NL PL PT RO SE SI SK"
    for country in members.split():
        assert "112" in emergency(country)


def test_every_country_has_a_number_for_danger() -> None:
    assert all(emergency(line.country) for line in HELP.lines)


def test_a_way_without_speaking_stands_only_where_a_sure_row_says_so() -> None:
    ways = {
        line.country: " ".join(line.text)
        for line in HELP.lines
        if line.danger and line.text
    }
    assert "press 55" in ways["GB"]
    assert "Pressing 55 does not work" in ways["IE"]
    assert not [
        country
        for country, way in ways.items()
        if "55" in way and country not in {"GB", "IE"}
    ]
    # What one page alone says, or what nobody looked up, is left out.
    assert not {"NZ", "LU", "DE", "MT"} & set(ways)


def test_somebody_is_there_for_everybody() -> None:
    assert {whom for line in HELP.lines for whom in line.whom} == set(Whom)


@pytest.mark.parametrize("whom", [Whom.CHILDREN, Whom.DESPAIR])
def test_children_and_whoever_thinks_of_ending_their_life_find_numbers(
    whom: Whom,
) -> None:
    found = {line.country for line in HELP.lines if whom in line.whom and line.phone}
    assert {"GB"} < found
    assert len(found) >= 8


def test_wales_scotland_and_northern_ireland_have_lines_of_their_own() -> None:
    found = {line.region for line in HELP.lines if line.country == "GB" and line.phone}
    assert {"England", "Wales", "Scotland", "Northern Ireland"} <= found


def read() -> list[str]:
    """Return every sentence that is ours; services call themselves what they like."""
    texts = HELP.texts
    points: list[Passage] = [
        *(texts.first, texts.doctor, texts.looks, texts.plan, texts.place),
        *(texts.calls, texts.lines, texts.elsewhere, texts.know),
    ]
    said = [texts.title, texts.kept, texts.others]
    said += [*texts.whom.values(), *texts.kinds.values()]
    said += [said for one in texts.urgent for said in (one.number, one.where)]
    said += [said for one in texts.jumps for said in (one.title, one.about)]
    for one in (*points, *texts.needs):
        said += [one.title, *one.points]
    said += [one.about for one in texts.directories]
    for line in HELP.lines:
        said += [line.region, line.languages, line.hours, line.know, *line.text]
    return said


def test_nothing_here_scolds_pushes_or_names_somebody_and_no_sentence_is_long() -> None:
    # The one question that tells who is careful of whom needs its word.
    said = [text.replace("who is afraid of whom?", "") for text in read()]
    assert [text for text in said if BANNED.search(text) or PUSHES.search(text)] == []
    assert [one for text in read() for one in long_sentences(text)] == []


def test_the_calls_on_the_phone_are_spoken_of_even_where_the_bill_shows_none() -> None:
    calls = " ".join(HELP.texts.calls.points)
    assert "list of calls on the phone" in calls
    assert "left off the bill" in calls


def test_help_is_read_once() -> None:
    assert help_found() is help_found()
    assert parsed_help(TEXTS, LINES) == HELP


@pytest.mark.parametrize("row", [SURE, AGREED])
def test_a_sure_row_gives_all_it_has(row: str) -> None:
    (line,) = parsed_lines(f"{HEAD}\n{row}")
    assert line.sure
    assert line.phone == ("0800 111 222", "116 at night")
    assert [(one.written, one.digits, one.about) for one in line.phones] == [
        ("0800 111 222", "0800111222", ""),
        ("116", "116", "at night"),
    ]
    assert line.text == ("chat", "text 51")
    assert line.whom == (Whom.WOMEN, Whom.OWN)
    assert line.site == "example.ie"


@pytest.mark.parametrize("seen", ["", "2008", "2022", "2022-12", "2021 or later"])
def test_one_page_that_is_old_or_undated_gives_no_number(seen: str) -> None:
    with pytest.raises(Unsound, match="row 2: name and site only"):
        parsed_lines(f"{HEAD}\n{SURE.replace('2023-04', seen)}")
    (line,) = parsed_lines(f"{HEAD}\n{BARE.replace('2023-04', seen)}")
    assert not line.sure


@pytest.mark.parametrize("pages", ["0", "1", "2"])
def test_two_pages_do_not_agree_enough(pages: str) -> None:
    with pytest.raises(Unsound, match="name and site only"):
        parsed_lines(f"{HEAD}\n{AGREED.replace('2016,4', f'2016,{pages}')}")


def test_a_row_of_grade_b_gives_no_number_however_new() -> None:
    with pytest.raises(Unsound, match="name and site only"):
        parsed_lines(f"{HEAD}\n{SURE.replace(',A,', ',B,')}")


@pytest.mark.parametrize("name", ["phone", "text", "languages", "hours", "know"])
def test_each_of_them_alone_is_more_than_name_and_site(name: str) -> None:
    place = HelpLine.__slots__.index(name)
    cells = BARE.split(",")
    cells[place] = SURE.split(",")[place]
    with pytest.raises(Unsound, match="name and site only"):
        parsed_lines(f"{HEAD}\n{','.join(cells)}")


@pytest.mark.parametrize("name", ["Line 144", "116 006", "Help 0800-111"])
def test_a_name_is_no_way_round(name: str) -> None:
    row = BARE.replace("Somebody", name)
    with pytest.raises(Unsound, match="name and site only"):
        parsed_lines(f"{HEAD}\n{row}")
    sure = SURE.replace("Somebody", name)
    assert parsed_lines(f"{HEAD}\n{sure}")[0].service == name


def test_nor_is_a_site() -> None:
    with pytest.raises(Unsound, match="name and site only"):
        parsed_lines(f"{HEAD}\n{BARE.replace('some-body.ie', '147.ch')}")


@pytest.mark.parametrize(
    ("old", "new"), [("IE,,", "IE,Cork 144,"), ("www.example.ie", "www.1522.ie")]
)
def test_nor_is_a_region_or_whose_page_it_was(old: str, new: str) -> None:
    assert old in BARE
    with pytest.raises(Unsound, match="name and site only"):
        parsed_lines(f"{HEAD}\n{BARE.replace(old, new)}")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("IE,", "Ireland,", "country cannot be 'Ireland'"),
        ("Somebody", "", "service cannot be ''"),
        ("some-body.ie/talk", "https://some-body.ie", "web cannot be"),
        ("https://www.example.ie/page", "a friend", "source cannot be"),
        ("2023-04", "2023-13", "seen cannot be"),
        ("2023-04", "April 2023", "seen cannot be"),
        ("0800 111 222", "0800 CALL ME", "phone: expected digits"),
        ("women; own", "", "whom: expected at least one"),
        ("women; own", "ladies", "row 2: .*Whom"),
        ("2016,4", "long,4", "since cannot be"),
        ("2016,4", "2016,four", "agreeing cannot be"),
        (",news", ",gossip", "row 2: .*SaidBy"),
        (",A,", ",C,", "row 2: .*Grade"),
        (",A,", ",", "row 2: expected 18 cells"),
        (",A,", ",A,more,", "row 2: expected 18 cells"),
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
        (COMPILED, 'compiled = "2026-11-30"', "expected date"),
        (COMPILED, "compiled = 2023-01-01", "seen after the list"),
        ('title = "Right now"', 'title = "Right now"\nmore = 1', "more"),
        ('title = "Right now"', "title = 1", "expected str"),
        ('number = "999"', 'number = "998"', "998 does not stand in the rows of GB"),
        ('news = "a newspaper', 'rumour = "a newspaper', "expected SaidBy"),
        ('list = "a public list"\n', "", "kinds: expected words for each"),
        ('men = "men"\n', "", "whom: expected a name for each"),
        ('whom = "men"', 'whom = "women"', "needs: expected one for each"),
        ('whom = "men"', 'whom = "rivals"', "expected Whom"),
    ],
)
def test_damaged_texts_are_named_and_never_half_read(
    old: str, new: str, fault: str
) -> None:
    assert old in TEXTS
    with pytest.raises(Unsound, match=fault):
        parsed_help(TEXTS.replace(old, new, 1), LINES)


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (AGREED, "IE: expected its emergency number first"),
        (f"{AGREED}\n{POLICE}", "IE: expected its emergency number first"),
        (POLICE.replace(",112,", ",,"), "IE: expected its emergency number first"),
        (
            "\n".join((POLICE, POLICE.replace("IE,", "GB,"), AGREED)),
            "IE: expected its rows together",
        ),
        (POLICE, "needs: despair has no line"),
    ],
)
def test_a_list_that_leaves_somebody_without_a_number_is_refused(
    lines: str, fault: str
) -> None:
    with pytest.raises(Unsound, match=fault):
        parsed_help(TEXTS, f"{HEAD}\n{lines}")
