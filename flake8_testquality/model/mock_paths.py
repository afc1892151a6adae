"""What is assigned to attributes: `client.get = Mock()`, `self.mailer.send.return_value = 1`, configure_mock(...)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from flake8_testquality.model.classes import lineage
from flake8_testquality.model.names import dotted_text
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.names import Binding
    from flake8_testquality.model.patches import Patch

# An assigned expression where it stands; None for one that is not understood, a withitem for `with x as self.y`.
Given: TypeAlias = "tuple[Module, Scope, ast.AST | None]"


def values_at(module: Module, scope: Scope, path: str) -> list[Given]:
    """Everything in sight that is assigned to an access path such as `client.get` or `self.mailer.send.return_value`.

    Looks in the function and those around it, then, for a path of `self`, in the class and its bases: every method and
    the class attributes.
    """
    root, _, rest = path.partition(".")
    for outer in scope.chain():
        own = [] if outer.is_class else assigned(module, outer).get(path, [])
        if own:
            return [(module, outer, value) for value in own]
        if _owns(outer, root) and outer.parent is not None:
            return attributes_of_class(module, outer.parent.node).get(rest, [])
    return []


def _owns(scope: Scope, root: str) -> bool:
    """Whether a function is a method whose first parameter has this name."""
    if not scope.is_function or scope.parent is None or not scope.parent.is_class:
        return False
    args: Any = scope.node.args  # type: ignore[union-attr]
    first = [*args.posonlyargs, *args.args][:1]
    return bool(first) and first[0].arg == root


def attributes_of_class(module: Module, node: Any) -> dict[str, list[Given]]:
    """What the methods of a class and its bases assign below self or cls, and the class's own attributes."""
    known: dict[ast.AST, dict[str, list[Given]]] = module.fact(_by_class)
    found = known.get(node)
    if found is None:
        found = known[node] = {}
        for home, base in lineage(module, node).classes:
            for path, given in _class_values(home, base):
                found.setdefault(path, []).append(given)
    return found


def _by_class(module: Module) -> dict[ast.AST, dict[str, list[Given]]]:
    return {}


def _class_values(home: Module, node: ast.ClassDef) -> Iterator[tuple[str, Given]]:
    scope = home.scope_by_node[node]
    for name, places in home.bindings(scope).items():
        for place in places:
            if place.kind == "assignment" and not _is_placeholder(place):
                yield name, (home, scope, place.value)
    for method in scope.children:
        args = getattr(method.node, "args", None)
        first = [*args.posonlyargs, *args.args][:1] if args is not None else []
        prefix = f"{first[0].arg}." if first else ""
        for inner in method.within() if prefix else ():
            for path, values in assigned(home, inner).items():
                if path.startswith(prefix):
                    yield from ((path[len(prefix) :], (home, inner, value)) for value in values)


def _is_placeholder(place: Binding) -> bool:
    """Whether a class only says that there will be such an attribute: an annotation alone, or None."""
    if place.value is None:
        return isinstance(place.node, ast.AnnAssign)
    return isinstance(place.value, ast.Constant) and place.value.value is None


def assigned(module: Module, scope: Scope) -> dict[str, list[ast.AST | None]]:
    """What a scope alone assigns to dotted paths."""
    known: dict[Scope, dict[str, list[ast.AST | None]]] = module.fact(_by_scope)
    found = known.get(scope)
    if found is None:
        found = known[scope] = _assigned(scope)
    return found


def _by_scope(module: Module) -> dict[Scope, dict[str, list[ast.AST | None]]]:
    return {}


def _assigned(scope: Scope) -> dict[str, list[ast.AST | None]]:
    found: dict[str, list[ast.AST | None]] = {}

    def give(target: ast.AST, value: ast.AST | None) -> None:
        if isinstance(target, ast.Tuple | ast.List):
            for item in target.elts:
                give(item, None)
        elif isinstance(target, ast.Attribute):
            path = dotted_text(target)
            if path is not None:
                found.setdefault(path, []).append(value)

    for node in scope.statements.get(ast.Assign, ()):
        for target in node.targets:
            give(target, node.value)
    for node in scope.statements.get(ast.AnnAssign, ()):
        if node.value is not None:
            give(node.target, node.value)
    loops = (ast.AugAssign, ast.For, ast.AsyncFor)
    for node in [node for kind in loops for node in scope.statements.get(kind, ())]:
        give(node.target, None)
    for node in [*scope.statements.get(ast.With, ()), *scope.statements.get(ast.AsyncWith, ())]:
        for item in node.items:
            if item.optional_vars is not None:
                give(item.optional_vars, item)
    for node in scope.statements.get(ast.Expr, ()):
        call = node.value
        if isinstance(call, ast.Call):
            for path, value in _configured(call):
                found.setdefault(path, []).append(value)
    return found


def _configured(call: ast.Call) -> Iterator[tuple[str, ast.AST | None]]:
    """What `m.configure_mock(name=value, **{"child.name": value})` and `setattr(m, "name", value)` set."""
    if isinstance(call.func, ast.Attribute) and call.func.attr == "configure_mock":
        root = dotted_text(call.func.value)
        for item in call.keywords if root is not None else ():
            if item.arg is not None:
                yield f"{root}.{item.arg}", item.value
            elif isinstance(item.value, ast.Dict):
                for key, value in zip(item.value.keys, item.value.values, strict=True):
                    if isinstance(key, ast.Constant) and isinstance(key.value, str):
                        yield f"{root}.{key.value}", value
    elif isinstance(call.func, ast.Name) and call.func.id == "setattr" and len(call.args) == 3:
        root, key = dotted_text(call.args[0]), call.args[1]
        if root is not None and isinstance(key, ast.Constant) and isinstance(key.value, str):
            yield f"{root}.{key.value}", call.args[2]


def patches_in_force(module: Module, scope: Scope, node: ast.Attribute) -> list[Patch]:
    """The patches in the function around, or decorating it or its class, that replace what an attribute reads."""
    candidates = patches_by_attribute(module).get(node.attr)
    name = dotted_text(node)
    if not candidates or name is None:
        return []
    dotted = module.resolve(node, scope)
    around = [outer for outer in scope.chain() if outer.is_function]
    decorators = {item for outer in scope.chain() for item in getattr(outer.node, "decorator_list", ())}
    found = []
    for patch in candidates:
        by_hand = patch.way in ("context", "call")
        if _is_inside(patch, node) and patch.scope in around if by_hand else patch.node in decorators:
            owner = dotted_text(patch.owner)
            if (owner is not None and f"{owner}.{patch.attribute}" == name) or (dotted and patch.replaced == dotted):
                found.append(patch)
    return found


def _is_inside(patch: Patch, node: ast.Attribute) -> bool:
    """Whether a node stands in the block of a patch, or behind one that is started by a call."""
    block: Any = patch.module.statement_of(patch.node)
    if patch.way == "context":
        return bool(block.body[0].lineno <= node.lineno <= block.end_lineno)
    return patch.node.lineno <= node.lineno


def patches_by_attribute(module: Module) -> dict[str, list[Patch]]:
    """The patches of a file by the last word of what they replace."""
    return module.fact(_by_attribute)


def _by_attribute(module: Module) -> dict[str, list[Patch]]:
    found: dict[str, list[Patch]] = {}
    for patch in module.patches:
        word = patch.attribute or (patch.target or "").rpartition(".")[2]
        if word:
            found.setdefault(word, []).append(patch)
    return found
