"""The five taps of this month: tap and send, wait, and read them side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString

from coequal.core.month.check_in import Facet
from coequal.core.month.months import first_of
from coequal.core.month.taps import TENDER, OpenMonth, check_month, check_said
from coequal.core.people import Pair
from coequal.web.charts import week
from coequal.web.month import store
from coequal.web.month.forms import TapsForm
from coequal.web.month.labels import SHORT, aloud, nothing_yet, refusals
from coequal.web.month.rows import SaidOfBoth, TapRow, said_of_both, tap_rows
from coequal.web.two.page import Act, Done, PageOfTwo, PairRequest, Tried


@dataclass(frozen=True, slots=True, kw_only=True)
class TapsContext:
    """How far this month is, as I may know it, and what stands in my lines.

    `sheet_id` is where mine are kept for myself. `both` is what both shared, once I
    have looked, drawn in `figure`.
    """

    month: date
    sheet_id: str
    rows: Sequence[TapRow]
    is_sent: bool
    is_open: bool
    both: Sequence[SaidOfBoth]
    figure: SafeString


def _taps(asked: PairRequest, tried: Tried | None) -> TapsContext:
    member, month = asked.member, store.this_month(asked.member)
    opened = store.opened_months(member)
    looked = store.looked_at(member, {k: v for k, v in opened.items() if k == month})
    asked.unseen.update(looked.unseen)
    seen = looked.seen.get(month)
    sent = store.sent(member)
    return TapsContext(
        month=first_of(month),
        sheet_id=member.sheet.hex(),
        rows=_rows(asked, tried, month, sent),
        is_sent=sent is not None,
        is_open=month in opened,
        both=said_of_both(seen) if seen else (),
        figure=_figure(asked, seen) if seen else SafeString(""),
    )


def _rows(
    asked: PairRequest,
    tried: Tried | None,
    month: str,
    sent: Mapping[Facet, int] | None,
) -> list[TapRow]:
    """Return my lines: as I tried them, have sent them, or keep them for myself."""
    if tried is not None and isinstance(tried.form, TapsForm):
        return tap_rows(Facet, tried.form.steps, tried.ticked("share"))
    own = store.own_months(asked.member.own, asked.member.sheet).get(month)
    steps: dict[str, int] = {str(facet): one for facet, one in (sent or {}).items()}
    if own is not None:
        steps = {**own.steps, **steps}
    return tap_rows(Facet, steps, set(Facet) - TENDER if sent is None else set(sent))


def _figure(asked: PairRequest, month: OpenMonth) -> SafeString:
    """Draw what both shared, a post for each line."""
    both, told = month.both, said_of_both(month)
    return week.figure(
        posts=[
            week.Post(
                label=str(SHORT[facet]), said=Pair(a=both.a[facet], b=both.b[facet])
            )
            for facet in Facet
            if both.a[facet] is not None
        ],
        nothing=nothing_yet(),
        described=aloud([(one.question, one.said) for one in told], asked.member.names),
    )


def _check_month(asked: PairRequest, form: TapsForm) -> None:
    check_month(form.cleaned_data["month"], store.this_month(asked.member))


def _send(asked: PairRequest, form: TapsForm) -> None:
    _check_month(asked, form)
    store.send(asked.member, form.said, form.cleaned_data["share"])


def _keep(asked: PairRequest, form: TapsForm) -> Done:
    _check_month(asked, form)
    check_said(form.steps)
    _keep_own(asked, form)
    return redirect("month:own", asked.member.sheet.hex())


def _take_back(asked: PairRequest, _form: object) -> Done:
    store.take_back(asked.member)
    return asked.to("month:taps")


def _keep_own(asked: PairRequest, form: TapsForm) -> None:
    member = asked.member
    store.keep(member.own, member.sheet, store.this_month(member), form.said)


def _sent(asked: PairRequest) -> HttpResponse:
    """Keep for myself what I have sent, hidden lines and all: my own months count it.

    After the act of the two: that one writes in their space and nowhere else.
    """
    form = TapsForm(asked.request.POST)
    if form.is_valid() and form.steps:
        _keep_own(asked, form)
    return asked.to("month:taps")


taps = PageOfTwo(
    template="month/taps.html",
    shows=_taps,
    acts={
        "": Act(do=_send, form=lambda data, _: TapsForm(data), repeatable=True),
        "keep": Act(do=_keep, form=lambda data, _: TapsForm(data), own=True),
        "back": Act(do=_take_back, repeatable=True),
    },
    words=refusals,
    reads=(store.KIND,),
    onward=_sent,
).as_view()
