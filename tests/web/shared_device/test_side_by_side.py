"""Two people, one device: twelve light answers each, and it opens at once."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.web.cast import Person, addresses, heading_of, html_of, main_of

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.journal import clock
from coequal.journal import models as journal
from coequal.people import shared_device
from coequal.people.models import Account, SessionRow, SharedDevice
from coequal.people.tidying import tidy

PAIR_TYPES = list(PairType)
TWELVE = 12


def begin(pair: str = "partners") -> Person:
    """Let Alice and Bob sit down at one device; Alice answers first."""
    device = Person("one device")
    device.post("/beside/", first="Alice", second="Bob", pair=pair)
    return device


def go_on(device: Person, page: HttpResponse) -> HttpResponse:
    """Take the device: follow the way to the next question."""
    html = html_of(page)
    link = re.search(r'class="btn first mid" href="(/answers/[^"]+)"', html)
    if link:
        return device.get(link[1])
    to = re.search(r'name="to" value="(/answers/[^"]+)"', html)
    assert to is not None
    return device.post("/chairs/swap/", to=to[1])


def answer(device: Person, page: HttpResponse, value: int | str = 1) -> HttpResponse:
    """Answer every light question; return the page after the last."""
    page = go_on(device, page)
    for _ in range(TWELVE):
        page = device.post(device.where, a=value)
        assert page.status_code == 200
    return page


def both_answered(device: Person) -> HttpResponse:
    page = answer(device, device.get("/beside/"))
    return answer(device, page, 2)


def opened(device: Person) -> HttpResponse:
    both_answered(device)
    return device.post("/beside/look/")


def place(device: Person) -> str:
    found = re.search(r"/us/[0-9a-f]{32}/", device.where)
    assert found is not None
    return found[0]


def test_it_says_that_apart_is_more_honest_before_anything_is_asked(db: None) -> None:
    page = main_of(Person("one device").get("/beside/"))
    assert "Apart is more honest" in page
    assert "gone when you close it" in page


def test_two_names_and_what_the_two_are_begin_it(db: None) -> None:
    device = begin()
    assert device.where == "/beside/"
    assert heading_of(device.get("/beside/")) == "This is for Alice."


def test_two_people_need_two_names(db: None) -> None:
    device = Person("one device")
    page = device.post("/beside/", first="Alex", second="alex", pair="partners")
    assert page.status_code == 422
    assert "Use two different names" in main_of(page)
    assert not SharedDevice.objects.exists()


@pytest.mark.parametrize("pair", PAIR_TYPES)
def test_each_answers_twelve_questions_of_their_type(db: None, pair: PairType) -> None:
    device = begin(pair.value)
    page = answer(device, device.get("/beside/"))
    assert heading_of(page) == "Thank you, Alice. Hand it to Bob."
    page = answer(device, page)
    assert heading_of(page) == "You have both answered."


def test_a_question_says_that_both_will_read_the_answer(db: None) -> None:
    device = begin()
    page = main_of(go_on(device, device.get("/beside/")))
    assert "You both read this, once you have both answered." in page


def test_nothing_private_is_among_the_twelve() -> None:
    for pair in PairType:
        form = content(pair).instrument
        asked = {item for page in form.light.pages for item in page.items}
        assert len(asked) == TWELVE
        assert asked <= {item for part in form.parts for item in part.open_ids}


def test_bob_does_not_find_what_alice_answered_before_his_own(db: None) -> None:
    device = begin()
    page = answer(device, device.get("/beside/"), 0)
    page = go_on(device, page)
    assert "before" not in main_of(page)


def test_one_who_is_not_through_cannot_open_it(db: None) -> None:
    device = begin()
    answer(device, device.get("/beside/"))
    page = device.post("/beside/look/")
    assert heading_of(page) == "Thank you, Alice. Hand it to Bob."


def test_it_opens_at_once_with_nothing_left_out(db: None) -> None:
    device = begin()
    page = opened(device)
    assert device.where.endswith("/cards/1/")
    for number in range(1, 5):
        page = device.post(f"{place(device)}cards/{number}/", do="next")
    text = main_of(page)
    assert "Our picture" in text
    for area in ("Home", "Free time", "Big plans"):
        assert area in text


def test_after_skipping_all_there_is_still_a_way_through(db: None) -> None:
    device = begin()
    page = answer(device, device.get("/beside/"), "skip")
    answer(device, page, "na")
    page = device.post("/beside/look/")
    assert page.status_code == 200
    assert device.where.endswith("/cards/1/")


def test_on_the_last_card_each_writes_their_own_step(db: None) -> None:
    device = begin()
    opened(device)
    here = place(device)
    for number in range(1, 4):
        device.post(f"{here}cards/{number}/", do="next")
    device.post(f"{here}cards/step/", do="say", text="I cook on Monday.")
    page = device.post("/chairs/swap/", to=f"{here}cards/")
    assert device.where == f"{here}cards/4/"
    assert "I cook on Monday." in main_of(page)
    page = device.post(f"{here}cards/step/", do="nothing")
    assert "Nothing now." in main_of(page)


def test_closing_leaves_nothing_behind(db: None) -> None:
    device = begin()
    opened(device)
    device.post("/forget/")
    for table in (journal.StoredRow, journal.Space, SessionRow, SharedDevice, Account):
        assert not table.objects.exists()


def test_leaving_quickly_leaves_nothing_behind(db: None) -> None:
    device = begin()
    opened(device)
    device.post("/leave/")
    assert not journal.StoredRow.objects.exists()
    assert not SharedDevice.objects.exists()


def test_a_closed_browser_has_nothing_to_go_on_with(db: None) -> None:
    device = begin()
    assert {device.client.cookies[name]["max-age"] for name in "soh"} == {""}


def test_after_an_hour_it_is_gone(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    device = begin()
    opened(device)
    later = clock.now() + clock.HOUR
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "Apart is more honest" in main_of(device.get("/beside/"))
    tidy()
    assert not journal.StoredRow.objects.exists()


def keep(device: Person, who: str) -> HttpResponse:
    phrase = f"four plain words of {who}"
    fields = {"name": who, "phrase": phrase, "again": phrase}
    return device.post("/beside/keep/", **fields)


def test_both_keep_it_and_each_signs_in_alone(db: None) -> None:
    device = begin()
    opened(device)
    assert heading_of(keep(device, "Bob")) == "Thank you, Bob. Hand it to Alice."
    device.post("/chairs/swap/", to="/beside/keep/")
    page = keep(device, "Alice")
    assert heading_of(page) == "It is kept, for you both."
    assert not SharedDevice.objects.exists()
    tidy()
    for who, other in (("Alice", "Bob"), ("Bob", "Alice")):
        person = Person(who)
        page = person.sign_in()
        assert person.where == "/us/"
        assert other in main_of(page)
        assert "/account/" in html_of(page)


def test_if_only_one_keeps_it_nobody_can_sign_in(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = begin()
    opened(device)
    keep(device, "Bob")
    bob = Person("Bob")
    assert "Name or passphrase is wrong." in main_of(bob.sign_in())
    later = clock.now() + clock.HOUR
    monkeypatch.setattr(clock, "now", lambda: later)
    tidy()
    assert not Account.objects.exists()
    assert not journal.StoredRow.objects.exists()


def test_what_is_not_open_cannot_be_kept(db: None) -> None:
    device = begin()
    keep(device, "Alice")
    assert device.where == "/beside/"
    assert not Account.objects.exists()


def test_a_passphrase_that_is_too_short_keeps_nothing(db: None) -> None:
    device = begin()
    opened(device)
    page = device.post("/beside/keep/", name="Alice", phrase="short", again="short")
    assert page.status_code == 422
    assert not Account.objects.exists()


def test_somebody_with_answers_of_their_own_puts_them_away_first(
    alice: Person,
) -> None:
    alice.begin()
    assert "Your own answers are here" in main_of(alice.get("/beside/"))
    alice.keep()
    page = alice.post("/beside/", first="Alice", second="Bob", pair="partners")
    assert "Sign out first" in main_of(page)
    assert not SharedDevice.objects.exists()


def test_when_all_chairs_are_taken_it_says_so(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_device, "MOST", 0)
    device = Person("one device")
    page = device.post("/beside/", first="Alice", second="Bob", pair="partners")
    assert page.status_code == 503
    assert heading_of(page) == "All chairs are taken just now"


@pytest.mark.parametrize("path", ["/beside/", "/try/"])
def test_chairs_that_are_over_are_free_again(
    db: None, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(shared_device, "MOST", 1)
    begin()
    later = clock.now() + clock.HOUR
    monkeypatch.setattr(clock, "now", lambda: later)
    device = Person("another device")
    device.post(path, first="Alice", second="Bob", pair="partners")
    assert device.where == path
    assert SharedDevice.objects.count() == 1
    assert SharedDevice.objects.get().is_demo == (path == "/try/")


def test_another_chair_of_somebody_else_cannot_be_sat_in(db: None) -> None:
    one, two = begin(), begin()
    one.client.cookies["o"] = two.client.cookies["o"].value
    one.post("/chairs/swap/", to="/beside/")
    assert one.client.cookies["s"].value != two.client.cookies["o"].value


def test_swapping_never_leads_to_another_site(db: None) -> None:
    device = begin()
    path = "/chairs/swap/"
    for to in ("https://elsewhere.example/", "//elsewhere.example/", "nowhere", ""):
        response: HttpResponse = Client.post(device.client, path, {"to": to})
        assert response["Location"] == "/chairs/"


@pytest.mark.parametrize(
    "name",
    [
        *(
            "account:passphrase",
            "account:sessions",
            "export:mine",
            "pairs:end_account",
        ),
        *("export:ours", "pairs:leave"),
    ],
)
def test_from_a_chair_nothing_lasting_is_reached(db: None, name: str) -> None:
    device = begin()
    before = journal.Space.objects.count()
    path = addresses(f"/us/{'0' * 32}/")[name]
    for ask in (device.client.get, device.client.post):
        assert ask(path)["Location"] == "/chairs/"
    assert journal.Space.objects.filter(closed=False).count() == before
