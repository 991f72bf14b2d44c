"""Alice and Bob, each in a browser, from the first page to our picture and out."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from tests.browser import story
from tests.browser.chromium import HEIGHT
from tests.browser.walk import Person, Way

MOST_TAPS = 35
MOST_SCREENS = 3
STEP = "I ask before I book anything."
THANKS = "Thank you for sitting down with me."
TOKEN = re.compile(r'(name="(?:csrfmiddlewaretoken|slip)" value=")[^"]+')

Arrive = Callable[..., Person]


def source(person: Person, path: str) -> str:
    """Every byte of a page, but for the token and slip that differ each time."""
    response = person.page.context.request.get(path)
    assert response.ok
    return TOKEN.sub(r"\1", response.text())


def tables(person: Person) -> str:
    for summary in person.page.get_by_text("The same as a table").all():
        summary.click()
    return person.text


@pytest.mark.parametrize(
    ("hers", "his"), [(Way.KEYBOARD, Way.MOUSE), (Way.NO_SCRIPT, Way.NO_SCRIPT)]
)
def test_two_people_walk_the_whole_path(person: Arrive, hers: Way, his: Way) -> None:
    alice, bob = person(f"Alice {hers}", hers), person(f"Bob {his}", his)
    see_own_picture(alice)
    code = keep_and_ask(alice)
    place = alice.path
    answer_and_join(bob, code)
    look_one_after_the_other(alice, bob, place)
    turn_the_cards(alice, bob)
    take_a_small_step(alice, bob)
    see_all_of_it(alice, bob)
    leave_quickly(alice)
    leave_quickly(bob)


def screens(person: Person) -> float:
    """How many screens of a phone the page is high."""
    height: int = person.page.evaluate("document.documentElement.scrollHeight")
    return height / HEIGHT


def open_folds(person: Person) -> None:
    for fold in person.page.locator(".folds > details").all():
        if fold.get_attribute("open") is None:
            fold.locator("summary").first.click()


def see_own_picture(alice: Person) -> None:
    """Whom, all pages of the short form, no account, and the picture at once."""
    story.begin(alice, story.ALICE)
    print(f"\n{alice.way}: own picture after {alice.taps} taps")
    assert alice.taps <= MOST_TAPS
    assert "My picture, straight from my answers" in alice.text
    assert screens(alice) <= MOST_SCREENS
    mine = alice.path
    alice.follow("Everything I said")
    open_folds(alice)
    assert "You’d like more say: money." in alice.text
    assert "I drop things to avoid a fight\nOften" in alice.text
    alice.go(mine)


def keep_and_ask(alice: Person) -> str:
    """No e-mail; a recovery code that is shown until it is confirmed; a code."""
    mine = alice.path
    alice.go("/keep/")
    assert alice.page.locator("input[type=email]").count() == 0
    alice.keep()
    alice.press("Keep it")
    recovery = story.recovery_code(alice)
    assert re.fullmatch(r"([0-9A-Z]{4} ){7}[0-9A-Z]{4}", recovery)
    assert recovery.split()[0] not in source(alice, "/account/code/")
    alice.go(mine)
    code = story.ask(alice, "Bob", own="Alice", hides=story.ALICE_TAPS)
    assert re.fullmatch(r"([0-9A-Z]{4} ){3}[0-9A-Z]{4}", code)
    return code


def answer_and_join(bob: Person, code: str) -> None:
    """Read first, answer apart, choose, and keep at the end."""
    bob.go("/join/")
    assert "Alice" not in bob.text
    story.read(bob, code)
    assert bob.page.title() == "Notes"
    assert bob.heading == "Alice has a question for you."
    assert "You can say no." in bob.text
    assert "Ask Alice whose computer this runs on." in bob.text
    bob.press("Start")
    for _ in range(3):
        bob.answer_one(story.BOB)
    story.answer_without_looking(bob, story.BOB)
    bob.go(f"{bob.sheet}share/")
    assert "above, whichever you like. Then the button comes." in bob.text
    assert not bob.find("button", "Share these").count()
    story.share(bob, *story.BOB_TAPS)
    story.join(bob, own="Bob")
    assert bob.heading == "Your part is done."


def look_one_after_the_other(alice: Person, bob: Person, place: str) -> None:
    """One press each; which one was first nobody is told."""
    waiting = source(bob, place)
    alice.go(place)
    assert alice.heading == "Bob has joined."
    assert source(bob, place) == waiting
    alice.press("Look together")
    assert alice.heading == "Your part is done."
    ready = source(alice, alice.path)
    words = words_to_compare(bob, place)
    assert len(words) == 8
    assert bob.heading == "You and Alice can look together now."
    assert source(alice, alice.path) == ready
    bob.press("Look together")
    assert "Card 1 of 4" in bob.text
    alice.press("Both tapped?")


def words_to_compare(bob: Person, place: str) -> list[str]:
    """Open what is folded away, and read the words."""
    bob.go(f"{place}together/")
    return bob.page.locator(".aloud li").all_text_contents()


def turn_the_cards(alice: Person, bob: Person) -> None:
    """Card by card both read the same, at their pace."""
    first = alice.path
    assert alice.text == bob.text
    assert names_both(alice)
    story.turn(alice)
    second = alice.path
    bob.go(second)
    assert bob.path == first, "the cards come one after the other"
    alice.press("Stop for today")
    come_back(alice)
    alice.follow("Go on with the cards")
    assert alice.path == second
    story.turn(bob)
    assert alice.text == bob.text
    for each in (alice, bob):
        assert names_both(each)
        story.turn(each)
    assert alice.text == bob.text
    assert names_both(alice)
    for each in (alice, bob):
        story.turn(each)
        assert each.heading == "One small step each?"


def names_both(person: Person) -> bool:
    """No card speaks of one of the two alone."""
    return all(name in person.text for name in ("Alice", "Bob"))


def take_a_small_step(alice: Person, bob: Person) -> None:
    """A step or nothing now, and thanks: both may read it, and it may be undone."""
    alice.press("Share my step")
    assert "Write one small step, or press “Nothing now”." in alice.text
    alice.write("My small step", STEP)
    alice.press("Share my step")
    bob.press("Nothing now")
    assert STEP in bob.text
    assert "Nothing now.\n" in bob.text
    alice.unfold("Say thank you")
    alice.write("A line of thanks, if you like", THANKS)
    alice.press("Say thanks")
    bob.page.reload()
    assert THANKS in bob.text
    alice.press("Take my thanks back")
    bob.page.reload()
    assert THANKS not in bob.text
    bob.unfold("Change my answer").press("Take my answer back")
    assert "Nothing is written here, and nothing has to be." in bob.text


def see_all_of_it(alice: Person, bob: Person) -> None:
    """After the last card all there is, and from then on at once."""
    for each in (alice, bob):
        each.press("See our picture")
    alice.follow("Us")
    alice.follow("Everything")
    assert "cards" not in alice.heading
    alice.follow("Our picture")
    assert tables(alice) == tables(bob)
    read_our_picture(alice)


def read_our_picture(person: Person) -> None:
    """A row an area, then each on its own page, then all of it; no numbers."""
    picture = person.path
    text = person.text
    assert "Who decides more?" in text
    assert screens(person) <= MOST_SCREENS
    wish = (
        "Alice would like to decide more about money, and Bob more about your free time"
    )
    assert wish in text
    assert all(
        part in text.split("Not in this picture: ")[1] for part in story.ONLY_ONE
    )
    person.follow("Go through it area by area")
    areas = story.BOTH_OPEN
    for number, area in enumerate(areas, start=1):
        assert f"{area}, {number} of {len(story.BOTH_OPEN)}" in person.text
        assert not re.search(r"\d\.\d", person.text), "numbers have their own page"
        assert screens(person) <= MOST_SCREENS
        assert person.page.get_by_role("img").last.get_attribute("aria-label")
        onward = [f"Next: {one}" for one in areas[number:]] + ["Our picture"]
        person.follow(onward[0])
    assert person.path == picture
    person.follow("Everything you both said")
    open_folds(person)
    text = person.text
    for fact in (wish, "How sure is this?", "It can’t say why things are as they are"):
        assert fact in text
    last_word = person.page.get_by_role("listitem").filter(has_text="ends up my way")
    told = last_word.inner_text().split("\n")[1:]
    assert told == ["Alice", "Rarely", "Bob", "Often"]
    assert "avoid a fight" not in text
    assert "simply accepts it" not in text
    person.go(picture)


def come_back(person: Person) -> None:
    """Sign out, sign in, and find everything where it was."""
    person.follow("Me")
    person.press("Sign out")
    assert person.path == "/"
    person.go("/us/")
    assert person.path == "/sign-in/"
    person.sign_in()
    assert person.path == "/us/"
    person.follow("Everything")


def leave_quickly(person: Person) -> None:
    """Back shows nothing, and the cookies of before open nothing."""
    context = person.page.context
    cookies = context.cookies()
    person.press("Leave quickly")
    assert person.path == "/left/"
    person.back()
    content = TOKEN.sub(r"\1", person.page.content())
    assert not any(word in content for word in ("Our picture", "Bob", "Alice"))
    context.add_cookies(cookies)  # type: ignore[arg-type]
    person.go("/us/")
    assert person.path == "/sign-in/"


@pytest.mark.parametrize("way", Way)
def test_back_after_answering_shows_the_answer_to_change(
    person: Arrive, way: Way
) -> None:
    alice = person("Alice", way)
    story.begin_alone(alice)
    first = alice.heading
    alice.press("A lot")
    alice.back()
    assert alice.heading == first
    alice.page.reload()
    assert alice.find("button", "A lot your answer").is_visible()
    alice.press("A little")
    alice.follow("Back")
    assert alice.find("button", "A little your answer").is_visible()


@pytest.mark.parametrize("way", Way)
def test_whoever_stops_goes_on_where_they_were(person: Arrive, way: Way) -> None:
    alice = person("Alice", way)
    story.begin_alone(alice)
    for answer in ("A lot", "Doesn’t apply", "Rather not say"):
        alice.press(answer)
    fourth = alice.heading
    alice.go("/")
    alice.follow("Go on where you were")
    assert alice.heading == fourth
