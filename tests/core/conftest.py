from __future__ import annotations

import pytest

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.instrument import Constants, Instrument


@pytest.fixture(scope="session")
def form() -> Instrument:
    """The form for two partners, as shipped."""
    return content(PairType.PARTNERS).instrument


@pytest.fixture(scope="session")
def constants(form: Instrument) -> Constants:
    return form.constants
