"""Mocks: the objects that a file makes to stand for others."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import attrs

from flake8_testquality.model.injections import injected_arguments, injected_patch, injection_of
from flake8_testquality.model.patch_tools import fixture_calls
from flake8_testquality.model.patches import PATCHERS, Patch, only_configures, patch_at, patches_of
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

MOCK_FACTORIES = frozenset(
    "unittest.mock.Mock unittest.mock.MagicMock unittest.mock.AsyncMock unittest.mock.NonCallableMock "
    "unittest.mock.NonCallableMagicMock unittest.mock.PropertyMock unittest.mock.ThreadingMock "
    "unittest.mock.create_autospec".split()
)
PLAIN_FACTORIES = frozenset({"unittest.mock.Mock", "unittest.mock.MagicMock", "unittest.mock.AsyncMock"})
# What limits a mock, or stands behind it.
_BACKING = frozenset({"spec", "spec_set", "autospec", "wraps", "new_callable"})
# What pytest-mock's fixture makes -> the factory behind it.
_MOCKER_MAKES = {
    **{name.rpartition(".")[2]: name for name in MOCK_FACTORIES},
    "stub": "unittest.mock.MagicMock",
    "async_stub": "unittest.mock.AsyncMock",
}


def may_meet_mocks(module: Module) -> bool:
    """Whether a file or a conftest above it speaks of mocks at all; a fact."""
    return module.says("ock") or any(conftest.says("ock") for conftest in module.conftests)


@attrs.frozen(eq=False, repr=False)
class Mock:
    """A mock object made by a call of the Mock family; `factory` is its canonical dotted name."""

    node: ast.Call
    factory: str
    scope: Scope
    module: Module

    def keyword(self, name: str) -> ast.expr | None:
        """The value of a keyword argument."""
        return next((item.value for item in self.node.keywords if item.arg == name), None)

    @property
    def is_stub(self) -> bool:
        """Whether it is a stub of pytest-mock, which stands for nothing in particular."""
        return isinstance(self.node.func, ast.Attribute) and self.node.func.attr in ("stub", "async_stub")

    @property
    def spec(self) -> ast.expr | None:
        """What it is specced as: `spec`, `spec_set`, or the first argument."""
        given = self.keyword("spec") or self.keyword("spec_set")
        given = given or (self.node.args[0] if self.node.args and not self.is_stub else None)
        return None if isinstance(given, ast.Constant) and given.value is None else given

    @property
    def is_opaque(self) -> bool:
        """Whether arguments hide behind a star."""
        return any(item.arg is None for item in self.node.keywords) or any(
            isinstance(item, ast.Starred) for item in self.node.args
        )

    @property
    def is_specless(self) -> bool:
        """Whether it surely has no spec; `Mock(**{"charge.return_value": 3})` shows that it has none."""
        return self.spec is None and only_configures(self.node, _BACKING)


def mocks_of(module: Module) -> list[Mock]:
    """Every mock object that a file makes by calling a factory of the family, imported or on pytest-mock's fixture."""
    found = [Mock(call.node, call.name, call.scope, module) for call in module.calls_to(MOCK_FACTORIES)]
    made = [
        Mock(node, _MOCKER_MAKES[word], scope, module)
        for tool, word, node, scope in fixture_calls(module)
        if tool == "mocker" and word in _MOCKER_MAKES
    ]
    return sorted([*found, *made], key=lambda mock: (mock.node.lineno, mock.node.col_offset)) if made else found


def specless_mocks(module: Module) -> list[Mock | Patch]:
    """The mocks of a file, made by the three plain factories or by a patch, that nothing limits or stands behind."""
    made = [
        mock for mock in module.mocks
        if mock.factory in PLAIN_FACTORIES
        and mock.is_specless and not (mock.is_stub or mock.keyword("wraps"))
    ]
    patched = [
        patch for patch in module.patches
        if patch.kind in ("patch", "patch.object") and patch.makes_mock
        and not patch.is_specced and patch.keyword("wraps") is None and only_configures(patch.node, _BACKING)
    ]
    return [*made, *patched]


def string_specs(module: Module) -> list[tuple[ast.Call, ast.Constant]]:
    """The calls of the mock family that are given a string, where a class belongs, as spec: the call and the string."""
    made = [mock for mock in module.mocks if mock.spec is not None and not _is_thrown_away(module, mock.node)]
    given = [(mock.node, value) for mock in made for value in (mock.spec, mock.keyword("spec_set"))]
    for patch in module.patches:
        if patch.kind in ("patch", "patch.object"):
            given.extend((patch.node, patch.option(name)) for name in ("spec", "spec_set"))
    return [(call, value) for call, value in given if isinstance(value, ast.Constant) and _is_label(value.value)]


def _is_thrown_away(module: Module, call: ast.Call) -> bool:
    """Whether nobody gets the mock that a statement makes: only its making is tried."""
    statement = module.statement_of(call)
    return isinstance(statement, ast.Expr) and statement.value is call


def _is_label(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


__all__ = [
    "MOCK_FACTORIES", "PATCHERS", "PLAIN_FACTORIES", "Mock", "Patch", "injected_arguments", "injected_patch",
    "injection_of", "mocks_of", "patch_at", "patches_of", "specless_mocks", "string_specs",
]  # fmt: skip
