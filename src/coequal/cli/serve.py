"""`coequal serve`: pages for people, on this machine."""

from __future__ import annotations

import sys

import click

from coequal.errors import Unsound


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address.")
@click.option(
    "--port", default=8000, show_default=True, envvar="PORT", help="Port (or PORT=)."
)
@click.option("--workers", default=2, show_default=True, help="Processes.")
def serve(host: str, port: int, workers: int) -> None:
    """Serve on this machine until stopped with Ctrl-C."""
    from coequal.site import server  # noqa: PLC0415  other commands start sooner

    try:
        server.prepare()
    except Unsound as error:
        click.echo(f"coequal: {error}", err=True)
        sys.exit(1)
    click.echo(f"Coequal is at http://{host}:{port}/  (stop with Ctrl-C)")
    server.serve(host=host, port=port, workers=workers)
