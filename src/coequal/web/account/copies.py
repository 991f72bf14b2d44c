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
from coequal.people.visits import Visit
from coequal.web import one_file
from coequal.web.account import told
from coequal.web.account.confirming import confirmed
from coequal.web.account.forms import Confirm, CopyMine
from coequal.web.account.told import Line
from coequal.web.visit import PersonRequest, account_needed

NOTES: Final = "coequal.core.safe."
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
@account_needed
def mine(request: PersonRequest) -> HttpResponseBase:
    """Hand out what is one's own: Notes only if they are asked for."""
    form = CopyMine(request.POST or None)
    if confirmed(request.visit, form):
        notes = form.cleaned_data["notes"]
        return _file(request, _mine(request.visit, notes=notes))
    bonds = [bond for bond in pairs.bonds(request.visit) if bond.pair]
    return _page(request, form, "copy.html", {"bonds": bonds})


@require_http_methods(["GET", "HEAD", "POST"])
@account_needed
def ours(request: PersonRequest, iid: str) -> HttpResponseBase:
    """Hand out what is open to both of a pair, and what oneself has put in there."""
    bond = pairs.bond(request.visit, bytes.fromhex(iid))
    if bond is None or bond.pair is None:
        raise Http404
    form = Confirm(request.POST or None)
    if confirmed(request.visit, form):
        copy = Copy(
            name="ours",
            heading=_("What you two have in common"),
            lines=journal.export(bond.viewer),
            labels={},
            pair=bond.pair,
            names=bond.names,
        )
        return _file(request, copy)
    return _page(request, form, "our_copy.html", {"label": bond.label, "iid": iid})


def _page(
    request: PersonRequest,
    form: Confirm,
    template: str,
    context: dict[str, object],
) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, template, {"form": form, **context}, status=status)


def _mine(visit: Visit, *, notes: bool) -> Copy:
    kinds = [kind for kind in known() if notes or not is_notes(kind)]
    labels = pairs.sheet_labels(visit)
    return Copy(
        name="mine",
        heading=_("What is yours alone"),
        lines=journal.export(visit.own, kinds),
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
    context = {"heading": copy.heading, **one_file.dressed()}
    yield render_to_string("copied/head.html", context)
    if copy.names is None:
        lines = told.labelled(copy.lines, copy.labels)
    else:
        lines = told.named(told.worded(copy.lines), copy.names)
    for section in told.sections(lines, labels=copy.labels, pair=copy.pair):
        yield render_to_string("copied/section.html", {"section": section})
    yield render_to_string("copied/foot.html")
