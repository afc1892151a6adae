"""TQ517."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.cases import unstable_cases
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ517",
    profile="recommended",
    message="`{source}` gives other cases in each process, so xdist and reruns disagree: write them down or sort them",
    bad="""
        import os

        import pytest


        @pytest.mark.parametrize("name", os.listdir("samples"))  # TQ517
        def test_sample_is_read(reader, name):
            assert reader.read(name).ok
    """,
    good="""
        import os

        import pytest


        @pytest.mark.parametrize("name", sorted(os.listdir("samples")))
        def test_sample_is_read(reader, name):
            assert reader.read(name).title == "sample"
    """,
)
def unstable_case(module: Module, _: Module) -> Iterator[Finding]:
    """Cases that each process works out anew get other values, names or places: workers disagree, reruns find nothing.

    Allowed: `sorted(...)`, seeded generators, a set inside a row, callables that are called in the test,
    a clock that is stopped at a written moment.
    """
    for node, source in unstable_cases(module):
        yield Finding(node, source=module.text(source))
