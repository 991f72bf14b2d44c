"""Forms of settling something."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from coequal.core.decide.entries import Question
from coequal.core.decide.rules import OPTION_LONGEST, TEXT_LONGEST
from coequal.web.account.forms import REQUIRED

FIRST_OPTIONS = 3


class Raise(forms.Form):
    """A question with its first options, and what holds meanwhile.

    It may begin with what another question says, but for its last day.
    """

    text = forms.CharField(
        label=_("What is to settle?"),
        help_text=_("In one line, as a question: Where do we spend New Year?"),
        max_length=TEXT_LONGEST,
        error_messages=REQUIRED,
    )
    meanwhile = forms.CharField(
        label=_("What holds meanwhile?"),
        help_text=_("So that waiting is not a way to decide: We book nothing yet."),
        max_length=TEXT_LONGEST,
        error_messages=REQUIRED,
    )
    until = forms.DateField(
        label=_("Last day to weigh it, if there is one"),
        help_text=_("It opens nothing. It only ends the wait."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Write a day, such as 2026-12-31.")},
    )
    ours = forms.BooleanField(
        label=_("This is for the two of us to settle"),
        error_messages={
            "required": _("Tick it if it is. If it is yours alone, you need nobody.")
        },
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        areas: Sequence[tuple[str, str]],
        again: Question | None = None,
    ) -> None:
        super().__init__(data, initial=None if again is None else _filled(again))
        self.fields["area"] = forms.ChoiceField(
            label=_("What is it part of?"),
            choices=[("", _("Something else")), *areas],
            required=False,
        )
        for number in range(1, FIRST_OPTIONS + 1):
            self.fields[f"option{number}"] = forms.CharField(
                label=_("Option %(number)s") % {"number": number},
                max_length=OPTION_LONGEST,
                required=number < FIRST_OPTIONS,
                error_messages=REQUIRED,
            )
        self.order_fields(
            ["text", "option1", "option2", "option3", "meanwhile", "area", "until"]
        )

    @property
    def options(self) -> tuple[str, ...]:
        """The options that were written."""
        numbers = range(1, FIRST_OPTIONS + 1)
        written = (self.cleaned_data[f"option{number}"] for number in numbers)
        return tuple(one for one in written if one)

    @property
    def last_second(self) -> int:
        """The end of the last day, by universal time; 0 if there is none."""
        day = self.cleaned_data["until"]
        if not day:
            return 0
        return int(datetime.combine(day, time(23, 59, 59), UTC).timestamp())


def _filled(question: Question) -> dict[str, str]:
    """Return the fields of the form as a question has them."""
    options = enumerate(question.options, start=1)
    return {
        "text": question.text,
        "meanwhile": question.meanwhile,
        "area": question.area,
        **{f"option{number}": text for number, text in options},
    }
