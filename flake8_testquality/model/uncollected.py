"""What looks like a test and that the runner passes over: by a constructor, a name, a file's name, by its place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.checking import returns_value
from flake8_testquality.model.classes import is_constructed, lineage
from flake8_testquality.model.collection import (
    constructor_of,
    is_dataclass_decorator,
    is_plainly_no_test,
    makes_no_test,
    matches,
    test_switch,
)
from flake8_testquality.model.decorators import all_neutral, is_wrapped_below
from flake8_testquality.model.marks import mark_of
from flake8_testquality.model.references import (
    changes_collection,
    changes_items,
    is_mentioned_here,
    is_read_here,
    is_subclassed_elsewhere,
)
from flake8_testquality.model.roles import pytest_opens
from flake8_testquality.model.scopes import Scope
from flake8_testquality.model.shadowing import is_shadowed
from flake8_testquality.model.specimens import is_of_runner
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test, TestClass

BASE_WORDS = regex(r"mixin|base|abstract|common", re.IGNORECASE)
TEST_METHOD = regex(r"test(?:_|[A-Z0-9])")


def test_methods(module: Module, scope: Scope, patterns: tuple[str, ...]) -> list[Any]:
    """The methods in a class's own body that would be tests by name, decorators and rebinding."""
    return [
        node
        for node in scope.statements_of_functions()
        if matches(node.name, patterns) and not any(makes_no_test(module, item) for item in node.decorator_list)
    ]


def _runs(module: Module, scope: Scope) -> bool:
    """Whether one of a class's methods runs as a test of some class that inherits it."""
    return any(test.scope.parent is scope for test in module.tests)


# ------------------------------------------------------------------ classes


def constructed_test_classes(module: Module) -> Iterator[tuple[TestClass, str]]:
    """(class, `__init__` or `__new__`) for each test class that pytest skips because of its constructor."""
    if module.role != "test" or not pytest_opens(module):
        return
    config = module.project.config
    for item in module.classes:
        if item.collected or item.is_case or not _is_visited(item):
            continue
        if is_plainly_no_test(module, item.node):
            continue
        node, line = item.node, item.lineage
        switch = test_switch(module, node)
        named = switch is True or matches(node.name, config.python_classes)
        if not named or switch is False or not line.is_resolved or line.is_abstract:
            continue
        name = constructor_of(module, node)
        if name is None or line.attribute(name) is None:
            continue
        if any(_is_dataclass(home, base) for home, base in line.classes):
            continue
        if not any(_holds_test(home, home.scope_by_node[base]) for home, base in line.classes):
            continue
        if is_shadowed(module, node, item.scope.parent or module.scope) or _runs(module, item.scope):
            continue
        is_used = _is_used_as_class(module, item) or is_subclassed_elsewhere(module, node.name)
        if not is_used and not changes_collection(module):
            yield item, name


def _is_used_as_class(module: Module, item: TestClass) -> bool:
    """Whether the file reads the name of a class, or of one that derives from it, outside of these classes."""
    if not is_read_here(module, item.name):
        return False
    kin = [other for other in module.classes if any(node is item.node for _, node in other.lineage.classes)]
    names = {other.name for other in kin}
    bases = {base for other in kin for base in other.node.bases}
    own = {scope for other in kin for scope in other.scope.within()}
    reads = (node for scope in module.scopes if scope not in own for node in scope.own(ast.Name))
    return any(node.id in names and node not in bases and isinstance(node.ctx, ast.Load) for node in reads)


def _is_dataclass(module: Module, node: ast.ClassDef) -> bool:
    return any(is_dataclass_decorator(module, item) for item in node.decorator_list)


def _is_visited(item: TestClass) -> bool:
    """Whether pytest looks at a class at all: it stands at the top, or in a class that is collected."""
    return item.outer is None or (item.outer.collected and not item.outer.is_case)


def misnamed_test_classes(module: Module) -> Iterator[TestClass]:
    """Each class with test methods that pytest passes over because of its name."""
    if module.role != "test" or not (pytest_opens(module) or module.project.has_manage_py):
        return
    config = module.project.config
    for item in module.classes:
        name = item.name
        if item.collected or item.is_case or not _is_visited(item) or matches(name, config.python_classes):
            continue
        methods = test_methods(module, item.scope, config.python_functions)
        if not any(TEST_METHOD.match(node.name) and could_run(module, node) for node in methods):
            continue
        if name.startswith("_") or BASE_WORDS.search(name) or test_switch(module, item.node) is not None:
            continue
        line = item.lineage
        if not line.is_resolved or line.is_abstract or _is_dataclass(module, item.node):
            continue
        # a protocol, an enumeration, an exception: no suite under any name
        if any(is_constructed(base) for base in line.out_of_sight):
            continue
        if is_shadowed(module, item.node, item.scope.parent or module.scope) or is_mentioned_here(module, item.node):
            continue
        # the text of the project is searched anew for each name, so that comes last
        if not changes_items(module) and not is_subclassed_elsewhere(module, name):
            yield item


def _holds_test(module: Module, scope: Scope) -> bool:
    return any(could_run(module, node) for node in test_methods(module, scope, module.project.config.python_functions))


def could_run(module: Module, node: Any) -> bool:
    """Whether a function is written as a test: it gives nothing back, and takes no more than fixtures could give."""
    return not returns_value(module.scope_by_node[node]) and not node.args.vararg


# ------------------------------------------------------------------ functions in functions


def nested_tests(module: Module) -> Iterator[Any]:
    """Each `def test_...` inside a function that nothing in that function uses."""
    if module.role != "test":
        return
    for outer in module.scopes:
        if outer.children and outer.is_function:
            for scope in outer.children:
                node: Any = scope.node
                is_plain = scope.is_function and node.name.startswith("test_") and not node.decorator_list
                if is_plain and not _is_used(module, outer, node):
                    yield node


_READS_ALL_NAMES = frozenset("locals vars globals eval exec dir _getframe currentframe getsource".split())


def _is_used(module: Module, outer: Scope, node: Any) -> bool:
    own = set(module.scope_by_node[node].within())
    for scope in outer.within():
        declared: list[Any] = [*scope.statements.get(ast.Global, ()), *scope.statements.get(ast.Nonlocal, ())]
        if any(node.name in item.names for item in declared):
            return True
        for name in scope.own(ast.Name):
            if name.id in _READS_ALL_NAMES or (name.id == node.name and scope not in own):
                return True
        if any(item.attr in _READS_ALL_NAMES for item in scope.own(ast.Attribute)):
            return True
        if any(item.value == node.name for item in scope.own(ast.Constant)):
            return True
    top: Any = [scope for scope in outer.chain() if scope.is_function][-1].node
    return top.name.startswith("describe") or _is_passed_on(module, top)


def _is_passed_on(module: Module, function: Any) -> bool:
    """Whether a function's own code may be read or run by other means than a call: it is decorated or handed on."""
    if any(makes_no_test(module, item) for item in function.decorator_list):
        return False
    if module.test_of(function) is not None:
        return False
    called = {call.func for scope in module.scopes for call in scope.calls}
    return any(
        part not in called and getattr(part, "id", getattr(part, "attr", None)) == function.name
        for scope in module.scopes
        for kind in (ast.Name, ast.Attribute)
        for part in scope.own(kind)
    )


# ------------------------------------------------------------------ generators


def is_dropped_generator(test: Test) -> bool:
    """Whether a test yields, so that calling it runs nothing, and nothing in sight makes something of that."""
    module = test.module
    if not any("yield" in line for line in module.source.lines[test.node.lineno - 1 : test.node.end_lineno]):
        return False
    scope = test.scope
    if not all(mark_of(module, item, "function", scope.parent) for item in test.node.decorator_list):
        return False
    if test.marked("gen_test", "inlineCallbacks") or not any(_is_own_yield(module, node) for node in _yields(scope)):
        return False
    if is_of_runner(test) or _gives_cases(module, scope) or is_wrapped_below(module, test.node):
        return False
    if test.cls is not None:
        line = test.cls.lineage
        if test.cls.is_case and not line.is_resolved:
            return False
        if not all(all_neutral(home, node) for home, node in line.classes):
            return False
    return not changes_collection(module)


def _gives_cases(module: Module, scope: Scope) -> bool:
    """Whether all that a generator yields are TestCase classes: it hands them to a loader, and is no test itself."""
    given = [node.value for node in scope.own(ast.Yield)]
    found = [module.definition(item, scope) if item is not None else None for item in given]
    return bool(found) and all(
        isinstance(item, ast.ClassDef) and lineage(module, item).case_family is not None for item in found
    )


def _yields(scope: Scope) -> list[ast.AST]:
    return [*scope.own(ast.Yield), *scope.own(ast.YieldFrom)]


def _is_own_yield(module: Module, node: ast.AST) -> bool:
    above = module.parent(node)
    while above is not None and not isinstance(above, ast.stmt):
        if isinstance(above, ast.Lambda):
            return False
        above = module.parent(above)
    return True
