"""Signs in Notes: what is asked about one only once it happens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.browser import story
from tests.browser.walk import Person, Way


@pytest.mark.parametrize("way", [Way.MOUSE, Way.NO_SCRIPT])
def test_since_when_is_asked_where_it_happens(
    person: Callable[..., Person], way: Way
) -> None:
    alice = person(f"Alice ticks {way}", way)
    story.begin_alone(alice)
    alice.go("/keep/").keep()
    alice.press("Keep it").go("/notes/").write("Passphrase", alice.phrase)
    alice.press("Open Notes", "Signs", "Phones and computers")
    asked = alice.page.locator("select")
    assert not asked.first.is_visible()
    for often, shown in (("Sometimes", 2), ("Never", 0), ("Often", 2), ("Once", 0)):
        alice.page.get_by_label(often).first.check()
        assert sum(one.is_visible() for one in asked.all()) == shown
