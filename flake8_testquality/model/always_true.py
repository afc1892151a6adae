"""Objects that are true whatever the code does: functions that are not called, classes, generators, coroutines."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.classes import lineage
from flake8_testquality.model.coroutines import is_coroutine_call, is_passed_on, is_replaced, maker_of, object_class
from flake8_testquality.model.module_texts import text_around
from flake8_testquality.model.names import called_name, is_self, last_name
from flake8_testquality.model.patches import patched_texts
from flake8_testquality.model.top_names import rebound_names

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

_TRUTHS, _LOOKING = frozenset({"true", "and"}), frozenset({"assert", "unittest"})
# Decorators that give a function back, or an object that is true as well.
# A comment of so many words, its sign counted, says something.
_SENTENCE = 4
_KEEPING = frozenset({
    "fixture", "staticmethod", "classmethod", "wraps", "contextmanager", "asynccontextmanager", "cache",
    "lru_cache", "dataclass", "overload",
})  # fmt: skip


def always_true_objects(assertion: Assertion) -> Iterator[tuple[ast.expr, str, str]]:
    """(expression, what it is, what to do) for each part of an assertion whose truth is claimed and cannot fail."""
    if assertion.relation not in _TRUTHS or assertion.kind not in _LOOKING:
        return
    for claim in assertion.claims:
        if claim.relation == "true" and claim.operands and not _is_marked_dead(claim):
            found = _kind(assertion.module, claim.operands[0], assertion.scope)
            if found is not None and not _is_told_to_exist(claim):
                yield claim.operands[0], *found


def _is_told_to_exist(claim: Assertion) -> bool:
    """Whether a comment beside it says why a test reads a method of a class, which fails where there is none."""
    node, source = claim.operands[0], claim.module.source
    if not isinstance(node, ast.Attribute) or not (last_name(node.value) or "")[:1].isupper():
        return False
    line = claim.statement.end_lineno
    words = [len(item.text.split()) for item in source.comments if item.line == line]
    return not isinstance(node.value, ast.Call) and bool(words) and words[0] >= _SENTENCE


def _is_marked_dead(claim: Assertion) -> bool:
    """Whether the assertion only uses a name that a statement, which must raise, would have bound in the same block."""
    node, module = claim.operands[0], claim.module
    local = module.definition(node, claim.scope)
    above = module.block_parent(claim.statement)
    return local is not None and isinstance(above, ast.With) and module.block_parent(local) is above


def _kind(module: Module, node: ast.expr, scope: Scope) -> tuple[str, str] | None:
    if isinstance(node, ast.Name):
        node = _kept(module, node, scope)
    if isinstance(node, ast.GeneratorExp):
        return "generator", "wrap it in all() or compare a list"
    if isinstance(node, ast.Lambda):
        return "function", "call it"
    if isinstance(node, ast.Call):
        return ("coroutine", "await it") if is_coroutine_call(module, node, scope) else None
    if isinstance(node, ast.Name | ast.Attribute):
        found = _definition(module, node, scope)
        if found is not None and _is_plain(found[0], found[1]):
            return ("class", "make an object of it") if isinstance(found[1], ast.ClassDef) else ("function", "call it")
        if found is None and isinstance(node, ast.Attribute) and _is_method(module, node, scope):
            return "method", "call it"
    return None


def _kept(module: Module, node: ast.Name, scope: Scope) -> ast.expr:
    """What a local name stands for that is bound once, to a generator, a lambda or a call; else the name itself."""
    found = module.names.lookup(node.id, scope)
    if found is None or not found[0].is_function or len(found[1]) != 1:
        return node
    value = found[1][0].value
    if not isinstance(value, ast.GeneratorExp | ast.Lambda | ast.Call):
        return node
    inner = (item for each in found[0].within() for item in each.statements.get(ast.Nonlocal, ()))
    return node if any(node.id in item.names for item in inner) else value


def _is_method(module: Module, node: ast.Attribute, scope: Scope) -> bool:
    """Whether an attribute of an object, whose class is in sight, is a method and nothing else."""
    if not isinstance(node.value, ast.Name | ast.Attribute | ast.Call):
        return False
    if not _is_defined_around(module, node, scope) or is_replaced(module, node.attr):
        return False
    owner = object_class(module, node.value, scope)
    place = lineage(*owner).attribute(node.attr) if owner is not None else None
    if place is None or place[1].kind != "function" or not _is_plain(place[0], place[1].node):
        return False
    return f".{node.attr} = " not in place[0].source.text


def _is_defined_around(module: Module, node: ast.Attribute, scope: Scope) -> bool:
    """Whether a function of that name is written in this file, or in the one that the object's class comes from."""
    words = f"def {node.attr}("
    if module.says(words):
        return True
    home, where, maker = maker_of(module, node.value, scope) if not is_self(node.value) else (module, scope, None)
    if home is not module and home.says(words):
        return True
    dotted = home.resolve(maker, where) if maker is not None else None
    around = text_around(home, dotted) if dotted is not None and "." in dotted else None
    return around is not None and (words in around[0] or is_passed_on(*around))


def _definition(module: Module, node: ast.expr, scope: Scope) -> tuple[Module, Any] | None:
    """The one function or class that a name or an attribute of a first-party module stands for."""
    if isinstance(node, ast.Name):
        local = module.definition(node, scope)
        if local is not None:
            return None if node.id in module.fact(rebound_names) else (module, local)
    dotted = module.resolve(node, scope)
    if dotted is None or dotted.startswith("builtins."):
        return None
    found = module.find(dotted)
    if found is None or found[1] is None or _is_rebound(module, node):
        return None
    parent = found[0].scope_by_node[found[1]].parent
    return found if parent is found[0].scope else None


def _is_rebound(module: Module, node: ast.expr) -> bool:
    """Whether something in the file may put another object in the place of what is imported."""
    name = last_name(node)
    return any(name in text for text in module.fact(patched_texts)) if name else True


def _is_plain(module: Module, node: Any) -> bool:
    for item in node.decorator_list:
        if called_name(item) not in _KEEPING:
            return False
    return not (isinstance(node, ast.ClassDef) and any(word.arg == "metaclass" for word in node.keywords))
