from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from functools import partial

import pytest
from django.conf import settings as django
from django.core import mail
from hypothesis import Phase, settings
from tests import together
from tests.costs import (  # noqa: F401  hooks
    pytest_runtest_logstart,
    pytest_runtest_makereport,
    pytest_terminal_summary,
)

from coequal.sealed import host, wraps

# A busy machine is no reason for a test to fail, and other examples are drawn each time
# where CI is set, too. EXAMPLES=1000 looks longer.
EXAMPLES = int(os.environ.get("EXAMPLES") or 25)
settings.register_profile(
    "coequal", deadline=None, derandomize=False, max_examples=EXAMPLES
)
settings.load_profile("coequal")
# By `make prove`: what else is proved of everything that is drawn.
PROVED = int(os.environ.get("N") or 1000)
settings.register_profile("proved", max_examples=PROVED)
# For whoever only asks whether a test fails: the smallest example takes a minute.
FOUND = [phase for phase in Phase if phase not in {Phase.shrink, Phase.explain}]
settings.register_profile("found", max_examples=60, phases=FOUND)

PRODUCTION_PROFILES = dict(wraps.PROFILES)


def pytest_collection_finish() -> None:
    """Let what was imported be looked at no more: it stays, as in a served process."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def cheap_stretching(request: pytest.FixtureRequest) -> Iterator[None]:
    """Stretch for a millisecond; `production_stretching` asks for the real thing."""
    if "production_stretching" not in request.fixturenames:
        wraps.PROFILES[1] = wraps.Profile(memory=8192, passes=1)
    yield
    wraps.PROFILES.update(PRODUCTION_PROFILES)


@pytest.fixture(autouse=True, scope="session")
def own_home(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> None:
    """Give each process its own waiting room: those beside it are another machine."""
    django.COEQUAL_HOME = tmp_path_factory.mktemp("home")
    together.begin(tmp_path_factory, is_one_of_many=worker_id != "master")
    keys = together.together({"host": partial(made, tmp_path_factory)})["host"]
    for name, held in keys.items():
        file = django.COEQUAL_HOME / name
        file.touch(mode=0o600)
        file.write_bytes(held)


def made(factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Make the keys of a host: what one process lived, all of them can read."""
    folder = factory.mktemp("keys")
    host.load(folder)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.fixture
def production_stretching() -> None:
    """Ask for the passphrase stretching that people get."""


@pytest.fixture(autouse=True)
def no_mail() -> Iterator[None]:
    """All suite long: whatever a test does, nobody is written to."""
    yield
    assert getattr(mail, "outbox", []) == []
