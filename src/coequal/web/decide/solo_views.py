"""Deciding by oneself: one's own diary, and options weighed for nobody else."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coequal.core.decide.entries import OwnDiaryLine, OwnWeighing
from coequal.core.decide.rules import OPTION_LONGEST, TEXT_LONGEST
from coequal.core.decide.solo import ranked
from coequal.errors import Refused
from coequal.people.sessions import Session
from coequal.web.decide import contexts, solo_store
from coequal.web.decide.diary_contexts import choices, why_not
from coequal.web.decide.result_text import SCORES
from coequal.web.decorators import session_required
from coequal.web.sessions import PersonRequest
from coequal.web.who_decided import ASKED, who_words

OPTIONS: Final = range(1, 5)
"""How many options fit into the form."""

UNSAID: Final = -1
"""A number that no rule allows."""


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
def decide(request: PersonRequest) -> HttpResponse:
    """Show one's own diary and weighings; write a line, or make one unreadable."""
    if request.method != "POST":
        return _shown(request)
    try:
        if request.POST.get("do") == "drop":
            solo_store.drop(request.session, _ref(request.POST))
        else:
            solo_store.write(request.session, _line(request.POST))
    except Refused as refused:
        return _shown(request, refused)
    return redirect("decide:solo")


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
def weigh(request: PersonRequest) -> HttpResponse:
    """Weigh some options for oneself; they come back with the best first."""
    error = ""
    if request.method == "POST":
        try:
            solo_store.weigh(request.session, _weighing(request.POST))
        except Refused as refused:
            error = _why_unweighed(refused)
        else:
            return redirect("decide:solo")
    said = request.POST
    context = {
        "text": said.get("text", ""),
        "options": [
            {
                "number": number,
                "text": said.get(f"option-{number}", ""),
                "choices": choices(
                    {str(given): label for given, label in enumerate(SCORES)},
                    said.get(f"score-{number}"),
                ),
            }
            for number in OPTIONS
        ],
        "longest": {"text": TEXT_LONGEST, "option": OPTION_LONGEST},
        "error": error,
    }
    return render(
        request, "decide/solo_weigh.html", context, status=422 if error else 200
    )


def _shown(request: PersonRequest, refused: Refused | None = None) -> HttpResponse:
    said, names = request.POST, solo_store.people(request.session)
    context = {
        "lines": _lines(request.session, names),
        "weighings": _weighings(request.session),
        "people": choices({**names, "": _("Nobody in particular")}, said.get("about")),
        "text": said.get("text", ""),
        "who": choices(who_words(_("The other one")), said.get("who")),
        "asked": choices(ASKED, said.get("asked")),
        "fine": choices(ASKED, said.get("fine")),
        "longest": TEXT_LONGEST,
        "error": "" if refused is None else why_not(refused),
    }
    status = 422 if refused is not None else 200
    return render(request, "decide/solo.html", context, status=status)


def _lines(session: Session, names: dict[str, str]) -> list[dict[str, Any]]:
    found = []
    for record in solo_store.lines(session):
        line = record.entry
        label = names.get(line.sheet, "")
        who = who_words(label or _("The other one"))
        found.append(
            {
                "ref": record.ref.hex(),
                "on": datetime.fromtimestamp(record.at, UTC),
                "about": label,
                "text": line.text,
                "who": who.get(line.who, ""),
                "asked": ASKED.get(line.asked, ""),
                "fine": ASKED.get(line.fine, ""),
            }
        )
    return found


def _weighings(session: Session) -> list[dict[str, Any]]:
    return [
        {
            "ref": record.ref.hex(),
            "on": datetime.fromtimestamp(record.at, UTC),
            "text": record.entry.text,
            "options": [
                {"text": text, "said": SCORES[given]}
                for text, given in ranked(record.entry)
            ],
        }
        for record in solo_store.weighings(session)
    ]


def _line(said: QueryDict) -> OwnDiaryLine:
    return OwnDiaryLine(
        sheet=said.get("about", ""),
        text=said.get("text", ""),
        who=said.get("who", ""),
        asked=said.get("asked", ""),
        fine=said.get("fine", ""),
    )


def _weighing(said: QueryDict) -> OwnWeighing:
    written = [one for one in OPTIONS if said.get(f"option-{one}", "").strip()]
    return OwnWeighing(
        text=said.get("text", ""),
        options=tuple(said.get(f"option-{one}", "") for one in written),
        scores=tuple(_given(said.get(f"score-{one}", "")) for one in written),
    )


def _given(text: str) -> int:
    return int(text) if text in {str(one) for one in range(len(SCORES))} else UNSAID


def _why_unweighed(refused: Refused) -> str:
    """Return what to do; what is no reason of the rules is an option without a say."""
    why = contexts.why_not(refused)
    return why if why != contexts.why_not(Refused()) else _("Please say one for each.")


def _ref(said: QueryDict) -> bytes:
    try:
        return bytes.fromhex(said.get("ref", ""))
    except ValueError:
        return b""
