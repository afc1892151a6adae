"""TQ512."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.disorder import order_taken_for_granted
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ512",
    profile="recommended",
    relations=("==",),
    message="`{source}` has no defined order: sort it, or compare sets",
    bad="""
        import os


        def test_export_writes_two_files(export, tmp_path):
            export.write(tmp_path)
            assert os.listdir(tmp_path) == ["a.csv", "b.csv"]  # TQ512
    """,
    good="""
        import os


        def test_export_writes_two_files(export, tmp_path):
            export.write(tmp_path)
            assert sorted(os.listdir(tmp_path)) == ["a.csv", "b.csv"]
    """,
)
def unordered_assertion(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """File systems and sets give their elements as they like: the next machine or Python has another order.

    Allowed: `sorted()`, comparisons of sets or counts, `assertCountEqual`, one entry alone, sets of small integers.
    """
    source = order_taken_for_granted(assertion)
    if source is not None:
        yield Finding(assertion, source=module.text(source))
