"""Constructor echoes: assertions that read back, unchanged, what the test gave to a constructor."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from flake8_testquality.model.classes import lineage
from flake8_testquality.model.instances import class_of
from flake8_testquality.model.names import dotted_text, parameters
from flake8_testquality.model.own_code import is_product
from flake8_testquality.model.raises import all_expectations
from flake8_testquality.model.same_words import same_words
from flake8_testquality.model.scopes import descend, expression_children, expressions_in

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_CREATORS = ("create", "acreate", "build", "new")
Sides: TypeAlias = "tuple[ast.Attribute | None, ast.expr | None]"
_MAKERS = frozenset({"__init__", "__new__"})


def echoed_call(test: Test) -> ast.Call | None:
    """The constructor or create() call whose arguments are all that the test's assertions read back; None else."""
    found = test.assertions
    if not found:
        return None
    made = _made_in_place(found[0].claims[0])
    if made is not None:
        return made if _reads_new_objects(test) else None
    first = _subject(found[0])
    call = _made_by(test, first) if first is not None else None
    if first is None or call is None or not _is_constructor(test, call):
        return None
    if not all(_echoes(test, claim, _sides(claim, first), call) for item in found for claim in item.claims):
        return None
    if _is_used_otherwise(test, first, found) or _has_logic(test.module, call, test) or _refuses(test.module, call):
        return None
    return call


def _subject(assertion: Assertion) -> str | None:
    claim = assertion.claims[0]
    for operand in claim.operands:
        if isinstance(operand, ast.Attribute) and isinstance(operand.value, ast.Name):
            return operand.value.id
    return None


def _made_by(test: Test, name: str) -> ast.Call | None:
    places = test.module.bindings(test.scope).get(name, ())
    if len(places) != 1 or places[0].value is None:
        return None
    value = places[0].value
    if isinstance(value, ast.Await):
        value = value.value
    return value if isinstance(value, ast.Call) else None


def _is_constructor(test: Test, call: ast.Call) -> bool:
    func = call.func
    if isinstance(func, ast.Attribute) and func.attr in _CREATORS:
        return True
    name = test.module.resolve(func, test.scope)
    if name is None:
        return isinstance(test.module.definition(func, test.scope), ast.ClassDef)
    if not is_product(test.module, name):
        return False
    last = name.rpartition(".")[2].lstrip("_")
    return last[:1].isupper() and not last.isupper()


def _made_in_place(claim: Assertion) -> ast.Call | None:
    """The call of whose object a claim reads an attribute without giving it a name: `Cart(3).size == 3`."""
    actual = claim.operands[0] if claim.operands else None
    return actual.value if isinstance(actual, ast.Attribute) and isinstance(actual.value, ast.Call) else None


def _reads_new_objects(test: Test) -> bool:
    """Whether every claim of a test reads back what it gives, on the spot, to a constructor."""
    for claim in (claim for item in test.assertions for claim in item.claims):
        call = _made_in_place(claim)
        if call is None or not _is_constructor(test, call):
            return False
        actual, expected = claim.operands[0], claim.operands[1] if len(claim.operands) == 2 else None
        sides = (actual if isinstance(actual, ast.Attribute) else None, expected)
        if not _echoes(test, claim, sides, call) or _has_logic(test.module, call, test) or _refuses(test.module, call):
            return False
    return True


def _echoes(test: Test, claim: Assertion, sides: Sides, call: ast.Call) -> bool:
    if claim.kind not in ("assert", "unittest"):
        return False
    actual, expected = sides
    if actual is None:
        return False
    given = _argument(test, call, actual.attr)
    if given is None:
        return False
    if claim.relation in ("==", "is") and expected is not None:
        return same_words(given, expected)
    if claim.relation == "is none":
        return isinstance(given, ast.Constant) and given.value is None
    if claim.relation in ("true", "false"):
        return isinstance(given, ast.Constant) and given.value is (claim.relation == "true")
    return False


def _sides(claim: Assertion, name: str) -> Sides:
    operands = claim.operands
    for index, operand in enumerate(operands[:2]):
        if isinstance(operand, ast.Attribute) and isinstance(operand.value, ast.Name) and operand.value.id == name:
            return operand, operands[1 - index] if len(operands) == 2 else None
    return None, None


def _argument(test: Test, call: ast.Call, attribute: str) -> ast.expr | None:
    for item in call.keywords:
        if item.arg == attribute:
            return item.value
    names = _parameters(test, call)
    if attribute in names and names.index(attribute) < len(call.args):
        given = call.args[names.index(attribute)]
        return None if any(isinstance(item, ast.Starred) for item in call.args) else given
    return None


def _parameters(test: Test, call: ast.Call) -> list[str]:
    found = class_of(test.module, call, test.scope)
    if found is None:
        return []
    for item in found[1].body:
        if isinstance(item, ast.FunctionDef) and item.name == "__init__":
            return [arg.arg for arg in (*item.args.posonlyargs, *item.args.args)][1:]
    return [
        item.target.id
        for item in found[1].body
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)
    ]


def _has_logic(module: Module, call: ast.Call, test: Test) -> bool:
    """Whether the class in sight does more in its constructor than keep its arguments."""
    found = class_of(module, call, test.scope)
    return found is not None and any(_works(home, item) for home, node in _constructing(*found) for item in node.body)


def _constructing(module: Module, cls: ast.ClassDef) -> Iterator[tuple[Module, ast.ClassDef]]:
    """A class, and the bases in sight that its constructor comes from: none beyond one that has its own."""
    for home, node in lineage(module, cls).classes:
        yield home, node
        if any(isinstance(item, ast.FunctionDef) and item.name in _MAKERS for item in node.body):
            return


def _works(module: Module, item: ast.stmt) -> bool:
    """Whether something in the body of a class makes its constructor do more than keep its arguments."""
    if not isinstance(item, ast.FunctionDef):
        return False
    if item.name == "__init__" and not all(_keeps(statement, item) for statement in item.body):
        return True
    if item.name in ("__post_init__", "__attrs_post_init__", "__setattr__", "__new__", "save", "clean"):
        return True
    return any("valid" in module.text(decorator, 80) for decorator in item.decorator_list)


def _refuses(module: Module, call: ast.Call) -> bool:
    """Whether a test of the file expects the same call to raise: then it looks at its arguments."""
    name = dotted_text(call.func)
    for claim in module.fact(all_expectations):
        if claim.kind != "raises" or name is None:
            continue
        if claim.form == "call" and any(dotted_text(item) == name for item in claim.call.args[1:]):
            return True
        parts = expressions_in(claim.block or [])
        if any(isinstance(part, ast.Call) and dotted_text(part.func) == name for part in parts):
            return True
    return False


def _keeps(statement: ast.stmt, function: ast.FunctionDef) -> bool:
    """Whether a statement of a constructor keeps an argument as it is, or has to do with none: `self.items = []`."""
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant) or _is_super(statement.value)
    value = getattr(statement, "value", None)
    if not isinstance(statement, ast.Assign | ast.AnnAssign):
        return False
    if isinstance(value, ast.Name | ast.Constant | None):
        return True
    given = {arg.arg for arg in parameters(function)}
    return not any(isinstance(part, ast.Name) and part.id in given for part in descend(value))


def _is_used_otherwise(test: Test, name: str, found: list[Assertion]) -> bool:
    """Whether the object is named anywhere but in the assertions and where it is made."""
    inside: set[ast.AST] = set()
    for assertion in found:
        pending: list[Any] = list(assertion.operands)
        while pending:
            node = pending.pop()
            inside.add(node)
            pending.extend(expression_children(node))
    return any(
        node.id == name and isinstance(node.ctx, ast.Load) and node not in inside
        for scope in test.scopes
        for node in scope.own(ast.Name)
    )


def _is_super(node: ast.expr) -> bool:
    func = node.func if isinstance(node, ast.Call) else node
    return (
        isinstance(func, ast.Attribute)
        and isinstance(func.value, ast.Call)
        and getattr(func.value.func, "id", "") == "super"
    )
