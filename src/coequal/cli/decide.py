"""`coequal decide`: what two people's ballots come to, and whose wish it was lately."""

from __future__ import annotations

from pathlib import Path

import click

from coequal.cli.decide_file import read_decisions
from coequal.cli.decide_telling import tell_decisions
from coequal.cli.decided import decisions_data, looked_at
from coequal.cli.say import say_json, say_lines


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def decide(file: Path, as_json: bool) -> None:
    """Weigh questions together, from a file of both people's ballots.

    For what is still open it says what would be fair, and what each would give up;
    for what was settled, whose wish it was, where that can be said. A file called -
    is standard input.
    """
    looked = looked_at(read_decisions(file))
    if as_json:
        say_json(decisions_data(looked))
        return
    say_lines(tell_decisions(looked))
