from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.sealed.entropy import fresh, seeded


def test_the_system_never_gives_the_same_twice() -> None:
    assert len({fresh(16, "test", b"same") for _ in range(1000)}) == 1000


@given(size=st.integers(0, 100))
def test_as_many_bytes_come_as_were_asked_for(size: int) -> None:
    assert len(fresh(size, "test")) == size
    with seeded(b"seed"):
        assert len(fresh(size, "test")) == size


def test_seeded_bytes_follow_from_what_they_are_for() -> None:
    with seeded(b"seed"):
        first = fresh(16, "test", b"about")
        assert fresh(16, "test", b"about") == first
        assert fresh(16, "other", b"about") != first
        assert fresh(16, "test", b"abou", b"t") != first
        assert not fresh(32, "test", b"about").startswith(first)
    with seeded(b"another seed"):
        assert fresh(16, "test", b"about") != first


def test_what_is_asked_in_between_shifts_nothing() -> None:
    with seeded(b"seed"):
        quiet = fresh(16, "test", b"last")
    with seeded(b"seed"):
        fresh(16, "test", b"a private act")
        assert fresh(16, "test", b"last") == quiet


def test_a_seed_reaches_other_threads() -> None:
    with seeded(b"seed"), ThreadPoolExecutor(1) as pool:
        there = pool.submit(fresh, 16, "test").result()
        assert there == fresh(16, "test")


def test_the_former_source_is_back_even_after_an_error() -> None:
    with seeded(b"seed"):
        outer = fresh(16, "test")
        with pytest.raises(KeyError), seeded(b"inner"):
            raise KeyError
        assert fresh(16, "test") == outer
    assert fresh(16, "test") != outer
