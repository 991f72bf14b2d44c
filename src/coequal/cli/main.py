"""The command `coequal`."""

from __future__ import annotations

import os
from types import MappingProxyType
from typing import Final

import click

from coequal.cli.one_line import OneLine

COMMANDS: Final = MappingProxyType(
    {
        "ask": ("coequal.cli.ask", "Answer the questions here, one a screen."),
        "check": (
            "coequal.cli.check",
            "Check how this machine is set up, before it serves.",
        ),
        "decide": (
            "coequal.cli.decide",
            "Suggest a fair way, from a file with both people's ratings.",
        ),
        "instrument": (
            "coequal.cli.see",
            "Show the questions: one chapter, or all of them.",
        ),
        "picture": (
            "coequal.cli.see",
            "Draw the picture of one person's answers, or of two people's.",
        ),
        "serve": (
            "coequal.cli.serve",
            "Serve on this machine until stopped with Ctrl-C.",
        ),
        "trend": (
            "coequal.cli.trend",
            "Say what has clearly changed, from a file of two people's weeks.",
        ),
    }
)


@click.group(cls=OneLine, lazy=COMMANDS)
@click.version_option(package_name="coequal")
@click.pass_context
def main(context: click.Context) -> None:
    """See together who has a say in what, and who carries it."""
    if os.environ.get("NO_COLOR"):
        context.color = False
