from __future__ import annotations

import re
from collections import Counter

import pytest
from django.http import HttpResponse
from tests.journal.test_twice_at_once import ROUNDS, at_once
from tests.web.cast import (
    Person,
    bytes_of,
    heading_of,
    html_of,
    invited,
    join,
    main_of,
    met,
    pair,
    title_of,
)
from tests.web.see.acts import (
    people_on,
    said_on,
)
from tests.worlds.snapshots import (
    once,
)

from coequal.content.signs import sign_words
from coequal.core.see.signs import HOW_MANY
from coequal.journal import models
from coequal.web.see import signs_store

SIGNS = {sign.id: sign for sign in sign_words().signs}
EVERY = dict.fromkeys(SIGNS, "2")


@pytest.fixture
def place(alice: Person, bob: Person) -> str:
    return noticed(alice, bob)


@once
def noticed(alice: Person, bob: Person) -> str:
    """Let both notice a few things; nothing is up."""
    where = pair(alice, bob)
    alice.notice(heard="2", backed="1", unheard="2", carries="1", asked="0")
    bob.notice(heard="1", backed="2", unheard="1", gives_in="2")
    return where


def board(person: Person, place: str) -> HttpResponse:
    """Read the board, and look at what opened on it."""
    return person.look(f"{place}notice/")


def do(person: Person, place: str, **acts: str) -> HttpResponse:
    """Press a button beside a sign, as put="heard"."""
    ((act, sign),) = acts.items()
    return person.post(f"{place}notice/", do=act, sign=sign)


def shared(page: HttpResponse) -> list[str]:
    return [one.id for one in page.context["shared"]]


def mine(page: HttpResponse) -> list[str]:
    return [one.id for one in page.context["mine"]]


def rows_in() -> set[int]:
    """How many rows each person has in that may open."""
    authors = models.StoredRow.objects.filter(audience="W").values_list(
        "author", flat=True
    )
    return set(Counter(bytes(author) for author in authors).values())


def test_at_first_one_finds_what_one_notices_oneself(place: str, alice: Person) -> None:
    page = board(alice, place)
    assert heading_of(page) == "What we both noticed"
    assert title_of(page) == "Us"
    assert shared(page) == []
    assert mine(page) == ["heard", "backed", "unheard", "carries"]
    assert "No shared cards yet." in main_of(page)


def test_what_one_puts_up_changes_no_byte_for_the_other(
    place: str, alice: Person, bob: Person
) -> None:
    bob.put_up(place, "backed", "gives_in")
    before = bytes_of(board(bob, place))
    alice.put_up(place, "heard", "unheard", "carries")
    assert bytes_of(board(bob, place)) == before
    do(alice, place, withdraw="unheard")
    assert bytes_of(board(bob, place)) == before


def test_what_both_put_up_shows_to_both_with_what_each_said(
    place: str, alice: Person, bob: Person
) -> None:
    alice.put_up(place, "heard")
    bob.put_up(place, "heard")
    for someone in (alice, bob):
        page = board(someone, place)
        assert shared(page) == ["heard"]
        assert people_on(page) == [["Alice", "Bob"]]
        assert said_on(page) == [["Often", "Sometimes"]]
        assert SIGNS["heard"].ask in main_of(page)
        assert "heard" not in mine(page)


def test_a_hard_card_says_that_each_may_have_meant_a_different_one(
    place: str, alice: Person, bob: Person
) -> None:
    either = "You may each be thinking of a different one of you."
    for sign, said in (("heard", False), ("unheard", True)):
        for someone in (alice, bob):
            someone.put_up(place, sign)
        assert (either in main_of(board(alice, place))) is said


def test_what_opened_shows_to_each_once_they_look(
    place: str, alice: Person, bob: Person
) -> None:
    for someone in (alice, bob):
        someone.put_up(place, "heard")
    alice.look(f"{place}notice/")
    for someone, seen in ((alice, ["heard"]), (bob, [])):
        page = someone.get(f"{place}notice/")
        assert shared(page) == seen
        assert ("You’ve both shared a card." in main_of(page)) is not bool(seen)


def test_good_ones_stand_first_whatever_was_put_up_first(
    place: str, alice: Person, bob: Person
) -> None:
    for someone in (alice, bob):
        someone.put_up(place, "unheard", "backed", "heard")
    assert shared(board(alice, place)) == ["heard", "backed", "unheard"]


def test_both_read_the_same_about_what_both_put_up(
    place: str, alice: Person, bob: Person
) -> None:
    for someone in (alice, bob):
        someone.put_up(place, "unheard", "backed")
    hers, his = (
        re.search(rb'<h2 id="shared">.*?</section>', bytes_of(page), re.DOTALL)
        for page in (board(alice, place), board(bob, place))
    )
    assert hers is not None
    assert his is not None
    assert hers[0] == his[0]


def test_it_opens_the_same_whoever_was_first(db: None) -> None:
    boards = []
    for order in ((0, 1), (1, 0)):
        people = [Person("Alice"), Person("Bob")]
        for person in people:
            person.phrase += f" {order}"
        place = pair(*people)
        for person, often in zip(people, "12", strict=True):
            person.notice(heard=often)
        for number in order:
            people[number].put_up(place, "heard")
        boards.append([main_of(board(person, place)) for person in people])
    assert boards[0] == boards[1]


def test_only_what_one_notices_can_be_put_up(place: str, alice: Person) -> None:
    for sign in ("asked", "gives_in"):
        assert do(alice, place, put=sign).status_code == 403
    assert models.StoredRow.objects.filter(audience="W").count() == 0


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"sign": "heard"},
        {"do": "put"},
        {"do": "down", "sign": "nowhere"},
        {"do": "withdraw", "sign": "a\r\nb"},
        {"do": "shout", "sign": "heard"},
    ],
    ids=str,
)
def test_what_no_button_sends_changes_nothing(
    place: str, alice: Person, fields: dict[str, str]
) -> None:
    rows = models.StoredRow.objects.count()
    assert alice.post(f"{place}notice/", **fields).status_code == 422
    assert models.StoredRow.objects.count() == rows


def test_a_tap_leads_back_to_where_the_sign_stands(
    place: str, alice: Person, bob: Person
) -> None:
    for someone in (alice, bob):
        answer = someone.client.post(f"{place}notice/", {"do": "put", "sign": "heard"})
        assert answer["Location"] == f"{place}notice/#c1"
        assert html_of(board(someone, place)).count('id="c1"') == 1


def test_not_after_all_opens_nothing(place: str, alice: Person, bob: Person) -> None:
    before = bytes_of(board(alice, place))
    alice.put_up(place, "heard")
    do(alice, place, withdraw="heard")
    assert bytes_of(board(alice, place)) == before
    bob.put_up(place, "heard")
    assert shared(board(bob, place)) == []
    alice.put_up(place, "heard")
    assert shared(board(alice, place)) == ["heard"]


def test_taking_one_back_leaves_the_others_up(
    place: str, alice: Person, bob: Person
) -> None:
    alice.put_up(place, "heard", "backed", "unheard")
    do(alice, place, withdraw="unheard")
    bob.put_up(place, "heard", "backed", "unheard")
    assert shared(board(bob, place)) == ["heard", "backed"]


def test_how_many_signs_somebody_put_up_can_be_counted_by_nobody(
    place: str, alice: Person, bob: Person
) -> None:
    assert rows_in() == set()
    alice.put_up(place, "unheard")
    assert rows_in() == {HOW_MANY}
    alice.put_up(place, "heard", "backed")
    do(alice, place, withdraw="unheard")
    do(alice, place, withdraw="backed")
    assert rows_in() == {HOW_MANY}
    bob.put_up(place, "heard", "gives_in")
    assert rows_in() == {HOW_MANY}
    do(bob, place, down="heard")
    do(alice, place, withdraw="heard")
    alice.put_up(place, "carries")
    assert rows_in() == {HOW_MANY}


def test_every_sign_may_be_put_up_and_opens(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    for someone in (alice, bob):
        someone.notice(**EVERY)
        someone.put_up(place, *SIGNS)
    assert set(shared(board(alice, place))) == set(SIGNS)
    assert mine(board(alice, place)) == []
    assert rows_in() == {HOW_MANY}


def test_two_that_one_person_puts_up_at_once_are_both_up(
    transactional_db: None, place: str, alice: Person
) -> None:
    other_browser = Person("Alice")
    other_browser.sign_in()
    for _ in range(ROUNDS):
        at_once(
            lambda: do(alice, place, put="heard"),
            lambda: do(other_browser, place, put="backed"),
        )
        up = {one.id for one in board(alice, place).context["mine"] if one.waiting}
        assert up == {"heard", "backed"}
        for sign in up:
            do(alice, place, withdraw=sign)


def test_taking_back_what_was_never_up_is_fine_and_writes_nothing(
    place: str, alice: Person
) -> None:
    rows = models.StoredRow.objects.count()
    assert do(alice, place, withdraw="heard").status_code == 200
    assert do(alice, place, down="heard").status_code == 200
    assert models.StoredRow.objects.count() == rows


def test_what_has_opened_is_neither_put_up_anew_nor_withdrawn(
    place: str, alice: Person, bob: Person
) -> None:
    for someone in (alice, bob):
        someone.put_up(place, "heard")
    alice.notice(heard="1")
    before = bytes_of(board(alice, place))
    for act in ("put", "withdraw"):
        assert do(alice, place, **{act: "heard"}).status_code == 403
    assert bytes_of(board(alice, place)) == before
    assert said_on(board(bob, place)) == [["Often", "Sometimes"]]


def test_one_part_taken_down_leaves_the_board_for_both(
    place: str, alice: Person, bob: Person
) -> None:
    for someone in (alice, bob):
        someone.put_up(place, "heard", "backed")
    do(alice, place, down="heard")
    for someone in (alice, bob):
        page = board(someone, place)
        assert shared(page) == ["backed"]
        assert "You’ve both shared this one before." in main_of(page)
        assert do(someone, place, put="heard").status_code == 403
    assert do(bob, place, down="heard").status_code == 200


def test_it_is_said_before_that_a_card_taken_down_stays_down(
    place: str, alice: Person
) -> None:
    assert "can’t be shared again before your next picture" in main_of(
        board(alice, place)
    )


def test_who_took_it_down_is_on_no_page(place: str, alice: Person, bob: Person) -> None:
    pages = []
    for person, sign in ((alice, "heard"), (bob, "backed")):
        for someone in (alice, bob):
            someone.put_up(place, sign)
        do(person, place, down=sign)
        found = [one for one in board(alice, place).context["mine"] if one.id == sign]
        pages += [(one.waiting, one.been_up) for one in found]
    assert pages == [(False, True)] * 2


def test_a_mark_that_changes_later_changes_nothing_that_is_up(
    place: str, alice: Person, bob: Person
) -> None:
    alice.put_up(place, "heard", "carries")
    alice.notice(heard="clear", carries="0")
    assert mine(board(alice, place)) == ["heard", "backed", "unheard", "carries"]
    bob.put_up(place, "heard")
    assert said_on(board(bob, place)) == [["Often", "Sometimes"]]


def test_marking_writes_nothing_where_the_other_writes(
    place: str, alice: Person
) -> None:
    before = models.StoredRow.objects.exclude(audience="N").count()
    alice.notice(**EVERY)
    assert models.StoredRow.objects.exclude(audience="N").count() == before


# Pressing for it: "put up everything, and let us see what comes".


def test_whoever_puts_up_everything_shows_as_much_as_they_see(
    place: str, alice: Person, bob: Person
) -> None:
    alice.put_up(place, "heard", "unheard")
    bob.notice(**EVERY)
    bob.put_up(place, *SIGNS)
    seen = board(bob, place)
    assert shared(seen) == ["heard", "unheard"]
    assert shared(board(alice, place)) == shared(seen)
    assert said_on(board(alice, place)) == said_on(seen)


def test_what_one_put_up_after_the_other_put_up_everything_is_seen_by_both(
    place: str, alice: Person, bob: Person
) -> None:
    bob.notice(**EVERY)
    bob.put_up(place, *SIGNS)
    before = bytes_of(board(bob, place))
    alice.notice(left_open="2", together="1")
    assert bytes_of(board(bob, place)) == before
    alice.put_up(place, "together")
    assert shared(board(bob, place)) == shared(board(alice, place)) == ["together"]


# Where it is found, and where it is not.


def test_the_board_is_linked_wherever_a_pair_passes(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    link = f'href="{place}notice/"'
    for someone in (alice, bob):
        someone.answer_all()
    alice.be_ready(place, "home")
    bob.be_ready(place, "home")
    assert link in html_of(alice.get("/notice/"))


def test_whoever_joined_before_answering_comes_to_their_cards(
    alice: Person,
) -> None:
    alice.begin()
    alice.keep()
    dana = Person("Dana")
    dana.post("/begin/")
    dana.keep()
    code = invited(alice, "Dana")
    place = alice.where
    join(dana, code)
    met(alice, place)
    assert heading_of(do(dana, place, mark="1")) == "What I notice"
    dana.post(dana.where, heard="2")
    assert mine(board(dana, place)) == ["heard"]


def test_marks_about_somebody_else_are_not_on_this_board(
    place: str, alice: Person
) -> None:
    alice.has_in_mind("friends")
    alice.notice(together="2")
    assert "together" not in mine(board(alice, place))


def test_next_time_all_signs_can_go_up_again(
    place: str, alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    for someone in (alice, bob):
        someone.put_up(place, "heard", "backed")
    alice.put_up(place, "carries")
    do(alice, place, down="heard")
    monkeypatch.setattr(signs_store, "this_time", lambda member: 2)
    page = board(alice, place)
    assert shared(page) == []
    assert mine(page) == ["heard", "backed", "unheard", "carries"]
    assert not any(one.waiting or one.been_up for one in page.context["mine"])
    for someone in (alice, bob):
        someone.put_up(place, "heard")
    assert shared(board(bob, place)) == ["heard"]


def test_a_sign_that_eve_rewrote_is_never_shown(
    place: str, alice: Person, bob: Person
) -> None:
    for someone in (alice, bob):
        someone.put_up(place, "heard")
    models.StoredMark.objects.update(ref1=bytes(32))
    page = board(alice, place)
    assert shared(page) == []
    assert "Something here can’t be shown." in main_of(page)


def test_nothing_is_counted_and_nothing_bears_a_time(
    place: str, alice: Person, bob: Person
) -> None:
    for someone in (alice, bob):
        someone.put_up(place, "heard", "unheard")
    page = board(alice, place)
    assert not any(sign.isdigit() for sign in main_of(page))
    assert "<time" not in html_of(page)
