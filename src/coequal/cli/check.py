"""`coequal check`: whether this machine is set up to serve. It writes nothing."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from coequal.cli.json_file import harmless
from coequal.cli.say import say, say_json
from coequal.errors import CoequalError

if TYPE_CHECKING:
    from coequal.site.checkup.remark import Remark


@click.command()
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to serve at.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="Port that needs to be free. Leave it out for any port.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")
@click.pass_context
def check(context: click.Context, host: str, port: int, *, as_json: bool) -> None:
    """Check how this machine is set up, before it serves.

    Each thing to mend gets one line: the setting, and what to do. The exit status is 1
    if there is something to mend, and 0 if not. Nothing is created or changed.
    """
    from coequal.site.checkup.all_of_it import all_of_it  # noqa: PLC0415  others start sooner

    try:
        found = all_of_it(host, port)
    except CoequalError as error:
        raise click.ClickException(str(error)) from None
    problems = sum(one.problem for one in found)
    if as_json:
        say_json({"ok": not problems, "findings": [asdict(one) for one in found]})
    else:
        _tell(found, problems)
    context.exit(1 if problems else 0)


def _tell(found: list[Remark], problems: int) -> None:
    for one in found:
        word = "problem" if one.problem else "note"
        line = " ".join(f"{word}: {one.setting}: {one.says}".split())
        say(harmless(line))
    if not problems:
        say("Everything is set up.")
    elif problems == 1:
        say("1 problem to mend.")
    else:
        say(f"{problems} problems to mend.")
