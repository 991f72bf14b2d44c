"""Signs and tilts: pages to tick, and what was ticked shown back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.http import QueryDict

from coequal.content import notes as content
from coequal.content.notes import Group
from coequal.core.notes import screening
from coequal.core.notes.entries import Given
from coequal.people.sessions import Session
from coequal.web.notes import labels, store
from coequal.web.notes.labels import Words
from coequal.web.notes.page import NotesPage, Saved
from coequal.web.notes.tabs import DOORS, View

SIGNS: Final = View(name="signs")
TOLD: Final = View(name="told")


def listed(_visit: Session, _about: str) -> NotesPage:
    """List the pages of signs. The list is the same whatever was ticked."""
    return NotesPage(template="signs.html", context={"groups": content.signs().groups})


def asked(session: Session, about: str) -> NotesPage | None:
    """Show one page of signs, as it was ticked before."""
    group = _group(about)
    if group is None:
        return None
    given = store.ticked(session)
    signs = [
        {
            "id": sign.id,
            "text": sign.text,
            "often": _choices(labels.OFTEN, _part(given, sign.id, "often")),
            "since": _choices(labels.SINCE, _part(given, sign.id, "since")),
            "lately": _choices(labels.LATELY, _part(given, sign.id, "lately")),
        }
        for sign in group.signs
    ]
    return NotesPage(template="group.html", context={"group": group, "signs": signs})


def _part(given: Mapping[str, Given], sign: str, part: str) -> str:
    return getattr(given[sign], part) if sign in given else ""


def _group(about: str) -> Group | None:
    return next((one for one in content.signs().groups if one.id == about), None)


def _choices(words: Words, picked: str) -> list[dict[str, Any]]:
    return [
        {"value": value, "label": label, "picked": value == picked}
        for value, label in words.items()
    ]


def save(session: Session, about: str, post: QueryDict) -> Saved | None:
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
    store.tick(session, group.id, {name: one for name, one in given.items() if one})
    return Saved(now=View(name="group", about=about), then=_next(group))


def _next(group: Group) -> View:
    groups = content.signs().groups
    place = groups.index(group) + 1
    return View(name="group", about=groups[place].id) if place < len(groups) else TOLD


def told(session: Session, _about: str) -> NotesPage:
    """Show what was ticked, in one's own answers, and what services say to it."""
    shown, given = content.signs(), store.ticked(session)
    groups = [
        {"title": group.title, "serious": group.serious, "signs": signs}
        for group in shown.groups
        if (signs := _told(group, given))
    ]
    context = {"groups": groups, "stops": screening.stops(given, shown.stops)}
    return NotesPage(template="told.html", context=context)


def _told(group: Group, given: Mapping[str, Given]) -> list[dict[str, str]]:
    texts = {sign.id: sign.text for sign in group.signs}
    return [
        {
            "text": texts[sign],
            "said": labels.said(one.often, one.since, one.lately),
        }
        for sign, one in screening.happening(texts, given)
    ]


def tilts(session: Session, _about: str) -> NotesPage:
    """Show all factors, as they were ticked before."""
    given = store.tilts(session)
    factors = [
        {
            "id": factor.id,
            "title": factor.title,
            "text": factor.text,
            "choices": _choices(labels.TILT, given.get(factor.id, "")),
        }
        for factor in content.factors().factors
    ]
    return NotesPage(template="tilts.html", context={"factors": factors})


def save_tilts(session: Session, _about: str, post: QueryDict) -> Saved:
    """Keep all factors."""
    ids = (factor.id for factor in content.factors().factors)
    store.tilt(
        session, screening.tilts({one: post.get(f"tilt-{one}", "") for one in ids})
    )
    return Saved(now=View(name="tilts"), then=DOORS)
