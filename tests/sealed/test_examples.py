from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from coequal import sealed

MODULES = [module.name for module in pkgutil.iter_modules(sealed.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_docstrings_hold(name: str) -> None:
    module = importlib.import_module(f"{sealed.__name__}.{name}")
    assert doctest.testmod(module).failed == 0


def test_there_are_examples() -> None:
    modules = [importlib.import_module(f"coequal.sealed.{name}") for name in MODULES]
    assert sum(doctest.testmod(module).attempted for module in modules) >= 5
