"""Serving on this machine: the tables are brought up to date first.

The program is loaded once, before the workers are forked, and they share what it takes
in memory. So whatever a process must have for itself is not there yet at that moment:
no connection to the database, no thread, and no random state, as all random bytes come
from the system (`sealed/entropy.py`).
"""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

import django
from django.conf import settings
from django.core.management import call_command
from django.db import Error, connections
from gunicorn.app.base import BaseApplication

from coequal.site import database, environment, installation
from coequal.site.environment import CannotStart

THREADS: Final = 8
"""Of each worker: more than may stand in the waiting room of `people/kdf_slots.py`."""


def prepare() -> None:
    """Bring the tables up to date, check the host's keys, tidy what is over.

    Raises `Unsound` when the database belongs to another `host.key`, or is stored in
    the form of another version, and `CannotStart` when the folder or the database
    cannot be had as they should. Of two at once one waits for the other.
    """
    try:
        _prepare()
    except OSError as error:
        raise CannotStart(installation.unwritable(error)) from error
    except Error as error:
        raise CannotStart(database.fault(error)) from error


def _prepare() -> None:
    # The database is made by the first start: nobody else on the machine may read it.
    os.umask(0o077)
    installation.our_settings()
    database.check_there(environment.home())
    # Read when numpy is imported, which would start a thread for each core. No sum of
    # ours is large enough to need one.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    django.setup()
    from coequal.journal.host import check_home, host  # noqa: PLC0415  after setup
    from coequal.people.tidying import tidy  # noqa: PLC0415  after setup

    with installation.one_start(settings.COEQUAL_HOME):
        check_home()
        call_command("migrate", verbosity=0, interactive=False)
        database.check_whole()
        host()
        tidy()
    connections.close_all()  # or the workers would share one


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
        """Return the application, with all its pages; called before forking."""
        from coequal.site.wsgi import application  # noqa: PLC0415  after setup

        import_module(settings.ROOT_URLCONF)
        # A collection writes to every object it looks at, and each page of memory that
        # is written to is shared no more. It looks at none of what is frozen.
        gc.freeze()
        return application


def serve(held: socket.socket, *, workers: int, when_ready: Callable[[], None]) -> None:
    """Serve at an address that is held, until stopped; say when it answers."""
    Server(
        {
            "bind": f"fd://{held.detach()}",
            "workers": workers,
            "worker_class": "coequal.site.worker.LoopWorker",
            "threads": THREADS,
            "preload_app": True,
            "when_ready": lambda _server: when_ready(),
            # Django asks what a proxy says, and only where COEQUAL_BEHIND_PROXY says
            # that there is one; gunicorn would believe anybody on this machine.
            "forwarded_allow_ips": "",
            # An access log would say who was here, and when.
            "accesslog": None,
            "errorlog": "-",
            "loglevel": "error",
            "control_socket_disable": True,
        }
    ).run()
