"""Choosing whose days count: the form for it, and one's own page."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Any, Final

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from coequal.people import days, zones
from coequal.web.account.forms import REQUIRED
from coequal.web.context import FormContext, form_status, render_context
from coequal.web.days import WORLD_TIME
from coequal.web.decorators import account_required
from coequal.web.sessions import PersonRequest

REGIONS: Final = {
    "America": _("The Americas"),
    "Arctic": _("The Arctic"),
    "Atlantic": _("Islands in the Atlantic"),
    "Indian": _("Islands in the Indian Ocean"),
    "Pacific": _("Islands in the Pacific"),
}
"""What the regions of zones are called, where people say it otherwise."""


class DaysForm(forms.Form):
    """Whose days count. A browser offers its own zone where none is chosen yet."""

    zone = forms.ChoiceField(
        label=_("A city in your time zone"),
        help_text=_("We use it to tell when a day ends."),
        error_messages=REQUIRED,
        widget=forms.Select,
    )

    def __init__(self, data: QueryDict | None, *, zone: str) -> None:
        super().__init__(data, initial={"zone": zone})
        self.fields["zone"].choices = _choices()  # type: ignore[attr-defined]
        if data is None and zone == zones.WORLD:
            self.fields["zone"].widget.attrs["data-offer"] = ""


def _choices() -> Sequence[Any]:
    """Return every zone that can be chosen, by region, with universal time first."""
    regions = [
        (
            REGIONS.get(region, region),
            sorted(((name, _city(name)) for name in names), key=itemgetter(1)),
        )
        for region, names in zones.listed().items()
    ]
    return [(zones.WORLD, WORLD_TIME), *regions]


def _city(name: str) -> str:
    """Return a zone as people look for it, by its city: Knox (Indiana)."""
    _, *within, _ = name.split("/")
    place = ", ".join(part.replace("_", " ") for part in within)
    return f"{zones.city(name)} ({place})" if place else zones.city(name)


@require_http_methods(["GET", "HEAD", "POST"])
@account_required
def own_days(request: PersonRequest) -> HttpResponse:
    """Choose whose days count on one's own pages."""
    form = DaysForm(request.POST or None, zone=days.own(request.session))
    if form.is_valid():
        days.choose_own(request.session, form.cleaned_data["zone"])
        return redirect("account:account")
    context = FormContext(form=form)
    return render_context(
        request, "account/days.html", context, status=form_status(form)
    )
