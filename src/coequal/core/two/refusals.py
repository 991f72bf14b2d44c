"""Why one of two people cannot do something that every room of two knows."""

from __future__ import annotations

from enum import StrEnum


class NotNow(StrEnum):
    """The reason why it cannot be done now."""

    OPEN = "both are in already"
    OWN = "a yes to one's own words"
    GONE = "these words do not stand any more"
    ASKED = "this was asked for already"
    DOUBT = "something that stood here is missing"
