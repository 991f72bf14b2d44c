"""Deciding by oneself: one's own diary, and options weighed for nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coequal.core.decide.entries import OwnDiaryLine, OwnWeighing
from coequal.core.decide.limits import OPTION_LONGEST, TEXT_LONGEST
from coequal.core.decide.solo import ranked
from coequal.errors import Refused
from coequal.people.sessions import Session
from coequal.web.context import render_context
from coequal.web.days import by_own_days
from coequal.web.decide import solo_store
from coequal.web.decide.forms import number
from coequal.web.decide.labels import INCOMPLETE, refusals
from coequal.web.decide.result_text import SCORES
from coequal.web.decide.who_decided import ASKED, who_words
from coequal.web.decorators import session_required
from coequal.web.sessions import PersonRequest
from coequal.web.two.dates import day
from coequal.web.two.forms import Choice, LineField, PickField, RefField, choices
from coequal.web.two.refusals import why_not

OPTIONS: Final = range(1, 5)
"""How many options fit into the form."""
GIVEN: Final = {str(given): label for given, label in enumerate(SCORES)}


class OwnLineForm(forms.Form):
    """A line of one's own diary, or the ref of one to drop."""

    about = LineField()
    text = LineField()
    who = LineField()
    asked = LineField()
    fine = LineField()
    ref = RefField()

    @property
    def line(self) -> OwnDiaryLine:
        """The line that was written."""
        given = {name: self.cleaned_data[name] for name in self.fields if name != "ref"}
        return OwnDiaryLine(sheet=given.pop("about"), **given)


class OwnWeighingForm(forms.Form):
    """Some options, each with what one thinks of it."""

    text = LineField()

    def __init__(self, data: QueryDict | None) -> None:
        super().__init__(data)
        for place in OPTIONS:
            self.fields[f"option-{place}"] = LineField()
            self.fields[f"score-{place}"] = PickField(GIVEN.items())

    @property
    def weighing(self) -> OwnWeighing:
        """What was weighed; an option without a say has a number no rule allows."""
        given = self.cleaned_data
        written = [one for one in OPTIONS if given[f"option-{one}"].strip()]
        return OwnWeighing(
            text=given["text"],
            options=tuple(given[f"option-{one}"] for one in written),
            scores=tuple(number(given[f"score-{one}"]) for one in written),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLine:
    """A line of one's own diary in words."""

    ref: str
    on: datetime
    about: str
    text: str
    who: object
    asked: object
    fine: object


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWeighed:
    """Something weighed by oneself, the best option first, with what it was given."""

    ref: str
    on: datetime
    text: str
    options: Sequence[tuple[str, object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SoloContext:
    """What one wrote and weighed for oneself, and a form for one more line."""

    lines: Sequence[OwnLine]
    weighings: Sequence[OwnWeighed]
    people: Sequence[Choice]
    text: str
    who: Sequence[Choice]
    asked: Sequence[Choice]
    fine: Sequence[Choice]
    error: str
    longest: int = TEXT_LONGEST


@dataclass(frozen=True, slots=True, kw_only=True)
class SoloOption:
    """One option of the form; `score` is the name of the field beside it."""

    number: int
    text: str
    score: str
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True, kw_only=True)
class SoloWeighContext:
    """The form to weigh some options for oneself."""

    text: str
    options: Sequence[SoloOption]
    longest: dict[str, int]
    error: str


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
@by_own_days
def decide(request: PersonRequest) -> HttpResponse:
    """Show one's own diary and weighings; write a line, or make one unreadable."""
    form = OwnLineForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _shown(request)
    try:
        if request.POST.get("do") == "drop":
            solo_store.drop(request.session, form.cleaned_data["ref"])
        else:
            solo_store.write(request.session, form.line)
    except Refused as refused:
        return _shown(request, why_not(refused, refusals(), otherwise=INCOMPLETE))
    return redirect("decide:solo")


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
def weigh(request: PersonRequest) -> HttpResponse:
    """Weigh some options for oneself; they come back with the best first."""
    form, error = OwnWeighingForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            solo_store.weigh(request.session, form.weighing)
        except Refused as refused:
            lacking = _("Rate each option.")
            error = why_not(refused, refusals(), otherwise=lacking)
        else:
            return redirect("decide:solo")
    said = request.POST
    context = SoloWeighContext(
        text=said.get("text", ""),
        options=[
            SoloOption(
                number=place,
                text=said.get(f"option-{place}", ""),
                score=f"score-{place}",
                choices=choices(GIVEN, said.get(f"score-{place}")),
            )
            for place in OPTIONS
        ],
        longest={"text": TEXT_LONGEST, "option": OPTION_LONGEST},
        error=error,
    )
    status = 422 if error else 200
    return render_context(request, "decide/solo_weigh.html", context, status=status)


def _shown(request: PersonRequest, error: str = "") -> HttpResponse:
    said, names = request.POST, solo_store.people(request.session)
    context = SoloContext(
        lines=_lines(request.session, names),
        weighings=_weighings(request.session),
        people=choices({**names, "": _("Nobody in particular")}, said.get("about")),
        text=said.get("text", ""),
        who=choices(who_words(_("They")), said.get("who")),
        asked=choices(ASKED, said.get("asked")),
        fine=choices(ASKED, said.get("fine")),
        error=error,
    )
    status = 422 if error else 200
    return render_context(request, "decide/solo.html", context, status=status)


def _lines(session: Session, names: dict[str, str]) -> list[OwnLine]:
    found = []
    for record in solo_store.lines(session):
        line = record.entry
        label = names.get(line.sheet, "")
        who = who_words(label or _("They"))
        found.append(
            OwnLine(
                ref=record.ref.hex(),
                on=day(record.at),
                about=label,
                text=line.text,
                who=who.get(line.who, ""),
                asked=ASKED.get(line.asked, ""),
                fine=ASKED.get(line.fine, ""),
            )
        )
    return found


def _weighings(session: Session) -> list[OwnWeighed]:
    return [
        OwnWeighed(
            ref=record.ref.hex(),
            on=day(record.at),
            text=record.entry.text,
            options=[(text, SCORES[given]) for text, given in ranked(record.entry)],
        )
        for record in solo_store.weighings(session)
    ]
