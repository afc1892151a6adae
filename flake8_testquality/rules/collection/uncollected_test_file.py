"""TQ103."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.unopened import is_never_opened
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ103",
    profile="recommended",
    message="pytest never opens {name}, so the tests in it never run: rename it after {wanted}",
    bad='''
        def test_total(cart):  # TQ103
            assert cart.total == 42
    ''',
    good='''
        def make_cart(total):
            return Cart(total)
    ''',
    filename="tests/cart.py",
    project={"pytest.ini": "[pytest]\n"},
)
def uncollected_test_file(module: Module, _: Module) -> Iterator[Finding]:
    """A file that python_files does not match is never opened, and nobody misses the tests in it.

    Allowed: Django's tests.py and test*.py, files that another one imports, collection changed by a hook.
    """
    if is_never_opened(module):
        wanted = " or ".join(module.project.config.python_files[:2])
        yield Finding(module, name=os.path.basename(module.path), wanted=wanted)
