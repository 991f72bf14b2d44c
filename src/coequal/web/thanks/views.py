"""Thanks for something particular: now, or kept for the next lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect

from coequal.web.thanks import store
from coequal.web.thanks.forms import ThanksForm
from coequal.web.thanks.labels import refusals
from coequal.web.two.page import Act, PageOfTwo, PairRequest, Tried


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownThanks:
    """A line of thanks; `ref` names it in a form where it is mine."""

    ref: str
    seat: str
    by: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThanksContext:
    """The thanks of these weeks, the latest first, and those that I keep for later."""

    said: Sequence[ShownThanks]
    later: Sequence[ShownThanks]
    typed: str


def _thanks(asked: PairRequest, tried: Tried | None) -> ThanksContext:
    member = asked.member
    said = [
        ShownThanks(
            ref=one.ref.hex() if one.mine else "",
            seat=seat,
            by=member.names[seat],
            text=one.entry.text,
        )
        for one in reversed(store.said(member))
        for seat in [member.seat if one.mine else member.seat.other]
    ]
    return ThanksContext(
        said=said,
        later=[
            ShownThanks(ref=one.ref.hex(), seat="", by="", text=one.entry.text)
            for one in store.gathered(member)
        ],
        typed=str(tried.form.data.get("text", "")) if tried else "",
    )


def _form(data: QueryDict, _asked: PairRequest) -> ThanksForm:
    return ThanksForm(data)


def _say(asked: PairRequest, form: ThanksForm) -> None:
    store.thank(asked.member, form.cleaned_data["text"])


def _take_back(asked: PairRequest, form: ThanksForm) -> None:
    store.unthank(asked.member, form.cleaned_data["ref"])


def _keep(asked: PairRequest, form: ThanksForm) -> None:
    store.gather(asked.member, form.cleaned_data["text"])


def _drop(asked: PairRequest, form: ThanksForm) -> None:
    store.drop(asked.member, form.cleaned_data["ref"])


def _onward(asked: PairRequest) -> HttpResponse:
    store.drop_said(asked.member)
    return redirect(asked.request.path)


thanks = PageOfTwo(
    template="thanks/thanks.html",
    shows=_thanks,
    acts={
        "say": Act(do=_say, form=_form, repeatable=True),
        "back": Act(do=_take_back, form=_form, repeatable=True),
        "keep": Act(do=_keep, form=_form, own=True),
        "drop": Act(do=_drop, form=_form, own=True),
    },
    words=refusals,
    onward=_onward,
).as_view()
