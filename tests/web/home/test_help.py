"""The page of help: for everybody alike, guessing nothing, asking nothing."""

from __future__ import annotations

import re

import pytest
from django.utils.formats import date_format
from django.utils.html import escape
from tests.web.cast import Person, heading_of, html_of, main_of, pair, title_of

from coequal.content.help import help_found
from coequal.content.helplines import Grade
from coequal.web.home.countries import COUNTRIES

PAGE = "/start-here/"
HELP = help_found()


def inside(person: Person, **headers: str) -> str:
    """Return the page of help byte for byte, from its title to its end."""
    html = html_of(person.client.get(PAGE, headers=headers))
    return html[html.index('<main id="main"') : html.index("</main>")]


def foot(html: str) -> str:
    return html[html.index('<footer class="foot">') :]


def countries(html: str) -> dict[str, str]:
    """Return what opens under the name of each country."""
    whole = html[html.index('id="part-1"') : html.index('id="part-2"')]
    folds = re.findall(
        r"<details><summary>(.*?)</summary>(.*?)</details>", whole, re.DOTALL
    )
    assert len(folds) == whole.count("<details")
    return dict(folds)


def urgent(html: str) -> str:
    """Return what the first screen of a phone shows."""
    return html[html.index('<div class="urgent">') : html.index('id="first"')]


def test_danger_comes_first_then_a_doctor_then_the_three_parts(alice: Person) -> None:
    page = alice.client.get(PAGE)
    assert page.status_code == 200
    assert title_of(page) == "Start here"
    assert heading_of(page) == "In danger now? Call."
    titles = re.findall(r"<h2[^>]*>(.*?)</h2>", html_of(page))
    texts = HELP.texts
    assert titles == [
        texts.first.title,
        texts.doctor.title,
        texts.lines.title,
        texts.looks.title,
        texts.plan.title,
        texts.place.title,
        texts.calls.title,
        *(need.title for need in texts.needs),
        texts.elsewhere.title,
        texts.know.title,
    ]


def test_the_four_most_used_numbers_can_be_called_at_once(alice: Person) -> None:
    calls = re.findall(
        r'class="call" href="tel:(\d+)"[^>]*><b>(\d+)</b>', urgent(inside(alice))
    )
    assert [(one, one) for one in ("999", "112", "911", "000")] == calls


def test_another_country_is_a_list_of_every_country(alice: Person) -> None:
    opened = re.search(
        r"<details><summary>Another country</summary>(.*?)</details>",
        urgent(inside(alice)),
        re.DOTALL,
    )
    assert opened
    listed = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", opened[1], re.DOTALL))
    assert list(listed) == list(countries(inside(alice)))
    for line in HELP.lines:
        if line.danger:
            for phone in line.phones:
                there = listed[str(COUNTRIES[line.country])]
                assert f'href="tel:{phone.digits}">{phone.written}</a>' in there


def test_three_jumps_lead_to_parts_whose_names_say_nothing(alice: Person) -> None:
    html = inside(alice)
    jumps = re.findall(r'class="row nothumb" href="#([^"]*)"', urgent(html))
    assert len(jumps) == 3
    for jump in jumps:
        assert re.fullmatch(r"part-\d", jump)
        assert html.count(f'id="{jump}"') == 1


def test_it_says_what_stays_on_the_phone_and_to_plan_at_ones_own_pace(
    alice: Person,
) -> None:
    first = main_of(alice.get(PAGE))
    assert (
        "We tell nobody that you were here. This phone might: its history stays, and"
        " calls stay in its list."
    ) in first
    assert "Make a plan. Being safer, staying or going, at your pace." in first


def test_who_was_choked_reads_to_see_a_doctor_today(alice: Person) -> None:
    assert "see a doctor today, even if you feel fine" in main_of(alice.get(PAGE))


def test_the_time_around_leaving_is_spoken_of_once_and_with_whom_to_plan_it(
    alice: Person,
) -> None:
    said = main_of(alice.get(PAGE))
    assert said.count("The time around leaving can be the most dangerous.") == 1
    assert "Plan it with a service first" in said


def test_pressing_55_is_told_for_the_uk_and_against_for_ireland(alice: Person) -> None:
    said = main_of(alice.get(PAGE))
    assert "In Ireland 55 doesn’t work" in said
    assert len(re.findall(r"press 55", said)) == 2  # on top, and in its row


def test_it_is_the_same_for_everybody_in_the_pair_out_of_it_and_without_a_name(
    alice: Person, bob: Person, carol: Person
) -> None:
    pair(alice, bob)
    new, tries = Person("New"), Person("Tries")
    new.begin()
    tries.post("/try/", pair="partners")
    everybody = (Person("Nobody"), new, tries, alice, bob, carol)
    assert {inside(person) for person in everybody} == {inside(alice)}


def test_no_country_is_guessed(alice: Person) -> None:
    plain = inside(alice)
    for headers in (
        {"accept-language": "es-MX,es;q=0.9"},
        {"cf-ipcountry": "BR", "x-forwarded-for": "200.0.0.1"},
    ):
        assert inside(alice, **headers) == plain
    assert "<details open" not in plain


def test_the_same_link_stands_in_every_footer_for_everybody(
    alice: Person, carol: Person
) -> None:
    link = f'<a href="{PAGE}">Help</a>'
    feet = [foot(html_of(alice.get(path))) for path in ("/", PAGE, "/join/")]
    feet += [foot(html_of(carol.get(path))) for path in ("/us/", PAGE)]
    assert [one.count(link) for one in feet] == [1] * 5
    assert len(set(feet)) == 1


def test_countries_stand_by_name_each_with_its_emergency_number_first(
    alice: Person,
) -> None:
    found = countries(inside(alice))
    assert list(found) == sorted(found, key=str.casefold)
    assert len(found) == len({line.country for line in HELP.lines})
    for opened in found.values():
        assert re.search(r"<h3>(.*?)</h3>", opened)[1] == "Emergency"  # type: ignore[index]
        first = opened.partition("</li>")[0]
        assert "<dt>Phone</dt>" in first


def test_every_country_has_a_name_and_every_name_a_country() -> None:
    assert set(COUNTRIES) == {line.country for line in HELP.lines}
    names = [str(name) for name in COUNTRIES.values()]
    assert len(set(names)) == len(names)


def test_every_row_is_there_with_its_date(alice: Person) -> None:
    found = countries(inside(alice))
    for line in HELP.lines:
        assert escape(line.service) in found[str(COUNTRIES[line.country])]
    rows = "".join(found.values())
    assert rows.count("<dt>Where we read it</dt>") == rows.count("<h3>")
    assert rows.count("<h3>") == len(HELP.lines)
    for line in HELP.lines:
        assert f"({line.site})" in found[str(COUNTRIES[line.country])]
    assert "a page of the state (landkreis-heidenheim.de), November 2023" in rows
    assert "their own page (levudenvold.dk), 2023" in found["Denmark"]
    assert "a page of the state (rijksoverheid.nl), no date" in found["Netherlands"]
    assert "their own page (113.nl), 2025 or later" in found["Netherlands"]
    day = date_format(HELP.texts.compiled, "j F Y")
    assert f"This list was made on {day}." in main_of(alice.get(PAGE))


def test_a_row_that_several_pages_agree_on_says_since_when(alice: Person) -> None:
    found = countries(inside(alice))
    assert "<dt>The same since</dt><dd>2015, on 4 pages</dd>" in found["Ireland"]
    agreed = [line for line in HELP.lines if line.grade is Grade.A2]
    assert "".join(found.values()).count("The same since") >= len(agreed) > 90


def test_hours_are_never_said_without_the_date_of_their_page(alice: Person) -> None:
    for opened in countries(inside(alice)).values():
        for hours in re.findall(r"<dt>Hours</dt><dd>(.*?)</dd>", opened):
            assert re.search(r"\((?:.*\d{4}(?: or later)?|no date)\)$", hours), hours


def test_no_note_of_whoever_looks_rows_up_is_shown(alice: Person) -> None:
    html = inside(alice)
    assert [
        line.note
        for line in HELP.lines
        if len(line.note) > 20 and line.note[:40] in html
    ] == []
    assert "not to be shown" not in html
    assert "look up" not in html


def test_a_row_that_is_not_sure_shows_no_way_to_call(alice: Person) -> None:
    for name, opened in countries(inside(alice)).items():
        lines = [line for line in HELP.lines if str(COUNTRIES[line.country]) == name]
        assert opened.count("<dt>Phone</dt>") == sum(len(one.phone) for one in lines)
        told = re.findall(
            r"<dt>(?:In writing|Without speaking)</dt>((?:<dd>.*?</dd>)+)", opened
        )
        assert "".join(told).count("<dd>") == sum(len(one.text) for one in lines)
        if not any(line.sure for line in lines):
            assert not re.search(r"Phone|In writing|Languages|Hours|tel:", opened)
    numbers = {line.service: bool(line.phone) for line in HELP.lines}
    assert not numbers["Kids Helpline"]


def test_lines_with_a_number_come_first(alice: Person) -> None:
    opened = countries(inside(alice))["New Zealand"]
    assert opened.index("0800 733 843") < opened.index("Are You OK")


def test_every_number_can_be_called_and_none_by_itself(alice: Person) -> None:
    """Numbers of lines are text, with *Call* beside; nothing else makes a link."""
    html = html_of(alice.get(PAGE))
    calls = re.findall(r'href="tel:(\d+)"[^>]*>([^<]*)</a>', html)
    inside_countries = "".join(countries(inside(alice)).values())
    phones = [phone for line in HELP.lines for phone in line.phones]
    beside = sorted(digits for digits, words in calls if words == "Call")
    assert beside == sorted(phone.digits for phone in phones)
    assert inside_countries.count('href="tel:') == len(beside)
    others = html.replace(inside_countries, "").count('href="tel:') - len(beside)
    dangers = [phone for line in HELP.lines if line.danger for phone in line.phones]
    assert others == len(dangers) + len(HELP.texts.urgent)
    assert '<meta name="format-detection" content="telephone=no' in html


def test_there_is_no_link_out_and_nothing_is_asked_of_the_network(
    alice: Person,
) -> None:
    html = inside(alice)
    links = set(re.findall(r'href="([^"]*)"', html))
    assert {link for link in links if not re.match(r"tel:\d|#part-\d$", link)} == {
        "/learn/own-ways/"
    }
    assert not re.search(r"<(img|script|iframe|link|form|video|object|input)", html)
    assert not re.search(r"\b(src|srcset|action|style|ping)=", html)
    assert "://" not in html


def test_each_need_names_the_lines_that_say_so(alice: Person) -> None:
    html = inside(alice)
    for need in HELP.texts.needs:
        part = html[html.index(f'id="for-{need.whom}"') :]
        part = part[: part.index("</section>")]
        said = [line for line in HELP.lines if need.whom in line.whom]
        for line in said:
            assert escape(line.service) in part
        assert "<details>" in part


@pytest.mark.parametrize("word", ["victim", "abuser", "should", "must", "!"])
def test_nobody_is_named_or_told_what_to_do(alice: Person, word: str) -> None:
    ours = main_of(alice.get(PAGE))
    for line in HELP.lines:  # services call themselves what they like
        ours = ours.replace(line.service, "").replace(line.site, "")
    assert word not in ours.lower()
