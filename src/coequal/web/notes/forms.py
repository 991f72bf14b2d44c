"""The forms of Notes: what a button asks for, and what was written or ticked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from coequal.content.notes import Factor, FreeQuestion, WarningSign
from coequal.core.notes import screening
from coequal.core.notes.entries import Given
from coequal.web.account.forms import phrase_field
from coequal.web.notes.open_page import View, view
from coequal.web.two.forms import LineField, TextForm


class Unlock(forms.Form):
    """The passphrase, asked again."""

    phrase = phrase_field(_("Passphrase"), new=False)


class PressForm(forms.Form):
    """What every button of Notes sends beside the fields of its page."""

    do = LineField()
    leaf = LineField()
    to = LineField()


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A button that was pressed: what it does, on which leaf, or where it goes."""

    do: str
    leaf: str
    to: View


def pressed(sent: QueryDict) -> Press:
    """Return which button was pressed; what was not sent is empty."""
    given = _read(PressForm(sent))
    return Press(do=given["do"], leaf=given["leaf"], to=view(given["to"]))


def text_of(sent: QueryDict) -> str:
    """Return the text that was sent, every sign of it; empty if there was none."""
    return _read(TextForm(sent))["text"]


class WasForm(forms.Form):
    """What names the text that one saw before changing it."""

    was = LineField()


def was_of(sent: QueryDict) -> str:
    """Return what named the text that was changed; empty if nothing did."""
    return _read(WasForm(sent))["was"]


class SignsForm(forms.Form):
    """How often each sign of one page happens, since when, and how it is lately."""

    def __init__(self, sent: QueryDict, signs: Iterable[WarningSign]) -> None:
        super().__init__(sent)
        self.signs = tuple(sign.id for sign in signs)
        for sign in self.signs:
            for part in ("often", "since", "lately"):
                self.fields[f"{part}-{sign}"] = LineField()

    @property
    def ticked(self) -> dict[str, Given]:
        """What was ticked, by sign. Raises `Refused` for what the page offers not."""
        sent = _read(self)
        given = {
            sign: screening.ticked(
                sent[f"often-{sign}"], sent[f"since-{sign}"], sent[f"lately-{sign}"]
            )
            for sign in self.signs
        }
        return {sign: one for sign, one in given.items() if one}


class TiltsForm(forms.Form):
    """With whom there is more of each factor."""

    def __init__(self, sent: QueryDict, factors: Iterable[Factor]) -> None:
        super().__init__(sent)
        self.factors = tuple(factor.id for factor in factors)
        for factor in self.factors:
            self.fields[f"tilt-{factor}"] = LineField()

    @property
    def tilts(self) -> dict[str, str]:
        """What was ticked, by factor. Raises `Refused` for what is not offered."""
        sent = _read(self)
        return screening.tilts({one: sent[f"tilt-{one}"] for one in self.factors})


class FreeForm(forms.Form):
    """How free one is, at each question of one page."""

    def __init__(self, sent: QueryDict, questions: Iterable[FreeQuestion]) -> None:
        super().__init__(sent)
        self.questions = tuple(question.id for question in questions)
        for question in self.questions:
            self.fields[f"free-{question}"] = LineField()

    @property
    def answers(self) -> dict[str, str]:
        """What was ticked, by question. Raises `Refused` for what is not offered."""
        sent = _read(self)
        return screening.free({one: sent[f"free-{one}"] for one in self.questions})


def _read(form: forms.Form) -> dict[str, str]:
    # Nothing in these forms can be wrong: a `LineField` takes any text, and the
    # rules in `core/notes` judge it.
    form.full_clean()
    return form.cleaned_data
