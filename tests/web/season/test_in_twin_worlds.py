"""Nothing that Alice does by herself changes a byte of the season that Bob reads."""

from __future__ import annotations

import pytest
from tests.web.agree.acts import agreed, buttons, ended
from tests.web.cast import Person, bytes_of, pair
from tests.web.conftest import Hands
from tests.web.keep.acts import SUNDAY, write, wrote

from coequal.journal import clock


def writes_her_lines(alice: Person, place: str) -> None:
    write(alice, place, "You sang.", "For me, the list.", "Soup.")


def gathers_thanks(alice: Person, place: str) -> None:
    alice.post(f"{place}thanks/", do="keep", text="The train.")


def writes_lines_of_her_own(alice: Person, _place: str) -> None:
    alice.post("/lines/", good="The soup.", much="The noise.", wish="")


def would_go_on(alice: Person, place: str) -> None:
    page = alice.get(f"{place}season/").content.decode()
    for line in {one for one in page.split('"') if one.startswith(f"{place}agreed/")}:
        known = buttons(alice, line)
        if "keep" in known:
            alice.post(line, do="keep", ref=known["keep"])


def looks_around(alice: Person, place: str) -> None:
    for path in ("", "season/", "lines/all/", "agreed/"):
        alice.get(f"{place}{path}")
    alice.look(f"{place}season/")


ALONE = (
    *(writes_her_lines, gathers_thanks, writes_lines_of_her_own),
    *(would_go_on, looks_around),
)


@pytest.mark.parametrize("alone", ALONE, ids=lambda act: act.__name__)
def test_what_she_does_alone_shows_nowhere(
    alone: object, alice: Person, bob: Person, hands: Hands
) -> None:
    hands.at = SUNDAY
    place = pair(alice, bob)
    wrote(alice, bob, place, "You rang.", "The soup.")
    agreed(alice, bob, place)
    ended(alice, bob, place, then="sing")
    hands.at = SUNDAY + 91 * clock.DAY
    for person in (alice, bob):
        person.sign_in()
    pages = [f"{place}season/", place, "/us/"]
    before = [bytes_of(bob.get(page)) for page in pages]
    assert callable(alone)
    alone(alice, place)
    assert [bytes_of(bob.get(page)) for page in pages] == before
