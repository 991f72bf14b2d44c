"""Whatever somebody does here, there is a guide about it that leads into its room."""

from __future__ import annotations

from typing import Final

from django.urls import reverse
from tests.web.cast import Person

from coequal.content.guides import library
from coequal.content.guides_file import GuideRoom
from coequal.web.learn.markdown import ROOMS as LED_TO
from coequal.web.rooms import ROOMS

FRAME: Final = {"home", "learn", "shared_device", "account", "pairs", "two"}
"""Rooms in which one comes, goes and reads: nothing to read about first."""


def test_every_room_has_its_guides() -> None:
    rooms = {room.name for room in ROOMS} - FRAME
    assert rooms <= set(GuideRoom)
    assert [one for one in GuideRoom if not library().for_room(one)] == []


def test_every_guide_leads_to_a_page_that_is_there(carol: Person) -> None:
    assert LED_TO.keys() == set(GuideRoom)
    for page in LED_TO.values():
        assert carol.get(reverse(page)).status_code == 200
