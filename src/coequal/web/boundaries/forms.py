"""The forms of one's own boundary: its lines, and what it is about."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coequal.core.boundaries.rules import LONGEST
from coequal.web.account.forms import REQUIRED
from coequal.web.two.forms import RefField


class BoundaryForm(forms.Form):
    """What is mine, what I do if it happens, and what I ask."""

    mine = forms.CharField(
        label=_("This is mine:"),
        help_text=_("For example: my phone, and who reads it"),
        max_length=LONGEST,
        error_messages=REQUIRED,
    )
    then = forms.CharField(
        label=_("If someone crosses that line, I"),
        help_text=_("Something that you can do by yourself: take it and go out"),
        max_length=LONGEST,
        required=False,
        error_messages=REQUIRED,
    )
    ask = forms.CharField(
        label=_("What I’d ask"),
        help_text=_("Just for you. This line is never shown."),
        max_length=LONGEST,
        required=False,
        error_messages=REQUIRED,
    )
    ref = RefField()


class AreaForm(forms.Form):
    """What a boundary is about."""

    area = forms.CharField(required=False)
