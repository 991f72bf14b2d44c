"""Signs and tilts: pages to tick, and what was ticked shown back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

from coequal.content import notes as content
from coequal.content.notes import Group, WarningSign
from coequal.core.notes import screening
from coequal.core.notes.entries import Given
from coequal.people.sessions import Session
from coequal.web.notes import labels, store
from coequal.web.notes.forms import SignsForm, TiltsForm
from coequal.web.notes.open_page import DOORS, View
from coequal.web.notes.page import NotesContext, NotesPage
from coequal.web.two.forms import Choice, choices

SIGNS: Final = View(name="signs")
TOLD: Final = View(name="told")
_NOTHING: Final = Given(often="")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignsContext(NotesContext):
    """The pages of signs."""

    groups: Sequence[Group]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSign:
    """One sign, what cannot wait where it happened, and what can be ticked at it."""

    id: str
    text: str
    today: str
    often: Sequence[Choice]
    since: Sequence[Choice]
    lately: Sequence[Choice]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupContext(NotesContext):
    """One page of signs."""

    group: Group
    signs: Sequence[AskedSign]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSign:
    """One sign that was ticked as happening, and what was ticked, in words."""

    text: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldGroup:
    """What was ticked on one page, and what services take seriously about it."""

    title: str
    serious: str
    signs: Sequence[ToldSign]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldContext(NotesContext):
    """What was ticked; `stops`: whether tools for two are to be thought over.

    `today` is what cannot wait, by the sign that it is said of.
    """

    groups: Sequence[ToldGroup]
    today: Sequence[WarningSign]
    stops: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFactor:
    """One factor, and with whom there can be more of it."""

    id: str
    title: str
    text: str
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True, kw_only=True)
class TiltsContext(NotesContext):
    """What gives one of two people more say."""

    factors: Sequence[AskedFactor]


def listed(_session: Session, _about: str) -> NotesPage:
    """List the pages of signs. The list is the same whatever was ticked."""
    context = SignsContext(groups=content.signs().groups)
    return NotesPage(template="signs.html", context=context)


def asked(session: Session, about: str) -> NotesPage | None:
    """Show one page of signs, as it was ticked before."""
    group = _group(about)
    if group is None:
        return None
    given, signs = store.ticked(session), []
    for sign in group.signs:
        was = given.get(sign.id, _NOTHING)
        signs.append(
            AskedSign(
                id=sign.id,
                text=sign.text,
                today=sign.today,
                often=choices(labels.OFTEN, was.often),
                since=choices(labels.SINCE, was.since),
                lately=choices(labels.LATELY, was.lately),
            )
        )
    context = GroupContext(group=group, signs=signs)
    return NotesPage(template="group.html", context=context)


def _group(about: str) -> Group | None:
    return next((one for one in content.signs().groups if one.id == about), None)


def save(session: Session, about: str, sent: QueryDict) -> View | None:
    """Keep one page of signs, and go on to the next, or to what was ticked."""
    group = _group(about)
    if group is None:
        return None
    store.tick(session, group.id, SignsForm(sent, group.signs).ticked)
    return _next(group)


def _next(group: Group) -> View:
    groups = content.signs().groups
    place = groups.index(group) + 1
    return View(name="group", about=groups[place].id) if place < len(groups) else TOLD


def told(session: Session, _about: str) -> NotesPage:
    """Show what was ticked, in one's own answers, and what services say to it."""
    shown, given = content.signs(), store.ticked(session)
    groups = [
        ToldGroup(title=group.title, serious=group.serious, signs=signs)
        for group in shown.groups
        if (signs := _told(group, given))
    ]
    urgent = [sign for group in shown.groups for sign in group.signs if sign.today]
    context = ToldContext(
        groups=groups,
        today=[sign for sign in urgent if screening.any_happens(given, {sign.id})],
        stops=screening.any_happens(given, shown.stops),
    )
    return NotesPage(template="told.html", context=context)


def _told(group: Group, given: Mapping[str, Given]) -> list[ToldSign]:
    texts = {sign.id: sign.text for sign in group.signs}
    return [
        ToldSign(
            text=texts[sign],
            said=labels.said(one.often, one.since, one.lately),
        )
        for sign, one in screening.happening(texts, given)
    ]


def tilts(session: Session, _about: str) -> NotesPage:
    """Show all factors, as they were ticked before."""
    given = store.tilts(session)
    factors = [
        AskedFactor(
            id=factor.id,
            title=factor.title,
            text=factor.text,
            choices=choices(labels.TILT, given.get(factor.id)),
        )
        for factor in content.factors().factors
    ]
    return NotesPage(template="tilts.html", context=TiltsContext(factors=factors))


def save_tilts(session: Session, _about: str, sent: QueryDict) -> View:
    """Keep all factors."""
    store.tilt(session, TiltsForm(sent, content.factors().factors).tilts)
    return DOORS
