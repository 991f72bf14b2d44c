"""One visitor alone, two made-up people, and half a year of their life."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.urls import resolve
from tests.web.cast import (
    Person,
    addresses,
    html_of,
    main_of,
    opened,
    text_of,
    undone,
)
from tests.web.decide.acts import (
    ref_on,
    weigh,
)
from tests.worlds.snapshots import (
    once,
)

from coequal.content.demo import demo
from coequal.content.load import content
from coequal.core.people import PairType
from coequal.journal import clock
from coequal.journal import models as journal
from coequal.people import shared_device
from coequal.people.models import Account, Invitation, SessionRow, SharedDevice
from coequal.people.tidying import tidy

STORY = demo(PairType.PARTNERS)
ALEX, ROBIN = STORY.names.a, STORY.names.b
NOW = STORY.sittings[-1]


@pytest.fixture
def visitor(db: None) -> Person:
    """Somebody alone who sits in the first chair."""
    return trying(PairType.PARTNERS)


def trying(pair: PairType) -> Person:
    person = Person("a visitor")
    sat_down(person, pair=pair)
    return person


@once
def sat_down(visitor: Person, *, pair: PairType) -> str:
    visitor.post("/try/", pair=pair.value)
    return place(visitor)


def place(visitor: Person) -> str:
    found = re.search(r"/us/[0-9a-f]{32}/", html_of(visitor.get("/try/")))
    assert found is not None
    return found[0]


def swap(visitor: Person, to: str = "") -> HttpResponse:
    return visitor.post("/chairs/swap/", to=to or "/try/")


def be_ready(visitor: Person, *parts: str) -> HttpResponse:
    """Choose, and look together, in the chair that somebody sits in."""
    where = place(visitor)
    chosen = visitor.post(f"{where}choose/", part=parts)
    if visitor.where != f"{where}together/":
        return chosen
    return visitor.post(f"{where}together/")


def test_every_type_of_pair_has_somebody_to_try_it_as(db: None) -> None:
    page = main_of(Person("a visitor").get("/try/"))
    for pair in PairType:
        assert f"{demo(pair).names.a} and {demo(pair).names.b}" in page


def test_the_first_page_leads_there(db: None) -> None:
    assert 'href="/try/"' in html_of(Person("a visitor").get("/"))


def test_every_page_says_whose_chair_it_is(visitor: Person) -> None:
    for path in ("/try/", "/us/", f"{place(visitor)}picture/", "/", "/who-can-read/"):
        page = text_of(visitor.get(path))
        assert f"You’re {ALEX} now." in page
        assert f"Switch to {ROBIN}" in page


def test_swapping_chairs_stays_on_the_page(visitor: Person) -> None:
    here = f"{place(visitor)}picture/"
    page = swap(visitor, here)
    assert visitor.where == here
    assert f"You’re {ROBIN} now." in text_of(page)


@pytest.mark.parametrize("pair", PairType)
def test_what_happened_half_a_year_ago_reads_alike_from_both_chairs(
    db: None, pair: PairType
) -> None:
    visitor = trying(pair)
    here = place(visitor)
    paths = [f"{here}picture/", *(f"{here}cards/{card}/" for card in (1, 2, 3))]
    first = [main_of(visitor.get(path)) for path in paths]
    swap(visitor)
    assert [main_of(visitor.get(path)) for path in paths] == first
    assert "Our picture" in first[0]


def test_what_both_said_of_an_area_stands_on_a_card_once(visitor: Person) -> None:
    text = main_of(visitor.get(f"{place(visitor)}cards/1/"))
    assert "You both say it’s fine as it is: family and friends." in text
    assert text.count("“We each have some.”") == 1


def test_the_steps_and_the_thanks_of_then_are_there(visitor: Person) -> None:
    page = main_of(visitor.get(f"{place(visitor)}cards/4/"))
    then = STORY.sittings[0]
    for line in (then.steps.a, then.steps.b, then.thanks.a, then.thanks.b):
        assert line is None or line in page


def test_each_chair_has_answers_of_its_own(visitor: Person) -> None:
    form = content(PairType.PARTNERS).instrument
    item = next(
        one.id
        for one in form.items
        if one.id.endswith(".mine")
        and NOW.answers.a.number(one.id) != NOW.answers.b.number(one.id)
    )
    said = NOW.answers.map(lambda one: form.item(item).label(one.number(item) or 0))
    text = form.item(item).text
    assert f"{text} {said.a}" in main_of(visitor.get("/answers/"))
    swap(visitor)
    assert f"{text} {said.b}" in main_of(visitor.get("/answers/"))


def test_ready_in_one_chair_shows_nothing_in_the_other(visitor: Person) -> None:
    here = place(visitor)
    paths = [f"{here}choose/", f"{here}picture/", f"{here}ready/", "/us/"]
    swap(visitor)
    before = [main_of(visitor.get(path)) for path in paths]
    swap(visitor)
    be_ready(visitor, *NOW.opens.a)
    assert visitor.where == f"{here}ready/"
    swap(visitor)
    assert [main_of(visitor.get(path)) for path in paths] == before


@pytest.mark.parametrize("pair", PairType)
def test_what_the_story_prepared_takes_one_press_in_each_chair(
    db: None, pair: PairType
) -> None:
    visitor = trying(pair)
    here = place(visitor)
    for _ in range(2):
        assert "You share these" in main_of(visitor.get(f"{here}together/"))
        visitor.post(f"{here}together/")
        where = visitor.where
        swap(visitor)
    assert where == f"{here}cards/1/"


@pytest.mark.parametrize("pair", PairType)
def test_the_new_way_leads_from_home_to_the_cards_and_on_to_the_picture(
    db: None, pair: PairType
) -> None:
    """Home, the home of the two, four cards, our picture, one area, and back home."""
    visitor = trying(pair)
    here = place(visitor)
    assert f'href="{here}' in html_of(visitor.get("/us/"))
    for _ in range(2):
        visitor.post(f"{here}together/")
        swap(visitor)
    visitor.post(f"{here}look/")
    for number in (1, 2, 3, 4):
        page = visitor.get(f"{here}cards/{number}/")
        assert f"Card {number} of 4" in main_of(page)
        page = visitor.post(f"{here}cards/{number}/", do="next")
    assert visitor.where == f"{here}picture/"
    assert f'href="{here}picture/area/1/"' in html_of(page)
    assert "1 of" in main_of(visitor.get(f"{here}picture/area/1/"))
    assert "You and" in main_of(visitor.get(here))


def test_ready_in_both_chairs_it_opens_together(visitor: Person) -> None:
    here = place(visitor)
    be_ready(visitor, *NOW.opens.a)
    swap(visitor)
    be_ready(visitor, *NOW.opens.b)
    assert visitor.where == f"{here}cards/1/"
    for card in (1, 2, 3, 4):
        page = visitor.post(f"{here}cards/{card}/", do="next")
    assert main_of(page).startswith("Our picture You see")
    assert "What has changed" in main_of(visitor.get(f"{here}picture/all/"))


def test_a_changed_answer_changes_the_picture(visitor: Person) -> None:
    page = visitor.get("/answers/")
    path = re.search(r'href="(/answers/[0-9a-f]{32}/short/1/)"', _raw(page))
    assert path is not None
    mine = path[1].replace("/answers/", "/mine/").replace("short/1/", "")
    before = main_of(visitor.get(mine))
    visitor.post(path[1], a="0")
    assert main_of(visitor.get(mine)) != before


def _raw(page: HttpResponse) -> str:
    found = re.search(r"/answers/([0-9a-f]{32})/", page.request["PATH_INFO"])
    html = html_of(page)
    assert found is not None
    return re.sub(r"/answers/(\d+)/", rf"/answers/{found[1]}/short/\1/", html)


def test_signs_that_both_put_up_are_on_their_board(visitor: Person) -> None:
    page = main_of(visitor.get(f"{place(visitor)}notice/"))
    assert "You both shared this" in page
    shared = set(STORY.put_up.a) & set(STORY.put_up.b)
    assert shared


def decide(visitor: Person) -> str:
    return f"{place(visitor)}decide/"


def question_of(visitor: Person, text: str) -> str:
    """Return the address of a question in the list."""
    page = html_of(visitor.get(decide(visitor)))
    return page.partition(text)[0].rpartition('href="')[2].partition('"')[0]


@pytest.mark.parametrize("pair", PairType)
def test_what_they_settled_and_their_diary_reads_alike_from_both_chairs(
    db: None, pair: PairType
) -> None:
    visitor = trying(pair)
    done, still = demo(pair).questions
    settled = question_of(visitor, done.text)
    paths = [decide(visitor), f"{decide(visitor)}back/", settled]
    first = [main_of(visitor.get(path)) for path in paths]
    swap(visitor)
    names = demo(pair).names
    # Each page leads back to the other, and says that they will read a wish to undo.
    theirs = [
        main_of(visitor.get(path))
        .replace(f"and {names.a}", f"and {names.b}")
        .replace(f"{names.a} will read", f"{names.b} will read")
        for path in paths
    ]
    assert theirs == first
    assert done.settled is not None
    assert f"You’ve decided: {done.options[done.settled.option]}" in first[2]
    assert still.meanwhile in first[0]
    assert "You’ve both answered 2 lines in the diary" in first[1]


def test_the_two_settle_what_is_open(visitor: Person) -> None:
    where = question_of(visitor, STORY.questions[1].text)
    weigh(visitor, where, "2", "0", "5")
    assert "Your answer is sent." in main_of(visitor.get(where))
    swap(visitor)
    assert "You haven’t answered yet." in main_of(visitor.get(where))
    weigh(visitor, where, "6", "1", "5")
    assert "You’d both be happy with:" in main_of(visitor.post(where, do="look"))
    visitor.post(where, do="propose", option="2")
    swap(visitor)
    visitor.post(where, do="look")
    page = visitor.post(where, do="yes", ref=ref_on(visitor, where))
    assert "You’ve decided: Half and half" in main_of(page)


def test_a_line_of_their_diary_waits_for_one_of_them(visitor: Person) -> None:
    line = STORY.diary[-1].text
    diary = f"{decide(visitor)}diary/"
    page = html_of(visitor.get(diary))
    where = page.partition(line)[0].rpartition('href="')[2].partition('"')[0]
    assert "You haven’t answered yet." in main_of(visitor.get(where))
    visitor.post(where, who="both")
    page = main_of(visitor.look(where))
    assert f"Who decided {ALEX} Both did {ROBIN} {ROBIN} did" in page


REAL = (
    "pairs:invite",
    "pairs:uninvite",
    "pairs:meet",
    "pairs:join",
    "pairs:asked",
    "pairs:keep_join",
    "pairs:invite_for",
    "account:keep",
    "account:account",
    "account:recovery",
)


@pytest.mark.parametrize("name", REAL)
def test_nothing_that_lasts_can_be_made_from_a_chair(
    visitor: Person, name: str
) -> None:
    path = addresses(place(visitor))[name]
    for method in (visitor.client.get, visitor.client.post):
        response = method(path)
        assert response.status_code == 405 or (
            resolve(response["Location"]).view_name == "shared_device:home"
        )
    assert not Account.objects.exists()
    assert not Invitation.objects.exists()


def test_real_people_cannot_be_reached_from_a_chair(
    visitor: Person, alice: Person, bob: Person
) -> None:
    theirs = opened(alice, bob)
    sheet = alice.client.sheet
    paths = [path for path in addresses(theirs).values() if theirs in path]
    paths += [f"/answers/{sheet}/", f"/mine/{sheet}/", f"/answers/{sheet}/short/1/"]
    for path in paths:
        for method in (visitor.client.get, visitor.client.post):
            with undone(visitor):
                response = method(path)
            gone = response.status_code in {404, 405}
            assert (
                gone or resolve(response["Location"]).view_name == "shared_device:home"
            ), path


def test_nobody_else_can_sit_in_these_chairs(visitor: Person, alice: Person) -> None:
    alice.begin()
    alice.keep()
    assert alice.get(f"{place(visitor)}picture/").status_code == 404


def test_two_visitors_have_two_pairs_of_chairs(visitor: Person) -> None:
    other = trying(PairType.PARTNERS)
    assert place(other) != place(visitor)
    assert other.get(f"{place(visitor)}picture/").status_code == 404


def test_after_an_hour_all_of_it_is_gone(
    visitor: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = clock.now() + clock.HOUR
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "Be one of them" in main_of(visitor.get("/try/"))
    tidy()
    for table in (journal.StoredRow, journal.Share, journal.StoredMark, journal.Space):
        assert not table.objects.exists()
    for one in (SessionRow, SharedDevice):
        assert not one.objects.exists()


def test_closing_it_leaves_nothing_behind(visitor: Person) -> None:
    visitor.post("/forget/")
    assert visitor.where == "/"
    assert not journal.StoredRow.objects.exists()
    assert not SharedDevice.objects.exists()


def test_the_first_page_begins_ones_own_or_goes_on_with_the_example(
    visitor: Person,
) -> None:
    text = main_of(visitor.get("/"))
    assert text.index("Start on my own") < text.index("Go on with the example")
    assert "Go on where you were" not in text
    assert "See all four cards" not in text


def test_from_what_to_try_one_starts_ones_own(visitor: Person) -> None:
    assert "Close it and start on my own" in main_of(visitor.get("/try/"))
    page = visitor.post("/begin/")
    assert visitor.where == "/whom/"
    assert f"You’re {ALEX} now." not in text_of(page)
    assert not SharedDevice.objects.exists()
    assert SessionRow.objects.count() == 1


def test_signing_in_ends_it(visitor: Person, alice: Person) -> None:
    alice.begin()
    alice.keep()
    visitor.post("/sign-in/", name="Alice", phrase=alice.phrase)
    assert visitor.where == "/us/"
    assert not SharedDevice.objects.exists()


def test_no_chair_is_given_for_a_pair_there_is_not(db: None) -> None:
    visitor = Person("a visitor")
    assert visitor.post("/try/", pair="a crowd").status_code == 422
    assert not SharedDevice.objects.exists()


def test_when_all_chairs_are_taken_it_says_so(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_device, "MOST", 0)
    visitor = Person("a visitor")
    page = visitor.post("/try/", pair="friends")
    assert page.status_code == 503
    assert not journal.StoredRow.objects.exists()


def test_somebody_with_answers_of_their_own_puts_them_away_first(
    alice: Person,
) -> None:
    alice.begin()
    assert "Your own answers are here" in main_of(alice.get("/try/"))
    assert alice.post("/try/", pair="friends").status_code == 409
    assert not SharedDevice.objects.exists()
