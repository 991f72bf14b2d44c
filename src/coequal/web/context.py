"""Rendering a template with a context that is a frozen dataclass.

A page's names are written down once, as the fields of a class, so that mypy finds a
view that leaves one out, misspells one or gives it another type.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True, kw_only=True)
class FormContext:
    """What a page knows that has a form and nothing else."""

    form: Form


def form_status(form: Form | None) -> int:
    """Return the status of a page with a form: 422 where it comes back unsaved."""
    return 422 if form is not None and form.is_bound else 200


def render_context(
    request: HttpRequest,
    template: str,
    *contexts: DataclassInstance,
    status: int = 200,
) -> HttpResponse:
    """Render a template; it knows the fields of its contexts by their names."""
    names = {name: value for one in contexts for name, value in named(one).items()}
    return render(request, template, names, status=status)


def named(context: DataclassInstance) -> dict[str, Any]:
    """Return a context as the names that a template knows."""
    # Not `asdict`: it would make dicts of the entries and values inside as well.
    return {one.name: getattr(context, one.name) for one in fields(context)}
