"""Days are days where the two are: chosen by either, seen by both, moving nothing."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any, Final

import pytest
from tests.web.cast import (
    Person,
    chosen,
    html_of,
    invited,
    join,
    main_of,
    pair,
)
from tests.web.conftest import Hands
from tests.web.decide.acts import raised
from tests.web.decide.test_diary import written

from coequal.journal import clock, models
from coequal.people.days import MOST_A_DAY
from coequal.people.models import Closing

KIRITIMATI: Final = "Pacific/Kiritimati"
ST_JOHNS: Final = "America/St_Johns"
# 14 hours after noon by universal time it is the next day in Kiritimati.
LATE: Final = "The time to answer is over"
NOON: Final = int(datetime(2030, 5, 15, 12, tzinfo=UTC).timestamp())


@pytest.fixture
def at_noon(hands: Hands, alice: Person, bob: Person, place: str) -> Hands:
    """The two have met, and are both here on a Wednesday."""
    hands.at = NOON
    for one in (alice, bob):
        one.sign_in()
    assert place
    return hands


def choose(person: Person, place: str, zone: str) -> Any:
    return person.post(f"{place}days/", zone=zone)


def says(person: Person, place: str) -> str:
    return main_of(person.get(f"{place}days/"))


def test_cities_stand_by_their_names_and_regions_are_called_as_people_do(
    alice: Person, place: str
) -> None:
    html = html_of(alice.get(f"{place}days/"))
    assert '<optgroup label="The Americas">' in html
    assert ">Knox (Indiana)<" in html
    assert ">St Johns<" in html
    cities = re.findall(r"<option[^>]*>([^<]*)<", html.partition("The Americas")[2])
    americas = cities[: cities.index("Casey")]
    assert americas == sorted(americas)


def test_before_anybody_chose_it_is_universal_time_and_the_page_says_so(
    alice: Person, place: str
) -> None:
    assert "No city is picked, so dates here go by world time." in says(alice, place)


def test_either_chooses_and_both_read_it_where_they_meet(
    alice: Person, bob: Person, place: str
) -> None:
    choose(alice, place, KIRITIMATI)
    for one in (alice, bob):
        assert "by the clock in Kiritimati." in says(one, place)
    choose(bob, place, ST_JOHNS)
    for one in (alice, bob):
        assert "by the clock in St Johns." in says(one, place)


@pytest.fixture
def joined(alice: Person, bob: Person) -> str:
    """Bob has joined; Alice has chosen what she shares, and can look."""
    for one in (alice, bob):
        one.begin()
        one.keep()
    join(bob, invited(alice))
    place = alice.where
    chosen(alice)
    return place


def test_who_asked_can_choose_whose_days_count_as_they_look(
    joined: str, alice: Person, bob: Person
) -> None:
    place = joined
    page = html_of(alice.get(place))
    # Where one lives is told to nobody by a field that is folded away.
    assert "data-offer" not in page
    assert "where you live" in page
    alice.post(f"{place}meet/", zone=ST_JOHNS)
    assert "by the clock in St Johns." in says(bob, place)
    # What one chose first is one's own too.
    assert "St Johns" in main_of(alice.get("/account/"))
    assert "world time" in main_of(bob.get("/account/"))


@pytest.mark.parametrize("zone", ["", "Mars/Phobos", "../../etc/passwd", "x" * 200])
def test_a_zone_that_is_none_keeps_nobody_from_meeting(
    joined: str, alice: Person, bob: Person, zone: str
) -> None:
    alice.post(f"{joined}meet/", zone=zone)
    assert "by world time" in says(bob, joined)


def test_a_zone_that_is_none_cannot_be_chosen(alice: Person, place: str) -> None:
    before = models.StoredRow.objects.count()
    page = choose(alice, place, "Mars/Phobos")
    assert page.status_code == 422
    assert "Please choose one of these." in main_of(page)
    assert models.StoredRow.objects.count() == before


def test_once_somebody_chose_no_browser_offers_another(
    alice: Person, bob: Person, place: str
) -> None:
    choose(alice, place, ST_JOHNS)
    page = html_of(bob.get(f"{place}days/"))
    assert "data-offer" not in page
    assert '<option value="America/St_Johns" selected>' in page


def test_who_chose_reads_at_once_what_holds_now(alice: Person, place: str) -> None:
    page = main_of(choose(alice, place, KIRITIMATI))
    assert alice.where == f"{place}days/"
    assert "Dates here go by the clock in Kiritimati." in page


def test_the_same_again_writes_nothing(alice: Person, bob: Person, place: str) -> None:
    choose(alice, place, ST_JOHNS)
    before = models.StoredRow.objects.count()
    for one in (alice, bob):
        choose(one, place, ST_JOHNS)
    assert models.StoredRow.objects.count() == before


def test_one_may_choose_only_so_often_a_day(
    alice: Person, bob: Person, place: str, at_noon: Hands
) -> None:
    both = (KIRITIMATI, ST_JOHNS)
    for number in range(MOST_A_DAY):
        assert choose(alice, place, both[number % 2]).status_code == 200
    refused = choose(alice, place, "UTC")
    assert refused.status_code == 422
    assert "Try again tomorrow." in main_of(refused)
    assert choose(bob, place, "UTC").status_code == 200
    at_noon.forward(clock.DAY)
    alice.sign_in()
    assert choose(alice, place, ST_JOHNS).status_code == 200


def test_choices_of_a_clock_that_was_ahead_keep_nobody_waiting(
    alice: Person, place: str, at_noon: Hands
) -> None:
    at_noon.forward(400 * clock.DAY)
    alice.sign_in()
    for number in range(MOST_A_DAY):
        choose(alice, place, (KIRITIMATI, ST_JOHNS)[number % 2])
    at_noon.forward(-400 * clock.DAY)
    alice.sign_in()
    assert choose(alice, place, "UTC").status_code == 200


def test_a_diary_line_is_of_the_day_that_it_was_for_the_two(
    alice: Person, bob: Person, place: str, at_noon: Hands
) -> None:
    line = written(alice, place, "We got the blue sofa.")
    for zone, day in ((KIRITIMATI, "16 May 2030"), (ST_JOHNS, "15 May 2030")):
        choose(alice, place, zone)
        for one in (alice, bob):
            assert day in main_of(one.get(line))
            assert day in main_of(one.get(f"{place}decide/diary/"))


def test_the_last_day_of_a_question_ends_as_that_day_does_there(
    alice: Person, bob: Person, place: str, at_noon: Hands
) -> None:
    choose(bob, place, KIRITIMATI)
    where = raised(alice, place, until="2030-05-16")
    assert "until 16 May 2030." in main_of(bob.get(where))
    # Midnight there is ten in the morning by universal time.
    at_noon.at = int(datetime(2030, 5, 16, 9, 59, 59, tzinfo=UTC).timestamp())
    bob.sign_in()
    assert LATE not in main_of(bob.get(where))
    at_noon.forward(1)
    assert LATE in main_of(bob.get(where))


def test_another_zone_moves_no_moment_that_stands(
    alice: Person, bob: Person, place: str, at_noon: Hands
) -> None:
    choose(alice, place, KIRITIMATI)
    where = raised(alice, place, until="2030-05-20")
    alice.post(f"{place}leave/", way="week", phrase=alice.phrase)
    due = Closing.objects.get().due
    assert due == int(datetime(2030, 5, 19, 10, tzinfo=UTC).timestamp())
    choose(bob, place, "Pacific/Midway")
    assert Closing.objects.get().due == due
    # The same moments: there it is still the day before.
    assert "until 19 May 2030." in main_of(bob.get(where))
    assert "Saturday 18 May" in main_of(alice.get(f"{place}leave/"))


def test_a_week_ends_on_sunday_as_the_two_have_it(
    alice: Person, bob: Person, place: str, at_noon: Hands
) -> None:
    choose(bob, place, ST_JOHNS)
    alice.post(f"{place}leave/", way="week", phrase=alice.phrase)
    assert "Sunday 19 May" in main_of(alice.get(f"{place}leave/"))
    midnight = int(datetime(2030, 5, 20, 2, 30, tzinfo=UTC).timestamp())
    assert Closing.objects.get().due == midnight


def test_the_days_of_two_are_not_those_of_one_s_own_pages(
    alice: Person, place: str, at_noon: Hands
) -> None:
    alice.post("/decide/", text="We moved.", who="me")
    choose(alice, place, KIRITIMATI)
    assert "16 May 2030" in main_of(
        alice.get(written(alice, place, "We got the blue sofa."))
    )
    assert "15 May 2030" in main_of(alice.get("/decide/"))


def test_one_s_own_pages_go_by_one_s_own_days(alice: Person, at_noon: Hands) -> None:
    alice.begin()
    alice.keep()
    alice.post("/account/code/", make="1", phrase=alice.phrase)
    alice.post("/decide/", text="We moved.", who="me")
    assert "15 May 2030" in main_of(alice.get("/decide/"))
    assert alice.post("/account/days/", zone=KIRITIMATI).status_code == 200
    assert "16 May 2030" in main_of(alice.get("/decide/"))
    assert "Kiritimati" in main_of(alice.get("/account/"))
    assert "16 May 2030" in main_of(alice.get("/account/"))


def test_a_copy_tells_the_days_that_pages_told(
    alice: Person, bob: Person, place: str, at_noon: Hands
) -> None:
    choose(alice, place, KIRITIMATI)
    written(alice, place, "We got the blue sofa.")
    given = {"phrase": alice.phrase, "as": "json"}
    copy = alice.client.post(f"{place}copy/", given)
    lines = json.loads(copy.getvalue())["entries"]
    (line,) = [one for one in lines if one["kind"] == "diary line"]
    assert line["at"] == "2030-05-16T02:00:00+14:00"
    (chosen,) = [one for one in lines if one["kind"] == "days"]
    assert chosen["data"] == {"zone": KIRITIMATI}
    page = bob.client.post(f"{place}copy/", {"phrase": bob.phrase, "as": "html"})
    assert KIRITIMATI in page.getvalue().decode()


@pytest.mark.parametrize("zone", [KIRITIMATI, ST_JOHNS, "Pacific/Midway"])
def test_the_first_and_the_last_moment_have_a_day_everywhere(
    alice: Person, place: str, zone: str
) -> None:
    choose(alice, place, zone)
    assert raised(alice, place, until="9999-12-31")
    assert alice.get(f"{place}decide/").status_code == 200


def test_no_column_holds_a_zone(alice: Person, place: str) -> None:
    choose(alice, place, ST_JOHNS)
    alice.post("/account/days/", zone=ST_JOHNS)
    for table in (models.StoredRow, models.Share, models.Kept):
        for row in table.objects.values():
            assert b"Johns" not in repr(row).encode()


def test_what_one_chose_in_2077_is_replaced_by_the_next_choice(
    alice: Person, bob: Person, place: str, hands: Hands
) -> None:
    now = hands.at
    hands.at = int(datetime(2077, 1, 1, tzinfo=UTC).timestamp())
    alice.sign_in()
    choose(alice, place, KIRITIMATI)
    hands.at = now
    bob.sign_in()
    choose(bob, place, ST_JOHNS)
    assert "by the clock in St Johns." in says(bob, place)


def test_a_damaged_choice_leaves_the_one_before_it_and_says_so(
    alice: Person, bob: Person, place: str
) -> None:
    choose(alice, place, KIRITIMATI)
    before = set(models.StoredRow.objects.values_list("id", flat=True))
    choose(bob, place, ST_JOHNS)
    (row,) = models.StoredRow.objects.exclude(id__in=before)
    spoiled = bytes([row.sealed[0] ^ 1]) + row.sealed[1:]
    models.StoredRow.objects.filter(id=row.id).update(sealed=spoiled)
    for one in (alice, bob):
        assert "by the clock in Kiritimati." in says(one, place)


def test_carol_finds_no_such_page(alice: Person, bob: Person, carol: Person) -> None:
    place = pair(alice, bob)
    carol.begin()
    carol.keep()
    assert carol.get(f"{place}days/").status_code == 404
    assert choose(carol, place, ST_JOHNS).status_code == 404
