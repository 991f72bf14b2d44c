"""Leaks on purpose: each must be caught, or comparing worlds proves nothing.

A leak gives Bob something that rests on what Alice did by herself. `plant` it with
pytest's monkeypatch; those that tell of her answers overhear her secret first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import pytest
from django.db.models import Max
from django.http import HttpRequest, HttpResponse

from coequal.core.entry import Entry
from coequal.core.notes import entries as safe
from coequal.core.see.answers import Value, answers_to, opened_only
from coequal.core.see.entries import Answer, Sheet
from coequal.core.see.sign_entries import Noticed
from coequal.core.two.said import seated
from coequal.journal import models
from coequal.people import pairs, sessions
from coequal.people.entries import AtHome, FoldedAway, Invite, Resting
from coequal.people.models import Account, SessionRow, Throttle
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.sealed import person, rows
from coequal.web import context as contexts
from coequal.web.headers import HeadersMiddleware
from coequal.web.see import joint_picture
from coequal.web.see.joint_picture import JointAnswers

Plant = pytest.MonkeyPatch
Context = dict[str, Any]
PLANTED: Final[list[Callable[[Plant], None]]] = []
HOMES: Final = ("us/home.html", "us/pair.html")
"""The home of a person, and that of a pair."""
CHOOSING: Final = (
    *("see/share.html", "see/together.html"),
    *("see/later.html", "see/ready.html"),
)
"""The pages that lead up to the opening."""


def planted(leak: Callable[[Plant], None]) -> Callable[[Plant], None]:
    """Register a leak."""
    PLANTED.append(leak)
    return leak


def overheard(plant: Plant) -> Callable[[], list[Session]]:
    """Return what finds everybody who was ever here."""
    secrets: set[bytes] = set()
    real = sessions.start

    def start(*, secret: bytes, **more: Any) -> Session:
        secrets.add(secret)
        return real(secret=secret, **more)

    plant.setattr(sessions, "start", start)
    return lambda: [
        Session(secret=one, cookie=b"", account=None, expiry=0) for one in secrets
    ]


def hers(plant: Plant) -> Callable[[PairMember, type[Entry]], list[Any]]:
    """Return what reads what the other person of a pair has for herself alone."""
    everybody = overheard(plant)

    def entries_of(member: PairMember, kind: type[Entry]) -> list[Any]:
        me = member.reading.access.me.id
        others = [
            one
            for one in everybody()
            if person.member(one.secret, member.pair_id).id != me
        ]
        return [record.entry for one in others for record in one.own.read(kind)]

    return entries_of


def her_answers(plant: Plant) -> Callable[[PairMember], dict[str, Value]]:
    """Return what finds all that the other person of a pair has answered, by item."""
    read = hers(plant)
    return lambda member: {
        one.item.partition("@")[0]: one.value for one in read(member, Answer)
    }


def the_label_counts(
    plant: Plant, *kinds: type[Entry], on: tuple[str, ...] = CHOOSING
) -> None:
    """Let her name carry how much of a kind she has, on the pages of choosing."""
    read = hers(plant)

    def label(request: HttpRequest, context: Context) -> Context:
        member = bond_of(request, context)
        told = sum(len(read(member, kind)) for kind in kinds)
        return {"label": f"{context['label']} {told}"}

    on_pages(plant, on, label)


def on_pages(
    plant: Plant,
    templates: tuple[str, ...],
    change: Callable[[HttpRequest, Context], Context],
) -> None:
    """Let some pages of two show something else besides."""
    real = contexts.render

    def render(
        request: HttpRequest, template: str, context: Context, **more: Any
    ) -> HttpResponse:
        changed = change(request, context) if template in templates else {}
        return real(request, template, context | changed, **more)

    plant.setattr(contexts, "render", render)


def on_answers(plant: Plant, leak: Callable[[HttpResponse], object]) -> None:
    """Let everything that is sent carry something more."""
    real = HeadersMiddleware.__call__

    def answer(self: HeadersMiddleware, request: HttpRequest) -> HttpResponse:
        response = real(self, request)
        leak(response)
        return response

    plant.setattr(HeadersMiddleware, "__call__", answer)


def bond_of(request: Any, context: Context) -> PairMember:
    member = pairs.member(request.session, bytes.fromhex(context["pair_id"]))
    assert member is not None
    return member


def entries(audience: str) -> int:
    return models.StoredRow.objects.filter(audience=audience).count()


# Before it opens, and after.


@planted
def the_page_tells_that_she_is_in(plant: Plant) -> None:
    def label(request: HttpRequest, context: Context) -> Context:
        return {"label": context["label"] + "." * bool(entries("W"))}

    on_pages(plant, CHOOSING, label)


@planted
def the_board_tells_what_is_up(plant: Plant) -> None:
    def label(request: HttpRequest, context: Context) -> Context:
        return {"label": f"{context['label']}{'.' * entries('W')}"}

    on_pages(plant, ("see/board.html",), label)


@planted
def the_list_tells_that_hers_is_in(plant: Plant) -> None:
    def label(request: HttpRequest, context: Context) -> Context:
        return {"label": context["label"] + "." * bool(entries("W"))}

    on_pages(plant, ("decide/list.html",), label)


@planted
def a_header_counts_what_is_closed(plant: Plant) -> None:
    def count(response: HttpResponse) -> None:
        response["X-Count"] = str(entries("W"))

    on_answers(plant, count)


@planted
def a_page_is_longer_for_all_she_wrote(plant: Plant) -> None:
    def pad(response: HttpResponse) -> None:
        if not response.streaming:
            response.content += b" " * entries("N")

    on_answers(plant, pad)


@planted
def a_header_tells_when_she_was_here(plant: Plant) -> None:
    def last(response: HttpResponse) -> None:
        seen = SessionRow.objects.aggregate(last=Max("expiry"))["last"]
        response["X-Last"] = str(seen)

    on_answers(plant, last)


@planted
def a_cookie_counts_her_visits(plant: Plant) -> None:
    def count(response: HttpResponse) -> None:
        response.set_cookie("n", str(SessionRow.objects.count()))

    on_answers(plant, count)


@planted
def the_page_tells_that_she_answered(plant: Plant) -> None:
    the_label_counts(plant, Answer)


@planted
def the_page_tells_whom_else_she_has_in_mind(plant: Plant) -> None:
    the_label_counts(plant, Sheet)


@planted
def the_page_tells_whom_she_invites(plant: Plant) -> None:
    the_label_counts(plant, Invite)


@planted
def the_page_tells_what_she_notices(plant: Plant) -> None:
    the_label_counts(plant, Noticed)


@planted
def the_page_tells_that_she_lets_it_rest(plant: Plant) -> None:
    the_label_counts(plant, Resting)


@planted
def parts_stand_in_the_order_of_what_she_answered(plant: Plant) -> None:
    answers = her_answers(plant)

    def parts(request: HttpRequest, context: Context) -> Context:
        shown = context["parts"]
        told = len(answers(bond_of(request, context)))
        return {"parts": shown[told % (len(shown) or 1) :] + shown[:told]}

    on_pages(plant, ("see/open.html",), parts)


@planted
def the_title_tells_that_she_is_here(plant: Plant) -> None:
    def mark(response: HttpResponse) -> None:
        if not response.streaming and SessionRow.objects.count() > 1:
            response.content = response.content.replace(b"<title>", b"<title>*")

    on_answers(plant, mark)


@planted
def a_header_tells_of_her_recovery_code(plant: Plant) -> None:
    def count(response: HttpResponse) -> None:
        made = Account.objects.exclude(recovery=b"").count()
        response["X-Code"] = str(made)

    on_answers(plant, count)


@planted
def a_header_counts_her_tries(plant: Plant) -> None:
    def count(response: HttpResponse) -> None:
        response["X-Tries"] = str(Throttle.objects.count())

    on_answers(plant, count)


# Of Notes.


@planted
def a_mark_in_every_header_tells_that_notes_are_written(plant: Plant) -> None:
    everybody = overheard(plant)

    def mark(response: HttpResponse) -> None:
        found = [one.own.read(kind) for one in everybody() for kind in safe.KINDS]
        response["X-Notes"] = str(sum(map(len, found)))

    on_answers(plant, mark)


@planted
def a_page_of_the_two_counts_her_notes(plant: Plant) -> None:
    the_label_counts(plant, safe.Note)


@planted
def a_page_of_the_two_tells_that_she_ticked(plant: Plant) -> None:
    the_label_counts(plant, safe.Ticked)


@planted
def a_page_of_the_two_tells_what_tilts(plant: Plant) -> None:
    the_label_counts(plant, safe.Tilts, safe.Reply)


@planted
def a_page_of_the_two_tells_of_her_own_life(plant: Plant) -> None:
    the_label_counts(plant, safe.OwnLife)


# On the homes.


@planted
def the_homes_tell_that_she_is_in(plant: Plant) -> None:
    def label(request: HttpRequest, context: Context) -> Context:
        return {"label": context["label"] + "." * bool(entries("W"))}

    on_pages(plant, HOMES, label)


@planted
def the_homes_tell_what_she_keeps_for_herself(plant: Plant) -> None:
    the_label_counts(plant, Answer, FoldedAway, AtHome, on=HOMES)


# Below, and later.


@planted
def rows_are_numbered(plant: Plant) -> None:
    real = rows.fresh

    def fresh(size: int, use: str, *about: bytes) -> bytes:
        if use != "row id":
            return real(size, use, *about)
        number = models.StoredRow.objects.count().to_bytes(4, "big")
        return number + real(size - len(number), use, *about)

    plant.setattr(rows, "fresh", fresh)


# Once it is open.


PICTURES: Final = ("see/picture.html", "see/picture_all.html")


@planted
def the_picture_tells_what_she_kept(plant: Plant) -> None:
    answers = her_answers(plant)

    def absent(request: HttpRequest, context: Context) -> Context:
        member = bond_of(request, context)
        form, known = joint_picture.form(member).instrument, answers(member)
        kept = {part.title for part in form.parts if {*part.open_ids} & {*known}}
        titles = context["absent"]
        return {"absent": [f"{one}*" if one in kept else one for one in titles]}

    on_pages(plant, PICTURES, absent)


@planted
def areas_stand_in_the_order_of_her_wishes(plant: Plant) -> None:
    answers = her_answers(plant)

    def absent(request: HttpRequest, context: Context) -> Context:
        member = bond_of(request, context)
        known = answers(member)
        wishes = {
            area.title: str(known.get(area.wish, ""))
            for area in joint_picture.form(member).instrument.areas
        }
        titles = context["absent"]
        return {"absent": sorted(titles, key=lambda one: wishes.get(one, ""))}

    on_pages(plant, PICTURES, absent)


@planted
def a_finding_rests_on_what_she_did_not_open(plant: Plant) -> None:
    answers, real = her_answers(plant), joint_picture.both

    def both(member: PairMember, number: int) -> JointAnswers:
        opened = real(member, number)
        form, by_seat = opened.form.instrument, opened.answers
        known = {k: v for k, v in answers(member).items() if k in form.by_id}
        told = opened_only(
            form, answers_to(form, known), [one.id for one in form.parts]
        )
        mine = by_seat[member.seat]
        return replace(opened, answers=seated(mine, told, member.seat))

    plant.setattr(joint_picture, "both", both)


SOON_CAUGHT: Final = (
    the_page_tells_that_she_is_in,
    a_header_counts_what_is_closed,
    a_cookie_counts_her_visits,
    the_page_tells_that_she_answered,
    a_mark_in_every_header_tells_that_notes_are_written,
)
"""Those that the first few lives catch; `make prove` plants all of them."""
