"""Serving on this machine: the tables are brought up to date first."""

from __future__ import annotations

import os
from typing import Any

import django
from django.core.management import call_command
from django.db import connections
from gunicorn.app.base import BaseApplication


def prepare() -> None:
    """Bring the tables up to date, check the host's keys, tidy what is over.

    Raises `Unsound` when the database belongs to another `host.key`.
    """
    # The database is made by the first start: nobody else on the machine may read it.
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coequal.site.settings")
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    from coequal.journal.host import host  # noqa: PLC0415  after setup
    from coequal.people.tidying import tidy  # noqa: PLC0415  after setup

    host()
    tidy()
    connections.close_all()  # the workers are forked from here


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn with our settings; it writes no access log."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        """Hand our options over."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Return the application, loaded in each worker."""
        from coequal.site.wsgi import application  # noqa: PLC0415  in the worker

        return application


def serve(*, host: str, port: int, workers: int) -> None:
    """Serve until stopped."""
    Server(
        {
            "bind": f"{host}:{port}",
            "workers": workers,
            "worker_class": "gthread",
            "threads": 4,
            # An access log would say who was here, and when.
            "accesslog": None,
            "errorlog": "-",
            "loglevel": "error",
            "control_socket_disable": True,
        }
    ).run()
