"""TQ718."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from flake8_testquality.rule import Finding, Option, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

FOLDERS = Option("allowed-folders", (), "folders that may hold test files, relative to the project; empty: any")


@rule(
    code="TQ718",
    profile="strict",
    message="test files belong below {folders}: move this one",
    options=(FOLDERS,),
    filename="src/test_example.py",
    given={"tq-allowed-folders": ("tests",)},
    bad='''
        def test_total(cart):  # TQ718
            assert cart.total == 42
    ''',
    good='''
        def test_total(cart):
            assert cart.total == 42
    ''',
)
def misplaced_test_file(module: Module, _: Module) -> Iterator[Finding]:
    """A test file outside the team's folders is overlooked by people and by the command that runs the tests."""
    folders = module.option(FOLDERS)
    if not folders or module.role != "test" or module.source.is_stdin:
        return
    path = Path(module.path)
    root = module.project.root
    if root is not None and path.absolute().is_relative_to(root):
        path = path.absolute().relative_to(root)
    place = path.parent.as_posix()
    allowed = [folder.strip("/").removeprefix("./") or "." for folder in folders]
    if not any(f == "." or place == f or place.startswith(f"{f}/") or fnmatch.fnmatch(place, f) for f in allowed):
        yield Finding(module, folders=", ".join(folders))
