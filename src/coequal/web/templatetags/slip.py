"""What every form carries: Django's token, and the slip of who sees it.

It takes the name of Django's own tag, so that no form can have one without the other.
"""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from coequal.web.drafts import slips

register = template.Library()


@register.simple_tag(takes_context=True)
def csrf_token(context: Context) -> SafeString:
    """Draw the token of a form, and its slip."""
    request, given = getattr(context, "request", None), context.get("csrf_token")
    if request is None or not given:  # a page that is made once, for everybody
        return SafeString("")
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<input type="hidden" name="{}" value="{}">',
        given,
        slips.FIELD,
        slips.of(request),
    )
