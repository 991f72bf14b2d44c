"""A group of commands of which only the one that is run is imported."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """Lists its commands by lines that are given, so that `--help` imports none.

    `lazy` names the module of each command, whose name there is that of the command,
    and its line. Else as click's own page on complex applications shows it, where
    listing imports each command for its line.
    """

    def __init__(
        self, *, lazy: Mapping[str, tuple[str, str]], **attributes: Any
    ) -> None:
        super().__init__(**attributes)
        self._modules = {name: module for name, (module, _) in lazy.items()}
        # They stand for the commands wherever click lists, completes or suggests.
        for name, (_, line) in lazy.items():
            self.add_command(click.Command(name, help=line))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is to be run, imported now."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, self.load(name) if name in self._modules else command, rest

    def load(self, name: str) -> click.Command:
        """Import a command."""
        command = getattr(import_module(self._modules[name]), name)
        assert isinstance(command, click.Command)
        return command
