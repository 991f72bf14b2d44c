"""Forms for two people at one device."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from coequal.web.account.forms import REQUIRED
from coequal.web.pairs.forms import LONG
from coequal.web.see import pair_types


def _name_field(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONG,
        error_messages=REQUIRED,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class Beside(forms.Form):
    """What to call the two, and what they are to each other."""

    first = _name_field(_("Who answers first?"))
    second = _name_field(_("And who then?"))
    pair = forms.ChoiceField(
        label=_("What are you to each other?"),
        choices=pair_types.choices,
        error_messages=REQUIRED,
        widget=forms.Select,
    )

    def clean(self) -> dict[str, Any]:
        """Two people need two names, or neither page tells who is meant."""
        data = self.cleaned_data
        first, second = data.get("first", ""), data.get("second", "")
        if first and first.casefold() == second.casefold():
            self.add_error("second", _("Use two names that differ, as you like."))
        return data
