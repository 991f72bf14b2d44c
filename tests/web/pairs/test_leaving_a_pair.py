"""Rest, close at the week's end, close now: without a reason, and without a who."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import pytest
from tests.web.cast import (
    Person,
    bytes_of,
    chosen,
    heading_of,
    html_of,
    invited,
    join,
    main_of,
    met,
    opened,
    pair,
    title_of,
)
from tests.web.conftest import Hands
from tests.web.see.acts import (
    all_of_it,
)

from coequal.journal import clock, models
from coequal.people import zones
from coequal.people.models import Closing

CLOSED: Final = "This is closed now."
STAYS: Final = "You can both still read what you could both see."
WEDNESDAY: Final = int(datetime(2030, 5, 15, 12, tzinfo=UTC).timestamp())


@pytest.fixture
def on_wednesday(hands: Hands) -> Hands:
    hands.at = WEDNESDAY
    return hands


def close(person: Person, place: str, way: str = "now", phrase: str = "") -> None:
    given = {"way": way, "phrase": phrase or person.phrase}
    person.post(f"{place}leave/", **given)


def listed(person: Person) -> list[str]:
    return [one.state for one in person.get("/us/more/").context["relations"]]


# Resting.


def test_what_rests_is_off_one_s_own_list_only(
    alice: Person, bob: Person, place: str
) -> None:
    before = bytes_of(bob.get("/us/"))
    alice.post(f"{place}leave/", do="rest")
    assert listed(alice) == []
    assert bytes_of(bob.get("/us/")) == before


def test_what_rests_can_be_found_and_put_back(alice: Person, place: str) -> None:
    alice.post(f"{place}leave/", do="rest")
    alice.post(f"{place}leave/", do="rest")
    assert f'href="{place}leave/"' in html_of(alice.get("/account/"))
    assert "It’s off your list now." in main_of(alice.get(f"{place}leave/"))
    alice.post(f"{place}leave/", do="wake")
    assert listed(alice) == ["You’re connected"]


def test_what_rests_still_works(alice: Person, bob: Person, place: str) -> None:
    alice.post(f"{place}leave/", do="rest")
    for person in (alice, bob):
        person.answer_all()
        person.be_ready(place, "home")
    assert heading_of(alice.get(place)) == "Your four cards are open."


# Closing now.


def test_closing_needs_the_passphrase_and_a_way(
    alice: Person, bob: Person, place: str
) -> None:
    for fields in (
        {"way": "now", "phrase": "a guess at it"},
        {"way": "now", "phrase": ""},
        {"way": "", "phrase": alice.phrase},
        {"way": "later", "phrase": alice.phrase},
    ):
        assert alice.post(f"{place}leave/", **fields).status_code == 422
    assert listed(alice) == listed(bob) == ["You’re connected"]


def test_what_is_amiss_points_to_where_it_is(alice: Person, place: str) -> None:
    html = html_of(alice.post(f"{place}leave/", phrase=alice.phrase))
    assert 'href="#id_way_0"' in html
    assert html.count('id="id_way_0"') == 1


def test_both_read_the_same_text_whoever_closed_it(
    alice: Person, bob: Person, place: str
) -> None:
    close(alice, place)
    assert alice.where == place
    read = []
    for person, other in ((alice, "Bob"), (bob, "Alice")):
        assert listed(person) == ["Closed"]
        page = person.get(place)
        assert heading_of(page) == CLOSED
        assert STAYS in main_of(page)
        assert title_of(page) == "Us"
        read.append(bytes_of(page).replace(other.encode(), b""))
    assert read[0] == read[1]


def test_no_reason_no_name_and_no_time_is_told(
    alice: Person, bob: Person, place: str, on_wednesday: Hands
) -> None:
    alice.sign_in()
    bob.sign_in()
    close(alice, place)
    soon = bytes_of(bob.get(place))
    on_wednesday.forward(3 * clock.HOUR)
    assert bytes_of(bob.get(place)) == soon


def test_what_was_closed_is_gone_for_both(
    alice: Person, bob: Person, place: str
) -> None:
    for person, parts in ((alice, ("home",)), (bob, ())):
        person.answer_all()
        if parts:
            person.be_ready(place, *parts)
    assert models.StoredRow.objects.filter(audience="W").exists()
    close(bob, place)
    assert not models.StoredRow.objects.filter(audience="W").exists()
    assert alice.get("/mine/").context["areas"]


def test_what_was_open_stays_readable_for_both(alice: Person, bob: Person) -> None:
    place = opened(alice, bob)
    for person in (alice, bob):
        all_of_it(person, place)
    alice.post(f"{place}cards/step/", text="Ask before Sunday", do="say")
    before = [bytes_of(one.get(f"{place}picture/")) for one in (alice, bob)]
    close(alice, place)
    after = [bytes_of(one.get(f"{place}picture/")) for one in (alice, bob)]
    assert after == before
    last = bob.get(f"{place}cards/4/")
    assert "Ask before Sunday" in main_of(last)
    assert 'action="' + f"{place}cards/step/" not in html_of(last)
    given = {"phrase": bob.phrase, "as": "json"}
    copied = bob.client.post(f"{place}copy/", given)
    assert b"Ask before Sunday" in b"".join(copied.streaming_content)


def test_who_had_not_looked_yet_can_still_look(alice: Person, bob: Person) -> None:
    place = opened(alice, bob)
    close(alice, place)
    html = html_of(bob.get(place))
    assert f'href="{place}look/"' in html
    all_of_it(bob, place)
    assert bob.get(f"{place}picture/").status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "fields"),
    [
        ("get", "choose/", {}),
        ("post", "choose/", {"part": "home"}),
        ("post", "answer/", {}),
        ("get", "ready/", {}),
        ("post", "not-ready/", {}),
        ("post", "evening/", {"text": "Friday", "do": "say"}),
        ("post", "evening/", {"do": "back"}),
        ("post", "leave/", {"way": "now"}),
        ("post", "leave/", {"way": "week"}),
    ],
)
def test_nothing_new_comes_in_and_the_same_text_says_so(
    alice: Person,
    bob: Person,
    place: str,
    method: str,
    path: str,
    fields: dict[str, str],
) -> None:
    close(alice, place)
    given = {"phrase": bob.phrase, **fields} if "way" in fields else fields
    rows = models.StoredRow.objects.count()
    page = getattr(bob, method)(f"{place}{path}", **given)
    assert page.status_code == 403
    assert heading_of(page) == CLOSED
    assert STAYS in main_of(page)
    assert f'href="{place}"' in html_of(page)
    assert models.StoredRow.objects.count() == rows


def test_steps_and_thanks_are_over_too(alice: Person, bob: Person) -> None:
    place = opened(alice, bob)
    all_of_it(bob, place)
    close(alice, place)
    for path in ("step", "thanks"):
        page = bob.post(f"{place}cards/{path}/", text="Too late", do="say")
        assert page.status_code == 403
        assert heading_of(page) == CLOSED


def test_a_closed_place_leads_nobody_to_open_something_there(
    alice: Person, bob: Person, place: str
) -> None:
    bob.answer_all()
    assert f"{place}choose/" in html_of(bob.get("/mine/"))
    close(alice, place)
    assert f"{place}choose/" not in html_of(bob.get("/mine/"))


def test_a_closed_place_can_be_taken_off_one_s_list(
    alice: Person, bob: Person, place: str
) -> None:
    close(alice, place)
    bob.post(f"{place}leave/", do="rest")
    assert listed(bob) == []
    assert listed(alice) == ["Closed"]


def test_a_new_pair_is_a_new_place(alice: Person, bob: Person, place: str) -> None:
    close(alice, place)
    code = invited(bob, "Alice")
    again = bob.where
    join(alice, code, "Bob")
    met(bob, again)
    assert again != place
    found = sorted(listed(alice))
    assert found == sorted(listed(bob)) == ["Closed", "You’re connected"]


# Closing at the end of the week.


def test_until_the_week_is_over_nothing_has_changed(
    alice: Person, bob: Person, on_wednesday: Hands
) -> None:
    place = pair(alice, bob)
    pages = ("/us/", f"{place}choose/")
    before = [bytes_of(bob.get(path)) for path in pages]
    close(alice, place, "week")
    assert "The last day is Sunday 19 May" in main_of(alice.get(f"{place}leave/"))
    # On Sunday itself home has the three lines of that day.
    for day, some in ((18, pages), (19, pages[1:])):
        on_wednesday.at = int(
            datetime(2030, 5, day, 23, 59, 59, tzinfo=UTC).timestamp()
        )
        for person in (alice, bob):
            person.sign_in()
        after = [bytes_of(bob.get(path)) for path in some]
        assert after == before[-len(some) :]


@pytest.mark.parametrize("first", ["alice", "bob"])
def test_it_closes_when_either_next_opens_a_page(
    alice: Person, bob: Person, on_wednesday: Hands, first: str
) -> None:
    place = pair(alice, bob)
    close(alice, place, "week")
    on_wednesday.at = int(datetime(2030, 5, 20, tzinfo=UTC).timestamp())
    assert not models.Space.objects.filter(closed=True).exists()
    for person in (alice, bob) if first == "alice" else (bob, alice):
        person.sign_in()
        assert heading_of(person.get(place)) == CLOSED
    assert models.Space.objects.filter(closed=True).count() == 1
    assert not Closing.objects.exists()


def test_it_reads_like_a_place_that_was_closed_at_once(
    alice: Person, bob: Person, on_wednesday: Hands
) -> None:
    place = pair(alice, bob)
    close(alice, place, "week")
    on_wednesday.forward(7 * clock.DAY)
    bob.sign_in()
    planned = bytes_of(bob.get(place))
    models.Space.objects.filter(closed=True).update(closed=False)
    alice.sign_in()
    close(alice, place)
    assert bytes_of(bob.get(place)) == planned


def test_it_can_be_taken_back_until_then(
    alice: Person, bob: Person, on_wednesday: Hands
) -> None:
    place = pair(alice, bob)
    close(alice, place, "week")
    close(alice, place, "week")
    assert Closing.objects.count() == 1
    alice.post(f"{place}leave/", do="stay")
    assert "The last day" not in main_of(alice.get(f"{place}leave/"))
    on_wednesday.forward(7 * clock.DAY)
    bob.sign_in()
    assert listed(bob) == ["You’re connected"]


def test_one_s_taking_back_is_not_the_other_s(
    alice: Person, bob: Person, on_wednesday: Hands
) -> None:
    place = pair(alice, bob)
    for person in (alice, bob):
        close(person, place, "week")
    alice.post(f"{place}leave/", do="stay")
    on_wednesday.forward(7 * clock.DAY)
    alice.sign_in()
    assert listed(alice) == ["Closed"]


def test_the_table_tells_neither_which_place_nor_whose_wish(
    alice: Person, place: str
) -> None:
    close(alice, place, "week")
    row = Closing.objects.get()
    spaces = models.Space.objects.values_list("pk", flat=True)
    authors = models.StoredRow.objects.values_list("author", flat=True)
    assert not {row.place, row.place[:16], row.id} & {*spaces, *authors}
    assert row.due == zones.week_end(clock.now(), zones.WORLD)


# Before both are here.


def test_a_code_that_nobody_used_in_time_reads_the_same(
    alice: Person, bob: Person, on_wednesday: Hands
) -> None:
    place = pair(alice, bob)
    close(bob, place)
    invited(alice, "Bob")
    late = alice.where
    on_wednesday.forward(8 * clock.DAY)
    alice.sign_in()
    pages = [alice.get(one) for one in (place, late)]
    assert {heading_of(page) for page in pages} == {CLOSED}
    assert all(STAYS in main_of(page) for page in pages)
    assert listed(alice) == ["Closed", "Closed"]
    alice.post(f"{late}uninvite/")
    assert listed(alice) == ["Closed"]


def test_who_joined_may_leave_before_the_other_has_looked(
    alice: Person, bob: Person
) -> None:
    for person in (alice, bob):
        person.begin()
        person.keep()
    code = invited(alice)
    place = alice.where
    join(bob, code)
    assert f'href="{place}leave/"' in html_of(bob.get(place))
    close(bob, place)
    assert heading_of(bob.get(place)) == CLOSED
    assert heading_of(alice.get(place)) == CLOSED
    chosen(alice)
    page = alice.post(f"{place}meet/")
    assert page.status_code == 403
    assert heading_of(page) == CLOSED
    alice.post(f"{place}uninvite/")
    assert listed(alice) == []


def test_what_one_closed_stays_so_for_oneself_whatever_the_database_says(
    alice: Person, bob: Person, place: str
) -> None:
    """Bob clears that the place is closed, and puts back what she kept of it before."""
    shares = {bytes(one.id): one for one in models.Share.objects.all()}
    alice.post(f"{place}leave/", way="now", phrase=alice.phrase)
    models.Space.objects.update(closed=False)
    there = {bytes(one.id) for one in models.Share.objects.all()}
    gone = [one for name, one in shares.items() if name not in there]
    models.Share.objects.bulk_create(gone)
    assert "This is closed now." in main_of(alice.get(place))
    assert alice.client.post(f"{place}choose/", {"part": ["home"]}).status_code == 403
    assert [one.closed for one in alice.get("/account/").context["members"]] == [True]
