"""Effects of patches: does the code that a test calls look the patched name up where it was replaced?"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.instances import making_call
from flake8_testquality.model.mock_objects import is_mock
from flake8_testquality.model.mock_use import patches_of_test
from flake8_testquality.model.module_texts import text_around, text_of
from flake8_testquality.model.names import root_name
from flake8_testquality.model.patch_targets import home_of, targets
from flake8_testquality.model.patches import Patch
from flake8_testquality.model.received import given_at
from flake8_testquality.model.scopes import FUNCTIONS, Scope, descend
from flake8_testquality.model.stdlib_purity import nature

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_DEPTH = 3
_SILENT = ("builtins.", "unittest.", "pytest.", "typing.", "contextlib.")


def ineffective_patches(test: Test) -> Iterator[tuple[Patch, str, str]]:
    """(patch, module under test, name there) where that module took its own copy of the function before the patch.

    Everything that the test calls must be of that one module, and reach the function under the copy's name.
    """
    patches = [patch for patch in patches_of_test(test) if patch.kind in ("patch", "patch.object", "setattr")]
    if not patches:
        return
    called: list[tuple[Module, Any]] | None = None
    for patch in patches:
        found = _defined_function(patch)
        if found is None or _imports_late(test):
            continue
        definer, dotted, name = found
        called = _called(test) if called is None else called
        homes = {home for home, _ in called}
        if len(homes) != 1 or definer in homes:
            continue
        subject = homes.pop()
        copy = _copy(subject, definer, dotted, name)
        if copy is None or any(_replaces(other, subject, copy) for other in _in_reach(test)):
            continue
        if all(_reaches(subject, node, copy) for _, node in called):
            yield patch, subject.dotted_name, copy


def _replaces(patch: Patch, subject: Module, name: str) -> bool:
    """Whether a patch replaces a name of a module, by whichever of its names it calls the module."""
    module = patch.module
    return any(
        target.endswith(f".{name}") and module.project.module(target.removesuffix(f".{name}"), module.path) is subject
        for target in targets(patch)
    )


def _in_reach(test: Test) -> list[Patch]:
    """The patches that may be in place while a test runs: its file's, but for those of other tests, its conftests' and
    those of the files of its base classes.
    """
    own = patches_of_test(test)
    foreign = {patch for other in test.module.tests if other is not test for patch in patches_of_test(other)}
    here = [patch for patch in test.module.patches if patch in own or patch not in foreign]
    bases = {home for home, _ in test.cls.lineage.classes} if test.cls is not None else set()
    homes = [*test.module.conftests, *(bases - {test.module})]
    return [*here, *(patch for home in homes for patch in home.patches)]


def _imports_late(test: Test) -> bool:
    """Whether the test imports anything by itself, so that a copy may be taken while the patch is in place."""
    scopes = list(test.scopes)
    late = any(scope.statements.get(kind) for scope in scopes for kind in (ast.Import, ast.ImportFrom))
    return late or test.module.says("reload(") or test.module.says("import_module(")


def _defined_function(patch: Patch) -> tuple[Module, str, str] | None:
    """(defining module, its dotted name, function) where a patch replaces a function where it is defined."""
    if patch.replaced is None or "." not in patch.replaced:
        return None
    around = text_around(patch.module, patch.replaced, patch.owner is None)
    if around is None or f"def {around[1]}(" not in around[0] or not _may_be_copied(patch.module, around):
        return None
    found = home_of(patch.module, patch.replaced, patch.owner is None)
    if found is None or f"{found[1]}.{found[2]}" != patch.replaced:
        return None
    return found if found[0].top_level(found[2]).__class__ in FUNCTIONS else None


def _may_be_copied(module: Module, around: tuple[str, str]) -> bool:
    """Whether any first-party module that the test file imports from, the defining one aside, mentions the function."""
    definer, name = around
    for origins in module.names.imported.values():
        for origin in origins:
            for dotted in (origin, origin.rpartition(".")[0]):
                text = text_of(module, dotted) if dotted else None
                if text is not None and text != definer and name in text:
                    return True
    return False


def _called(test: Test) -> list[tuple[Module, Any]]:
    """The first-party functions and classes that a test calls; empty where it calls anything that is not understood."""
    module = test.module
    patches = {patch.node for patch in module.patches}
    found: list[tuple[Module, Any]] = []
    for scope in test.scopes:
        for call in scope.calls:
            if call in patches or _is_assertion(call):
                continue
            name = module.names.resolve(call.func, scope)
            if is_mock(module, scope, call.func):
                # the patched function itself, called where it is defined, shows what the patch does
                place = module.find(name) if name is not None else None
                if place is not None and place[1] is not None:
                    found.append(place)
                continue
            if name is None:
                kept = [] if _is_of_result(module, scope, call) else _kept(module, scope, call.func)
                if kept is None:
                    return []
                found.extend(kept)
                continue
            if name.startswith(_SILENT) or nature(name) == "pure":
                continue
            place = module.find(name)
            if place is None or place[1] is None:
                return []
            found.append(place)
    return found


def _is_assertion(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr.startswith("assert")


def _is_of_result(module: Module, scope: Scope, call: ast.Call) -> bool:
    """Whether a method is called on what a call of the test gave: on a name bound once to one, or in a chain."""
    inner: Any = call.func
    while isinstance(inner, ast.Attribute | ast.Subscript):
        inner = inner.value
    if isinstance(inner, ast.Call | ast.Constant | ast.JoinedStr | ast.Dict | ast.List):
        return isinstance(call.func, ast.Attribute)
    root = root_name(inner)
    found = module.names.lookup(root, scope) if root else None
    return found is not None and len(found[1]) == 1 and isinstance(found[1][0].value, ast.Call)


def _kept(module: Module, scope: Scope, func: ast.expr) -> list[tuple[Module, Any]] | None:
    """The first-party class, or function, that a fixture or a set-up made the receiver of a method with.

    None where that is not in sight, or where it was given anything but constants: it may call what it was given.
    """
    found = []
    for home, where, value in given_at(module, func.value, scope) if isinstance(func, ast.Attribute) else ():
        call = making_call(home, value, where)
        name = home.resolve(call.func, where) if call is not None else None
        place = module.find(name) if name is not None else None
        if call is None or place is None or place[1] is None:
            return None
        if not all(isinstance(item, ast.Constant) for item in [*call.args, *(each.value for each in call.keywords)]):
            return None
        found.append(place)
    return found or None


def _copy(subject: Module, definer: Module, dotted: str, name: str) -> str | None:
    """The name under which a module holds its own copy of a function, if nothing else leads from it to the original.

    What else it imports from the defining module may use the function there, unless its text shows that it does not.
    """
    used_there = len(re.findall(rf"\b{name}\b", definer.source.text)) > 1
    used_through = f".{name}" in subject.source.text or "getattr(" in subject.source.text
    copies = []
    for bound, origins in subject.names.imported.items():
        for origin in origins:
            if origin == f"{dotted}.{name}":
                copies.append(bound)
            elif origin.startswith(f"{dotted}."):
                if used_there and _may_use(definer, origin.removeprefix(f"{dotted}."), name):
                    return None
            elif (used_there or used_through) and (origin == dotted or dotted.startswith(f"{origin}.")):
                return None
    if len(copies) != 1 or dotted in subject.names.stars:
        return None
    places = subject.bindings(subject.scope).get(copies[0], [])
    return copies[0] if len(places) == 1 and places[0].kind == "import" else None


def _may_use(definer: Module, word: str, name: str) -> bool:
    """Whether what a module defines under a word may use another function there, unless all that it reads shows not."""
    pending, seen = [word], {word}
    for current in pending:
        node = definer.top_level(current)
        if current == name or node is None or node not in definer.scope_by_node:
            return True
        around = [*node.decorator_list, *getattr(node, "bases", ())]
        inside = definer.scope_by_node[node].nodes(ast.Name)
        for read in (*inside, *(part for item in around for part in descend(item) if isinstance(part, ast.Name))):
            places = definer.bindings(definer.scope).get(read.id, ())
            is_own = any(place.kind != "import" and not isinstance(place.value, ast.Constant) for place in places)
            if is_own and read.id not in seen:
                seen.add(read.id)
                pending.append(read.id)
    return False


def _reaches(subject: Module, node: Any, copy: str) -> bool:
    """Whether a function or class of the module reads the copy, by itself or in what it calls by name there."""
    pending, seen = [(node, 0)], set()
    while pending:
        current, depth = pending.pop()
        if current in seen or current not in subject.scope_by_node:
            continue
        seen.add(current)
        read = {name.id for name in subject.scope_by_node[current].nodes(ast.Name) if isinstance(name.ctx, ast.Load)}
        if copy in read:
            return True
        if depth < _DEPTH:
            inner = (subject.top_level(word) for word in sorted(read))
            pending.extend((item, depth + 1) for item in inner if item is not None)
    return False
