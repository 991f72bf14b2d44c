"""Two people look again some months later."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.web.cast import (
    Person,
    bytes_of,
    heading_of,
    html_of,
    main_of,
    opened,
    session_of,
    undone,
)
from tests.web.conftest import Hands
from tests.web.see.acts import (
    all_of_it,
    at_card,
    look,
    looked,
)

from coequal.core.see.answers import Value
from coequal.core.see.change import HEARD
from coequal.core.see.rounds import DAYS_BETWEEN
from coequal.journal import clock, models
from coequal.web import sheets
from coequal.web.see import joint_picture, prepared

NEVER = "Look again later"
TIME = "at least four weeks"
ANSWERS = "new answers of your own"
HERS: Mapping[str, Value] = {"home.mine": 4, "home.yours": 1, "plans.mine": 1}
HIS: Mapping[str, Value] = {"home.mine": 1, "home.yours": 4, "plans.mine": 3}


@pytest.fixture
def place(alice: Person, bob: Person, hands: Hands) -> str:
    """Both have opened home and money once, and looked at all of it."""
    return looked(alice, bob)


def later(hands: Hands, *people: Person, days: int = 90) -> None:
    """Let days go by; everybody signs in again."""
    hands.forward(days * clock.DAY)
    for person in people:
        person.sign_in()


@pytest.fixture
def again(place: str, alice: Person, bob: Person, hands: Hands) -> str:
    """Three months later both have answered again."""
    later(hands, alice, bob)
    alice.answer_again(HERS)
    bob.answer_again(HIS)
    return place


@pytest.fixture
def twice(again: str, alice: Person, bob: Person) -> str:
    """Both have opened home a second time."""
    for someone in (alice, bob):
        someone.be_ready(again, "home")
    return again


def test_our_picture_leads_to_looking_again(place: str, alice: Person) -> None:
    page = alice.get(f"{place}picture/all/")
    assert "The four cards again Look again" in main_of(page)
    assert f"{place}choose/" in html_of(page)


def test_at_once_both_time_and_answers_are_missing(place: str, alice: Person) -> None:
    page = alice.get(f"{place}choose/")
    assert heading_of(page) == NEVER
    assert TIME in main_of(page)
    assert ANSWERS in main_of(page)


def test_before_four_weeks_nobody_can_be_ready(
    place: str, alice: Person, hands: Hands
) -> None:
    later(hands, alice, days=DAYS_BETWEEN - 1)
    alice.answer_again(HERS)
    page = alice.get(f"{place}choose/")
    assert TIME in main_of(page)
    assert ANSWERS not in main_of(page)
    rows = models.StoredRow.objects.count()
    assert heading_of(alice.be_ready(place, "home")) == NEVER
    assert models.StoredRow.objects.count() == rows


def test_answers_from_before_do_not_count(
    place: str, alice: Person, hands: Hands
) -> None:
    later(hands, alice)
    for begin in (False, True):
        if begin:
            alice.post("/answers/again/")
        page = alice.get(f"{place}choose/")
        assert ANSWERS in main_of(page)
        assert TIME not in main_of(page)
        assert heading_of(alice.be_ready(place, "home")) == NEVER


def test_what_is_missing_leads_to_answering_again(
    place: str, alice: Person, hands: Hands
) -> None:
    later(hands, alice)
    html = html_of(alice.get(f"{place}choose/"))
    assert 'href="/answers/again/"' in html


def test_first_one_looks_at_all_of_what_is_open(
    alice: Person, bob: Person, hands: Hands
) -> None:
    place = opened(alice, bob)
    at_card(alice, place, 2)
    alice.get(f"{place}choose/")
    assert alice.where == f"{place}cards/2/"


def test_with_new_answers_one_chooses_again_and_finds_last_time_s_choice(
    again: str, alice: Person
) -> None:
    page = alice.get(f"{again}choose/")
    picked = {part.value: part.picked for part in page.context["parts"]}
    assert picked == {"home": True, "plans": False}


def test_one_ready_again_changes_nothing_for_the_other(
    again: str, alice: Person, bob: Person
) -> None:
    paths = ("", "choose/", "ready/", "look/", "cards/", "cards/1/", "picture/")
    before = [bytes_of(bob.get(f"{again}{path}")) for path in paths]
    page = alice.be_ready(again, "home")
    assert heading_of(page) == "Your part is done."
    assert [bytes_of(bob.get(f"{again}{path}")) for path in paths] == before


def test_while_ready_again_the_picture_before_stays(again: str, alice: Person) -> None:
    before = bytes_of(alice.get(f"{again}picture/"))
    alice.be_ready(again, "home")
    assert bytes_of(alice.get(f"{again}picture/")) == before


def test_being_ready_again_can_be_taken_back(again: str, alice: Person) -> None:
    alice.post(f"{again}choose/", part="home")
    rows = models.StoredRow.objects.count()
    alice.post(f"{again}together/")
    for _ in range(2):
        assert alice.post(f"{again}not-ready/").status_code == 200
        assert alice.where == f"{again}choose/"
        assert models.StoredRow.objects.count() == rows


def test_the_second_who_is_ready_again_sees_it_open_at_once(
    again: str, alice: Person, bob: Person
) -> None:
    alice.be_ready(again, "home")
    bob.be_ready(again, "home")
    assert bob.where == f"{again}cards/1/"
    for path in ("choose/", "look/", "cards/", "cards/3/", "picture/"):
        assert heading_of(alice.get(f"{again}{path}")) == "You’ve both tapped."


def test_pressing_twice_opens_once(twice: str, bob: Person) -> None:
    rows = models.StoredRow.objects.count()
    bob.post(f"{twice}together/")
    assert bob.where == f"{twice}cards/1/"
    assert models.StoredRow.objects.count() == rows


def see_prepared(person: Person, number: int) -> None:
    """Let somebody have chosen for a round, whatever is open."""
    own = session_of(person).own
    sheet = sheets.all_of(own)[0]
    prepared.keep(own, sheet, ["plans"], number)


def test_a_press_that_comes_after_it_opened_is_refused(
    again: str, alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice.be_ready(again, "home")
    before = joint_picture.JointState(round=1, ready=False, mine=frozenset())
    bob.be_ready(again, "home")
    for someone in (alice, bob):
        see_prepared(someone, 2)
    rows = models.StoredRow.objects.count()
    monkeypatch.setattr(joint_picture, "where", lambda member: before)
    for someone in (alice, bob):
        assert someone.post(f"{again}together/").status_code == 403
    assert models.StoredRow.objects.count() == rows


def test_a_second_opening_is_not_taken_back(twice: str, alice: Person) -> None:
    rows = models.StoredRow.objects.count()
    assert alice.post(f"{twice}not-ready/").status_code == 403
    assert models.StoredRow.objects.count() == rows


def test_the_four_cards_come_again_from_the_first(twice: str, alice: Person) -> None:
    look(alice, twice)
    assert alice.where == f"{twice}cards/1/"
    alice.get(f"{twice}cards/3/")
    assert alice.where == f"{twice}cards/1/"


def test_small_steps_and_thanks_belong_to_one_look(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    alice.post(f"{place}cards/step/", text="Ask before I plan", do="say")
    bob.post(f"{place}cards/thanks/", text="Glad we looked", do="say")
    later(hands, alice, bob)
    for someone, answers in ((alice, HERS), (bob, HIS)):
        someone.answer_again(answers)
        someone.be_ready(place, "home")
    text = main_of(at_card(alice, place, 4))
    assert "Ask before I plan" not in text
    assert "Glad we looked" not in text
    alice.post(f"{place}cards/step/", text="Ask again", do="say")
    assert "Ask again" in main_of(at_card(bob, place, 4))


def test_the_picture_shows_both_times(twice: str, alice: Person) -> None:
    page = all_of_it(alice, twice)
    (area,) = page.context["areas"]
    assert (
        "Alice’s say: you both say the final word. Before: both said some."
        in area.caption
    )
    assert (
        "Alice’s say: you both say the final word. Before: both said some."
        in area.figure
    )
    before = next(row for row in area.rows if row.label == "Alice’s say, before")
    assert before.cells[:2] == ["some", "some"]
    assert "What was said before" in main_of(page)


def test_it_says_what_has_reliably_changed(
    twice: str, alice: Person, bob: Person, hands: Hands
) -> None:
    for someone in (alice, bob):
        all_of_it(someone, twice)
    later(hands, alice, bob)
    for someone in (alice, bob):
        someone.answer_all(2)
        someone.answer_again({"home.mine": 1, "home.yours": 1, "plans.mine": 1})
        someone.be_ready(twice, "home")
    page = all_of_it(alice, twice)
    assert [one.sentence for one in page.context["changed"]] == [
        "Home: Alice has less say than in February 2027. How is that for each of you?"
    ]
    assert "What has changed" in main_of(page)


def heard_again(someone: Person, place: str, said: int) -> None:
    """Answer all of it again, say how much one is heard, and open that."""
    someone.answer_all()
    someone.answer_again(dict.fromkeys(HEARD, said) | {"home.mine": 2})
    someone.be_ready(place, "process")


def test_it_says_who_feels_more_heard_and_who_less(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    for hers, his in ((1, 3), (4, 0)):
        later(hands, alice, bob)
        for someone, said in ((alice, hers), (bob, his)):
            heard_again(someone, place, said)
        pages = [all_of_it(someone, place) for someone in (alice, bob)]
    for page in pages:
        assert [one.sentence for one in page.context["changed"]] == [
            "Alice feels more heard than in February 2027.",
            "Bob feels less heard than in February 2027. What would help?",
        ]
    assert bytes_of(pages[0]) == bytes_of(pages[1])


def test_being_heard_is_not_compared_unless_both_opened_it_both_times(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    later(hands, alice, bob)
    for someone in (alice, bob):
        someone.answer_again(dict.fromkeys(HEARD, 4) | {"home.mine": 2})
        someone.be_ready(place, "process")
    text = main_of(all_of_it(alice, place))
    assert "heard than" not in text
    assert "There’s nothing to compare this time." in text


def test_without_the_word_of_when_it_opened_it_says_before(
    place: str,
    alice: Person,
    bob: Person,
    hands: Hands,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for said in (0, 4):
        later(hands, alice, bob)
        for someone in (alice, bob):
            heard_again(someone, place, said)
        for someone in (alice, bob):
            all_of_it(someone, place)
    monkeypatch.setattr(joint_picture, "opened_at", lambda member, number: None)
    (first, _) = alice.get(f"{place}picture/all/").context["changed"]
    assert first.sentence == "Alice feels more heard than before."


def test_where_little_moved_nothing_has_clearly_changed(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    later(hands, alice, bob)
    for someone in (alice, bob):
        someone.answer_again({"home.mine": 3, "home.yours": 2, "plans.mine": 2})
        someone.be_ready(place, "home")
    text = main_of(all_of_it(alice, place))
    assert "No answer moved more than it might from one day to the next." in text


def test_only_what_both_opened_both_times_is_compared(
    again: str, alice: Person, bob: Person
) -> None:
    for someone in (alice, bob):
        someone.be_ready(again, "plans")
    page = all_of_it(alice, again)
    (area,) = page.context["areas"]
    assert area.title == "Big plans"
    assert "Before" not in area.caption
    assert "There’s nothing to compare this time." in main_of(page)


def test_both_read_the_very_same_page(twice: str, alice: Person, bob: Person) -> None:
    assert bytes_of(all_of_it(alice, twice)) == bytes_of(all_of_it(bob, twice))


def test_an_earlier_picture_can_be_read_whole(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    was = alice.get(f"{place}picture/all/").context
    later(hands, alice, bob)
    for someone, answers in ((alice, HERS), (bob, HIS)):
        someone.answer_again(answers)
        someone.be_ready(place, "home")
    assert f"{place}picture/1/" in html_of(all_of_it(alice, place))
    page = alice.get(f"{place}picture/1/all/")
    assert "Our picture, as it was" in main_of(page)
    for key in ("facts", "areas", "absent", "process", "heard"):
        assert page.context[key] == was[key]


def test_only_earlier_pictures_have_a_number(twice: str, alice: Person) -> None:
    alice.get(f"{twice}picture/1/")
    assert alice.where == f"{twice}look/"
    all_of_it(alice, twice)
    alice.get(f"{twice}picture/2/")
    assert alice.where == f"{twice}picture/"
    for number in (0, 3):
        assert alice.get(f"{twice}picture/{number}/").status_code == 404


def test_an_earlier_picture_that_eve_took_a_row_from_is_never_shown(
    twice: str, alice: Person
) -> None:
    all_of_it(alice, twice)
    for mark in models.StoredMark.objects.all():
        for row in (mark.id1, mark.id2):
            with undone(alice):
                models.StoredRow.objects.filter(id=row).delete()
                assert alice.get(f"{twice}picture/").status_code == 409


def test_a_third_time_follows_the_same_rule(
    twice: str, alice: Person, bob: Person, hands: Hands
) -> None:
    for someone in (alice, bob):
        all_of_it(someone, twice)
    page = alice.get(f"{twice}choose/")
    assert heading_of(page) == NEVER
    assert TIME in main_of(page)
    later(hands, alice, bob)
    assert ANSWERS in main_of(alice.get(f"{twice}choose/"))
    for someone in (alice, bob):
        someone.answer_all(2)
        someone.answer_again(HERS)
        someone.be_ready(twice, "home")
    html = html_of(all_of_it(alice, twice))
    assert f"{twice}picture/2/" in html
    assert f"{twice}picture/1/" in html
