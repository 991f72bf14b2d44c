"""`coequal ask`: the questions in a terminal, one a screen."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NoReturn

import click

from coequal.cli.answer_file import AnswerFile, new_questions, read_answers
from coequal.cli.columns import wrapped
from coequal.cli.json_file import WrongFile, shown
from coequal.cli.options import pair_option
from coequal.cli.out_file import check_place, is_there, write_private
from coequal.cli.replies import ASIDES, BACK, NotUnderstood, choices, reply
from coequal.cli.say import say, say_lines
from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.answers import Value, answers_to
from coequal.core.see.fold import next_page
from coequal.core.see.instrument import ChapterName, Instrument, Page
from coequal.core.see.versions import Given, read

ASIDE_WORDS: Final = {"n": "does not apply", "s": "rather not say"}
# Ctrl-C, and the end of what was piped in.
STOPPED: Final = (KeyboardInterrupt, click.Abort)


@click.command()
@pair_option
@click.option(
    "--chapter",
    type=click.Choice([name.value for name in ChapterName]),
    default=ChapterName.SHORT.value,
    show_default=True,
    help="The short form, more areas, who carries what, or how good it is.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="Where your answers go, as plain text.",
)
def ask(pair: str, chapter: str, out: Path) -> None:
    """Answer the questions here, one a screen.

    Your answers go into a file that `coequal picture` reads.
    """
    form = content(PairType(pair)).instrument
    check_place(out)
    there = is_there(out)
    try:
        before = _before(form, out) if there else None
    except STOPPED:
        say_lines(["", f"{shown(out)} was not changed."])
        sys.exit(1)
    going_on = before is not None
    _introduce(out, going_on=going_on)
    asking = _asking(form, chapter, before)
    try:
        asking.run(chapter)
    except STOPPED:
        _stop(asking, out, going_on=going_on)
    _save(asking, out, replace=there)
    say_lines(
        [
            f"Your answers are in {shown(out)}, as plain text.",
            "To see your picture: coequal picture, and the name of that file.",
        ]
    )


@dataclass(slots=True, kw_only=True)
class _Asking:
    """One person going through the pages of a chapter, forth and back.

    `others` are answers to words that are not asked any more; they are kept.
    """

    form: Instrument
    pages: tuple[Page, ...]
    given: dict[str, Value]
    others: Given
    at: int = field(default=0)

    def run(self, chapter: str) -> None:
        """Ask from the first open page on until the last one is answered."""
        first = next_page(self.form, answers_to(self.form, self.given), chapter)
        self.at = self.pages.index(first) if first in self.pages else 0
        while self.at < len(self.pages):
            page = self.pages[self.at]
            self._show(page)
            self._step(page)
            click.clear()

    def _show(self, page: Page) -> None:
        where = f"Question {self.at + 1} of {len(self.pages)} - {page.title}"
        labels = enumerate(choices(self.form, page), start=1)
        asides = [f"{key}  {ASIDE_WORDS[key]}" for key in ASIDES]
        before = self._answered(page)
        say_lines(
            [
                *("", where, ""),
                click.style(page.text, bold=True),
                *([page.hint] * bool(page.hint)),
                "",
                *(f"  {number}  {label}" for number, label in labels),
                "  " + "   ".join([*asides, *([f"{BACK}  back"] * (self.at > 0))]),
                *([f"Before: {before}. Press Enter to keep it."] * bool(before)),
            ]
        )

    def _step(self, page: Page) -> None:
        """Read lines until one is an answer or a step back."""
        while True:
            line = _line(">").strip()
            if line.casefold() == BACK:
                if self.at:
                    self.at -= 1
                    return
                say_lines(["This is the first question."])
            elif not line and self._answered(page):
                self.at += 1
                return
            else:
                try:
                    self.given |= reply(self.form, page, line)
                except NotUnderstood as error:
                    say_lines([str(error)])
                else:
                    self.at += 1
                    return

    def _answered(self, page: Page) -> str:
        """Return in words what was answered on a page before, if it was."""
        if not all(one in self.given for one in page.items):
            return ""
        first = self.given[page.items[0]]
        for key, value in ASIDES.items():
            if first == value:
                return ASIDE_WORDS[key]
        item = self.form.item(page.items[0])
        return item.label(first) if isinstance(first, int) else ""


def _asking(form: Instrument, chapter: str, before: AnswerFile | None) -> _Asking:
    """Begin to ask a chapter; only what is new of who had answered all there was."""
    pages = form.chapter(chapter).pages
    if before is None:
        return _Asking(form=form, pages=pages, given={}, others={})
    known = {item.wording for item in form.items}
    return _Asking(
        form=form,
        pages=tuple(page for page in pages if page in before.new) or pages,
        given=dict(read(form, before.given).given),
        others={one: said for one, said in before.given.items() if one not in known},
    )


def _before(form: Instrument, out: Path) -> AnswerFile | None:
    """Ask what to do with a file that is there.

    Returns the file to go on with, or None if it is begun again. Raises `click.Abort`
    if it is to stay as it is.
    """
    found = _answers(form, out)
    if found is None:
        say_lines([f"{shown(out)} already exists, with something else in it."])
        key = _line("Type o to overwrite it at the end, anything else to stop:")
    else:
        new = f" {new_questions(found).capitalize()}." if found.new else ""
        say_lines(
            [f"{shown(out)} already exists, with {len(found.given)} answers.{new}"]
        )
        key = _line(
            "Type g to go on with it, o to overwrite it, anything else to stop:"
        )
        if key.strip().casefold() == "g":
            return found
    if key.strip().casefold() != "o":
        raise click.Abort
    return None


def _answers(form: Instrument, out: Path) -> AnswerFile | None:
    """Return a file, if it holds answers to this form in whichever version."""
    try:
        found = read_answers(out)
    except WrongFile:
        return None
    return found if found.pair is form.pair else None


def _introduce(out: Path, *, going_on: bool) -> None:
    name = shown(out)
    kept = "keeps what you answered so far" if going_on else "saves nothing"
    plain = (
        f"Your answers go into {name} as plain text. Anybody who opens that file "
        "can read them. Answer where nobody looks over your shoulder."
    )
    keys = (
        "Type the number of an answer, or its first letters, and press Enter. "
        f"Ctrl-C stops and {kept}."
    )
    say_lines([plain, keys])


def _stop(asking: _Asking, out: Path, *, going_on: bool) -> NoReturn:
    """End before the last question."""
    if going_on:
        _save(asking, out, replace=True)
        say_lines(["", f"Stopped. {shown(out)} keeps what you answered so far."])
    else:
        say_lines(["", "Stopped before the last question. Nothing was saved."])
    sys.exit(1)


def _save(asking: _Asking, out: Path, *, replace: bool) -> None:
    """Write the answers in the order of the form, as `coequal picture` reads them."""
    form, given = asking.form, asking.given
    asked = {one.wording: given[one.id] for one in form.items if one.id in given}
    data = {
        "instrument": form.name,
        "version": form.version,
        "pair": form.pair.value,
        "answers": {**asked, **asking.others},
    }
    write_private(out, json.dumps(data, indent=2) + "\n", replace=replace)


def _line(prompt: str) -> str:
    say(f"{wrapped(prompt)} ", nl=False)
    # As bytes, so that letters that are no text cost one line and not the rest.
    raw = b"" if sys.stdin is None else sys.stdin.buffer.readline()
    line = raw.decode("utf-8", "replace")
    if not line:
        raise click.Abort
    if not sys.stdin.isatty():
        say()
    return line
