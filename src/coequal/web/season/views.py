"""Our season: one page that two read together, and a picture of it to keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import Http404, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from coequal.content.starters import Starter
from coequal.core.keep.lines import Good
from coequal.core.month.entries import SharedTap
from coequal.web.agree import states
from coequal.web.agree.views import AgreedLine, line
from coequal.web.charts import keepsake
from coequal.web.keep import store as keep
from coequal.web.season import labels, store
from coequal.web.two.access import pair_type
from coequal.web.two.page import LOOKS, PageOfTwo, PairRequest, Tried

READS: Final = (*keep.READS, SharedTap, *states.READS)


@dataclass(frozen=True, slots=True, kw_only=True)
class WentLine:
    """What two agreed on, and what became of it."""

    line: AgreedLine
    went: str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonContext:
    """Three months of two people: thanks first, and last what comes next.

    `to_try` are by the name of their page.
    """

    begins: date
    goods: Sequence[Good]
    agreed: Sequence[WentLine]
    moved: Sequence[str]
    to_try: Sequence[tuple[str, Starter]]


def _season(asked: PairRequest, _tried: Tried | None) -> SeasonContext:
    member = asked.member
    season = store.now(member)
    return SeasonContext(
        begins=store.begins(member),
        goods=store.thanks(asked),
        agreed=[
            WentLine(line=line(member, state), went=labels.WENT[went])
            for state, went in store.agreed(member)
        ],
        moved=[labels.moved(member.names, *one) for one in store.moved(member)],
        to_try=list(labels.to_try(season.number if season else 0, pair_type(member))),
    )


def _picture(asked: PairRequest, _tried: Tried | None) -> HttpResponse:
    found, names = _season(asked, None), asked.member.names
    if not found.goods:
        raise Http404
    lines = [f"{names[one.seat]}: “{one.text}”" for one in found.goods]
    drawn = keepsake.picture(_("Three months of the two of us"), [("", lines)])
    response = HttpResponse(drawn, content_type="image/svg+xml")
    response["Content-Disposition"] = 'attachment; filename="notes.svg"'
    return response


season = PageOfTwo(
    template="season/season.html", shows=_season, acts=LOOKS, reads=READS
).as_view()
picture = PageOfTwo(template="", shows=_picture, reads=READS).as_view()
