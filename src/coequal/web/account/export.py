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

from coequal.core.entry import Entry
from coequal.core.people import Pair, PairType
from coequal.journal import door as journal
from coequal.journal.kinds import known
from coequal.people import pairs
from coequal.people.sessions import Session
from coequal.web import standalone_html
from coequal.web.account import export_labels
from coequal.web.account.confirm import confirmed
from coequal.web.account.export_labels import Line
from coequal.web.account.forms import Confirm, CopyMine
from coequal.web.decorators import account_required
from coequal.web.sessions import PersonRequest

NOTES: Final = "coequal.core.notes."
"""Kinds that are declared in this room are Notes, and leave it by their own tick."""

TYPES: Final = {"html": "text/html; charset=utf-8", "json": "application/json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What goes into one copy: its name, its heading, its lines.

    `labels` and `pair` are as `told.sections` takes them; `names` are the two whose
    place it is.
    """

    name: str
    heading: str
    lines: list[Line]
    labels: dict[str, str]
    pair: PairType | None = None
    names: Pair[str] | None = None


def is_notes(kind: type[Entry]) -> bool:
    """Whether a kind of entry belongs to Notes."""
    return kind.__module__.startswith(NOTES)


@require_http_methods(["GET", "HEAD", "POST"])
@account_required
def mine(request: PersonRequest) -> HttpResponseBase:
    """Hand out what is one's own: Notes only if they are asked for."""
    form = CopyMine(request.POST or None)
    if confirmed(request.session, form):
        notes = form.cleaned_data["notes"]
        return _file(request, _mine(request.session, notes=notes))
    members = [member for member in pairs.members(request.session) if member.pair]
    return _page(request, form, "account/export.html", {"members": members})


@require_http_methods(["GET", "HEAD", "POST"])
@account_required
def ours(request: PersonRequest, pair_id: str) -> HttpResponseBase:
    """Hand out what is open to both of a pair, and what oneself has put in there."""
    member = pairs.member(request.session, bytes.fromhex(pair_id))
    if member is None or member.pair is None:
        raise Http404
    form = Confirm(request.POST or None)
    if confirmed(request.session, form):
        copy = Copy(
            name="ours",
            heading=_("What you two have in common"),
            lines=journal.export(member.reading),
            labels={},
            pair=member.pair,
            names=member.names,
        )
        return _file(request, copy)
    return _page(
        request,
        form,
        "account/export_pair.html",
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
    kinds = [kind for kind in known() if notes or not is_notes(kind)]
    labels = pairs.sheet_labels(session)
    return Copy(
        name="mine",
        heading=_("What is yours alone"),
        lines=journal.export(session.own, kinds),
        labels={sheet.hex(): label for sheet, label in labels.items()},
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
    yield render_to_string("account/exported/head.html", context)
    if copy.names is None:
        lines = export_labels.labelled(copy.lines, copy.labels)
    else:
        lines = export_labels.named(export_labels.worded(copy.lines), copy.names)
    for section in export_labels.sections(lines, labels=copy.labels, pair=copy.pair):
        yield render_to_string("account/exported/section.html", {"section": section})
    yield render_to_string("account/exported/foot.html")
