"""Taking a copy of one's data: what is one's own, and what two have in common."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coequal.journal import door as journal
from coequal.people import days, invitations, pairs, zones
from coequal.people.sessions import Session
from coequal.web import standalone_html
from coequal.web.account.forms import Confirm, CopyMine
from coequal.web.confirm import asks_again
from coequal.web.decorators import account_required
from coequal.web.export import text
from coequal.web.export.text import Line
from coequal.web.room import CopyOf
from coequal.web.rooms import PRIVATE, WORDS
from coequal.web.sessions import PersonRequest

TYPES: Final = {"html": "text/html; charset=utf-8", "json": "application/json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What goes into one copy: its name, its heading, its lines, and whose it is."""

    name: str
    heading: str
    lines: list[Line]
    of: CopyOf


@require_http_methods(["GET", "HEAD", "POST"])
@account_required
@asks_again(CopyMine)
def mine(request: PersonRequest, form: CopyMine) -> HttpResponseBase:
    """Hand out what is one's own: Notes only if they are asked for."""
    if form.is_valid():
        notes = form.cleaned_data["notes"]
        return _file(request, _mine(request.session, notes=notes))
    members = [
        member
        for member in pairs.members(request.session)
        if member.pair or member.damaged
    ]
    return _page(request, form, "export/mine.html", {"members": members})


@require_http_methods(["GET", "HEAD", "POST"])
@account_required
@asks_again(Confirm)
def ours(request: PersonRequest, form: Confirm, pair_id: str) -> HttpResponseBase:
    """Hand out what is open to both of a pair, and what oneself has put in there."""
    key = bytes.fromhex(pair_id)
    member = pairs.member(request.session, key)
    if member is None or (member.pair is None and not member.damaged):
        pairs.check_lost(request.session, key)
        raise Http404
    if form.is_valid():
        calendar = zones.calendar(member.zone)
        copy = Copy(
            name="ours",
            heading=_("What you two share"),
            lines=journal.export(member.reading, WORDS, calendar=calendar),
            of=CopyOf(pair=member.pair, names=member.names, calendar=calendar),
        )
        return _file(request, copy)
    return _page(
        request,
        form,
        "export/ours.html",
        {"label": member.label, "pair_id": pair_id},
    )


def _page(
    request: PersonRequest,
    form: Confirm,
    template: str,
    context: dict[str, object],
) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, template, {"form": form, **context}, status=status)


def _mine(session: Session, *, notes: bool) -> Copy:
    kinds = [kind for kind in WORDS if notes or kind not in PRIVATE]
    labels = invitations.sheet_labels(session)
    calendar = zones.calendar(days.own(session))
    return Copy(
        name="mine",
        heading=_("What’s only yours"),
        lines=journal.export(session.own, kinds, calendar=calendar),
        of=CopyOf(
            labels={sheet.hex(): label for sheet, label in labels.items()},
            calendar=calendar,
        ),
    )


def _file(request: PersonRequest, copy: Copy) -> StreamingHttpResponse:
    """Send a copy piece by piece. All of it was read before the first one goes."""
    ending = "json" if request.POST.get("as") == "json" else "html"
    pieces = _as_json(copy) if ending == "json" else _as_html(copy)
    response = StreamingHttpResponse(pieces, content_type=TYPES[ending])
    response["Content-Disposition"] = f'attachment; filename="{copy.name}.{ending}"'
    return response


def _as_json(copy: Copy) -> Iterator[str]:
    yield f'{{"copy": "{copy.name}", "version": 1, "entries": ['
    yield from _between(json.dumps(line, ensure_ascii=False) for line in copy.lines)
    yield "\n]}\n"


def _between(lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"{',' if number else ''}\n{line}"


def _as_html(copy: Copy) -> Iterator[str]:
    context = {"heading": copy.heading, **standalone_html.dressed()}
    yield render_to_string("export/head.html", context)
    for section in text.sections(copy.lines, copy.of):
        yield render_to_string("export/section.html", {"section": section})
    yield render_to_string("export/foot.html")
