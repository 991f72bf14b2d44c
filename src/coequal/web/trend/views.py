"""How it has gone for each of the two, from what both shared and have read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coequal.core.month.check_in import Facet
from coequal.core.people import Seat
from coequal.web.trend import of_two
from coequal.web.trend.drawn import Drawn, TapLine, drawn, drawn_of
from coequal.web.trend.labels import moved_of_both
from coequal.web.two.page import LOOKS, PageOfTwo, PairRequest, Tried


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendContext:
    """How it has gone: in a sentence or two, and each line drawn that both shared."""

    moved: Sequence[str]
    lines: Sequence[Drawn]


def _trend(asked: PairRequest, _tried: Tried | None) -> TrendContext:
    member, read = asked.member, of_two.read(asked.member)
    asked.unseen.update(read.found.unseen)
    months, said, told = read.months, read.said, read.told
    shown = drawn_of([month in read.found.seen for month in months])
    shared = [facet for facet in Facet if any(one.a[facet] is not None for one in said)]
    return TrendContext(
        moved=moved_of_both(member.names, told, shared) if shared else (),
        lines=[
            drawn(
                facet,
                months[shown],
                [
                    TapLine(
                        seat=seat,
                        name=member.names[seat],
                        said=[one[seat][facet] for one in said[shown]],
                        level=told[seat].levels[facet][shown],
                    )
                    for seat in Seat
                ],
            )
            for facet in shared
        ],
    )


ours = PageOfTwo(
    template="trend/ours.html", shows=_trend, acts=LOOKS, reads=of_two.READS
).as_view()
