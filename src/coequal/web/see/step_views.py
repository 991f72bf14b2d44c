"""The last card: one small step each, or nothing now, and a line of thanks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from coequal.core.people import Pair
from coequal.core.see.joint_entries import (
    CARDS,
    STEP_LONGEST,
    THANKS_LONGEST,
    Step,
    Thanks,
)
from coequal.people.pairs import PairMember
from coequal.web.see import bookmark, cards_context, joint_lines, joint_picture
from coequal.web.see.forms import LeftForm, OneLineForm
from coequal.web.two.page import Act, FormOf, NoFields, PageOfTwo, PairRequest, Tried

Line = type[Step] | type[Thanks]


@dataclass(frozen=True, slots=True, kw_only=True)
class LastCardContext:
    """The last card; `step` and `thanks` are what stands in my fields.

    `steps` are in words for both, `thanked` may be missing of either.
    """

    card: cards_context.ShownCard
    ideas: Sequence[str]
    steps: Pair[str]
    thanked: Pair[str | None]
    has_step: bool
    has_thanks: bool
    step: str
    thanks: str
    step_error: str
    thanks_error: str
    total: int = CARDS


def last_card(
    member: PairMember, number: int, of: Line | None = None, tried: Tried | None = None
) -> LastCardContext:
    """Return what the last card of one round shows.

    `tried` is what could not stand, `of` the kind of line that it was to be.
    """
    both = joint_picture.both(member, number)
    form, answers = both.form, both.answers
    steps = joint_lines.of_both(member, Step, number)
    thanked = joint_lines.of_both(member, Thanks, number)
    step, thanks = (tried if of is kind else None for kind in (Step, Thanks))
    return LastCardContext(
        card=cards_context.shown(form, answers, CARDS, names=member.names),
        ideas=cards_context.ideas(form, answers, names=member.names),
        steps=steps.map(_stepped),
        thanked=thanked,
        has_step=steps[member.seat] is not None,
        has_thanks=thanked[member.seat] is not None,
        step=step.typed(step.act, "text") if step else steps[member.seat] or "",
        thanks=thanks.typed("say", "text") if thanks else thanked[member.seat] or "",
        step_error=step.why if step else "",
        thanks_error=thanks.why if thanks else "",
    )


def _stepped(text: str | None) -> str:
    """One wording for not looked yet, not written and taken back."""
    if text is None:
        return _("Nothing is written here, and nothing has to be.")
    return text or _("Nothing now.")


def _at_the_last(member: PairMember) -> int:
    """Return the round whose last card I may see; 0 if I may not yet."""
    number = bookmark.looking(member)
    if number and bookmark.place(member, number).may_see(CARDS):
        return number
    return 0


def passing_by(data: QueryDict, asked: PairRequest) -> LeftForm | NoFields:
    """Return the form of a button that goes on: at the last card with my step."""
    number = _at_the_last(asked.member)
    if int(asked.ids["number"]) != CARDS or not number or asked.member.closed:
        return NoFields(data)
    mine = joint_lines.of_both(asked.member, Step, number)[asked.member.seat]
    return LeftForm(data, stands=mine or "")


def _say(kind: Line) -> Callable[[PairRequest, OneLineForm | NoFields], None]:
    def say(asked: PairRequest, form: OneLineForm | NoFields) -> None:
        number, text = _at_the_last(asked.member), form.cleaned_data.get("text", "")
        if number:
            joint_lines.say(asked.member, kind(round=number, text=text), number)

    return say


def _line(kind: Line, form: FormOf, **more: Act) -> Callable[..., HttpResponseBase]:
    """Return the view of one of the two forms of the last card, by form only."""

    def shows(
        asked: PairRequest, tried: Tried | None
    ) -> LastCardContext | HttpResponse:
        number = _at_the_last(asked.member)
        if not number:
            return asked.to("see:cards")
        return last_card(asked.member, number, kind, tried)

    def take_back(asked: PairRequest, _form: object) -> None:
        number = _at_the_last(asked.member)
        if number:
            joint_lines.take_back(asked.member, kind, number)

    page = PageOfTwo(
        template="see/card_step.html",
        shows=shows,
        acts={
            "say": Act(do=_say(kind), form=form),
            "back": Act(do=take_back),
            **more,
        },
        onward=lambda asked: asked.to("see:card", CARDS),
    ).as_view()
    return require_POST(page)


step = _line(
    Step,
    lambda data, _asked: OneLineForm(
        data,
        longest=STEP_LONGEST,
        empty=gettext_lazy("Write one small step, or press “Nothing now”."),
    ),
    nothing=Act(do=_say(Step)),
)
thanks = _line(
    Thanks,
    lambda data, _asked: OneLineForm(
        data,
        longest=THANKS_LONGEST,
        empty=gettext_lazy("Write a line, or leave it. Both are fine."),
    ),
)
