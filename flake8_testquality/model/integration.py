"""Integration tests: which they are, and which parts of the project they replace."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from flake8_testquality.model.mock_use import patches_of_test
from flake8_testquality.model.module_texts import imports_at_margin, text_around
from flake8_testquality.model.patch_targets import targets
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_INTEGRATION = regex(
    r"(?:^|[/_.-])(?:integration|integration_?tests?|e2e|end_?to_?end|end2end)(?:$|[/_.-])", re.IGNORECASE
)
_MARKS = ("integration", "integration_test", "e2e", "end_to_end", "end2end")


def first_party_patches(test: Test) -> set[str]:
    """The first-party names that an integration test replaces; empty for any other test."""
    if test.marked(*_MARKS) is None and not _is_placed_as_integration(test.module):
        return set()
    project, path = test.module.project, test.module.path
    names = {name for patch in patches_of_test(test) if patch.kind not in ("spy", "delattr") for name in targets(patch)}
    return {
        name for name in names
        if "." in name and project.is_first_party(name, path) and not _leads_out(test.module, name)
    }


def _leads_out(module: Module, target: str) -> bool:
    """Whether the replaced name is one that a first-party module imports from outside the project: an edge of it."""
    around = text_around(module, target)
    if around is None:
        return False
    text, word = around
    origins = [home or origin for home, origin, bound in imports_at_margin(text) if bound == word]
    return bool(origins) and not any(
        origin.startswith(".") or module.project.is_first_party(origin, module.path) for origin in origins
    )


def _is_placed_as_integration(module: Module) -> bool:
    root = str(module.project.root or "")
    path = os.path.abspath(module.path) if root else module.path
    inner = os.path.relpath(path, root) if root and path.startswith(root) else module.path
    return _INTEGRATION.search(inner.replace(os.sep, "/")) is not None
