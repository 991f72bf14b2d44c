"""How forms and codes are written on a page: `{% load fields %}`."""

from __future__ import annotations

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def complete(field: BoundField, what: str) -> SafeString:
    """Draw a field, telling the browser what it may fill in and to leave spelling be.

    In a template: `{{ form.phrase|complete:"new-password" }}`.
    """
    quiet: dict[str, str | bool] = {
        "autocomplete": what,
        "autocapitalize": "none",
        "spellcheck": "false",
    }
    return field.as_widget(attrs=quiet)


@register.filter
def groups(code: str) -> list[str]:
    """Split a code at its hyphens.

    >>> groups("000G-40R4")
    ['000G', '40R4']
    """
    return code.split("-")
