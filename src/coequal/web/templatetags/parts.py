"""Links that look alike on many pages: `{% load parts %}`.

An address is named as in `{% url %}`, and one that is not there is an error.
"""

from __future__ import annotations

from django import template
from django.urls import reverse

register = template.Library()


@register.inclusion_tag("parts/back.html")
def back(text: str, to: str, *args: object) -> dict[str, str]:
    """Draw the way back: `{% back _("Us") "pairs:us" %}`."""
    return {"text": text, "url": reverse(to, args=args)}


@register.inclusion_tag("parts/row.html")
def row(title: str, to: str, *args: object, about: str = "") -> dict[str, str]:
    """Draw a row of a list that leads on: `{% row one.title "learn:path" one.id %}`."""
    return {"title": title, "about": about, "url": reverse(to, args=args)}


@register.inclusion_tag("parts/own_row.html")
def own_row(
    title: str, to: str, *args: object, about: str = "", thumb: str = ""
) -> dict[str, str]:
    """Draw a row over the whole width, with a small drawing where it has one."""
    url = reverse(to, args=args)
    return {"title": title, "about": about, "url": url, "thumb": thumb}
