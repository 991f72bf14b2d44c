"""Every scripted life by itself: what `make test` lives several at a time."""

from __future__ import annotations

import pytest
from tests.web.pairs.test_several_pairs import (
    ACTS,
    AS_PARTNERS,
    PICKED,
)
from tests.web.test_nobody_sees_more import (
    AGAIN,
    PRIVATE,
    UNSEEN,
    plain,
    quiet,
    quiet_again,
)
from tests.worlds.leaks import (
    a_header_counts_what_is_closed,
)
from tests.worlds.worlds import (
    Act,
    Life,
    closed,
    differing,
    does,
    gives,
    looking_again,
    open_to_both,
)


@pytest.mark.parametrize("life", PRIVATE.values(), ids=PRIVATE)
def test_until_it_opens_nothing_that_alice_does_shows(db: None, life: Life) -> None:
    assert differing(quiet(), closed(life)) == []


@pytest.mark.parametrize(("life", "parts"), UNSEEN.values(), ids=UNSEEN)
def test_once_open_only_what_both_picked_shows(
    db: None, life: Life, parts: tuple[str, ...]
) -> None:
    assert differing(plain(), open_to_both(life, *parts)) == []


@pytest.mark.parametrize("life", AGAIN.values(), ids=AGAIN)
def test_until_it_opens_again_nothing_that_alice_does_shows(
    db: None, life: Life
) -> None:
    assert differing(quiet_again(), looking_again(life)) == []


@pytest.mark.parametrize("act", ACTS)
def test_until_it_opens_bob_sees_nothing_of_carol(db: None, act: Act) -> None:
    for life in (Life(before=act), Life(meanwhile=act, late=600)):
        assert differing(quiet(), closed(life)) == []


@pytest.mark.parametrize("act", ACTS)
def test_once_it_is_open_bob_sees_nothing_of_carol(db: None, act: Act) -> None:
    answered = gives(AS_PARTNERS)
    alone = open_to_both(Life(before=answered), *PICKED)
    for life in (
        Life(before=does(answered, act)),
        Life(before=answered, after=act, late=600),
    ):
        assert differing(alone, open_to_both(life, *PICKED)) == []


def test_a_leak_that_is_planted_is_caught_the_second_time_too(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_header_counts_what_is_closed(monkeypatch)
    with_her = looking_again(AGAIN["is ready again"])
    assert differing(looking_again(Life()), with_her)
