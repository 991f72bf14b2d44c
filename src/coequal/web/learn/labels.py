"""What a button says that leads from a path into its room."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coequal.content.guides_file import GuideRoom

LEADS: Final[dict[GuideRoom, str | Promise]] = {
    GuideRoom.SEE: _("Go to the questions"),
    GuideRoom.TALK: _("Go to Us"),
    GuideRoom.DECIDE: _("Write down a decision"),
    GuideRoom.SHARE: _("Go to the questions"),
    GuideRoom.AGREE: _("Write down where my line is"),
    GuideRoom.KEEP: _("Write three lines"),
    GuideRoom.NOTES: _("Go to Notes"),
    GuideRoom.GUESS: _("Play Guess me"),
}
"""By the room that is led to: it says what stands on the page that comes."""
