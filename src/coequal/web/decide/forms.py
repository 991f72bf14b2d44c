"""Forms of deciding something."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coequal.core.decide.entries import DiaryAnswer, Question, Vote
from coequal.core.decide.limits import OPTION_LONGEST, REASON_LONGEST, TEXT_LONGEST
from coequal.core.decide.question_state import QuestionState
from coequal.core.decide.rules import No
from coequal.core.lines import one_line
from coequal.core.people import Seat
from coequal.core.whose import whose
from coequal.errors import Refused
from coequal.people.zones import last_second
from coequal.sealed.subjects import subject
from coequal.web.account.forms import REQUIRED
from coequal.web.decide.labels import OWN
from coequal.web.decide.result_text import SCORES, STAKES
from coequal.web.decide.who_decided import who_seats
from coequal.web.two import areas
from coequal.web.two.dates import short_id
from coequal.web.two.forms import LineField, PickField
from coequal.web.two.page import PairRequest

FIRST_OPTIONS: Final = 3
GIVEN: Final = {str(number): label for number, label in enumerate(SCORES)}
STAKE: Final = {str(number): label for number, label in enumerate(STAKES)}


class RaiseForm(forms.Form):
    """A question, and what goes with it: only its words and the tick are needed.

    Without options it is one for yes or no; without a word on what holds until it is
    decided, all stays as it is. Both are said as they stand, to the two of them. It may
    begin with what another question says, but for its last day. `MORE` are the fields
    that stand folded.
    """

    MORE: ClassVar = ("meanwhile", "area", "until")

    text = forms.CharField(
        label=_("What do you need to decide?"),
        help_text=_("In one line, as a question: Where do we spend New Year?"),
        max_length=TEXT_LONGEST,
        error_messages=REQUIRED,
    )
    meanwhile = forms.CharField(
        label=_("What happens until you’ve decided?"),
        help_text=_(
            "So that nothing gets decided just by waiting. "
            "If you write nothing: We leave it as it is."
        ),
        max_length=TEXT_LONGEST,
        required=False,
    )
    until = forms.DateField(
        label=_("Answer by"),
        help_text=_("If you haven’t both answered by then, nothing is shown."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Write a day, such as 2026-12-31.")},
    )
    ours = forms.BooleanField(
        label=_("This is for the two of us to decide"),
        error_messages={
            "required": _(
                "Tick this if it’s for you both. "
                "If it’s yours alone, you don’t need to ask."
            )
        },
    )

    def __init__(
        self, data: QueryDict | None, asked: PairRequest, again: Question | None = None
    ) -> None:
        super().__init__(data, initial=None if again is None else _filled(again))
        self.zone = asked.member.zone
        self.fields["area"] = area_field(asked, among=whose(asked.member.pair).ours)
        for number in range(1, FIRST_OPTIONS + 1):
            self.fields[f"option{number}"] = forms.CharField(
                label=_("Option %(number)s") % {"number": number},
                help_text=_("Leave all three empty for a yes or no.")
                if number == 1
                else "",
                max_length=OPTION_LONGEST,
                required=False,
            )
        options = [f"option{number}" for number in range(1, FIRST_OPTIONS + 1)]
        self.order_fields(["text", *options, *self.MORE, "ours"])

    def first(self) -> list[forms.BoundField]:
        """Return the fields that stand in sight, but for the last tick."""
        return [one for one in self if one.name not in {*self.MORE, "ours"}]

    def more(self) -> list[forms.BoundField]:
        """Return the fields that stand folded."""
        return [self[name] for name in self.MORE]

    @property
    def question(self) -> Question:
        """The question that was written."""
        given = self.cleaned_data
        numbers = range(1, FIRST_OPTIONS + 1)
        day = given["until"]
        written = (given[f"option{number}"] for number in numbers)
        options = tuple(one for one in written if one)
        return Question(
            text=given["text"],
            area=given["area"],
            meanwhile=given["meanwhile"] or gettext("We leave it as it is."),
            until=last_second(day, self.zone) if day else 0,
            options=options or (gettext("Yes"), gettext("No")),
        )


def area_field(
    asked: PairRequest, *, among: Collection[str] | None = None
) -> forms.ChoiceField:
    """Return the field for the area of life that something is part of.

    It offers those `among` which it may be; None says all of them.
    """
    titles = areas.titles(asked.member).items()
    offered = [one for one in titles if among is None or one[0] in among]
    return forms.ChoiceField(
        label=_("What is it part of?"),
        choices=[("", areas.OTHER), *offered],
        required=False,
        error_messages={"invalid_choice": OWN},
    )


def _filled(question: Question) -> dict[str, str]:
    """Return the fields of the form as a question has them."""
    options = enumerate(question.options, start=1)
    return {
        "text": question.text,
        "meanwhile": question.meanwhile,
        "area": question.area,
        **{f"option{number}": text for number, text in options},
    }


class VoteForm(forms.Form):
    """A ballot on one exact list of options."""

    list = LineField()
    reason = LineField()

    def __init__(self, data: QueryDict | None, state: QuestionState) -> None:
        super().__init__(data)
        self.state = state
        for name in option_fields(state.question, state.added):
            self.fields[score_field(name)] = PickField(GIVEN.items())
            self.fields[cannot_field(name)] = forms.BooleanField(required=False)
        self.fields["stake"] = PickField(STAKE.items())

    @property
    def vote(self) -> Vote:
        """The ballot that was filled in, on the list that was read.

        What was left out is a number that no rule allows. Raises `Refused`.
        """
        given, state = self.cleaned_data, self.state
        if given["list"] != list_name(state):
            raise Refused(No.CHANGED)
        names = option_fields(state.question, state.added)
        cannot = [given[cannot_field(name)] for name in names]
        scores = [number(given[score_field(name)]) for name in names]
        reason = given["reason"]
        return Vote(
            question=state.ref,
            added=state.added,
            scores=tuple(
                0 if off else score for score, off in zip(scores, cannot, strict=True)
            ),
            stake=number(given["stake"]),
            cannot=tuple(place for place, off in enumerate(cannot) if off),
            reason=one_line(reason, longest=REASON_LONGEST) if reason.strip() else "",
        )


def option_fields(question: Question, added: tuple[bytes, ...]) -> list[str]:
    """Name each option in a form, the same however the list changes."""
    own = [str(place) for place in range(len(question.options))]
    return [*own, *map(short_id, added)]


def score_field(option: str) -> str:
    """Name the field of what an option is given."""
    return f"score-{option}"


def cannot_field(option: str) -> str:
    """Name the field that rules an option out, whatever it is given."""
    return f"cannot-{option}"


def list_name(state: QuestionState) -> str:
    """Return what names this exact list in a form."""
    return subject("list", state.ref, *state.added).hex()


class ProposalForm(forms.Form):
    """One of the options, by its number, or words of one's own."""

    option = LineField()
    text = LineField()


def number(text: str) -> int:
    """Return a small number as it was sent, or one that no rule allows."""
    return int(text) if text.isdecimal() and len(text) == 1 else -1


class LineForm(forms.Form):
    """What was already decided, and what it is part of."""

    text = forms.CharField(
        label=_("What was decided?"),
        help_text=_("In one line: We got the blue sofa."),
        max_length=TEXT_LONGEST,
        error_messages=REQUIRED,
    )

    def __init__(self, data: QueryDict | None, asked: PairRequest) -> None:
        super().__init__(data)
        self.fields["area"] = area_field(asked)


class DiaryAnswerForm(forms.Form):
    """How one person has a line of the diary."""

    who = LineField()
    asked = LineField()
    fine = LineField()

    def answer(self, line: bytes, me: Seat) -> DiaryAnswer:
        """Return what was said of one line, by seat."""
        given = self.cleaned_data
        return DiaryAnswer(
            line=line,
            who=who_seats(me).get(given["who"], ""),
            asked=given["asked"],
            fine=given["fine"],
        )


class LeadForm(forms.Form):
    """Who would lead which area."""

    area = LineField()
    seat = LineField()
