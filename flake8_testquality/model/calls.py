"""Calls of what is imported or built in, and the arguments of any call."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import attrs

from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.fixtures import Fixture
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@attrs.define(eq=False)
class Call:
    """A call of something imported or built in: `name` is its canonical dotted name, whatever it was imported as."""

    node: ast.Call
    name: str
    scope: Scope
    module: Module

    @property
    def test(self) -> Test | None:
        """The collected test that the call stands in, nested functions included."""
        return self.module.test_around(self.scope)

    @property
    def fixture(self) -> Fixture | None:
        """The fixture that the call stands in."""
        return self.module.fixture_around(self.scope)

    def keyword(self, name: str) -> ast.expr | None:
        """The value of a keyword argument."""
        return keyword(self.node, name)

    def argument(self, position: int, name: str) -> ast.expr | None:
        """The value of an argument given by position or by keyword; None if absent or hidden behind a star."""
        return argument(self.node, position, name)


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    """The value of a keyword argument of a call."""
    return next((item.value for item in call.keywords if item.arg == name), None)


def argument(call: ast.Call, position: int, name: str) -> ast.expr | None:
    """The value of an argument given by position or keyword; None if absent or hidden behind a star."""
    before = call.args[: position + 1]
    if len(before) > position and not any(isinstance(item, ast.Starred) for item in before):
        return before[position]
    return keyword(call, name)
