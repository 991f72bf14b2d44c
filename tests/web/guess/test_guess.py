"""Guess me: two people, one phone, one card at a time, and what each may see of it."""

from __future__ import annotations

import pytest
from django.urls import resolve
from tests.web.cast import Person, addresses, heading_of, html_of, main_of
from tests.web.guess.acts import (
    CARDS,
    KNEW,
    SKIP,
    answer,
    begin,
    hand_over,
    over,
    play,
    tiles,
    turn,
)

from coequal.core.people import PairType
from coequal.journal import clock
from coequal.journal import models as journal
from coequal.people import shared_device
from coequal.people.models import Account, SessionRow, SharedDevice
from coequal.people.tidying import tidy

CLOSED = "This one stays hidden."
LATER = clock.HOUR + 2 * clock.MINUTE
"""More than an hour: 61 minutes on, the circle of tidying is where it was before."""


def nothing_is_left() -> bool:
    tables = (journal.StoredRow, journal.Space, SessionRow, SharedDevice, Account)
    return not any(table.objects.exists() for table in tables)


def test_two_names_and_what_the_two_are_deal_five_cards(db: None) -> None:
    device = begin()
    assert device.where == "/guess/1/"
    page = main_of(device.get("/guess/"))
    assert device.where == "/guess/1/", "in the middle of a game it goes on"
    assert "Card 1 of 5. For Alice" in page


def test_without_names_they_are_called_by_their_signs(db: None) -> None:
    device = begin(first="", second="")
    assert "For Circle" in main_of(device.get("/guess/1/"))


def test_two_people_need_two_names(db: None) -> None:
    device = Person("one phone")
    page = device.post("/guess/", first="Alex", second="alex", pair="partners")
    assert page.status_code == 422
    assert "Use two different names" in main_of(page)
    assert not SharedDevice.objects.exists()


@pytest.mark.parametrize("pair", list(PairType))
def test_a_whole_game_of_every_type_ends_in_a_picture(db: None, pair: PairType) -> None:
    device = begin(pair.value)
    page = play(device, [KNEW] * CARDS)
    assert heading_of(page) == "You know each other by heart."


def test_the_second_tap_moves_on_whichever_comes_first(db: None) -> None:
    device = begin()
    page = device.post("/guess/1/", guess="B")
    assert 'value="B" aria-pressed="true"' in " ".join(html_of(page).split())
    page = device.post("/guess/1/", own="A")
    assert heading_of(page) == "Hand the phone to Bob."


def test_a_first_tap_can_be_changed(db: None) -> None:
    device = begin()
    device.post("/guess/1/", own="A")
    page = " ".join(html_of(device.post("/guess/1/", own="B")).split())
    assert 'name="own" value="A" aria-pressed="false"' in page
    assert 'name="own" value="B" aria-pressed="true"' in page


def test_each_tap_leads_back_to_the_same_address(db: None) -> None:
    device = begin()
    for fields in ({"own": "A"}, {"guess": "B"}, {"do": "hand"}, {"do": "skip"}):
        answered = device.client.post("/guess/1/", fields)
        assert (answered.status_code, answered["Location"]) == (303, "/guess/1/")
        assert answered["Cache-Control"] == "no-store"


def test_what_alice_tapped_is_on_no_page_before_bob_has_tapped(db: None) -> None:
    device = begin()
    answer(device, 1, ("AB", "AB"))
    handed = html_of(device.get("/guess/1/"))
    device.post("/guess/1/", do="hand")
    asked = html_of(device.get("/guess/1/"))
    for page in (handed, asked):
        assert 'aria-pressed="true"' not in page
        assert 'name="own" value="AB"' in " ".join(asked.split())


def test_bob_reads_the_same_page_whatever_alice_tapped(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = set()
    for taps in (("A", "B"), ("AB", "0"), SKIP):
        device = begin()
        asked = heading_of(device.get("/guess/1/"))
        answer(device, 1, taps)
        page = main_of(hand_over(device, 1))
        pages.add(page.replace(asked, ""))
    assert len(pages) == 1


def test_the_card_turns_in_the_hand_of_the_second_with_both_guesses(db: None) -> None:
    page = main_of(turn(begin(), 1, ("A", "B"), ("A", "A")))
    assert "You say the same." in page
    assert "Alice says Alice Bob guessed Alice" in page
    assert "Bob says Alice Alice guessed Bob" in page
    assert "Next card, Bob first" in page


def test_where_both_guessed_right_both_knew(db: None) -> None:
    page = turn(begin(), 1, ("A", "B"), ("B", "A"))
    assert heading_of(page) == "You both knew."


def test_no_idea_is_a_guess_that_is_none(db: None) -> None:
    page = main_of(turn(begin(), 1, ("A", "0"), ("B", "A")))
    assert "Alice guessed No idea" in page
    assert "you could ask: “Tell me more?”" in page


def test_a_skipped_card_reads_the_same_whoever_skipped(db: None) -> None:
    pages = {
        main_of(turn(begin(), 1, *taps))
        for taps in ((SKIP, ("A", "A")), (("B", "AB"), SKIP), (SKIP, SKIP))
    }
    assert len(pages) == 1
    assert CLOSED in pages.pop()


def test_skipping_goes_on_like_any_answer(db: None) -> None:
    page = answer(begin(), 1, SKIP)
    assert heading_of(page) == "Hand the phone to Bob."


def test_the_next_card_begins_with_whoever_holds_the_phone(db: None) -> None:
    device = begin()
    turn(device, 1, *KNEW)
    assert "Card 2 of 5. For Bob" in main_of(device.get("/guess/2/"))


def test_a_card_that_is_not_on_yet_leads_to_the_one_that_is(db: None) -> None:
    device = begin()
    for path in ("/guess/4/", "/guess/0/", "/guess/9/", "/guess/"):
        device.get(path)
        assert device.where == "/guess/1/"
    device.get("/guess/end/")
    assert device.where == "/guess/1/"


def test_the_phone_is_not_handed_over_before_a_card_is_answered(db: None) -> None:
    device = begin()
    device.post("/guess/1/", own="A")
    assert "For Alice" in main_of(hand_over(device, 1))


def test_a_tap_after_the_card_turned_changes_nothing(db: None) -> None:
    device = begin()
    before = main_of(turn(device, 1, *KNEW))
    for fields in ({"own": "B"}, {"guess": "B"}, {"do": "skip"}, {"do": "hand"}):
        assert main_of(device.post("/guess/1/", **fields)) == before


def test_an_answer_that_is_not_on_the_card_is_none(db: None) -> None:
    device = begin()
    for fields in ({"own": "0"}, {"own": "9"}, {"guess": "x"}, {"do": "x"}, {}):
        assert device.post("/guess/1/", **fields).status_code == 422
    page = device.get("/guess/1/")
    assert 'aria-pressed="true"' not in html_of(page)
    assert tiles(page, "guess") == [*tiles(page, "own"), "0"]


def test_the_picture_is_a_file_once_each_has_tapped_their_sign(db: None) -> None:
    device = begin()
    play(device, [KNEW] * CARDS)
    for sign in ("A", "B"):
        device.get("/guess/picture/")
        assert device.where == "/guess/end/", "not before both"
        device.post("/guess/end/", sign=sign)
    kept = device.client.get("/guess/picture/")
    assert kept["Content-Type"] == "image/svg+xml"
    assert kept["Content-Disposition"] == 'attachment; filename="notes.svg"'
    drawn = kept.content.decode()
    assert ">by heart.</text>" in drawn
    assert "Coequal" not in drawn


def test_one_sign_tapped_twice_keeps_nothing(db: None) -> None:
    device = over()
    for _ in range(2):
        page = device.post("/guess/end/", sign="B")
    assert "You both want to keep it." not in main_of(page)
    device.get("/guess/picture/")
    assert device.where == "/guess/end/"


def test_a_sign_that_there_is_not_is_nobodys(db: None) -> None:
    assert over().post("/guess/end/", sign="C").status_code == 422


def test_stopping_forgets_it_all_at_once(db: None) -> None:
    device = begin()
    turn(device, 1, *KNEW)
    device.post("/guess/stop/")
    assert device.where == "/"
    assert nothing_is_left()


def test_going_on_to_the_questions_forgets_it_and_begins_them(db: None) -> None:
    device = over()
    assert "This ends the game." in main_of(device.get("/guess/end/"))
    device.post("/guess/stop/", do="answer")
    assert device.where == "/whom/"
    assert not SharedDevice.objects.exists()


def test_no_page_of_a_game_ends_it_by_one_tap(db: None) -> None:
    device = begin()
    page = html_of(device.get("/guess/1/"))
    assert '<details class="stop">' in page
    assert "End the game? What you’ve tapped is forgotten." in page


def test_letting_it_go_forgets_it_all_at_once(db: None) -> None:
    over().post("/guess/stop/")
    assert nothing_is_left()


def test_leaving_quickly_leaves_nothing_behind(db: None) -> None:
    over().post("/leave/")
    assert nothing_is_left()


def test_a_closed_browser_has_nothing_to_go_on_with(db: None) -> None:
    assert {begin().client.cookies[name]["max-age"] for name in "soh"} == {""}


def test_after_an_hour_it_is_gone(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    device = over()
    later = clock.now() + LATER
    monkeypatch.setattr(clock, "now", lambda: later)
    assert heading_of(device.get("/guess/end/")) == "Guess me"
    tidy()
    assert nothing_is_left()


def test_somebody_with_answers_of_their_own_puts_them_away_first(
    alice: Person,
) -> None:
    alice.begin()
    assert "Your own answers are here" in main_of(alice.get("/guess/"))
    alice.keep()
    page = alice.post("/guess/", first="Alice", second="Bob", pair="partners")
    assert "Sign out first" in main_of(page)
    assert not SharedDevice.objects.exists()


def test_when_too_many_are_here_it_says_so(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_device, "MOST", 0)
    device = Person("one phone")
    page = device.post("/guess/", first="Alice", second="Bob", pair="partners")
    assert page.status_code == 503
    assert heading_of(page) == "We’re full right now"


@pytest.mark.parametrize("path", ["/guess/", "/try/"])
def test_places_that_are_over_are_free_again(
    db: None, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(shared_device, "MOST", 1)
    begin()
    now = clock.now  # which tells a made-up story as of earlier
    monkeypatch.setattr(clock, "now", lambda: now() + LATER)
    device = Person("another phone")
    device.post(path, first="Alice", second="Bob", pair="partners")
    assert device.where.startswith(path)
    assert SharedDevice.objects.count() == 1
    assert SharedDevice.objects.get().is_demo == (path == "/try/")


def test_nobody_plays_with_the_half_of_another_game(db: None) -> None:
    one, two = begin(), begin()
    answer(one, 1, ("A", "A"))
    one.client.cookies["o"] = two.client.cookies["o"].value
    one.post("/guess/1/", do="hand")
    assert one.client.cookies["s"].value != two.client.cookies["o"].value
    assert heading_of(one.get("/guess/1/")) == "Guess me", "half of a game is none"
    one.post("/guess/", first="Alice", second="Bob", pair="friends")
    assert one.where == "/guess/1/"
    assert SharedDevice.objects.count() == 2


@pytest.mark.parametrize(
    "name",
    [
        *("account:passphrase", "account:sessions", "export:mine"),
        *("pairs:end_account", "pairs:us", "export:ours", "pairs:leave"),
        *("see:whom", "see:picture", "decide:questions"),
    ],
)
def test_while_two_play_nothing_else_is_there(db: None, name: str) -> None:
    device = begin()
    path = addresses(f"/us/{'0' * 32}/")[name]
    for ask in (device.client.get, device.client.post):
        answered = ask(path)
        if answered.status_code != 405:
            assert resolve(answered["Location"]).view_name == "guess:begin"
    assert journal.Space.objects.filter(closed=False).count() == 3
