"""Mocks and patches: what is replaced, how, and what that injects."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

MOCK_FACTORIES = frozenset(
    "unittest.mock.Mock unittest.mock.MagicMock unittest.mock.AsyncMock unittest.mock.NonCallableMock "
    "unittest.mock.NonCallableMagicMock unittest.mock.PropertyMock unittest.mock.ThreadingMock "
    "unittest.mock.create_autospec".split()
)
# canonical name -> (kind, position of `new`); None where nothing can be injected.
PATCHERS: dict[str, tuple[str, int | None]] = {
    "unittest.mock.patch": ("patch", 1),
    "unittest.mock.patch.object": ("patch.object", 2),
    "unittest.mock.patch.dict": ("patch.dict", None),
    "unittest.mock.patch.multiple": ("patch.multiple", None),
}
Way: TypeAlias = Literal["decorator", "class decorator", "context", "call"]


@attrs.frozen(eq=False)
class Mock:
    """A mock object made by a call of the Mock family; `factory` is its canonical dotted name."""

    node: ast.Call
    factory: str
    scope: Scope
    module: Module


@attrs.frozen(eq=False)
class Patch:
    """A replacement of an attribute.

    `kind` is patch, patch.object, patch.dict or patch.multiple; `node` the call; `way` how it is applied; `injects`
    whether it hands its mock to what it decorates (or binds it in a with).
    """

    node: ast.Call
    kind: str
    way: Way
    scope: Scope
    module: Module
    injects: bool

    @property
    def target(self) -> str | None:
        """The literal dotted string that patch() replaces, or None."""
        first = self.node.args[0] if self.node.args else None
        return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def mocks_of(module: Module) -> list[Mock]:
    """Every mock object that a file makes by calling a factory of the family."""
    return [Mock(call.node, call.name, call.scope, module) for call in module.calls_to(MOCK_FACTORIES)]


def patches_of(module: Module) -> list[Patch]:
    """Every patch of unittest.mock in a file."""
    decorators: dict[ast.AST, Way] = {}
    for scope in module.scopes:
        for item in getattr(scope.node, "decorator_list", ()):
            decorators[item] = "class decorator" if scope.is_class else "decorator"
    blocks: list[ast.With | ast.AsyncWith] = [*module.statements(ast.With), *module.statements(ast.AsyncWith)]
    contexts = {item.context_expr for node in blocks for item in node.items}
    return [
        Patch(
            call.node,
            PATCHERS[call.name][0],
            decorators.get(call.node) or ("context" if call.node in contexts else "call"),
            call.scope,
            module,
            injects(call.node, call.name),
        )
        for call in module.calls_to(PATCHERS)
    ]


def injects(call: ast.Call, name: str) -> bool:
    """Whether a patch makes the mock itself, and so hands it on: no `new`, and no patch.dict or patch.multiple."""
    position = PATCHERS[name][1]
    if position is None:
        return False
    return len(call.args) <= position and not any(item.arg in ("new", None) for item in call.keywords)


def injected_arguments(test: Test) -> list[str]:
    """The parameters that patch decorators on a test and its class supply.

    The lowest decorator supplies the first parameter; those on the class come after those on the function.
    patch.multiple supplies keywords of its own.
    """
    count, named = _injections(test.node, test.module, test.scope.parent)
    if test.cls is not None:
        for home, node in test.cls.lineage.classes:
            more, keywords = _injections(node, home, home.scope_by_node[node].parent)
            count, named = count + more, named | keywords
    taken = test.arguments[:count]
    return [*taken, *(name for name in test.arguments[count:] if name in named)]


def _injections(node: Any, module: Module, scope: Scope | None) -> tuple[int, set[str]]:
    count, named = 0, set[str]()
    for item in node.decorator_list:
        if not isinstance(item, ast.Call):
            continue
        name = module.resolve(item.func, scope) or ""
        if name == "unittest.mock.patch.multiple":
            named |= {word.arg for word in item.keywords if word.arg}
        elif name in PATCHERS:
            count += injects(item, name)
    return count, named
