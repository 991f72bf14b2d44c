"""The last card: one small step each, or nothing now, and a line of thanks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from coequal.core.entry import Entry
from coequal.core.people import Pair
from coequal.core.see.joint_entries import (
    CARDS,
    STEP_LONGEST,
    THANKS_LONGEST,
    Step,
    Thanks,
)
from coequal.people.pairs import PairMember
from coequal.web import standing
from coequal.web.see import bookmark, cards_context, joint_lines, joint_picture
from coequal.web.see.forms import OneLineForm
from coequal.web.two.page import Act, Asked, Tried, page_of_two


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
    member: PairMember,
    number: int,
    *,
    step: Tried | None = None,
    thanks: Tried | None = None,
) -> LastCardContext:
    """Return what the last card of one round shows, with what could not stand."""
    form = joint_picture.form(member)
    answers = joint_picture.both(member, number)
    about = joint_lines.steps_of(number)
    steps = joint_lines.of_both(member, Step, about=about)
    about = joint_lines.thanks_of(number)
    thanked = joint_lines.of_both(member, Thanks, about=about)
    return LastCardContext(
        card=cards_context.shown(form, answers, CARDS, names=member.names),
        ideas=cards_context.ideas(form, answers, names=member.names),
        steps=steps.map(_stepped),
        thanked=thanked,
        has_step=steps[member.seat] is not None,
        has_thanks=thanked[member.seat] is not None,
        step=step.typed("say", "text") if step else steps[member.seat] or "",
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


def _after_step(asked: Asked, tried: Tried | None) -> LastCardContext | HttpResponse:
    number = _at_the_last(asked.member)
    return (
        last_card(asked.member, number, step=tried) if number else asked.to("see:cards")
    )


def _after_thanks(asked: Asked, tried: Tried | None) -> LastCardContext | HttpResponse:
    number = _at_the_last(asked.member)
    return (
        last_card(asked.member, number, thanks=tried)
        if number
        else asked.to("see:cards")
    )


def _step(asked: Asked, text: str) -> None:
    number = _at_the_last(asked.member)
    if number:
        entry, about = Step(round=number, text=text), joint_lines.steps_of(number)
        standing.replace(asked.member.reading, entry, subject=about)


def _thank(asked: Asked, form: OneLineForm) -> None:
    number, text = _at_the_last(asked.member), form.cleaned_data["text"]
    if number:
        entry, about = Thanks(round=number, text=text), joint_lines.thanks_of(number)
        standing.replace(asked.member.reading, entry, subject=about)


def _take_back(kind: type[Entry], subject_of: Callable[[int], bytes]) -> Act:
    """Return the act that says nothing after all."""

    def take_back(asked: Asked, _form: object) -> None:
        number = _at_the_last(asked.member)
        if number:
            standing.clear(asked.member.reading, kind, subject=subject_of(number))

    return Act(do=take_back)


SAY_STEP = Act(
    do=lambda asked, form: _step(asked, form.cleaned_data["text"]),
    form=lambda data, _asked: OneLineForm(
        data,
        longest=STEP_LONGEST,
        empty=gettext_lazy("Write one small step, or press “Nothing now”."),
    ),
)
SAY_THANKS = Act(
    do=_thank,
    form=lambda data, _asked: OneLineForm(
        data,
        longest=THANKS_LONGEST,
        empty=gettext_lazy("Write a line, or leave it. Both are fine."),
    ),
)

step = require_POST(
    page_of_two(
        "see/card_step.html",
        _after_step,
        acts={
            "say": SAY_STEP,
            "nothing": Act(do=lambda asked, _form: _step(asked, "")),
            "back": _take_back(Step, joint_lines.steps_of),
        },
        onward=lambda asked: asked.to("see:card", CARDS),
    )
)
thanks = require_POST(
    page_of_two(
        "see/card_step.html",
        _after_thanks,
        acts={
            "say": SAY_THANKS,
            "back": _take_back(Thanks, joint_lines.thanks_of),
        },
        onward=lambda asked: asked.to("see:card", CARDS),
    )
)
