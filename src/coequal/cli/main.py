"""The command `coequal`."""

from __future__ import annotations

import os

import click

from coequal.cli.ask import ask
from coequal.cli.decide import decide
from coequal.cli.see import instrument, picture
from coequal.cli.serve import serve


@click.group()
@click.version_option(package_name="coequal")
@click.pass_context
def main(context: click.Context) -> None:
    """See together who has a say in what, and who carries it."""
    if os.environ.get("NO_COLOR"):
        context.color = False


main.add_command(ask)
main.add_command(decide)
main.add_command(instrument)
main.add_command(picture)
main.add_command(serve)
