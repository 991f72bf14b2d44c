"""Our picture, those before it, and how sure each of them is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import Http404, HttpResponse
from django.urls import reverse

from coequal.core.see.entries import Opening
from coequal.errors import Unsound
from coequal.people.pairs import PairMember
from coequal.web.see import bookmark, how_sure, joint_picture, our_picture
from coequal.web.see.how_sure import HowSurePage
from coequal.web.see.joint_picture import JointAnswers
from coequal.web.see.our_picture import JointBefore, OurPicture
from coequal.web.two.dates import day
from coequal.web.two.page import PageOfTwo, PairRequest, Tried

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

    def address(self, asked: PairRequest, page: str) -> str:
        """Return where a page about this picture stands."""
        pair = asked.member.pair_id.hex()
        if self.number == self.latest:
            return reverse(f"see:{page}", args=[pair])
        return reverse(f"see:{page}_then", args=[pair, self.number])


def _present(asked: PairRequest) -> ToShow | HttpResponse:
    """Return our picture, once all cards were turned, with the one before beside it."""
    member = asked.member
    latest = bookmark.looking(member)
    if not latest:
        return asked.to("see:look")
    if not bookmark.place(member, latest).through:
        return asked.to("see:cards")
    both = joint_picture.both(member, latest)
    before = _before(member, both, latest)
    return ToShow(number=latest, latest=latest, both=both, before=before)


def _as_it_was(asked: PairRequest) -> ToShow | HttpResponse:
    """Return an earlier picture, as it was."""
    member, number = asked.member, int(asked.ids["number"])
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


def _drawn(
    asked: PairRequest, found: ToShow | HttpResponse
) -> OurPicture | HttpResponse:
    """Draw a picture: facts, then what they may mean."""
    if isinstance(found, HttpResponse):
        return found
    both, latest = found.both, found.latest
    shows = our_picture.context(
        both.form, both.answers, names=asked.member.names, before=found.before
    )
    address = found.address(asked, "how_sure")
    if found.number == latest:
        return replace(shows, how_sure=address, earlier=range(latest - 1, 0, -1))
    return replace(shows, how_sure=address, number=found.number)


def _sure(
    asked: PairRequest, found: ToShow | HttpResponse
) -> HowSurePage | HttpResponse:
    """Say how sure a picture is, in the numbers that are not on it."""
    if isinstance(found, HttpResponse):
        return found
    both = found.both
    sure = how_sure.of_two(
        both.form, both.answers, names=asked.member.names, before=found.before
    )
    return HowSurePage(sure=sure, back=found.address(asked, "picture"))


def _picture(asked: PairRequest, _tried: Tried | None) -> OurPicture | HttpResponse:
    return _drawn(asked, _present(asked))


def _picture_then(
    asked: PairRequest, _tried: Tried | None
) -> OurPicture | HttpResponse:
    return _drawn(asked, _as_it_was(asked))


def _how_sure(asked: PairRequest, _tried: Tried | None) -> HowSurePage | HttpResponse:
    return _sure(asked, _present(asked))


def _how_sure_then(
    asked: PairRequest, _tried: Tried | None
) -> HowSurePage | HttpResponse:
    return _sure(asked, _as_it_was(asked))


PICTURE = "see/picture.html"
HOW_SURE = "see/how_sure.html"
picture = PageOfTwo(template=PICTURE, shows=_picture, reads=READS).as_view()
picture_then = PageOfTwo(template=PICTURE, shows=_picture_then, reads=READS).as_view()
sure = PageOfTwo(template=HOW_SURE, shows=_how_sure, reads=READS).as_view()
sure_then = PageOfTwo(template=HOW_SURE, shows=_how_sure_then, reads=READS).as_view()
