"""Whatever somebody does here, there is a guide about it that leads into its room."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from django.urls import reverse
from tests.web.cast import Person

import coequal.web
from coequal.content.guides import library
from coequal.content.guides_file import GuideRoom
from coequal.web.learn.markdown import ROOMS as LED_TO
from coequal.web.rooms import ROOMS

FRAME: Final = {"home", "learn", "shared_device", "account", "pairs", "two"}
"""Rooms in which one comes, goes and reads: nothing to read about first."""


LIKE_ANOTHER: Final = {"boundaries", "thanks", "month", "trend", "season"}
"""Rooms that share the guides of another: of *agree* the first, of *keep* the rest."""
PLAYED: Final = {"guess"}
"""A game on one phone, forgotten at its end: it sends nobody away to read."""
TEMPLATES: Final = Path(coequal.web.__file__).parent / "templates"


def test_every_room_has_its_guides() -> None:
    rooms = {room.name for room in ROOMS} - FRAME
    assert rooms - LIKE_ANOTHER <= set(GuideRoom)
    assert [one for one in GuideRoom if not library().for_room(one)] == []


def test_every_room_leads_to_its_guides() -> None:
    rooms = {room.name for room in ROOMS} - FRAME - PLAYED
    leads = {
        room
        for room in rooms
        for page in TEMPLATES.joinpath(room).glob("*.html")
        if "{% reading" in page.read_text("utf-8")
    }
    assert leads == rooms


def test_every_guide_leads_to_a_page_that_is_there(carol: Person) -> None:
    assert LED_TO.keys() == set(GuideRoom)
    for page in LED_TO.values():
        assert carol.get(reverse(page)).status_code == 200
