"""What people say in the tests of this room, drawn and made up."""

from __future__ import annotations

from hypothesis import strategies as st

from coequal.core.month.check_in import CheckIn, Facet

STEPS = st.none() | st.integers(0, 6)
CHECK_INS = st.builds(CheckIn, **{str(facet): STEPS for facet in Facet})
WEEKS = st.lists(CHECK_INS, max_size=60)
FULL = st.builds(CheckIn, **{str(facet): st.integers(0, 6) for facet in Facet})


def week(step: int | None) -> CheckIn:
    """Return a week in which everything is at one step."""
    return CheckIn(heard=step, say=step, load=step, appreciated=step, good=step)


def turned(check_in: CheckIn) -> CheckIn:
    """Return the same week with the scale upside down."""
    said = {facet: check_in[facet] for facet in Facet}
    return CheckIn(
        **{facet: None if step is None else 6 - step for facet, step in said.items()}
    )
