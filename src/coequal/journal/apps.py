"""The journal as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The append-only journal of sealed entries."""

    name = "coequal.journal"
    label = "journal"
