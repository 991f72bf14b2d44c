"""Rendering a template with a context that is a frozen dataclass.

A page's names are written down once, as the fields of a class, so that mypy finds a
view that leaves one out, misspells one or gives it another type.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def render_context(
    request: HttpRequest,
    template: str,
    context: DataclassInstance,
    status: int = 200,
) -> HttpResponse:
    """Render a template; it knows the fields of the context by their names."""
    # Not `asdict`: it would make dicts of the entries and values inside as well.
    named = {one.name: getattr(context, one.name) for one in fields(context)}
    return render(request, template, named, status=status)
