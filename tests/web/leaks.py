"""Leaks on purpose: each must be caught, or comparing worlds proves nothing.

A leak gives Bob something that rests on what Alice did by herself. `plant` it with
pytest's monkeypatch; those that tell of her answers overhear her secret first.
"""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any, Final

import pytest
from django.db.models import Max
from django.http import HttpRequest, HttpResponse

from coequal.core.people import Pair, Seat
from coequal.core.see.answers import Answers, Value, answers_to, opened_only
from coequal.core.see.entries import Answer
from coequal.journal import door as journal
from coequal.journal import models
from coequal.people import pairs, visits
from coequal.people.models import Session
from coequal.people.pairs import Bond
from coequal.people.visits import Visit
from coequal.sealed import rows
from coequal.sealed.person import member
from coequal.web.headers import HeadersMiddleware
from coequal.web.see import joint, looking, noticing, opening

Plant = pytest.MonkeyPatch
Context = dict[str, Any]
PLANTED: Final[list[Callable[[Plant], None]]] = []


def planted(leak: Callable[[Plant], None]) -> Callable[[Plant], None]:
    """Register a leak."""
    PLANTED.append(leak)
    return leak


def overheard(plant: Plant) -> Callable[[Bond], dict[str, Value]]:
    """Return what finds all that the other person of a pair has answered."""
    secrets: set[bytes] = set()
    real = visits.start

    def start(*, secret: bytes, **more: Any) -> Visit:
        secrets.add(secret)
        return real(secret=secret, **more)

    def answers(bond: Bond) -> dict[str, Value]:
        me = bond.viewer.me.id
        others = [one for one in secrets if member(one, bond.iid).id != me]
        them = [Visit(secret=one, cookie=b"", account=None, expiry=0) for one in others]
        read = [record for one in them for record in journal.read(one.own, Answer)]
        return {record.entry.item: record.entry.value for record in read}

    plant.setattr(visits, "start", start)
    return answers


def on_pages(
    plant: Plant, module: ModuleType, change: Callable[[HttpRequest, Context], Context]
) -> None:
    """Let the pages of a module show something else besides."""
    real = module.render

    def render(
        request: HttpRequest, template: str, context: Context, **more: Any
    ) -> HttpResponse:
        return real(request, template, context | change(request, context), **more)

    plant.setattr(module, "render", render)


def on_answers(plant: Plant, leak: Callable[[HttpResponse], object]) -> None:
    """Let everything that is sent carry something more."""
    real = HeadersMiddleware.__call__

    def answer(self: HeadersMiddleware, request: HttpRequest) -> HttpResponse:
        response = real(self, request)
        leak(response)
        return response

    plant.setattr(HeadersMiddleware, "__call__", answer)


def bond_of(request: Any, context: Context) -> Bond:
    bond = pairs.bond(request.visit, bytes.fromhex(context["iid"]))
    assert bond is not None
    return bond


def entries(audience: str) -> int:
    return models.Row.objects.filter(audience=audience).count()


# Before it opens, and after.


@planted
def the_page_tells_that_she_is_in(plant: Plant) -> None:
    def label(request: HttpRequest, context: Context) -> Context:
        return {"label": context["label"] + "." * bool(entries("W"))}

    on_pages(plant, opening, label)


@planted
def the_board_tells_what_is_up(plant: Plant) -> None:
    def label(request: HttpRequest, context: Context) -> Context:
        return {"label": f"{context.get('label', '')}{'.' * entries('W')}"}

    on_pages(plant, noticing, label)


@planted
def a_header_counts_what_is_closed(plant: Plant) -> None:
    def count(response: HttpResponse) -> None:
        response["X-Count"] = str(entries("W"))

    on_answers(plant, count)


@planted
def a_page_is_longer_for_all_she_wrote(plant: Plant) -> None:
    def pad(response: HttpResponse) -> None:
        response.content += b" " * entries("N")

    on_answers(plant, pad)


@planted
def a_header_tells_when_she_was_here(plant: Plant) -> None:
    def last(response: HttpResponse) -> None:
        seen = Session.objects.aggregate(last=Max("expiry"))["last"]
        response["X-Last"] = str(seen)

    on_answers(plant, last)


@planted
def a_cookie_counts_her_visits(plant: Plant) -> None:
    def count(response: HttpResponse) -> None:
        response.set_cookie("n", str(Session.objects.count()))

    on_answers(plant, count)


@planted
def the_page_tells_that_she_answered(plant: Plant) -> None:
    answers = overheard(plant)

    def label(request: HttpRequest, context: Context) -> Context:
        told = len(answers(bond_of(request, context)))
        return {"label": f"{context['label']} {told}"}

    on_pages(plant, opening, label)


@planted
def rows_are_numbered(plant: Plant) -> None:
    real = rows.fresh

    def fresh(size: int, use: str, *about: bytes) -> bytes:
        if use != "row id":
            return real(size, use, *about)
        number = models.Row.objects.count().to_bytes(4, "big")
        return number + real(size - len(number), use, *about)

    plant.setattr(rows, "fresh", fresh)


# Once it is open.


@planted
def the_picture_tells_what_she_kept(plant: Plant) -> None:
    answers = overheard(plant)

    def absent(request: HttpRequest, context: Context) -> Context:
        bond = bond_of(request, context)
        form, known = joint.form(bond).instrument, answers(bond)
        kept = {part.title for part in form.parts if {*part.open_ids} & {*known}}
        titles = context.get("absent", [])
        return {"absent": [f"{one}*" if one in kept else one for one in titles]}

    on_pages(plant, looking, absent)


@planted
def areas_stand_in_the_order_of_her_wishes(plant: Plant) -> None:
    answers = overheard(plant)

    def absent(request: HttpRequest, context: Context) -> Context:
        bond = bond_of(request, context)
        known = answers(bond)
        wishes = {
            area.title: str(known.get(area.wish, ""))
            for area in joint.form(bond).instrument.areas
        }
        titles = context.get("absent", [])
        return {"absent": sorted(titles, key=lambda one: wishes.get(one, ""))}

    on_pages(plant, looking, absent)


@planted
def a_finding_rests_on_what_she_did_not_open(plant: Plant) -> None:
    answers, real = overheard(plant), joint.both

    def both(bond: Bond, number: int) -> Pair[Answers]:
        form, opened = joint.form(bond).instrument, real(bond, number)
        known = {k: v for k, v in answers(bond).items() if k in form.by_id}
        told = opened_only(
            form, answers_to(form, known), [one.id for one in form.parts]
        )
        if bond.seat is Seat.A:
            return Pair(a=opened.a, b=told)
        return Pair(a=told, b=opened.b)

    plant.setattr(joint, "both", both)


SLOW: Final = (
    the_board_tells_what_is_up,
    areas_stand_in_the_order_of_her_wishes,
    a_finding_rests_on_what_she_did_not_open,
)
SOON_CAUGHT: Final = [leak for leak in PLANTED if leak not in SLOW]
"""Those that the first few lives catch; `make prove` plants all of them."""
