"""TQ805."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.decorations import without_decorator
from flake8_testquality.model.surroundings import in_raises_block
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.fixtures import Fixture
    from flake8_testquality.model.module import Module


@rule(
    code="TQ805",
    profile="core",
    message="a mark on a fixture has no effect (an error since pytest 9): move `{name}` to the tests or drop it",
    peers=("PT024", "PT025"),
    fix="safe",
    bad='''
        import pytest

        from shop import Cart


        @pytest.mark.usefixtures("database")  # TQ805
        @pytest.fixture
        def cart():
            return Cart()
    ''',
    good='''
        import pytest

        from shop import Cart


        @pytest.fixture
        def cart(database):
            return Cart()
    ''',
)
def marked_fixture(fixture: Fixture, module: Module) -> Iterator[Finding]:
    """Marks belong to tests: what the author hoped for does not happen.

    Allowed: marks on the tests that use the fixture, a block that expects pytest to refuse the mark, and fixture
    decorators of other packages, which may read the marks.
    """
    node = fixture.node
    if len(node.decorator_list) < 2 or not fixture.is_plain_pytest or not fixture.marks:
        return
    if not in_raises_block(module, node, module.scope_by_node[node]):
        for mark in fixture.marks:
            yield Finding(mark, edits=without_decorator(module, node, mark.node), name=mark.name)
