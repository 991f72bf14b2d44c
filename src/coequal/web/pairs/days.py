"""Choosing whose days count for two: either may, and both see it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from coequal.people import days, whole_days
from coequal.web.account.days import DaysForm
from coequal.web.two.page import Act, PageOfTwo, PairRequest, Tried


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysContext:
    """The form that chooses whose days count.

    `follows` says that whole days still count by the zone before.
    """

    form: DaysForm
    follows: bool


def _form(asked: PairRequest) -> DaysForm:
    return DaysForm(None, zone=asked.member.zone)


def _shows(asked: PairRequest, tried: Tried | None) -> DaysContext:
    form = tried.form if tried else _form(asked)
    return DaysContext(
        form=form if isinstance(form, DaysForm) else _form(asked),
        follows=whole_days.follows(asked.member),
    )


def _choose(asked: PairRequest, form: DaysForm) -> HttpResponse:
    zone = form.cleaned_data["zone"]
    days.choose(asked.member.reading, zone)
    return asked.to("pairs:days")  # whose first line says what holds now


our_days = PageOfTwo(
    template="pairs/days.html",
    shows=_shows,
    acts={
        "": Act(
            do=_choose,
            form=lambda data, asked: DaysForm(data, zone=asked.member.zone),
            repeatable=True,
        )
    },
    words=lambda: {days.OFTEN: _("You changed this a lot today. Try again tomorrow.")},
    until_closed=True,
).as_view()
