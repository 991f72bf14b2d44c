"""An evening that suits both: each may suggest one, at any time, in plain words.

No calendar and no reminder. The page is the same whether or not anybody is ready.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.core.people import Pair
from coequal.core.see.joint_entries import EVENING_LONGEST, Evening
from coequal.web.see import joint_lines
from coequal.web.see.forms import OneLineForm
from coequal.web.two.page import Act, PageOfTwo, PairRequest, Tried


@dataclass(frozen=True, slots=True, kw_only=True)
class EveningContext:
    """What both suggest, in words; `text` is what stands in my field."""

    suggested: Pair[str]
    has_mine: bool
    text: str


def _evening(asked: PairRequest, tried: Tried | None) -> EveningContext:
    member = asked.member
    suggested = joint_lines.of_both(member, Evening)
    mine = suggested[member.seat]
    return EveningContext(
        suggested=suggested.map(lambda one: one or _("No suggestion yet.")),
        has_mine=mine is not None,
        text=tried.typed("say", "text") if tried else mine or "",
    )


def _suggest(asked: PairRequest, form: OneLineForm) -> None:
    joint_lines.say(asked.member, Evening(text=form.cleaned_data["text"]))


def _take_back(asked: PairRequest, _form: object) -> None:
    joint_lines.take_back(asked.member, Evening)


SAY = Act(
    do=_suggest,
    form=lambda data, _asked: OneLineForm(
        data,
        longest=EVENING_LONGEST,
        empty=gettext_lazy("Write when, in your own words, or leave it."),
    ),
)

evening = PageOfTwo(
    template="see/evening.html",
    shows=_evening,
    acts={"say": SAY, "back": Act(do=_take_back)},
    reads=(Evening,),
    until_closed=True,
).as_view()
