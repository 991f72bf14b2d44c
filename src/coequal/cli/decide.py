"""`coequal decide`: what two people's ballots come to, and whose turn it has been."""

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
    """Suggest a fair way, from a file with both people's ratings.

    For each open question it says what would be fair, and what each would give up.
    For what is decided it says whose turn it has been, where that can be told. Name
    the file - to read standard input.
    """
    looked = looked_at(read_decisions(file))
    if as_json:
        say_json(decisions_data(looked))
        return
    say_lines(tell_decisions(looked))
