"""The journal as Django knows it."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from coequal.journal.fields import AS_THEY_ARE


class JournalConfig(AppConfig):
    """The append-only journal of sealed entries."""

    name = "coequal.journal"
    label = "journal"

    def ready(self) -> None:
        """Let no text that is none keep SQLite from answering: its row is damaged."""
        connection_created.connect(_take_any_text, dispatch_uid=self.name)


def _take_any_text(connection: BaseDatabaseWrapper, **_: Any) -> None:
    if connection.vendor == "sqlite":
        connection.connection.text_factory = _text


def _text(stored: bytes) -> str:
    return stored.decode(errors=AS_THEY_ARE)
