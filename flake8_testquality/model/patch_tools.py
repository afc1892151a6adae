"""Patching fixtures: pytest-mock's mocker and pytest's monkeypatch, and what is called on them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from flake8_testquality.model.names import Binding, dotted_text
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

Tool: TypeAlias = Literal["mock", "mocker", "monkeypatch"]
MOCKERS = frozenset("mocker class_mocker module_mocker package_mocker session_mocker".split())

# Source: the documentation of pytest's MonkeyPatch and of pytest-mock.
_METHODS = frozenset(
    "setattr delattr setitem delitem setenv delenv syspath_prepend chdir undo context patch object dict multiple "
    "context_manager spy stub async_stub stopall resetall stop Mock MagicMock NonCallableMock NonCallableMagicMock "
    "PropertyMock AsyncMock create_autospec mock_open call".split()
)
_USUAL = MOCKERS | {"monkeypatch"}


def fixture_calls(module: Module) -> list[tuple[Tool, str, ast.Call, Scope]]:
    """Each call of a mocker or monkeypatch: (which, the words after it such as `patch.object`, the call, its scope)."""
    return module.fact(_fixture_calls)


def _fixture_calls(module: Module) -> list[tuple[Tool, str, ast.Call, Scope]]:
    text = module.source.text
    if "mocker" not in text and "onkey" not in text:
        return []
    found: list[tuple[Tool, str, ast.Call, Scope]] = []
    # Another name than the usual ones comes from an annotation or from a MonkeyPatch of the test's own.
    every = "MonkeyPatch" in text or "MockerFixture" in text or "MockFixture" in text or ".context(" in text
    for scope, calls in module.calls.among(_METHODS).items():
        if scope.is_class or scope is module.scope:
            continue
        for call in calls:
            root: Any = call.func
            if root.__class__ is not ast.Attribute:
                continue
            while root.__class__ is ast.Attribute:
                root = root.value
            if root.__class__ is ast.Name and (every or root.id in _USUAL):
                tool = tool_named(module, scope, root.id)
                if tool is not None:
                    words = (dotted_text(call.func) or "").partition(".")[2]
                    found.append((tool, words, call, scope))
    found.sort(key=lambda item: (item[2].lineno, item[2].col_offset))
    return found


def tool_named(module: Module, scope: Scope, name: str) -> Tool | None:
    """The patching fixture that a name stands for: an argument of that name or annotation, or a monkeypatch context."""
    known: dict[tuple[Scope, str], Tool | None] = module.fact(_tools)
    if (scope, name) not in known:
        known[scope, name] = _tool_named(module, scope, name)
    return known[scope, name]


def _tools(module: Module) -> dict[tuple[Scope, str], Tool | None]:
    return {}


def _tool_named(module: Module, scope: Scope, name: str) -> Tool | None:
    found = module.names.lookup(name, scope)
    if found is None or len(found[1]) != 1:
        return None
    where, (place,) = found
    if place.kind == "parameter":
        return _tool_parameter(module, where, place)
    if place.kind != "assignment":
        return None
    for value in (place.value, *_with_values(place, name)):
        if isinstance(value, ast.Call):
            made = module.resolve(value.func, where)
            if made in ("pytest.MonkeyPatch", "pytest.MonkeyPatch.context"):
                return "monkeypatch"
            if isinstance(value.func, ast.Attribute) and value.func.attr == "context":
                inner = value.func.value
                if isinstance(inner, ast.Name) and inner.id != name:
                    return tool_named(module, where, inner.id)
    return None


def _with_values(place: Binding, name: str) -> Iterator[ast.expr]:
    for item in getattr(place.node, "items", ()):
        if isinstance(item.optional_vars, ast.Name) and item.optional_vars.id == name:
            yield item.context_expr


def _tool_parameter(module: Module, where: Scope, place: Binding) -> Tool | None:
    arg: Any = place.node
    kind = (module.resolve(arg.annotation, where) or "").rpartition(".")[2] if arg.annotation is not None else ""
    if kind in ("MockerFixture", "MockFixture"):
        return "mocker"
    if kind == "MonkeyPatch" or arg.arg == "monkeypatch":
        return "monkeypatch"
    if arg.arg in MOCKERS and not kind:
        node: Any = where.node
        decorators = (module.resolve(getattr(item, "func", item), where.parent) or "" for item in node.decorator_list)
        return None if any(name.startswith("requests_mock.") for name in decorators) else "mocker"
    return None
