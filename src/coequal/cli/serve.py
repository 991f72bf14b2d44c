"""`coequal serve`: pages for people, on this machine."""

from __future__ import annotations

import os
from typing import Final

import click

from coequal.cli.say import say
from coequal.errors import CoequalError

_OF_GUNICORN: Final = (
    *("WEB_CONCURRENCY", "GUNICORN_PID", "GUNICORN_FD", "LISTEN_PID", "LISTEN_FDS"),
    "SENDFILE",
)
"""What the server within would read: our options say the address and the rest."""


@click.command()
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address. If others can reach it, put a proxy with https in front.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    envvar="PORT",
    help="Port, also set by PORT=.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 256),
    default=2,
    show_default=True,
    help="How many processes answer.",
)
def serve(host: str, port: int, workers: int) -> None:
    """Serve on this machine until stopped with Ctrl-C."""
    for name in _OF_GUNICORN:
        os.environ.pop(name, None)
    from coequal.site import listening, server  # noqa: PLC0415  others start sooner

    try:
        with listening.held(host, port) as held:
            server.prepare()
            at = listening.shown(held)
            server.serve(
                held,
                workers=workers,
                when_ready=lambda: say(f"Coequal is at {at}  (stop with Ctrl-C)"),
            )
    except CoequalError as error:
        raise click.ClickException(str(error)) from None
