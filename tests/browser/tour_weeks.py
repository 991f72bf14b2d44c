"""What two people come by over some weeks: a line agreed, Sundays, months, a season.

The clock has to move for it; the tests of each room look at these pages by axe.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.browser import story
from tests.browser.moved_clock import DAY, MovedClock
from tests.browser.test_two_people_agree_on_something import draw_a_line, suggest
from tests.browser.test_two_people_keep_a_sunday import GOOD, MUCH, WISH, write
from tests.browser.tour import Stops
from tests.browser.walk import Person

WEEKS = 28 * DAY
SOME = 3
"""How many of the lines of a month are tapped."""


def by_part(alice: Person, bob: Person, clock: MovedClock) -> Mapping[str, Stops]:
    """Return the parts by name; each goes on where the one before ended."""
    return {
        "what we agreed": _agreeing(alice, bob, clock),
        "Sunday": _sunday(alice, bob, clock),
        "month and season": _months(alice, bob),
    }


def _come_back(*people: Person) -> None:
    for one in people:
        one.go("/sign-in/")
        one.sign_in()


def _place(alice: Person) -> str:
    alice.go("/us/").follow("Everything")
    return f"/us/{alice.path.split('/')[2]}/"


def _agreeing(alice: Person, bob: Person, clock: MovedClock) -> Stops:
    place = story.pair(alice, bob)
    yield "agreed-nothing", alice.go(f"{place}agreed/")
    yield "suggest-begun", alice.follow("Spending our money")
    suggest(alice, place, "phone")
    yield "suggest-own-life", alice
    yield "suggest-errors", alice.go(f"{place}agreed/new/").press("Suggest it to")
    where = suggest(alice, place)
    yield "line-offered", alice
    yield "line-to-answer", bob.go(where)
    yield "line-holds", bob.press("Yes, agreed").go(where)
    yield "agreed", bob.go(f"{place}agreed/")
    draw_a_line(alice)
    yield "boundaries-mine", alice
    yield "boundary-show", alice.follow("Show it to")
    alice.page.get_by_label("What is it about?", exact=True).select_option("home")
    yield "boundary-shown", alice.press("Show these lines to")
    yield "boundaries", bob.go(f"{place}boundaries/")
    clock.forward(WEEKS)
    _come_back(alice, bob)
    yield "line-look-again", alice.go(where)
    alice.press("Keep it")
    yield "line-kept", alice.go(where)
    clock.forward(8 * DAY)
    _come_back(alice, bob)
    yield "agreed-earlier", alice.go(f"{place}agreed/earlier/")


def _sunday(alice: Person, bob: Person, clock: MovedClock) -> Stops:
    place = _place(alice)
    yield "lines-before", alice.go(f"{place}lines/")
    clock.to_sunday()
    _come_back(alice, bob)
    yield "lines", alice.go(f"{place}lines/")
    write(alice, (MUCH, "For me, the list."))
    yield "lines-error", alice
    write(alice, (GOOD, "You rang."), (MUCH, "For me, the list."), (WISH, "Soup."))
    yield "lines-safe", alice
    write(bob, (GOOD, "You laughed at my story."))
    yield "lines-both", alice.go(f"{place}lines/")
    yield "lines-open", alice.press("See both answers")
    yield "lines-all", alice.go(f"{place}lines/all/")
    yield "lines-month", alice.go(f"{place}lines/month/")
    yield "remember", alice.go(f"{place}lines/remember/")
    yield "lines-own", alice.go("/lines/")
    yield "thanks", alice.go(f"{place}thanks/")
    alice.write("What did Bob do that was good for you?", "Tea.")
    alice.press("Keep it for next time")
    bob.go(f"{place}thanks/").write("What did Alice do that was good for you?", "Tea.")
    bob.press("Tell Alice now")
    yield "thanks-said", alice.go(f"{place}thanks/")
    clock.to_sunday()
    _come_back(alice)
    write(alice, (GOOD, "You came."))
    clock.forward(DAY)
    _come_back(alice, bob)
    yield "lines-over", alice.go(f"{place}lines/")


def _months(alice: Person, bob: Person) -> Stops:
    place = _place(alice)
    yield "month", alice.go(f"{place}month/")
    yield "month-error", alice.press("Send my answers")
    for one in (alice, bob):
        one.go(f"{place}month/")
        for group in one.page.locator("main fieldset:has([type=radio])").all()[:SOME]:
            group.locator("label").nth(SOME).click()
        one.press("Send my answers")
    yield "month-open", alice.go(f"{place}month/")
    yield "month-looked", alice.press("See both answers")
    yield "month-trend", alice.go(f"{place}month/trend/")
    yield "month-all", alice.go(f"{place}month/all/")
    yield "month-own", alice.go(f"{place}month/").follow("Six taps, just for me")
    yield "month-own-trend", alice.follow("How it has gone for me")
    yield "season", alice.go(f"{place}season/")
