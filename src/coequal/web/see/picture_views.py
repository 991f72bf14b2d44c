"""Our picture on one page, area by area and whole, those before it, and how sure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from coequal.core.see.entries import Opening
from coequal.errors import Unsound
from coequal.people.pairs import PairMember
from coequal.web.see import bookmark, how_sure, joint_picture, our_picture
from coequal.web.see.area_page import AreaPage, area_page
from coequal.web.see.beside import Beside
from coequal.web.see.how_sure import HowSurePage
from coequal.web.see.joint_picture import JointAnswers
from coequal.web.see.our_picture import JointBefore, OurPicture
from coequal.web.see.overview import EverythingOpened, overview
from coequal.web.two.dates import day
from coequal.web.two.page import PageOfTwo, PairRequest

READS = (Opening,)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToShow:
    """A picture that may be shown: of which round, what is in it, and what was before.

    `latest` is the round of the present picture. One of an earlier round is shown as it
    was, and compared with nothing.
    """

    number: int
    latest: int
    both: JointAnswers
    before: JointBefore | None

    def address(self, asked: PairRequest, page: str, *ids: int) -> str:
        """Return where a page about this picture stands."""
        pair = asked.member.pair_id.hex()
        if self.number == self.latest:
            return reverse(f"see:{page}", args=[pair, *ids])
        return reverse(f"see:{page}_then", args=[pair, self.number, *ids])


def _present(asked: PairRequest, *, compared: bool = False) -> ToShow | HttpResponse:
    """Return our picture, once all cards were turned; or `compared` with the last."""
    member = asked.member
    latest = bookmark.looking(member)
    if not latest:
        return asked.to("see:look")
    if not bookmark.place(member, latest).through:
        return asked.to("see:cards")
    both = joint_picture.both(member, latest)
    before = _before(member, both, latest) if compared else None
    return ToShow(number=latest, latest=latest, both=both, before=before)


def _as_it_was(asked: PairRequest) -> ToShow | HttpResponse:
    """Return an earlier picture, as it was."""
    member, number = asked.member, int(asked.ids["round"])
    latest = bookmark.looking(member)
    if not latest:
        return asked.to("see:look")
    if number == latest:
        return asked.to("see:picture")
    if not 1 <= number < latest:
        raise Http404
    both = _seen(member, number)
    return ToShow(number=number, latest=latest, both=both, before=None)


def _before(member: PairMember, both: JointAnswers, number: int) -> JointBefore | None:
    """Return what the picture of a round is compared with; the first with nothing."""
    if number == 1:
        return None
    at = joint_picture.opened_at(member, number - 1)
    return JointBefore(
        answers=_seen(member, number - 1).beside(both),
        then=None if at is None else day(at),
    )


def _seen(member: PairMember, number: int) -> JointAnswers:
    """Return what both opened in a round that I looked at and that is as it was.

    Nobody puts in again before they have looked. Raises `Unsound` otherwise.
    """
    if not joint_picture.seen(member, number):
        message = "an earlier picture was never looked at"
        raise Unsound(message)
    return joint_picture.both(member, number)


Found = ToShow | HttpResponse
Find = Callable[[PairRequest], Found]


def _beside(
    asked: PairRequest, found: ToShow, place: int = 0, total: int = 0
) -> Beside:
    everything = found.address(asked, "picture")
    return Beside(
        number=0 if found.number == found.latest else found.number,
        everything=everything,
        area=found.address(asked, "area", 1),
        whole=found.address(asked, "picture_all"),
        how_sure=found.address(asked, "how_sure"),
        back=found.address(asked, "area", place - 1) if place > 1 else everything,
        onward=found.address(asked, "area", place + 1) if place < total else everything,
    )


def _overview(asked: PairRequest, found: Found) -> EverythingOpened | HttpResponse:
    """Show everything on one page."""
    if isinstance(found, HttpResponse):
        return found
    both = found.both
    shown = overview(both.form, both.answers, names=asked.member.names)
    return replace(shown, beside=_beside(asked, found))


def _area(asked: PairRequest, found: Found) -> AreaPage | HttpResponse:
    """Show one area; a number that no area has is no page."""
    if isinstance(found, HttpResponse):
        return found
    place = int(asked.ids["number"])
    both, names = found.both, asked.member.names
    shown = area_page(both.form, both.answers, place, names=names)
    if shown is None:
        raise Http404
    return replace(shown, beside=_beside(asked, found, place, shown.total))


def _whole(asked: PairRequest, found: Found) -> OurPicture | HttpResponse:
    """Show all that both shared: facts, then what they may mean."""
    if isinstance(found, HttpResponse):
        return found
    both, latest = found.both, found.latest
    shown = our_picture.context(
        both.form, both.answers, names=asked.member.names, before=found.before
    )
    earlier = range(latest - 1, 0, -1) if found.number == latest else ()
    return replace(shown, earlier=earlier, beside=_beside(asked, found))


def _sure(asked: PairRequest, found: Found) -> HowSurePage | HttpResponse:
    """Say how sure a picture is, in the numbers that are not on it."""
    if isinstance(found, HttpResponse):
        return found
    both = found.both
    sure = how_sure.of_two(
        both.form, both.answers, names=asked.member.names, before=found.before
    )
    return HowSurePage(sure=sure, back=found.address(asked, "picture"))


def _page(
    template: str, find: Find, show: Callable[[PairRequest, Found], object]
) -> Callable[..., HttpResponseBase]:
    """Return the view of one page about a picture."""
    return PageOfTwo(
        template=template,
        shows=lambda asked, _tried: show(asked, find(asked)),
        reads=READS,
    ).as_view()


_COMPARED: Final = partial(_present, compared=True)
picture = _page("see/picture.html", _present, _overview)
picture_then = _page("see/picture.html", _as_it_was, _overview)
area = _page("see/picture_area.html", _present, _area)
area_then = _page("see/picture_area.html", _as_it_was, _area)
whole = _page("see/picture_all.html", _COMPARED, _whole)
whole_then = _page("see/picture_all.html", _as_it_was, _whole)
sure = _page("see/how_sure.html", _COMPARED, _sure)
sure_then = _page("see/how_sure.html", _as_it_was, _sure)
