"""Offered: which modules of a product are there for tests to use, so that what they raise is a failed check."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_RUNNERS = frozenset({"unittest", "unittest2", "pytest", "nose", "testtools"})


def is_no_product(module: Module, dotted: str | None) -> bool:
    """Whether what a dotted name stands for is out of sight, of the tests, or what the product offers to tests.

    A module of the product that imports a test runner is offered to tests as far as its names say that they check.
    """
    found = module.find(dotted) if dotted is not None else None
    if found is None or found[0].role != "source" or is_for_tests(found[0]):
        return True
    return found[0].fact(_knows_runner)


def is_for_tests(module: Module) -> bool:
    """Whether a module of the product is what it offers to tests: `_testutils`, `testing/tools.py`."""
    return any("test" in part.lower() for part in module.dotted_name.split(".")[1:])


def _knows_runner(module: Module) -> bool:
    """Whether a module imports a test runner; its mocks have other uses too."""
    known = [target for targets in module.names.imported.values() for target in targets]
    return any(name.partition(".")[0] in _RUNNERS and not name.startswith("unittest.mock") for name in known)
