"""TQ609."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.temporaries import leaked
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ609",
    profile="recommended",
    message="nothing removes what `{text}` makes: use tmp_path, or TemporaryDirectory in a with",
    bad="""
        import tempfile

        from billing import export


        def test_export_writes_a_file():
            folder = tempfile.mkdtemp()  # TQ609
            assert export.run(folder) == ["may.csv"]
    """,
    good="""
        from billing import export


        def test_export_writes_a_file(tmp_path):
            assert export.run(tmp_path) == ["may.csv"]
    """,
)
def leaked_temporary(module: Module, _: Module) -> Iterator[Finding]:
    """Every run leaves a file or folder behind, until a disk or a listing is full.

    Allowed: removal anywhere in the test, its class or its fixture, addCleanup, a folder inside another one.
    """
    for call in leaked(module):
        yield Finding(call.node, text=module.text(call.node))
