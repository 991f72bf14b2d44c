"""Forms of seeing: what is tapped, ticked and written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from coequal.core.characters import seen, tamed
from coequal.core.lines import NoLine, one_line
from coequal.core.people import PairType, Role
from coequal.core.see.answers import NA, SKIP, Value
from coequal.core.see.instrument import Page
from coequal.core.see.sign_entries import Often
from coequal.errors import Refused
from coequal.web import pair_types
from coequal.web.see import signs_store
from coequal.web.two.forms import LineField, PickField, TicksField

CLEAR: Final = "clear"
"""What is sent for a card that nothing is to be said of after all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InMind:
    """What two are to each other, and which of them one is, where one said so."""

    pair: PairType
    role: Role | None


def _whom(sent: str) -> InMind:
    pair, _space, role = sent.partition(" ")
    return InMind(pair=PairType(pair), role=Role(role) if role else None)


def whoms() -> list[tuple[str, str]]:
    """Return all that a button can send, with its words."""
    kinds = {one.value: one for one in pair_types.all_of() + pair_types.with_roles()}
    return [(value, one.name) for value, one in kinds.items()]


class WhomForm(forms.Form):
    """What the two are to each other, in one tap."""

    pair = forms.TypedChoiceField(choices=whoms, coerce=_whom)


class AnswerForm(forms.Form):
    """What was tapped on one page of the questions."""

    a = LineField()

    def values(self, page: Page) -> dict[str, Value]:
        """Return it by item. Raises `Refused` for what no button of ours sends."""
        given = self.cleaned_data["a"]
        value = given if given in {NA, SKIP} else _number(given)
        return dict.fromkeys(page.items, value)


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        message = "expected a number"
        raise Refused(message) from None


class AgainForm(forms.Form):
    """Begin to answer all of it again, or go back."""

    do = LineField()


class NoticeForm(forms.Form):
    """One tap on one card: the field bears the id of its sign."""

    def __init__(self, data: QueryDict | None) -> None:
        super().__init__(data)
        values = (*(str(one.value) for one in Often), CLEAR)
        for sign in signs_store.signs():
            self.fields[sign.id] = PickField((one, one) for one in values)

    def clean(self) -> dict[str, Any]:
        """Refuse what no button of ours sends."""
        if not any(self.cleaned_data.values()):
            raise forms.ValidationError(message="no card was tapped")
        return self.cleaned_data

    @property
    def tap(self) -> tuple[str, str]:
        """Which sign, and what of it."""
        return next(one for one in self.cleaned_data.items() if one[1])


class ChooseForm(forms.Form):
    """The parts that somebody would open."""

    part = TicksField()


class SignForm(forms.Form):
    """A button beside a sign, which it names."""

    sign = forms.ChoiceField(
        choices=lambda: [(one.id, one.text) for one in signs_store.signs()]
    )


class OneLineForm(forms.Form):
    """One line; where it cannot stand, it is said why, and that it is still there.

    `empty` is said where nothing is written.
    """

    text = LineField()

    def __init__(self, data: QueryDict, *, longest: int, empty: Promise | str) -> None:
        super().__init__(data)
        self.longest, self.empty = longest, empty

    def clean_text(self) -> str:
        """Return the line as it can stand."""
        text = self.cleaned_data["text"]
        try:
            return one_line(text, longest=self.longest)
        except Refused as refused:
            raise forms.ValidationError(self._why_not(refused, text)) from None

    def _why_not(self, refused: Refused, text: str) -> str:
        if refused.args[0] is NoLine.EMPTY:
            return str(self.empty)
        long = _(
            "This is %(length)s characters long. There’s room for %(longest)s. "
            "It’s all still here: make it shorter."
        )
        return long % {"length": len(" ".join(text.split())), "longest": self.longest}


class LeftForm(forms.Form):
    """A button below a line: it takes nobody on past words that were not sent.

    `stands` is what I sent before; that may stay in the field.
    """

    text = LineField()

    def __init__(self, data: QueryDict, *, stands: str) -> None:
        super().__init__(data)
        self.stands = stands

    def clean_text(self) -> str:
        """Return what is in the field, if nothing is lost by going on."""
        line = " ".join(tamed(self.cleaned_data["text"]).split())
        if seen(line) and line != self.stands:
            raise forms.ValidationError(self._not_yet())
        return line

    def _not_yet(self) -> str:
        if self.stands:
            return _(
                "Your change isn’t shared yet. Share it, or empty the field to go on."
            )
        return _("Your step isn’t shared yet. Share it, or empty the field to go on.")
