"""Replacements: assignments to the attributes of imported modules and classes."""

from __future__ import annotations

import ast
import re
import sys
from typing import TYPE_CHECKING

from flake8_testquality.model.attested_values import is_reset_by_code, is_return, later_changes
from flake8_testquality.model.changes import Change
from flake8_testquality.model.containers import bare
from flake8_testquality.model.given_back import ends_test, puts_back
from flake8_testquality.model.library_defaults import is_library_default
from flake8_testquality.model.metaclasses import runs_setter
from flake8_testquality.model.module_texts import own_definitions, text_of
from flake8_testquality.model.names import dotted_text, last_name, root_name
from flake8_testquality.model.overwriting import is_overwritten
from flake8_testquality.model.restoring import companions
from flake8_testquality.model.roles import role_of
from flake8_testquality.model.scopes import FUNCTIONS, Scope
from flake8_testquality.model.stages import Stage
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# Words of a dotted name behind which a test's own equipment lives.
_EQUIPMENT = regex(
    r"(?:^|[._])(?:test|tests|testing|conftest|fake|fakes|stub|stubs|mock|mocks|mocked|dummy|dummies|"
    r"double|doubles|spy|support|fixtures?|helpers?|utils_for_tests|sample|examples?)(?:$|[._])"
)
_DOUBLE = regex(r"Fake|Stub|Mock|Dummy|Spy|Double|Test|Sample|Example")
# What belongs to the request, thread or task at hand behind a global name.
_CONTEXT_LOCAL = regex(r"(?:^|\.)(?:current_\w+|g|request|session|local|_?thread_?local|ctx|context)$")
_MOCK_SETTINGS = frozenset(
    ["return_value", "side_effect", "called", "call_count", "call_args", "call_args_list", "wraps"]
)
_FRAMEWORK_KNOBS = frozenset(["maxDiff", "longMessage", "failureException"])
# what declares the signature of a function of a C library
_SIGNATURES = frozenset(["argtypes", "restype", "errcheck"])
_NOTHING = (None, 0, False, "", b"")


def is_replacement(module: Module, change: Change, stage: Stage) -> bool:
    """Whether a change surely gives an imported module or class another attribute."""
    target = change.node.args[0] if isinstance(change.node, ast.Call) else change.node.value
    attribute = change.thing.rpartition(".")[2]
    owner = module.resolve(target, change.scope)
    if (
        owner is None
        or change.deletes
        or owner.startswith(".")
        or attribute in _MOCK_SETTINGS
        or attribute in _FRAMEWORK_KNOBS | _SIGNATURES
    ):
        return False
    words = ".".join(owner.split("."))
    if _EQUIPMENT.search(words.lower()) or _DOUBLE.search(words) or _CONTEXT_LOCAL.search(owner):
        return False
    if (
        _is_test_support(module, owner)
        or _is_reset(module, change, stage, owner, attribute)
        or _is_backup(module, change, owner, attribute)
        or puts_back(module, change)
        or _ends_at_once(module, change)
    ):
        return False
    proven = (
        is_module(module, owner, target, change.scope)
        or is_class(module, owner)
        or (_may_be_either(module, owner, target, change.scope) and _is_fake(module, change.value, change.scope))
    )
    return proven and not (
        _is_reimported(module, change, stage)
        or runs_setter(module, owner, attribute)
        or is_reset_by_code(module, change, stage)
        or is_return(module, change, stage)
        or (ends_test(module, change, stage) and not _is_fake(module, change.value, change.scope))
        or (stage.part == "test" and is_overwritten(module, change))
    )


def is_put_back_later(module: Module, change: Change) -> bool:
    """Whether a plain later statement gives the attribute something that is no stand-in: it runs if nothing fails."""
    return any(
        other.deletes or not _is_fake(module, other.value, other.scope) for other in later_changes(module, change)
    )


def _ends_at_once(module: Module, change: Change) -> bool:
    """Whether the next statement sets or deletes the attribute again, so that nothing can fail in between."""
    statement = module.statement_of(change.node)
    around = module.block_parent(statement)
    for block in ("body", "orelse", "finalbody"):
        held = getattr(around, block, [])
        if statement in held[:-1]:
            following = held[held.index(statement) + 1]
            return any(module.statement_of(later.node) is following for later in later_changes(module, change))
    return False


def _is_test_support(module: Module, owner: str) -> bool:
    """Whether something in sight is kept among the tests."""
    path = module.project.path_of(owner, module.path)
    if path is not None and role_of(str(path), module.project, text_of(module, owner)) == "source":
        return False
    if _is_defined_in_product(module, owner):
        return False
    found = module.find(owner)
    return found is not None and found[0].role != "source"


def _is_defined_in_product(module: Module, owner: str) -> bool:
    """Whether a glance shows that a function or class is defined in an ordinary source file of the project."""
    head, _, name = owner.rpartition(".")
    path = module.project.path_of(head, module.path) if head else None
    text = text_of(module, head) if path is not None else None
    return text is not None and name in own_definitions(text) and role_of(str(path), module.project, text) == "source"


def is_module(module: Module, owner: str, target: ast.expr, scope: Scope) -> bool:
    """Whether a dotted name surely stands for a module: it is imported as one, or in sight."""
    if module.project.path_of(owner, module.path) is not None:
        return True
    root = root_name(target)
    found = module.names.lookup(root, scope) if root else None
    for place in found[1] if found else ():
        if isinstance(place.node, ast.Import):
            for alias in place.node.names:
                if alias.name == owner or alias.name.startswith(f"{owner}."):
                    return True
    return owner in sys.stdlib_module_names


def is_class(module: Module, owner: str) -> bool:
    """Whether a dotted name stands for a class: one in sight, or by its name for one out of sight."""
    found = module.find(owner)
    if found is not None:
        return isinstance(found[1], ast.ClassDef)
    head, _, last = owner.rpartition(".")
    if not re.match(r"_?[A-Z]\w*[a-z]", last) or not head:
        return False
    return not _is_in_sight(module, head)


def _is_in_sight(module: Module, head: str) -> bool:
    return module.project.module(head, module.path) is not None


def _may_be_either(module: Module, owner: str, target: ast.expr, scope: Scope) -> bool:
    """Whether an imported name, plain or of an imported module, is out of sight: a module, class or shared object."""
    if "." not in owner or owner.rpartition(".")[2].isupper():
        return False
    if not isinstance(target, ast.Name) and not _is_of_imported(module, target, scope):
        return False
    head = owner.rpartition(".")[0]
    return (
        not _is_in_sight(module, head)
        and module.find(owner) is None
        and head.partition(".")[0] not in ("builtins", "pytest")
    )


def _is_of_imported(module: Module, target: ast.expr, scope: Scope) -> bool:
    """Whether an expression is a name of a module that an `import` statement binds: `shop.mail` of `import shop`."""
    if not isinstance(target, ast.Attribute) or not isinstance(target.value, ast.Name):
        return False
    found = module.names.lookup(target.value.id, scope)
    return found is not None and all(isinstance(place.node, ast.Import) for place in found[1])


def _is_fake(module: Module, value: ast.expr | None, scope: Scope) -> bool:
    if isinstance(value, ast.Lambda):
        return True
    if isinstance(value, ast.Call):
        return bool(re.search(r"Mock$|autospec$|^[Ff]ake|^[Ss]tub", last_name(value.func) or ""))
    if isinstance(value, ast.Name):
        found = module.names.lookup(value.id, scope)
        if found is None or len(found[1]) != 1:
            return False
        place = found[1][0]
        return place.node.__class__ in (*FUNCTIONS, ast.ClassDef) or _is_fake_call(place.value)
    return False


def _is_fake_call(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Lambda) or (
        isinstance(value, ast.Call) and bool(re.search(r"Mock$|autospec$", last_name(value.func) or ""))
    )


def _is_reset(module: Module, change: Change, stage: Stage, owner: str, attribute: str) -> bool:
    """Whether a shared state is emptied before use, or given the value that it starts with."""
    value = change.value
    empty = isinstance(value, ast.Constant) and any(value.value is item or value.value == item for item in _NOTHING)
    empty = (
        empty
        or (isinstance(value, ast.List | ast.Tuple) and not value.elts)
        or (isinstance(value, ast.Dict) and not value.keys)
    )
    empty = empty or (
        isinstance(value, ast.Call) and not value.args and last_name(value.func) in ("list", "dict", "set", "deque")
    )
    fresh = (
        isinstance(value, ast.Call)
        and not value.args
        and not value.keywords
        and not _is_fake(module, value, change.scope)
    )
    own = attribute.startswith("_")
    emptied = (isinstance(value, ast.List | ast.Tuple | ast.Dict) or stage.part != "test" or own) and empty
    # who puts the old value back has not meant to begin with an empty one
    if (emptied or (fresh and own)) and not any(puts_back(module, later) for later in later_changes(module, change)):
        return True
    if fresh and stage.part != "test" and _is_of_package(module, change, owner):
        return True
    if isinstance(value, ast.Constant) and is_library_default(owner, attribute, value):
        return True
    return isinstance(value, ast.Constant | ast.Name | ast.Attribute) and _is_default(module, change, owner, attribute)


def _is_of_package(module: Module, change: Change, owner: str) -> bool:
    """Whether what an attribute is given is made by the package that it belongs to, and no equipment of tests."""
    made = module.resolve(getattr(change.value, "func", None), change.scope) or ""
    return made.partition(".")[0] == owner.partition(".")[0] and not _EQUIPMENT.search(made.lower())


def _is_default(module: Module, change: Change, owner: str, attribute: str) -> bool:
    """Whether a module or class in sight itself gives an attribute the value, or the thing, that a change gives it."""
    found, value = module.find(owner), change.value
    if found is None or value is None:
        return False
    home, node = found
    scope = home.scope if node is None else home.scope_by_node.get(node)
    places = home.bindings(scope).get(attribute, []) if scope is not None else []
    default = places[0].value if len(places) == 1 else None
    if default is None or isinstance(default, ast.Constant) or isinstance(value, ast.Constant):
        return isinstance(default, ast.Constant) and ast.dump(default) == ast.dump(value)
    given, known = module.resolve(value, change.scope), home.resolve(default, scope)
    if given is None or given == known:
        return given is not None
    thing = module.find(given)
    if thing is None or thing[1] is None:
        return False
    meant = home.find(known) if known is not None else (home, home.definition(default, scope))
    return meant is not None and meant[1] is thing[1]


def _is_backup(module: Module, change: Change, owner: str, attribute: str) -> bool:
    """Whether the original is put aside under another name of the same owner."""
    value = module.resolve(change.value, change.scope) or ""
    return value.rpartition(".")[0] == owner and bool(re.match(r"_*(?:orig|old|real|saved?|prev|backup)", attribute))


def _is_reimported(module: Module, change: Change, stage: Stage) -> bool:
    """Whether the modules are exchanged around the change, so that it dies with a copy."""
    scopes = [change.scope, *(other.scope for other in companions(stage))]
    calls = [call for scope in scopes for call in scope.calls]
    calls.extend(item for item in getattr(stage.node, "decorator_list", ()) if isinstance(item, ast.Call))
    for call in calls:
        word = last_name(call.func) or ""
        if (
            "module" in word
            or word in ("reload", "__import__")
            or (dotted_text(call.func) or "").startswith("sys.modules.")
        ):
            return True
        if any(_is_module_table(item) for item in call.args):
            return True
    return any(
        _is_module_table(bare(target))
        for scope in scopes
        for node in scope.statements.get(ast.Assign, ())
        for target in node.targets
    )


def _is_module_table(node: ast.expr) -> bool:
    return dotted_text(node) == "sys.modules" or (isinstance(node, ast.Constant) and node.value == "sys.modules")
