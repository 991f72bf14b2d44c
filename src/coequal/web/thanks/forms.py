"""The form of thanks, said or written."""

from __future__ import annotations

from django import forms

from coequal.web.two.forms import LineField, RefField


class ThanksForm(forms.Form):
    """A line or a letter of thanks, or the button beside one."""

    text = LineField()
    ref = RefField()
