"""TQ830."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.laxity import is_root_conftest, laxities, unregistered_use
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ830",
    profile="strict",
    message="pytest configuration: {what}",
    peers=("FG PL2", "FG PL7", "FG PL8"),
    filename="conftest.py",
    project={
        "pytest.ini": "[pytest]\nstrict_markers = true\nstrict_config = true\nxfail_strict = true\n",
        "test_tax.py": "import pytest\n\n\n@pytest.mark.slow\ndef test_tax(rate):\n    assert rate == 0.2\n",
    },
    bad='''
        import pytest  # TQ830


        @pytest.fixture
        def rate():
            return 0.2
    ''',
    good='''
        import pytest


        def pytest_configure(config):
            config.addinivalue_line("markers", "slow: takes its time")


        @pytest.fixture
        def rate():
            return 0.2
    ''',
)
def lax_pytest_config(module: Module, _: Module) -> Iterator[Finding]:
    """What pytest lets pass by default (misspelled marks and options, xfail tests that pass) goes unseen for years.

    Allowed: projects without a pytest configuration in sight.
    """
    if is_root_conftest(module):
        for what in laxities(module.project):
            yield Finding(module, what=what)
        name = unregistered_use(module)
        if name is not None:
            yield Finding(module, what=f"marks like `{name}` are used, but `markers` registers none: list them")
