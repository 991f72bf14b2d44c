"""What somebody wrote or is called, on any page: `{{ one.text|said }}`."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def said(text: object) -> SafeString:
    """Draw a text of somebody's so that it stays apart from the words of the page.

    Its direction turns nothing round that stands beside it, and a browser that
    translates the page leaves it as it was written.
    """
    return format_html('<bdi translate="no">{}</bdi>', text)
