from __future__ import annotations

import pytest

from coequal.sealed import wraps


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch quickly; the real cost is pinned in test_wraps and in the vectors."""
    least = wraps.Profile(memory=8192, passes=1)
    monkeypatch.setitem(wraps.PROFILES, 1, least)
