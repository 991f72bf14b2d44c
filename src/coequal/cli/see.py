"""`coequal instrument` and `coequal picture`."""

from __future__ import annotations

from pathlib import Path

import click

from coequal.cli.answer_file import (
    AnswerFile,
    new_questions,
    read_answers,
    read_together,
)
from coequal.cli.as_json import instrument_data, picture_data
from coequal.cli.json_file import STDIN, WrongFile, shown
from coequal.cli.names import names_of
from coequal.cli.options import pair_option
from coequal.cli.out_file import check_place, is_there, same_file, write_private
from coequal.cli.say import say_json, say_lines
from coequal.cli.telling import tell_instrument, tell_picture
from coequal.content.findings import told
from coequal.content.load import Content, content
from coequal.core.people import Pair, PairType
from coequal.core.see.answers import Answers
from coequal.core.see.instrument import ChapterName
from coequal.core.see.picture import picture as picture_of

ALL = "all"
_as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.command()
@pair_option
@click.option(
    "--chapter",
    type=click.Choice([*(name.value for name in ChapterName), ALL]),
    default=ChapterName.SHORT.value,
    show_default=True,
    help="The short form, more areas, who carries what, how good it is, or all.",
)
@_as_json
def instrument(pair: str, chapter: str, as_json: bool) -> None:
    """Show the questions: one chapter, or all of them."""
    form = content(PairType(pair)).instrument
    items = [item for item in form.items if chapter in {item.chapter.value, ALL}]
    if as_json:
        say_json(instrument_data(form, items))
    else:
        say_lines(tell_instrument(form, items))


@click.command()
@click.argument("a", type=click.Path(path_type=Path), metavar="A.json")
@click.argument(
    "b", type=click.Path(path_type=Path), metavar="[B.json]", required=False
)
@_as_json
@click.option(
    "--html",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write it as one page for a browser.",
)
@click.option("--force", is_flag=True, help="Overwrite the page if there is one.")
@click.option("--numbers", is_flag=True, help="Also show how sure it is, in numbers.")
def picture(  # noqa: PLR0913, PLR0917  click hands over every option
    a: Path,
    b: Path | None,
    as_json: bool,
    html: Path | None,
    force: bool,
    numbers: bool,
) -> None:
    """Draw the picture of one person's answers, or of two people's.

    The first file is person A. With two files every figure rests on what you both
    answered. Name a file - to read standard input.
    """
    if as_json and html is not None:
        raise click.UsageError("--html and --json: expected one of the two.")
    if a == b == STDIN:
        message = "-: use it for one of the two files only. It can be read just once."
        raise click.UsageError(message)
    first = read_answers(a)
    second = None if b is None else read_answers(b, beside=first)
    files = [first] if second is None else [first, second]
    by, given, other = _read(first, second)
    names = names_of([one.path.stem for one in files])
    if html is not None:
        _check_page(html, files, replace=force)
        _write_page(html, by, Pair(a=given, b=other), names, replace=force)
        return
    drawn = picture_of(by.instrument, given, other)
    found = told(by.instrument, drawn, names)
    if as_json:
        say_json(picture_data(drawn, found))
        return
    say_lines(tell_picture(by, drawn, names, found, numbers=numbers))
    say_lines(line for one in files for line in _new(one))


def _read(
    first: AnswerFile, second: AnswerFile | None
) -> tuple[Content, Answers, Answers | None]:
    """Return the form that the picture is drawn by, and what counts of each file."""
    if second is None:
        return first.content, first.answers, None
    by, both = read_together(first, second)
    return by, both.a, both.b


def _new(file: AnswerFile) -> list[str]:
    """Say what the form asks by now that it did not ask then."""
    if not file.new:
        return []
    name = shown(file.path)
    ask = f"coequal ask --pair {file.pair} --out {name}"
    return ["", f"{name}: {new_questions(file)} since. To answer: {ask}"]


def _check_page(path: Path, files: list[AnswerFile], *, replace: bool) -> None:
    """Let the page never be written over the answers it is made of."""
    for given in files:
        if same_file(path, given.path):
            raise WrongFile(path, "holds answers. Choose another name for the page")
    if is_there(path) and not replace:
        raise WrongFile(path, "already exists. Add --force to overwrite it")
    check_place(path)


def _write_page(
    path: Path,
    by: Content,
    answers: Pair[Answers | None],
    names: Pair[str],
    *,
    replace: bool,
) -> None:
    """Write the page for a browser."""
    from coequal.cli import html_page  # noqa: PLC0415  other runs start sooner

    text = html_page.page(by, answers, names=names)
    write_private(path, text, replace=replace)
    say_lines([f"{shown(path)} is written. Open it in a browser, or print it."])
