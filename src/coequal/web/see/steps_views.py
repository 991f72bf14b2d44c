"""The small steps of the two: what they are, looking back on them, and what stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from coequal.core.people import Pair
from coequal.core.see.small_steps import HowItWent, SmallStep, StepsState
from coequal.people.pairs import PairMember
from coequal.web.see import steps_store
from coequal.web.two import first_seen, kept_steps
from coequal.web.two.dates import short_id
from coequal.web.two.forms import Choice, LineField, RefForm, TicksField, choices
from coequal.web.two.page import Act, PageOfTwo, PairRequest, Tried

HOW: Final[dict[str, Promise | str]] = {
    HowItWent.YES.value: gettext_lazy("Yes"),
    HowItWent.PARTLY.value: gettext_lazy("Partly"),
    HowItWent.NOT_YET.value: gettext_lazy("Not yet"),
    HowItWent.UNSAID.value: gettext_lazy("I’d rather not say"),
}
SAID: Final[dict[str, Promise | str]] = {
    HowItWent.YES.value: gettext_lazy("It happened."),
    HowItWent.PARTLY.value: gettext_lazy("Some of it happened."),
    HowItWent.NOT_YET.value: gettext_lazy("Not yet. What would help?"),
    HowItWent.UNSAID.value: "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """A step: whose it is, its words, and what was said of it once that is open.

    `stays` says whether I ticked that it shall stay.
    """

    ref: str
    step_id: str
    seat: str
    by: str
    mine: bool
    text: str
    happened: str | Promise
    stays: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsContext:
    """The steps of the latest round, how far they are, and those that the two keep."""

    steps: Sequence[ShownStep]
    kept: Sequence[ShownStep]
    stage: str
    asked: date | None
    has_own: bool
    how: Sequence[Choice]


class StepsForm(forms.Form):
    """How it went with my step, and the refs of those that shall stay."""

    happened = LineField()
    stays = TicksField()


def _steps(asked: PairRequest, tried: Tried | None) -> StepsContext:
    member, state = asked.member, steps_store.now(asked.member)
    said = _both(asked, state)
    ticked = tried.ticked("stays") if tried else _ticked(member, state)
    mine = state.apart.mine
    how = tried.typed("", "happened") if tried else mine.happened if mine else None
    known = () if asked.unseen else kept_steps.kept(member)
    return StepsContext(
        steps=[_shown(member, one, said, ticked) for one in state.steps],
        kept=[_shown(member, one, None, ()) for one in known],
        stage=state.stage(steps_store.today(member)).value,
        asked=state.asked,
        has_own=any(one.by is member.seat for one in state.steps),
        how=choices(HOW, how),
    )


def _both(asked: PairRequest, state: StepsState) -> Pair[str] | None:
    """Return what both said of their own, if I have looked at it as it opened."""
    if state.apart.both is None:
        return None
    about = steps_store.gate(state)
    if not first_seen.can_tell(asked.member, [about]):
        return None  # what I saw was damaged, which the page says
    if about not in asked.looked_at({about: state.apart.refs}):
        return None
    return state.apart.both.map(lambda one: one.happened)


def _ticked(member: PairMember, state: StepsState) -> list[str]:
    stays = kept_steps.staying(member, state.steps)
    return [ref.hex() for ref, one in stays.items() if one.mine is not None]


def _shown(
    member: PairMember, one: SmallStep, said: Pair[str] | None, ticked: Sequence[str]
) -> ShownStep:
    return ShownStep(
        ref=one.ref.hex(),
        step_id=short_id(one.ref),
        seat=one.by.value,
        by=member.names[one.by],
        mine=one.by is member.seat,
        text=one.text,
        happened=SAID[said[one.by]] if said else "",
        stays=one.ref.hex() in ticked,
    )


def _look_back(asked: PairRequest, form: StepsForm) -> None:
    given = form.cleaned_data
    refs = {bytes.fromhex(one) for one in given["stays"] if _is_hex(one)}
    steps_store.look_back(asked.member, given["happened"], refs)


def _is_hex(text: str) -> bool:
    return all(one in "0123456789abcdef" for one in text) and not len(text) % 2


def _form(data: QueryDict, _asked: PairRequest) -> StepsForm:
    return StepsForm(data)


steps = PageOfTwo(
    template="see/steps.html",
    shows=_steps,
    acts={
        "": Act(do=_look_back, form=_form, repeatable=True),
        "back": Act(
            do=lambda asked, _form: steps_store.take_back(asked.member),
            repeatable=True,
        ),
        "let go": Act(
            do=lambda asked, form: steps_store.let_go(
                asked.member, form.cleaned_data["ref"]
            ),
            form=lambda data, _asked: RefForm(data),
        ),
    },
    reads=steps_store.READS,
).as_view()
