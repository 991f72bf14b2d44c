"""The lines of one day: write them, wait, read them together, or give the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coequal.core.days import DAY
from coequal.core.keep.entries import BitMuch
from coequal.core.keep.lines import LinesStage, Three, WrittenLines, may_begin, of_both
from coequal.core.people import Pair
from coequal.core.two.said_apart import Apart
from coequal.errors import Refused
from coequal.web.keep import store
from coequal.web.keep.forms import LinesForm
from coequal.web.keep.labels import (
    FOR_ME,
    WhenToWrite,
    prompts,
    refusals,
    when_to_write,
)
from coequal.web.thanks import store as thanks
from coequal.web.two import first_seen
from coequal.web.two.page import Act, PageOfTwo, PairRequest, Tried

EMPTY = Three(good="", much="", wish="")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesContext:
    """Where the lines of a day are, and what stands in my fields.

    `first` is the good one that I have in, and `both` what both wrote, once I have
    looked; `day` is None before two have begun.
    """

    stage: LinesStage
    weekly: bool
    day: date | None
    gone: date | None
    next: date
    typed: Three
    first: str
    both: Pair[Three] | None
    has: Three
    given: bool
    can_begin: bool
    gathered: Sequence[str]
    prompts: Sequence[str]
    words: WhenToWrite


def _lines(asked: PairRequest, tried: Tried | None) -> LinesContext:
    member, now = asked.member, store.today(asked.member)
    found = store.written(member)
    both = _both(asked, found)
    return LinesContext(
        stage=LinesStage.QUIET if found is None else found.stage(now),
        weekly=store.weekly(member),
        day=found.occasion.day if found else None,
        gone=found.occasion.gone if found else None,
        next=store.coming(member, now + DAY),
        typed=_typed(asked, found, tried),
        first=found.lines.mine.good if found and found.lines.mine else "",
        both=both,
        has=_has(both),
        given=found is not None and found.given,
        can_begin=_can_begin(asked, found, now),
        gathered=[one.entry.text for one in thanks.gathered(member)],
        prompts=prompts(member.label),
        words=when_to_write(member.pair),
    )


def _both(asked: PairRequest, found: WrittenLines | None) -> Pair[Three] | None:
    """Return what both wrote, if I have looked at it as it opened."""
    if found is None or found.lines.both is None:
        return None
    opened = {what: refs for what, refs in store.opened(found).items() if refs}
    if first_seen.can_tell(asked.member, opened) != opened.keys():
        return None  # what I saw was damaged, which the page says
    if asked.looked_at(opened) != opened.keys():
        return None
    return of_both(found.lines.both, found.much.both)


def _has(both: Pair[Three] | None) -> Three:
    """Return something for each line that one of the two wrote."""
    if both is None:
        return EMPTY
    return Three(
        good=both.a.good + both.b.good,
        much=both.a.much + both.b.much,
        wish=both.a.wish + both.b.wish,
    )


def _typed(
    asked: PairRequest, found: WrittenLines | None, tried: Tried | None
) -> Three:
    """Return what stands in the fields: typed, in already, or kept for this day."""
    if tried is not None:
        names = ("good", "much", "wish")
        return Three(**{name: tried.typed("", name) for name in names})
    mine = found.lines.mine if found else None
    much: Apart[BitMuch] = found.much if found else Apart()
    kept = [one.entry.text for one in thanks.gathered(asked.member)]
    return Three(
        good=mine.good if mine else next(iter(kept), ""),
        much=f"{FOR_ME}{much.mine.text if much.mine else ''}",
        wish=mine.wish if mine else "",
    )


def _can_begin(asked: PairRequest, found: WrittenLines | None, now: date) -> bool:
    try:
        may_begin(found, now)
    except Refused:
        return False
    return not store.weekly(asked.member)


def _write(asked: PairRequest, form: LinesForm) -> None:
    store.write(asked.member, form.three)


lines = PageOfTwo(
    template="keep/lines.html",
    shows=_lines,
    acts={
        "": Act(do=_write, form=lambda data, _asked: LinesForm(data), repeatable=True),
        "back": Act(do=lambda asked, _: store.take_back(asked.member), repeatable=True),
        "give": Act(do=lambda asked, _: store.give(asked.member)),
        "begin": Act(do=lambda asked, _: store.begin(asked.member)),
    },
    words=refusals,
    reads=store.READS,
    onward=store.onward,
).as_view()
