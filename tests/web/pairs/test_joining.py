"""Being asked: a code is read, its question answered, and joining is the last act."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.http import HttpResponse
from tests.web.cast import (
    FORM,
    Person,
    asked_on,
    bytes_of,
    chosen,
    code_on,
    heading_of,
    html_of,
    invited,
    join,
    kept_as,
    main_of,
    met,
    pair,
    session_of,
    text_of,
    title_of,
)
from tests.web.conftest import Hands

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.journal import clock, models
from coequal.people.models import Account, Invitation, SessionRow
from coequal.web import sheets

FORM_OF = {pair: content(pair).instrument for pair in PairType}
WRONG = "0000-0000-0000-0000"
OVER = "This code can’t be used any more."
DONE = "Your part is done."


@pytest.fixture
def code(alice: Person) -> str:
    """Alice, who is signed in, has invited somebody."""
    alice.begin()
    alice.keep()
    return invited(alice)


def read(person: Person, code: str) -> HttpResponse:
    return person.post("/join/", code=code)


def start(person: Person, code: str) -> None:
    """Read a code, and begin to answer."""
    read(person, code)
    person.post("/join/asked/", do="")


def code_of(person: Person, place: str = "") -> str:
    """Read one's code off its page."""
    return code_on(person.get(place or person.where))


# What the page says before the code is right, and after.


def test_before_a_code_is_right_nothing_is_said_of_who_made_it(
    code: str, bob: Person
) -> None:
    page = bob.get("/join/")
    assert title_of(page) == "Notes"
    assert "Alice" not in text_of(page)
    assert "We tell nobody that you were here. This phone might" in main_of(page)
    assert "<meta property" not in html_of(page)
    assert 'name="description"' not in html_of(page)


def test_the_page_is_the_same_whether_or_not_there_are_invitations(
    bob: Person, alice: Person
) -> None:
    before = bytes_of(bob.get("/join/"))
    alice.begin()
    alice.keep()
    invited(alice)
    assert bytes_of(bob.get("/join/")) == before


def test_a_code_tells_who_asks_what_and_that_one_can_say_no(
    code: str, bob: Person
) -> None:
    page = read(bob, code)
    assert bob.where == "/join/asked/"
    assert title_of(page) == "Notes"
    assert heading_of(page) == "Alice has a question for you."
    text = main_of(page)
    for line in (
        "“Who decides what, between us two?”",
        f"You each answer {len(FORM.pages)} quick questions alone, and then you look",
        "Until then Alice sees none of your answers. After that, only what you choose.",
        "You can say no. Just close this page.",
        "To Alice it looks like a link nobody opened.",
        "Ask Alice whose computer this runs on.",
    ):
        assert line in text
    assert "/learn/an-example/" in html_of(page)


def test_the_page_names_who_runs_the_machine(
    code: str, bob: Person, settings: object
) -> None:
    settings.COEQUAL_HOST_NAME = "the library"
    assert "This runs on the library’s computer" in main_of(read(bob, code))


def test_the_code_stands_in_no_address(code: str, bob: Person) -> None:
    said = code.replace("-", "")
    page = read(bob, code)
    addresses = [
        bob.where,
        *re.findall(r'(?:href|action|src)="([^"]*)"', html_of(page)),
    ]
    assert not [one for one in addresses if said in one.replace("-", "").upper()]
    assert said not in text_of(page).replace(" ", "").replace("-", "")


def test_a_code_is_read_as_people_say_it(code: str, bob: Person) -> None:
    said = f" {code.lower().replace('-', '  ')} "
    assert heading_of(read(bob, said)) == "Alice has a question for you."


def passed_on(alice: Person) -> str:
    """Return the message that one's page gives to copy."""
    found = re.search(
        r"(?s)<textarea[^>]*>(.*?)</textarea>", html_of(alice.get(alice.where))
    )
    assert found is not None
    return unescape(found[1])


@pytest.mark.parametrize("broken", ["\n", "\r\n", ""])
@pytest.mark.parametrize("after", ["", "Call me when you’re done?"])
def test_the_whole_message_can_be_pasted(
    code: str, alice: Person, bob: Person, broken: str, after: str
) -> None:
    message = f"{passed_on(alice)}\n{after}"
    assert "/join/" in message
    page = read(bob, message.replace("\n", broken))
    assert heading_of(page) == "Alice has a question for you."


def test_a_message_without_a_code_opens_nothing(
    code: str, alice: Person, bob: Person
) -> None:
    page = read(bob, passed_on(alice).replace(code, ""))
    assert page.status_code == 422
    assert "This code doesn’t work. It may be old or used." in main_of(page)


def test_of_two_codes_one_is_asked_for(code: str, alice: Person, bob: Person) -> None:
    page = read(bob, f"{passed_on(alice)} or {WRONG}")
    assert page.status_code == 422
    assert "There are two codes in this. Use one of them." in main_of(page)


def test_reading_uses_nothing_up(code: str, alice: Person, bob: Person) -> None:
    place, before = alice.where, bytes_of(alice.get(alice.where))
    for someone in (bob, Person("Dana")):
        start(someone, code)
    assert bytes_of(alice.get(place)) == before
    assert Account.objects.count() == 1
    assert Invitation.objects.filter(reply=b"").count() == 1


# Answering, choosing, keeping: joining is last.


@pytest.mark.parametrize("pair", list(PairType))
def test_who_is_asked_answers_in_the_type_he_was_asked_in(
    alice: Person, bob: Person, pair: PairType
) -> None:
    alice.begin()
    alice.keep()
    start(bob, invited(alice, pair=pair.value))
    assert bob.where == "/answers/1/"
    assert "Who is this about?" not in main_of(bob.get("/answers/"))


def test_parent_and_child_get_the_other_role(alice: Person, bob: Person) -> None:
    alice.post("/begin/")
    alice.has_in_mind("parent-child parent")
    form = FORM_OF[PairType.PARENT_CHILD]
    one, two = (form.areas[0].mine, form.areas[1].mine)
    alice.answer({one: 1, two: 1}, form=form)
    alice.keep()
    sheet = alice.client.sheet
    alice.post(f"/answers/{sheet}/share/", part=[form.areas[1].id])
    alice.post(f"/answers/{sheet}/invite/", label="Bob", own_label="Alice")
    read(bob, code_of(alice))
    bob.post("/join/asked/", do="")
    own = session_of(bob).own
    assert [(one.pair, one.role) for one in sheets.all_of(own)] == [
        ("parent-child", "child")
    ]


def test_somebody_new_answers_chooses_and_keeps_at_the_end(
    code: str, bob: Person
) -> None:
    start(bob, code)
    chosen(bob)
    assert bob.where == "/join/keep/"
    assert Account.objects.count() == 1
    assert not Invitation.objects.exclude(reply=b"").exists()
    page = bob.post("/join/keep/", **kept_as(bob))
    assert heading_of(page) == "Join Alice"
    assert not Invitation.objects.exclude(reply=b"").exists()
    names = {"label": "Alice", "own_label": "Bob"}
    page = bob.post("/join/keep/", asked=asked_on(bob), **names)
    assert heading_of(page) == DONE
    assert "Come back whenever you like." in main_of(page)
    assert Invitation.objects.exclude(reply=b"").exists()
    bob.sign_out()
    bob.sign_in()
    assert "Alice Joined" in main_of(bob.get("/us/more/"))


def test_each_page_asks_for_three_things_at_most(code: str, bob: Person) -> None:
    start(bob, code)
    form = bob.get("/join/keep/").context["form"]
    assert [one.name for one in form.visible_fields()] == ["name", "phrase", "again"]
    assert all(one.help_text for one in form.visible_fields())
    bob.post("/join/keep/", **kept_as(bob))
    form = bob.get("/join/keep/").context["form"]
    assert [one.name for one in form.visible_fields()] == ["label", "own_label"]


def test_who_kept_and_went_finds_at_home_what_was_asked(code: str, bob: Person) -> None:
    start(bob, code)
    bob.post("/join/keep/", **kept_as(bob))
    home = bob.get("/us/")
    assert heading_of(home) == "You’ve been asked something."
    assert "Alice" not in main_of(home)
    assert "/join/asked/" in html_of(home)
    join(bob, code)
    assert heading_of(bob.get("/us/")) != "You’ve been asked something."


def test_what_he_calls_who_asks_is_filled_in(code: str, bob: Person) -> None:
    start(bob, code)
    bob.post("/join/keep/", **kept_as(bob))
    form = bob.get("/join/keep/").context["form"]
    assert form.initial["label"] == "Alice"


def test_somebody_with_an_account_is_asked_for_names_only(
    code: str, carol: Person
) -> None:
    read(carol, code)
    form = carol.get("/join/keep/").context["form"]
    assert set(form.fields) == {"asked", "label", "own_label"}
    assert heading_of(join(carol, code)) == DONE


def test_who_signs_in_from_there_goes_on_with_it(
    code: str, bob: Person, carol: Person
) -> None:
    carol.sign_out()
    read(carol, code)
    page = carol.sign_in()
    assert carol.where == "/join/asked/"
    assert heading_of(page) == "Alice has a question for you."
    assert heading_of(join(carol, code)) == DONE


def test_who_signs_in_without_a_code_goes_where_everybody_goes(carol: Person) -> None:
    carol.sign_out()
    carol.begin()
    carol.sign_in()
    assert carol.where == "/us/"


def test_answers_that_were_not_kept_yet_come_along(code: str, bob: Person) -> None:
    bob.begin()
    bob.answer({"home.mine": 4})
    former = bob.client.cookies["s"].value
    join(bob, code, keeps=kept_as(bob))
    (area,) = bob.get("/mine/").context["areas"]
    assert area.title == "Home"
    bob.client.cookies.load({"s": former, "h": "1"})
    bob.get("/us/")
    assert bob.where == "/sign-in/"


def test_answers_about_somebody_else_are_never_taken_unasked(
    code: str, bob: Person
) -> None:
    bob.begin()
    bob.answer({"home.mine": 4})
    before = bob.client.sheet
    page = read(bob, code)
    assert "You’ve answered these before. Was that about Alice?" in main_of(page)
    bob.post("/join/asked/", do="")
    assert bob.client.sheet != before


def test_answers_of_another_type_are_not_offered(code: str, bob: Person) -> None:
    bob.post("/begin/")
    bob.has_in_mind("friends")
    bob.client.post("/answers/1/", {"a": "2"})
    assert "You’ve answered these before." not in main_of(read(bob, code))


def test_the_sheet_of_who_asks_bears_their_name(code: str, bob: Person) -> None:
    start(bob, code)
    assert "Alice" in main_of(bob.get("/answers/2/"))


# Codes that open nothing, and invitations that are over by the end.


@pytest.mark.parametrize("wrong", [WRONG, "no code", "", "0000"])
def test_a_wrong_code_leaves_nothing_behind(bob: Person, wrong: str) -> None:
    page = read(bob, wrong)
    assert page.status_code == 422
    for table in (Account, SessionRow, models.Space, models.StoredRow):
        assert not table.objects.exists()
    assert not {"s", "h"} & set(bob.client.cookies)


def test_a_wrong_code_keeps_what_was_answered_and_not_kept(bob: Person) -> None:
    bob.begin()
    bob.answer({"home.mine": 4})
    read(bob, WRONG)
    assert bob.get("/mine/").context["areas"]


def wrong(alice: Person, carol: Person, hands: Hands) -> str:
    return WRONG


def unread(alice: Person, carol: Person, hands: Hands) -> str:
    return "not a code at all"


def used(alice: Person, carol: Person, hands: Hands) -> str:
    code = invited(alice)
    dana = Person("Dana")
    join(dana, code, keeps=kept_as(dana))
    return code


def late(alice: Person, carol: Person, hands: Hands) -> str:
    code = invited(alice)
    hands.forward(7 * clock.DAY)
    carol.sign_in()
    return code


def taken_back(alice: Person, carol: Person, hands: Hands) -> str:
    code = invited(alice)
    alice.post(f"{alice.where}uninvite/")
    return code


def own(alice: Person, carol: Person, hands: Hands) -> str:
    return invited(carol)


def ones_own_pair(alice: Person, carol: Person, hands: Hands) -> str:
    code = invited(alice)
    join(carol, code)
    return code


Way = Callable[[Person, Person, Hands], str]


@pytest.mark.parametrize("way", [unread, used, late, taken_back, own, ones_own_pair])
def test_codes_that_open_nothing_read_alike_to_the_byte(
    alice: Person, carol: Person, hands: Hands, way: Way
) -> None:
    alice.begin()
    alice.keep()
    pages = []
    for one in (wrong, way):
        code = one(alice, carol, hands)
        page = read(carol, code)
        assert page.status_code == 422
        assert "This code doesn’t work. It may be old or used." in main_of(page)
        pages.append(bytes_of(page).replace(code.encode(), b""))
    assert pages[0] == pages[1]


def is_used(alice: Person, code: str, hands: Hands) -> None:
    dana = Person("Dana")
    join(dana, code, keeps=kept_as(dana))


def is_taken_back(alice: Person, code: str, hands: Hands) -> None:
    alice.post(f"{alice.where}uninvite/")


def is_spoiled(alice: Person, code: str, hands: Hands) -> None:
    Invitation.objects.update(find=b"x" * 16)


@pytest.mark.parametrize("ends", [is_used, is_taken_back, is_spoiled])
def test_what_is_over_meanwhile_is_said_in_one_sentence_and_answers_stay(
    code: str,
    alice: Person,
    bob: Person,
    hands: Hands,
    ends: Callable[[Person, str, Hands], None],
) -> None:
    start(bob, code)
    chosen(bob)
    ends(alice, code, hands)
    accounts = Account.objects.count()
    page = bob.post("/join/keep/", **kept_as(bob))
    assert heading_of(page) == OVER
    assert Account.objects.count() == accounts
    pages = {bytes_of(bob.get(path)) for path in ("/join/asked/", "/join/keep/")}
    assert len(pages) == 1
    assert heading_of(bob.get("/join/asked/")) == OVER
    assert bob.get("/mine/").context["areas"]


def test_what_was_read_goes_with_its_last_second(
    code: str, bob: Person, hands: Hands
) -> None:
    bob.begin()
    bob.keep()
    start(bob, code)
    hands.forward(7 * clock.DAY)
    bob.sign_in()
    bob.get("/join/asked/")
    assert bob.where == "/join/"


def test_a_code_works_once_and_the_first_one_stays(
    code: str, bob: Person, carol: Person
) -> None:
    join(bob, code, keeps=kept_as(bob))
    place = bob.where
    assert read(carol, code).status_code == 422
    assert heading_of(bob.get(place)) == DONE
    assert "Nobody yet" in main_of(carol.get("/us/more/"))


def test_a_name_and_phrase_that_open_a_place_already_do_not_use_the_code_up(
    code: str, bob: Person, carol: Person
) -> None:
    page = join(bob, code, keeps=kept_as(carol))
    assert page.status_code == 422
    assert "Sign in instead." in main_of(page)
    assert Account.objects.count() == 2
    assert heading_of(join(carol, code)) == DONE


def test_a_weak_phrase_does_not_use_the_code_up(code: str, bob: Person) -> None:
    weak = {**kept_as(bob), "phrase": "password", "again": "password"}
    page = join(bob, code, keeps=weak)
    assert page.status_code == 422
    assert "This is easy to guess." in main_of(page)
    assert bob.phrase.encode() not in page.content
    assert heading_of(join(bob, code, keeps=kept_as(bob))) == DONE


def test_another_code_takes_the_place_of_the_one_before(
    code: str, bob: Person, carol: Person
) -> None:
    start(bob, code)
    bob.post("/join/keep/", **kept_as(bob))
    first = asked_on(bob)
    page = read(bob, invited(carol))
    assert heading_of(page) == "Carol has a question for you."
    names = {"label": "Alice", "own_label": "Bob"}
    assert heading_of(bob.post("/join/keep/", asked=first, **names)) == OVER
    assert not Invitation.objects.exclude(reply=b"").exists()


def test_the_same_code_read_again_keeps_where_one_was(code: str, bob: Person) -> None:
    start(bob, code)
    sheet = bob.client.sheet
    assert "Go on answering" in main_of(read(bob, code))
    bob.post("/join/asked/", do="")
    assert bob.client.sheet == sheet


def test_a_person_can_be_in_two_pairs(alice: Person, bob: Person) -> None:
    pair(alice, bob)
    dana = Person("Dana")
    join(dana, invited(alice, "Dana"), keeps=kept_as(dana))
    met(alice, alice.where)
    assert "Bob You’re connected" in main_of(alice.get("/us/more/"))
    assert "Dana You’re connected" in main_of(alice.get("/us/more/"))


# Both asked each other.


@pytest.fixture
def crossed(alice: Person, bob: Person) -> str:
    """Both have a code out; Bob's code."""
    for one in (alice, bob):
        one.begin()
        one.keep()
    invited(alice, "Bob")
    return invited(bob, "Alice")


def mine_on(page: HttpResponse) -> str:
    """Read off the page the invitation of one's own that it asks about."""
    found = re.search(r'name="do" value="([0-9a-f]{32})"', html_of(page))
    assert found is not None
    return found[1]


def test_who_has_a_code_out_is_asked_whether_it_is_the_same_person(
    crossed: str, alice: Person
) -> None:
    page = read(alice, crossed)
    assert "Is this the Bob you asked?" in main_of(page)
    assert "Start" not in main_of(page)


def test_yes_takes_one_s_own_code_back_as_one_joins(
    crossed: str, alice: Person
) -> None:
    place = alice.where
    page = read(alice, crossed)
    alice.post("/join/asked/", do=mine_on(page))
    assert Invitation.objects.count() == 2
    fields = {"label": "Bob", "own_label": "Alice"}
    page = alice.post("/join/keep/", asked=asked_on(alice), **fields)
    assert heading_of(page) == DONE
    assert Invitation.objects.count() == 1
    assert alice.get(place).status_code == 404


def test_no_leaves_both_codes_and_asks_no_more(crossed: str, alice: Person) -> None:
    read(alice, crossed)
    page = alice.post("/join/asked/", do="other")
    assert "Is this the Bob you asked?" not in main_of(page)
    assert "Start" in main_of(page)
    join(alice, crossed, "Bobby")
    assert Invitation.objects.count() == 2


def test_of_two_who_say_yes_to_each_other_one_joins_and_the_other_finds_it(
    crossed: str, alice: Person, bob: Person
) -> None:
    hers, his = alice.where, bob.where
    code = code_of(alice, hers)
    for one, other in ((alice, crossed), (bob, code)):
        one.post("/join/asked/", do=mine_on(read(one, other)))
    asked = {one.name: asked_on(one) for one in (alice, bob)}
    alice.post("/join/keep/", asked=asked["Alice"], label="Bob", own_label="Alice")
    page = bob.post("/join/keep/", asked=asked["Bob"], label="Alice", own_label="Bob")
    assert heading_of(page) == OVER
    assert heading_of(bob.get(his)) == "Alice has joined."


def test_nothing_is_matched_by_name(alice: Person, bob: Person, carol: Person) -> None:
    invited(carol, "Alice")
    alice.begin()
    alice.keep()
    page = read(carol, invited(alice, "Carol"))
    assert "Yes, that’s Alice on my list" in main_of(page)
    assert Invitation.objects.count() == 2
