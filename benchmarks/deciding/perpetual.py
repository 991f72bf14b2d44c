"""Lackner's rules with a memory, by his own program, where somebody has it.

It is in no package registry: a checkout of it has to lie on PYTHONPATH. What goes by
the same name there is another program. His rules know approval only: here people
approve of what is worth at least half of their own scale.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from functools import partial
from importlib import import_module
from types import SimpleNamespace
from typing import Any, Final

import numpy as np

from deciding.rules import Rule, sides
from deciding.world import Ints, Votes

MODULE: Final = "perpetual_rules"
NAMES: Final = ("per_quota", "per_consensus")
APPROVED: Final = 0.5
BOTH: Final = (0, 1)


def rules() -> Mapping[str, Rule]:
    """Return some of his rules by name. Raises `ImportError` where there are none."""
    program = import_module(MODULE)
    return {f"perpetual: {name}": partial(_chosen, program, name) for name in NAMES}


def _chosen(program: Any, rule: str, votes: Votes) -> Ints:
    seen = sides(votes)
    couples, decisions, _ = votes.tie.shape
    picked = np.empty((couples, decisions), dtype=np.int64)
    for couple in range(couples):
        weights = program.init_weights(rule, BOTH)
        for at in range(decisions):
            # What not both voted on is decided as if it were, and not remembered.
            kept = weights if votes.cast[couple, at] else deepcopy(weights)
            options = _in_order(seen.standing[couple, at], votes.tie[couple, at])
            asked = _profile(options, seen.worth[:, couple, at])
            picked[couple, at] = program.compute_rule(rule, asked, kept)
    return picked


def _in_order(standing: Any, tie: Any) -> list[int]:
    """Return the options that stand; of tied ones his rules take the first."""
    return [int(one) for one in np.argsort(-tie) if standing[one]]


def _profile(options: list[int], worth: Any) -> SimpleNamespace:
    approved = {
        seat: [one for one in options if worth[seat, one] >= APPROVED] for seat in BOTH
    }
    return SimpleNamespace(
        voters=list(BOTH),
        cands=options,
        approval_sets=approved,
        has_empty_sets=lambda: not all(approved.values()),
    )
