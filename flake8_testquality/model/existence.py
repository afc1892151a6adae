"""Existence: tests that only say that something is there."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.classes import lineage
from flake8_testquality.model.equality import names_equality
from flake8_testquality.model.fixtures import lookup
from flake8_testquality.model.forgotten import is_measured
from flake8_testquality.model.names import root_name
from flake8_testquality.model.supplied import SET_UPS

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test, TestClass

_LISTS = (
    "__all__",
    "pkgutil",
    "importlib.metadata",
    "entry_points",
    "iter_modules",
    "importlib_metadata",
    "pkg_resources",
)


def is_existence_only(test: Test) -> bool:
    """Whether all that a test says is that an import, a class, one of its names or a fresh instance exists."""
    return test.fact(_is_existence_only)


def _is_existence_only(test: Test) -> bool:
    is_checked = False
    for item in test.assertions:
        if _fails(item) or _is_true(item.statement):
            continue
        if not all(says_existence(claim) for claim in item.claims):
            return False
        is_checked = True
    if not is_checked:
        return _is_import_in_try(test)
    return not (_is_of_a_list(test) or _does_more(test) or is_measured(test))


def _does_more(test: Test) -> bool:
    """Whether the test calls something for its effect: then it may fail for more than what it asserts."""
    return any(
        isinstance(node, ast.Expr | ast.Return)
        and isinstance(node.value.value if isinstance(node.value, ast.Await) else node.value, ast.Call)
        and not any(item.call is node.value for item in test.assertions)
        for node in test.statements
    )


def _fails(assertion: Assertion) -> bool:
    expression = assertion.test_expression
    is_false = isinstance(expression, ast.Constant) and not expression.value and assertion.kind == "assert"
    return assertion.kind == "fail" or is_false


def _is_import_in_try(test: Test) -> bool:
    """A body that is one try: an import in it, and handlers that fail."""
    body = [node for node in test.body if not isinstance(node, ast.Pass)]
    if len(body) != 1 or not isinstance(body[0], ast.Try):
        return False
    node = body[0]
    if not all(isinstance(item, ast.Import | ast.ImportFrom) or _is_true(item) for item in node.body):
        return False
    imports = any(isinstance(item, ast.Import | ast.ImportFrom) for item in node.body)
    fails = any(_fails(item) for item in test.assertions)
    return imports and fails and not (node.finalbody or node.orelse) and not _is_of_a_list(test)


def _is_true(node: Any) -> bool:
    return isinstance(node, ast.Assert) and isinstance(node.test, ast.Constant) and bool(node.test.value)


def says_existence(claim: Assertion) -> bool:
    """Whether a claim only says that something exists."""
    module, scope, relation = claim.module, claim.scope, claim.relation
    if not claim.operands or claim.kind not in ("assert", "unittest"):
        return False
    first = claim.operands[0]
    if _is_none(first) and len(claim.operands) == 2 and relation in ("is not", "!="):
        return _is_known_thing(claim.operands[1], module, scope) or _is_fresh(claim.operands[1], claim)
    if relation == "has attribute":
        return _is_known_thing(first, module, scope)
    if relation == "!=" and (names_equality(claim.test) or _has_own_equality(first, module, scope)):
        return False
    if relation == "is not none" or (relation in ("is not", "!=") and _is_none(claim.expected)):
        return _is_known_thing(first, module, scope) or _is_fresh(first, claim)
    if relation == "isinstance" and len(claim.operands) == 2:
        return _is_known_thing(first, module, scope) and module.resolve(claim.operands[1], scope) == "builtins.type"
    if relation in ("is", "==") and isinstance(first, ast.Call) and _is_word(claim.expected, value=True):
        relation = "true"
    if relation == "true" and isinstance(first, ast.Name | ast.Attribute):
        return _is_module_or_class(first, module, scope)
    if relation == "true" and isinstance(first, ast.Call) and first.args:
        name = module.resolve(first.func, scope)
        if name in ("builtins.hasattr", "builtins.callable", "inspect.isclass", "inspect.isfunction"):
            return _is_known_thing(first.args[0], module, scope)
    return False


def _is_none(node: ast.expr | None) -> bool:
    return _is_word(node, value=None)


def _is_word(node: ast.expr | None, *, value: bool | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is value


def _is_known_thing(node: ast.expr, module: Module, scope: Scope) -> bool:
    """An import or something read off one, or a class or function of the file."""
    if not isinstance(node, ast.Name | ast.Attribute):
        return False
    name = module.resolve(node, scope)
    if name is not None:
        return not name.startswith("builtins.")
    found = module.definition(node, scope)
    if found is None:
        return isinstance(node, ast.Name) and _is_loaded(node.id, module, scope)
    return not _is_made(found)


def _is_loaded(name: str, module: Module, scope: Scope) -> bool:
    """Whether a name of the test holds a module that importlib is asked for by a name that is written out."""
    places = module.bindings(scope).get(name, ())
    value = places[0].value if len(places) == 1 else None
    if not isinstance(value, ast.Call) or module.resolve(value.func, scope) != "importlib.import_module":
        return False
    return bool(value.args) and isinstance(value.args[0], ast.Constant)


def _is_made(node: ast.AST) -> bool:
    """Whether a decorator, a base or a metaclass has its say in a class or function of the file: that is looked at."""
    return bool(getattr(node, "decorator_list", ()) or getattr(node, "bases", ()) or getattr(node, "keywords", ()))


def names_things(node: ast.expr, module: Module, scope: Scope) -> bool:
    """Whether a list that is written out names imports, classes and functions of the file, and nothing else."""
    listed = node.elts if isinstance(node, ast.List | ast.Tuple | ast.Set) else []
    return bool(listed) and all(_is_known_thing(item, module, scope) for item in listed)


def _is_module_or_class(node: ast.expr, module: Module, scope: Scope) -> bool:
    """Whether an import is a module or a class, by what is in sight or else by how it is imported and named."""
    name = module.resolve(node, scope)
    if name is None or name.startswith("builtins."):
        return False
    found = module.find(name)
    if found is not None:
        return found[1] is None or isinstance(found[1], ast.ClassDef)
    last = name.rpartition(".")[2]
    if last[:1].isupper() and not last.isupper():
        return isinstance(node, ast.Name)
    root = module.names.lookup(root_name(node) or "", scope)
    if root is None:
        return False
    for place in root[1]:
        if isinstance(place.node, ast.Import) and any(item.name == name for item in place.node.names):
            return True
        if isinstance(place.node, ast.ImportFrom) and root[0] is scope and isinstance(node, ast.Name):
            # imported by the test itself, only to be looked at
            return scope.is_function and not last.isupper()
    return False


def _is_fresh(node: ast.expr, claim: Assertion) -> bool:
    """A new instance of a class: built here or in the set-up, or a name bound once to one."""
    module, scope, cls = claim.module, claim.scope, claim.test.cls
    if isinstance(node, ast.Attribute) and cls is not None and isinstance(node.value, ast.Name):
        made = _set_up(cls, node.attr) if node.value.id == "self" else []
        return len(made) == 1 and _is_instance(*made[0])
    if isinstance(node, ast.Name) and node.id in claim.test.fixture_names:
        fixture = lookup(module, node.id, cls)
        values = fixture.values if fixture is not None else []
        # what it does besides may be what the test is there for
        return fixture is not None and len(values) == 1 == len(fixture.body) and _is_instance(
            fixture.module, fixture.body_scope, values[0]
        )
    return _is_instance(module, scope, node)


def _set_up(cls: TestClass, name: str) -> list[tuple[Module, Scope, ast.expr]]:
    """What the set-up methods of a class put under a name on the instance."""
    found = [cls.lineage.method(word) for word in SET_UPS]
    return [
        (home, home.scope_by_node[function], node.value)
        for home, function in filter(None, found)
        for node in home.scope_by_node[function].statements.get(ast.Assign, ())
        for target in node.targets
        if isinstance(target, ast.Attribute) and target.attr == name
    ]


def _is_instance(module: Module, scope: Scope, node: ast.expr) -> bool:
    if isinstance(node, ast.Name):
        places = module.bindings(scope).get(node.id, ())
        if len(places) != 1 or places[0].value is None:
            return False
        node = places[0].value
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name | ast.Attribute):
        return False
    if isinstance(module.definition(node.func, scope), ast.ClassDef):
        return True
    name = module.resolve(node.func, scope)
    if name is None or name.startswith("builtins."):
        return False
    found = module.find(name)
    if found is not None:
        return isinstance(found[1], ast.ClassDef)
    last = name.rpartition(".")[2].lstrip("_")
    return last[:1].isupper() and not last.isupper()


def _has_own_equality(node: ast.expr, module: Module, scope: Scope) -> bool:
    """Whether a new instance is of a class in sight that says what it is equal to: `!=` asks it, `is not` does not."""
    if isinstance(node, ast.Name):
        places = module.bindings(scope).get(node.id, ())
        node = places[0].value if len(places) == 1 and places[0].value is not None else node
    if not isinstance(node, ast.Call):
        return False
    cls, name = module.definition(node.func, scope), module.resolve(node.func, scope)
    home, found = (module, cls) if cls is not None else (module.find(name) if name else None) or (module, None)
    if not isinstance(found, ast.ClassDef):
        return False
    line = lineage(home, found)
    return any(line.method(word) is not None for word in ("__ne__", "__eq__"))


def _is_of_a_list(test: Test) -> bool:
    """Whether the test goes through a list of names: the public API, plugins, parametrize."""
    text = test.module.source.segment(test.node)
    if any(word in text for word in _LISTS):
        return True
    varying = {*test.parametrized}
    for kind in (ast.For, ast.AsyncFor):
        for scope in test.scopes:
            for node in scope.statements.get(kind, ()):
                varying.update(part.id for part in ast.walk(node.target) if isinstance(part, ast.Name))
    if not varying:
        return False
    for node in test.statements:
        if isinstance(node, ast.Assign) and any(getattr(part, "id", "") in varying for part in ast.walk(node.value)):
            varying.update(target.id for target in node.targets if isinstance(target, ast.Name))
    return any(
        root_name(part) in varying
        for item in test.assertions
        for operand in item.operands
        for part in ast.walk(operand)
    )
