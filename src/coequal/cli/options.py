"""Options that several commands share."""

from __future__ import annotations

from typing import Final

import click

from coequal.core.people import PairType

pair_option: Final = click.option(
    "--pair",
    type=click.Choice([kind.value for kind in PairType]),
    default=PairType.PARTNERS.value,
    show_default=True,
    help="What two people are to each other.",
)
