"""Signs and tilts: pages to tick, and what was ticked shown back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.http import QueryDict

from coequal.content import safe as content
from coequal.content.safe import Group
from coequal.core.safe import screening
from coequal.core.safe.entries import Given
from coequal.people.visits import Visit
from coequal.web import ticks
from coequal.web.safe import own
from coequal.web.safe.leaves import DOORS, View
from coequal.web.safe.page import Page, Saved
from coequal.web.ticks import Words

SIGNS: Final = View(name="signs")
TOLD: Final = View(name="told")


def listed(_visit: Visit, _about: str) -> Page:
    """List the pages of signs. The list is the same whatever was ticked."""
    return Page(template="signs.html", context={"groups": content.signs().groups})


def asked(visit: Visit, about: str) -> Page | None:
    """Show one page of signs, as it was ticked before."""
    group = _group(about)
    if group is None:
        return None
    given = own.ticked(visit)
    signs = [
        {
            "id": sign.id,
            "text": sign.text,
            "often": _choices(ticks.OFTEN, _part(given, sign.id, "often")),
            "since": _choices(ticks.SINCE, _part(given, sign.id, "since")),
            "lately": _choices(ticks.LATELY, _part(given, sign.id, "lately")),
        }
        for sign in group.signs
    ]
    return Page(template="group.html", context={"group": group, "signs": signs})


def _part(given: Mapping[str, Given], sign: str, part: str) -> str:
    return getattr(given[sign], part) if sign in given else ""


def _group(about: str) -> Group | None:
    return next((one for one in content.signs().groups if one.id == about), None)


def _choices(words: Words, picked: str) -> list[dict[str, Any]]:
    return [
        {"value": value, "label": label, "picked": value == picked}
        for value, label in words.items()
    ]


def save(visit: Visit, about: str, post: QueryDict) -> Saved | None:
    """Keep one page of signs, and go on to the next, or to what was ticked."""
    group = _group(about)
    if group is None:
        return None
    given = {
        sign.id: screening.ticked(
            post.get(f"often-{sign.id}", ""),
            post.get(f"since-{sign.id}", ""),
            post.get(f"lately-{sign.id}", ""),
        )
        for sign in group.signs
    }
    own.tick(visit, group.id, {name: one for name, one in given.items() if one})
    return Saved(now=View(name="group", about=about), then=_next(group))


def _next(group: Group) -> View:
    groups = content.signs().groups
    place = groups.index(group) + 1
    return View(name="group", about=groups[place].id) if place < len(groups) else TOLD


def told(visit: Visit, _about: str) -> Page:
    """Show what was ticked, in one's own answers, and what services say to it."""
    shown, given = content.signs(), own.ticked(visit)
    groups = [
        {"title": group.title, "serious": group.serious, "signs": signs}
        for group in shown.groups
        if (signs := _told(group, given))
    ]
    context = {"groups": groups, "stops": screening.stops(given, shown.stops)}
    return Page(template="told.html", context=context)


def _told(group: Group, given: Mapping[str, Given]) -> list[dict[str, str]]:
    texts = {sign.id: sign.text for sign in group.signs}
    return [
        {"text": texts[sign], "said": ticks.said(one.often, one.since, one.lately)}
        for sign, one in screening.happening(texts, given)
    ]


def tilts(visit: Visit, _about: str) -> Page:
    """Show all factors, as they were ticked before."""
    given = own.tilts(visit)
    factors = [
        {
            "id": factor.id,
            "title": factor.title,
            "text": factor.text,
            "choices": _choices(ticks.TILT, given.get(factor.id, "")),
        }
        for factor in content.factors().factors
    ]
    return Page(template="tilts.html", context={"factors": factors})


def save_tilts(visit: Visit, _about: str, post: QueryDict) -> Saved:
    """Keep all factors."""
    ids = (factor.id for factor in content.factors().factors)
    own.tilt(visit, screening.tilts({one: post.get(f"tilt-{one}", "") for one in ids}))
    return Saved(now=View(name="tilts"), then=DOORS)
