"""The keys of this host, checked against the database they belong to."""

from __future__ import annotations

from functools import cache

from django.conf import settings

from coequal.errors import Unsound
from coequal.journal.models import Installation
from coequal.sealed.host import Host, load


@cache
def host() -> Host:
    """Return this host's keys.

    Raises `Unsound` when the database was made under another `host.key`:
    going on would make every name, tag and closed row unreadable.
    """
    keys = load(settings.COEQUAL_HOME)
    # The first start names the key; every later one compares.
    installation, _ = Installation.objects.get_or_create(
        pk=1, defaults={"host": keys.id}
    )
    if installation.host != keys.id:
        message = "this database belongs to another host.key"
        raise Unsound(message)
    return keys
