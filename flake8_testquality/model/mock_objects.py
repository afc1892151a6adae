"""Mock objects: which expressions are mocks for certain, and what made them.

A receiver counts as a mock only where every value that reaches it in sight is one: factory calls, patches, injected
arguments, fixtures and functions that return mocks, attributes set to them, and the children of a mock.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.mock_paths import Given, patches_in_force, values_at
from flake8_testquality.model.mocks import MOCK_FACTORIES, Mock, Patch, injected_patch, patch_at
from flake8_testquality.model.names import Binding, dotted_text
from flake8_testquality.model.returned import fixture_of_argument, returned_by
from flake8_testquality.model.scopes import FUNCTIONS, Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

MAX_DEPTH = 12
# Source: unittest.mock's own attributes and methods, which are no children.
MOCK_API = frozenset(
    "called call_count call_args call_args_list mock_calls method_calls side_effect await_count await_args "
    "await_args_list attach_mock configure_mock mock_add_spec reset_mock".split()
)
_MAGIC = frozenset("__enter__ __exit__ __aenter__ __aexit__ __iter__ __aiter__ __getitem__ __call__".split())
# Keywords of the factories and of patch that set no attribute.
_FACTORY_WORDS = frozenset("spec spec_set autospec new new_callable create name wraps unsafe target attribute".split())
_ENTERS = frozenset("enter_context enter_async_context enterContext enterClassContext enterModuleContext".split())


@attrs.frozen(eq=False, repr=False)
class MockObject:
    """An expression that is a mock: `source` is the Mock or Patch that made it, None where only an annotation says so.

    `path` leads from what was made to the expression, attribute by attribute (`return_value` for a call); `home` is the
    file that made it; `known_as` are the access paths under which it has been seen, each where it was.
    """

    source: Mock | Patch | None
    home: Module
    path: tuple[str, ...] = ()
    known_as: tuple[tuple[Module, Scope, str], ...] = ()

    @property
    def node(self) -> ast.Call | None:
        """The call that made it."""
        return self.source.node if self.source is not None else None

    @property
    def is_specced(self) -> bool:
        """Whether spec, spec_set or autospec limits what it answers to (also: whether that cannot be seen)."""
        source = self.source
        if source is None or source.is_opaque:
            return True
        if isinstance(source, Mock):
            return source.spec is not None or source.factory.endswith(("create_autospec", "PropertyMock"))
        given = (source.keyword(name) for name in ("spec", "spec_set", "autospec", "new_callable"))
        return source.kind == "spy" or any(item is not None for item in given)

    @property
    def wraps(self) -> bool:
        """Whether calls reach a real object behind it."""
        source = self.source
        return source is None or source.is_opaque or source.keyword("wraps") is not None or (
            isinstance(source, Patch) and source.kind == "spy"
        )


def is_mock(module: Module, scope: Scope, node: ast.AST) -> bool:
    """Whether an expression, evaluated in a scope of a module, is a mock for certain."""
    return mock_object(module, scope, node) is not None


def mock_object(module: Module, scope: Scope, node: ast.AST, depth: int = 0) -> MockObject | None:
    """The mock that an expression is for certain, and what made it; None for anything else and for all doubt."""
    if node.__class__ not in _READERS or depth > MAX_DEPTH:
        return None
    known: dict[tuple[ast.AST, Scope], MockObject | None] = module.fact(_known)
    key = (node, scope)
    if key not in known:
        known[key] = None
        known[key] = _READERS[node.__class__](module, scope, node, depth + 1)
    return known[key]


def _known(module: Module) -> dict[tuple[ast.AST, Scope], MockObject | None]:
    return {}


def _factories(module: Module) -> dict[ast.AST, Mock]:
    return {mock.node: mock for mock in module.mocks}


def _all(values: Iterable[MockObject | None]) -> MockObject | None:
    """The first of several possible values if each of them is a mock."""
    first = None
    for value in values:
        if value is None:
            return None
        first = first or value
    return first


def _call(module: Module, scope: Scope, node: ast.Call, depth: int) -> MockObject | None:
    made = module.fact(_factories).get(node)
    if made is not None:
        return MockObject(made, module)
    patch = patch_at(module, node, scope)
    if patch is not None:
        return _patched(patch, depth) if patch.tool == "mocker" else None
    func = node.func
    if isinstance(func, ast.Attribute):
        if func.attr in ("start", "__enter__") and not node.args:
            return _entered(module, scope, func.value, depth)
        if func.attr in _ENTERS and len(node.args) == 1:
            return _entered(module, scope, node.args[0], depth)
        if func.attr in MOCK_API or func.attr.startswith("assert_"):
            return None
    built = _built(module, scope, func, depth)
    if built is not None:
        return built
    receiver = mock_object(module, scope, func, depth)
    if receiver is None or _is_async(receiver):
        return None
    return _answer(receiver, depth)


def _is_async(receiver: MockObject) -> bool:
    source = receiver.source
    if isinstance(source, Patch):
        maker = source.keyword("new_callable")
        return maker is not None and (source.module.resolve(maker, source.scope) or "").endswith(".AsyncMock")
    return source is not None and source.factory.endswith("AsyncMock")


def _answer(receiver: MockObject, depth: int) -> MockObject | None:
    """What a call of a mock gives: its return_value, as far as nothing else is configured."""
    if receiver.wraps or settings_of(receiver, "side_effect"):
        return None
    return _child(receiver, "return_value", depth)


def settings_of(mock: MockObject, word: str) -> list[Given]:
    """What is configured as an attribute of a mock, by assignment, configure_mock or a keyword of the factory."""
    found = [given for where in mock.known_as for given in values_at(where[0], where[1], f"{where[2]}.{word}")]
    source = mock.source
    if source is not None and not mock.path and word not in _FACTORY_WORDS:
        given = source.keyword(word)
        if given is not None:
            found.append((mock.home, source.scope, given))
    return found


def _child(owner: MockObject, word: str, depth: int) -> MockObject | None:
    given = settings_of(owner, word)
    if given:
        return _all(_place(*item, depth) for item in given)
    if owner.source is not None and owner.source.is_opaque:
        return None
    known_as = tuple((module, scope, f"{path}.{word}") for module, scope, path in owner.known_as)
    return attrs.evolve(owner, path=(*owner.path, word), known_as=known_as)


def _entered(module: Module, scope: Scope, node: ast.expr, depth: int) -> MockObject | None:
    """What starting a patch gives: `patch(...)` itself, a name or an attribute bound to one."""
    patch = patch_at(module, node, scope)
    if patch is None:
        name = dotted_text(node)
        values = values_at(module, scope, name) if name is not None and "." in name else []
        found = [patch_at(home, value, where) for home, where, value in values]
        patch = found[0] if len(found) == 1 else None
    return _patched(patch, depth) if patch is not None and patch.tool != "monkeypatch" else None


def _patched(patch: Patch, depth: int) -> MockObject | None:
    """The mock that a patch puts in place and hands on."""
    if patch.makes_mock:
        return MockObject(patch, patch.module)
    if patch.is_opaque or patch.kind not in ("patch", "patch.object"):
        return None
    if patch.new is not None:
        return mock_object(patch.module, patch.scope, patch.new, depth)
    maker = patch.keyword("new_callable")
    made = maker is not None and patch.module.resolve(maker, patch.scope) in MOCK_FACTORIES
    return MockObject(patch, patch.module) if made else None


def _built(module: Module, scope: Scope, func: ast.expr, depth: int) -> MockObject | None:
    """What a call of a function in sight gives, where that is a mock on every way out."""
    return _all(mock_object(*value, depth) for value in returned_by(module, scope, func, "ock"))


# ------------------------------------------------------------------ names


def _name(module: Module, scope: Scope, node: ast.Name, depth: int) -> MockObject | None:
    found = module.names.lookup(node.id, scope)
    if found is None:
        return None
    where, places = found
    return _known_as(_all(_bound(module, where, place, node.id, depth) for place in places), module, where, node.id)


def _known_as(mock: MockObject | None, module: Module, scope: Scope, path: str) -> MockObject | None:
    return attrs.evolve(mock, known_as=(*mock.known_as, (module, scope, path))) if mock is not None else None


def _bound(module: Module, where: Scope, place: Binding, name: str, depth: int) -> MockObject | None:
    if place.kind == "parameter":
        return _argument(module, where, name, depth)
    if place.kind != "assignment":
        return None
    if place.value is not None:
        return mock_object(module, where, place.value, depth)
    node: Any = place.node
    for item in getattr(node, "items", ()):
        if isinstance(item.optional_vars, ast.Name) and item.optional_vars.id == name:
            return _entered(module, where, item.context_expr, depth)
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple) and len(node.targets) == 1:
        target: Any = node.targets[0]
        names = [getattr(item, "id", None) for item in getattr(target, "elts", ())]
        if names.count(name) == 1 and len(names) == len(node.value.elts):
            return mock_object(module, where, node.value.elts[names.index(name)], depth)
    return None


def _argument(module: Module, where: Scope, name: str, depth: int) -> MockObject | None:
    """What a parameter receives: an injected mock, or what a fixture in sight gives."""
    if where.node.__class__ not in FUNCTIONS:
        return None
    function: Any = where.node
    patch = injected_patch(module, function, name) if function.decorator_list or where.parent is not None else None
    if patch is not None:
        return _patched(patch, depth) or (MockObject(patch, module) if patch.kind == "patch.multiple" else None)
    arg = next((a for a in (*function.args.posonlyargs, *function.args.args) if a.arg == name), None)
    if arg is not None and arg.annotation is not None and module.resolve(arg.annotation, where) in MOCK_FACTORIES:
        return MockObject(None, module)
    fixture = fixture_of_argument(module, where, name)
    if fixture is None:
        return None
    return _all(mock_object(fixture.module, fixture.body_scope, value, depth) for value in fixture.values)


# ------------------------------------------------------------------ attributes


def _attribute(module: Module, scope: Scope, node: ast.Attribute, depth: int) -> MockObject | None:
    name = dotted_text(node)
    if name is not None:
        given = values_at(module, scope, name)
        if given:
            return _known_as(_all(_place(*item, depth) for item in given), module, scope, name)
        patched = _all(_patched(patch, depth) for patch in patches_in_force(module, scope, node))
        if patched is not None:
            return _known_as(patched, module, scope, name)
    word = node.attr
    if word in MOCK_API or word.startswith("assert_") or (word.startswith("__") and word not in _MAGIC):
        return None
    owner = mock_object(module, scope, node.value, depth)
    return _child(owner, word, depth) if owner is not None else None


def _place(module: Module, scope: Scope, value: ast.AST | None, depth: int) -> MockObject | None:
    if isinstance(value, ast.withitem):
        return _entered(module, scope, value.context_expr, depth)
    return mock_object(module, scope, value, depth) if value is not None else None


def _await(module: Module, scope: Scope, node: ast.Await, depth: int) -> MockObject | None:
    if not isinstance(node.value, ast.Call):
        return None
    receiver = mock_object(module, scope, node.value.func, depth)
    if receiver is None or not _is_async(receiver):
        return None
    return _answer(receiver, depth)


def _either(module: Module, scope: Scope, node: ast.IfExp, depth: int) -> MockObject | None:
    return _all(mock_object(module, scope, part, depth) for part in (node.body, node.orelse))


def _walrus(module: Module, scope: Scope, node: ast.NamedExpr, depth: int) -> MockObject | None:
    return mock_object(module, scope, node.value, depth)


_READERS: dict[type[ast.AST], Any] = {
    ast.Call: _call,
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.Await: _await,
    ast.IfExp: _either,
    ast.NamedExpr: _walrus,
}
