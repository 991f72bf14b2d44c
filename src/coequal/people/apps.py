"""People as Django knows them."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, sessions, pairs and invitations."""

    name = "coequal.people"
    label = "people"
