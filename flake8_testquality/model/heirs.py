"""Heirs: the cases of a file that take the tests of a mixin over, and what their hooks do for those tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_testquality.model.checks import block_checks
from flake8_testquality.model.reach import TEAR_DOWNS

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test


def heirs_check(test: Test) -> bool:
    """Whether a test of a mixin runs in a case of the file whose tear-down, its own or a base's, checks something."""
    cls = test.cls
    if cls is None or cls.lineage.case_family is not None:
        return False
    return any(
        block_checks(home, hook.body, home.scope_by_node[hook])
        for heir in test.module.classes
        if heir.is_case and any(node is cls.node for _, node in heir.lineage.classes[1:])
        for home, node in heir.lineage.classes
        for hook in home.scope_by_node[node].statements_of_functions()
        if hook.name in TEAR_DOWNS
    )
