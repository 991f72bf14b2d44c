"""The pages as Django knows them."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, forms, templates, static files and figures."""

    name = "coequal.web"
    label = "web"
