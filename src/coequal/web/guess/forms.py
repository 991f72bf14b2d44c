"""Forms of Guess me."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.core.guess.entries import NO_IDEA
from coequal.core.people import Seat
from coequal.web.account.forms import REQUIRED
from coequal.web.pairs.forms import CalledField, pair_field, refuse_alike

LONG = 20
"""How long a name may be: it stands in a tile a third as wide as a phone."""
SKIP = "skip"
HAND = "hand"


def _name_field(label: Any) -> CalledField:
    return CalledField(
        label=label,
        max_length=LONG,
        required=False,
        error_messages=REQUIRED,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class Begin(forms.Form):
    """What to call the two, who may do without names, and what they are."""

    first = _name_field(gettext_lazy("Who has the phone now?"))
    second = _name_field(gettext_lazy("And who’s beside you?"))
    pair = pair_field()

    def clean(self) -> None:
        """Call whoever gives no name by their sign; refuse one name for both."""
        for field, sign in (("first", _("Circle")), ("second", _("Square"))):
            if field not in self.errors:
                self.cleaned_data[field] = self.cleaned_data.get(field) or sign
        refuse_alike(self, "first", "second")


class Tap(forms.Form):
    """A tap on one card: what one says, what one guesses, or another button."""

    own = forms.CharField(required=False)
    guess = forms.CharField(required=False)
    do = forms.ChoiceField(choices=[(SKIP, SKIP), (HAND, HAND)], required=False)
    seat = forms.CharField(required=False)

    def __init__(self, data: Any, values: Collection[str]) -> None:
        super().__init__(data)
        self.values = values

    def clean_own(self) -> str:
        """Return what was tapped, if the card has it."""
        return self._checked("own", {*self.values, ""})

    def clean_guess(self) -> str:
        """Return what was tapped, if the card has it; or no idea."""
        return self._checked("guess", {*self.values, NO_IDEA, ""})

    def clean(self) -> None:
        """Refuse a form in which nothing was tapped."""
        tapped = (self.cleaned_data.get(name) for name in ("own", "guess", "do"))
        if not self.errors and not any(tapped):
            raise ValidationError(_("Tap an answer, or skip this one."))

    def _checked(self, field: str, known: Collection[str]) -> str:
        tapped = str(self.cleaned_data[field])
        if tapped not in known:
            raise ValidationError(_("This answer isn’t on the card."))
        return tapped


class SignTap(forms.Form):
    """Whose sign was tapped, to keep the picture."""

    sign = forms.TypedChoiceField(choices=[(s, s) for s in Seat], coerce=Seat)
