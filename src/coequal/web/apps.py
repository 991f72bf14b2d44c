"""The pages as Django knows them."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, forms, templates, static files and figures."""

    name = "coequal.web"
    label = "web"

    def ready(self) -> None:
        """Read what the rooms declare: a word that one forgot is an error at start."""
        import_module("coequal.web.rooms")
