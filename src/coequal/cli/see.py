"""`coequal instrument` and `coequal picture`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from coequal.cli.answer_file import AnswerFile, read_answers
from coequal.cli.as_json import instrument_data, picture_data
from coequal.cli.names import names_of
from coequal.cli.telling import tell_instrument, tell_picture
from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.picture import picture as picture_of

_as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.command()
@click.option(
    "--pair",
    type=click.Choice([kind.value for kind in PairType]),
    default=PairType.PARTNERS.value,
    show_default=True,
    help="What two people are to each other.",
)
@_as_json
def instrument(pair: str, as_json: bool) -> None:
    """Show the questions of the short form."""
    form = content(PairType(pair)).instrument
    if as_json:
        _print_json(instrument_data(form))
    else:
        click.echo(tell_instrument(form))


@click.command()
@click.argument("a", type=click.Path(path_type=Path), metavar="A.json")
@click.argument(
    "b", type=click.Path(path_type=Path), metavar="[B.json]", required=False
)
@_as_json
def picture(a: Path, b: Path | None, as_json: bool) -> None:
    """Draw the picture of one person's answers, or of two people's.

    The first file is seat A. With two files every figure rests on what both gave.
    """
    first = read_answers(a)
    second = None if b is None else read_answers(b, beside=first)
    drawn = picture_of(
        first.content.instrument, first.answers, second.answers if second else None
    )
    if as_json:
        _print_json(picture_data(drawn))
        return
    click.echo(tell_picture(first.content, drawn, names_of(_stems(first, second))))


def _stems(*found: AnswerFile | None) -> list[str]:
    return [one.path.stem for one in found if one is not None]


def _print_json(data: dict[str, Any]) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False))
