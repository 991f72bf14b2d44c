"""Days and weeks end as the clocks of a zone say, in spring and in autumn too."""

from __future__ import annotations

import zoneinfo
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.core.entry import LAST
from coequal.people import zones

KIRITIMATI: Final = "Pacific/Kiritimati"
ST_JOHNS: Final = "America/St_Johns"
BERLIN: Final = "Europe/Berlin"
HOUR: Final = 3600
DAY: Final = timedelta(days=1)

named = [name for names in zones.listed().values() for name in names]
any_zone = st.sampled_from([zones.WORLD, *named])
any_moment = st.integers(
    min_value=int(datetime(2026, 1, 1, tzinfo=UTC).timestamp()),
    max_value=int(datetime(2037, 12, 1, tzinfo=UTC).timestamp()),
)


def hours(day: date, zone: str) -> float:
    before = zones.last_second(day - DAY, zone)
    return (zones.last_second(day, zone) - before) / HOUR


@given(any_moment, any_zone)
def test_every_moment_lies_within_the_day_that_it_is_called_by(
    moment: int, zone: str
) -> None:
    day = zones.day_of(moment, zone)
    assert zones.last_second(day - DAY, zone) < moment <= zones.last_second(day, zone)


@given(any_moment, any_zone)
def test_a_day_ends_on_itself_and_the_next_second_is_not_in_it(
    moment: int, zone: str
) -> None:
    day = zones.day_of(moment, zone)
    end = zones.last_second(day, zone)
    assert zones.day_of(end, zone) == day
    assert zones.day_of(end + 1, zone) > day
    assert 22 <= hours(day, zone) <= 26


@given(any_moment, any_zone)
def test_a_week_ends_with_a_sunday_that_is_not_over(moment: int, zone: str) -> None:
    end = zones.week_end(moment, zone)
    assert moment < end <= moment + 7 * 24 * HOUR + 2 * HOUR
    assert zones.day_of(end - 1, zone).weekday() == 6
    assert zones.day_of(end, zone).weekday() == 0
    assert zones.week_end(end - 1, zone) == end
    assert zones.week_end(end, zone) > end


@pytest.mark.parametrize(
    ("day", "long"),
    [((2027, 3, 28), 23), ((2027, 10, 31), 25), ((2027, 6, 1), 24)],
)
def test_the_days_on_which_clocks_change_have_23_and_25_hours(
    day: tuple[int, int, int], long: int
) -> None:
    assert hours(date(*day), BERLIN) == long
    assert hours(date(*day), "UTC") == 24


@pytest.mark.parametrize(("day", "long"), [((2027, 3, 14), 23), ((2027, 11, 7), 25)])
def test_a_zone_of_half_an_hour_changes_its_clocks_too(
    day: tuple[int, int, int], long: int
) -> None:
    assert hours(date(*day), ST_JOHNS) == long


def test_a_week_with_a_change_of_clocks_ends_at_midnight_there() -> None:
    saturday = int(datetime(2027, 3, 27, 12, tzinfo=UTC).timestamp())
    end = datetime.fromtimestamp(zones.week_end(saturday, BERLIN), UTC)
    assert end == datetime(2027, 3, 28, 22, tzinfo=UTC)


def test_a_day_ends_first_where_the_sun_is_first() -> None:
    day = date(2030, 5, 19)
    ends = [zones.last_second(day, one) for one in (KIRITIMATI, "UTC", ST_JOHNS)]
    world = int(datetime(2030, 5, 20, tzinfo=UTC).timestamp()) - 1
    assert ends == [world - 14 * HOUR, world, world + 2 * HOUR + HOUR // 2]


def test_where_clocks_are_put_on_at_midnight_a_day_ends_as_they_are() -> None:
    # Havana's clocks go from 0:00 to 1:00, and in autumn from 1:00 back to 0:00.
    assert hours(date(2027, 3, 14), "America/Havana") == 23
    assert hours(date(2027, 11, 7), "America/Havana") == 25


@pytest.mark.parametrize("zone", ["UTC", KIRITIMATI, ST_JOHNS, "Pacific/Midway"])
def test_the_last_day_of_all_has_an_end_that_an_entry_may_name(zone: str) -> None:
    for day in (date.max, date.max - DAY, date.max - 2 * DAY):
        assert zones.last_second(day, zone) <= LAST
        assert zones.day_of(zones.last_second(day, zone), zone) <= date.max


@pytest.mark.parametrize(
    "name",
    [
        *("", "Mars/Phobos", "posixrules", "localtime", "../../etc/passwd"),
        *("Etc/GMT+5", "europe/berlin", "Europe/", "Europe/Berlin\0", "America"),
    ],
)
def test_what_is_no_place_counts_by_universal_time(name: str) -> None:
    assert not zones.is_known(name)
    assert zones.calendar(name) is UTC


def test_what_browsers_call_a_place_by_its_old_name_is_known() -> None:
    for name in ("Asia/Calcutta", "Asia/Kolkata", "America/Argentina/Ushuaia"):
        assert zones.is_known(name)


def test_a_zone_is_called_by_its_city() -> None:
    assert zones.city(ST_JOHNS) == "St Johns"
    assert zones.city("America/Argentina/Ushuaia") == "Ushuaia"


def test_without_zones_on_the_machine_universal_time_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zoneinfo, "available_timezones", set)
    zones.listed.cache_clear()
    try:
        assert dict(zones.listed()) == {}
        assert zones.is_known("UTC")
        assert zones.calendar(BERLIN) is UTC
    finally:
        zones.listed.cache_clear()


@pytest.mark.parametrize("rules", [b"TZif", b"TZif2" + bytes(200), b"TZif\0", b""])
def test_a_zone_whose_rules_are_damaged_counts_as_universal_time(
    tmp_path: Path, rules: bytes
) -> None:
    assert zones.is_known(BERLIN)
    (tmp_path / "Europe").mkdir()
    (tmp_path / BERLIN).write_bytes(rules)
    zoneinfo.reset_tzpath([str(tmp_path)])
    zoneinfo.ZoneInfo.clear_cache(only_keys=[BERLIN])
    try:
        assert zones.calendar(BERLIN) is UTC
        assert zones.day_of(0, BERLIN) == date(1970, 1, 1)
    finally:
        zoneinfo.reset_tzpath()
        zoneinfo.ZoneInfo.clear_cache(only_keys=[BERLIN])


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ((2027, 3, 15), (2027, 4, 11)),  # clocks are put on in between
        ((2027, 10, 18), (2027, 11, 14)),  # and back
    ],
)
def test_four_weeks_end_with_the_last_second_of_a_day_there(
    day: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    there = zones.calendar(BERLIN)
    for hour in (0, 23):
        began = datetime(*day, hour, 59, tzinfo=there)
        end = zones.weeks_end(int(began.timestamp()), 4, BERLIN)
        assert datetime.fromtimestamp(end, there) == datetime(
            *last, 23, 59, 59, tzinfo=there
        )
