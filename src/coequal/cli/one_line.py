"""However a command ends that cannot go on: in one line, and never in a traceback."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

import click

from coequal.cli.json_file import harmless
from coequal.cli.lazy_group import LazyGroup
from coequal.cli.say import say

FULL: Final = 74
"""The exit status of what could not be written (EX_IOERR of sysexits.h)."""


class OneLine(LazyGroup):
    """A group whose commands end in one line, whatever the system refuses them."""

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        *,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command; as a program, end with its status."""
        if not standalone_mode:
            return super().main(args, prog_name, standalone_mode=False, **extra)
        try:
            status = super().main(args, prog_name, standalone_mode=False, **extra)
            if sys.stdout is not None:
                sys.stdout.flush()
        except click.exceptions.NoArgsIsHelpError as error:
            status = error.exit_code
            error.show()
        except click.ClickException as error:
            status = error.exit_code
            _tell(_line(error))
        except (click.Abort, KeyboardInterrupt):
            status = 1
            _tell("stopped")
        except OSError as error:
            status = _written_nowhere(error)
        sys.exit(status if isinstance(status, int) else 0)


def _line(error: click.ClickException) -> str:
    """Return what is wrong; of a command that was not typed well, where to look."""
    line = error.format_message()
    if not isinstance(error, click.UsageError) or error.ctx is None:
        return line
    setting = getattr(getattr(error, "param", None), "envvar", None)
    also = f" It may be set by {setting}." if setting and setting in os.environ else ""
    return f"{line}{also} See {error.ctx.command_path} --help."


def _tell(line: str) -> None:
    with suppress(OSError):  # where nothing can be said, the status says it
        say(f"coequal: {harmless(' '.join(line.split()))}", err=True)


def _written_nowhere(error: OSError) -> int:
    """End where the system refuses; whoever closed a pipe has read enough."""
    if error.errno != errno.EPIPE:
        where = f"{error.filename}: " if error.filename else "output: "
        _tell(f"{where}{(error.strerror or type(error).__name__).lower()}")
    # What is still held back would be tried again, and fail again, at the very end.
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    return FULL
