"""TQ226."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.goldens import self_written_goldens
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ226",
    profile="recommended",
    words=("write", "dump", "save"),
    message="`{path}` is written from the value that it is compared with: keep the expected file in the repository",
    peers=("FG C14",),
    bad="""
        def test_receipt(cart, tmp_path):
            golden = tmp_path / "receipt.txt"
            actual = cart.receipt()
            golden.write_text(actual)  # TQ226
            assert golden.read_text() == actual
    """,
    good="""
        from pathlib import Path

        GOLDEN = Path(__file__).parent / "receipt.txt"


        def test_receipt(cart):
            assert cart.receipt() == GOLDEN.read_text()
    """,
)
def self_written_golden(test: Test, module: Module) -> Iterator[Finding]:
    """An expected file that is made from the actual value agrees with it, right or wrong.

    Allowed: update modes behind a flag, an option or an environment variable.
    """
    for statement, path in self_written_goldens(test):
        yield Finding(statement, path=path[:30])
