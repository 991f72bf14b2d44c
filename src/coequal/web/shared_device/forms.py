"""The form by which a visitor goes on as the other of two made-up people."""

from __future__ import annotations

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme

from coequal.web.two.forms import LineField


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
