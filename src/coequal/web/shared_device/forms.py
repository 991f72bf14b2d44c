"""Forms for two people at one device."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from coequal.web.account.forms import REQUIRED
from coequal.web.pairs.forms import LONG, CalledField, pair_field, refuse_alike
from coequal.web.two.forms import LineField


def _name_field(label: Any) -> CalledField:
    return CalledField(
        label=label,
        max_length=LONG,
        error_messages=REQUIRED,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class Beside(forms.Form):
    """What to call the two, and what they are to each other."""

    first = _name_field(_("Who answers first?"))
    second = _name_field(_("And who then?"))
    pair = pair_field()

    def clean(self) -> None:
        """Refuse one name for both: no page could tell who is meant."""
        refuse_alike(self, "first", "second")


class Swap(forms.Form):
    """The button that hands over the browser, and the page to stay on."""

    to = LineField()

    def clean_to(self) -> str:
        """Return an address of this site, wherever a form asked to go."""
        to = str(self.cleaned_data["to"])
        # A form of some other page could name any address: it would be sent there from
        # here, and look as if it were ours.
        ours = to.startswith("/") and url_has_allowed_host_and_scheme(
            to, allowed_hosts=None
        )
        return to if ours else "shared_device:home"
