"""Temporaries: files and folders that tests make, and who removes them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.calls import Call
from flake8_testquality.model.names import dotted_text, last_name, parameters
from flake8_testquality.model.scopes import Scope, descend
from flake8_testquality.model.stages import Stage, stage_of
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

MAKERS = ("tempfile.mkdtemp", "tempfile.mkstemp", "tempfile.NamedTemporaryFile")
_REMOVES = regex(
    r"rm_?tree|remove|unlink|(?:^|_)rm(?:dir)?(?:$|_)|clean|delete|destroy|purge|erase|wipe|move|rename|replace|tear_?down|"
    r"addCleanup|addfinalizer|addClassCleanup|callback|register|enter_context|enterContext|discard",
    re.IGNORECASE,
)
_MANAGES = regex(r"[Mm]anager|[Tt](?:e)?mp\w*\.|[Jj]anitor")


def leaked(module: Module) -> Iterator[Call]:
    """The calls in tests, fixtures and set-ups whose temporary file or folder nothing in sight removes."""
    for call in module.calls_to(MAKERS):
        if call.name == "tempfile.NamedTemporaryFile" and not _is_kept(call):
            continue
        stage = stage_of(module, call.scope)
        if stage is None or stage.part not in ("test", "fixture", "set-up") or _has_own_folder(call):
            continue
        if not _is_removed(module, call, stage):
            yield call


def _is_kept(call: Call) -> bool:
    given = call.keyword("delete")
    return isinstance(given, ast.Constant) and given.value is False


def _has_own_folder(call: Call) -> bool:
    """Whether it is made inside a folder that somebody else looks after."""
    position = {"tempfile.mkdtemp": 2, "tempfile.mkstemp": 2}.get(call.name, 99)
    given = call.argument(position, "dir")
    return given is not None and not isinstance(given, ast.Constant)


def _is_removed(module: Module, call: Call, stage: Stage) -> bool:
    if stage.cls is not None and not stage.cls.lineage.is_resolved:
        return True
    names = _names_of(module, call)
    if names is None:
        return True
    if not names:
        return _is_handed_to_cleaner(module, call)
    if stage.fixture is not None and not stage.fixture.yields:
        names = names | {stage.fixture.name}
    scopes = _scopes_in_question(module, call.scope, stage, names)
    names = _aliases(scopes, names)
    return any(_removes(scope, names) or _escapes(scope, names, call.scope) for scope in scopes)


def _names_of(module: Module, call: Call) -> set[str] | None:
    """The names that hold the temporary: `path`, `self.path`; None if it goes where it cannot be followed."""
    statement: Any = module.statement_of(call.node)
    if isinstance(statement, ast.Assign | ast.AnnAssign):
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        items = [
            item
            for target in targets
            for item in (target.elts if isinstance(target, ast.Tuple | ast.List) else [target])
        ]
        texts = {dotted_text(item) for item in items}
        return None if None in texts else {text for text in texts if text}
    if isinstance(statement, ast.With | ast.AsyncWith):
        held = [
            item.optional_vars
            for item in statement.items
            if item.optional_vars is not None and any(part is call.node for part in descend(item.context_expr))
        ]
        return {text for item in held if (text := dotted_text(item))} or None
    if isinstance(statement, ast.Return):
        stage = stage_of(module, call.scope)
        return {stage.fixture.name} if stage is not None and stage.fixture is not None else None
    if isinstance(statement, ast.Expr):
        return None if isinstance(statement.value, ast.Yield) else set()
    return set() if isinstance(statement, ast.Assert) else None


def _is_handed_to_cleaner(module: Module, call: Call) -> bool:
    """Whether the call that takes the fresh temporary looks after it; a bare call is nobody's."""
    statement: Any = module.statement_of(call.node)
    outer = statement.value if isinstance(statement, ast.Expr) else None
    checks = outer is None or (isinstance(outer, ast.Call) and (last_name(outer.func) or "").startswith("assert"))
    if checks:
        words = [last_name(part.func) or "" for part in descend(statement) if isinstance(part, ast.Call)]
        return any(_REMOVES.search(word) for word in words)
    return not (outer is call.node or isinstance(outer, ast.Await))


def _scopes_in_question(module: Module, own: Scope, stage: Stage, names: set[str]) -> list[Scope]:
    """Where the names may be seen: the function; for attributes the class; for a fixture's value the whole file."""
    scopes = list(own.within()) if own is stage.scope else list(stage.scope.within())
    shared = any("." in name for name in names)
    if shared and stage.cls is not None:
        for home, node in stage.cls.lineage.classes:
            scopes.extend(home.scope_by_node[node].within())
    if shared and stage.cls is None:
        scopes.extend(module.scopes)
    if stage.fixture is not None and stage.fixture.name in names:
        scopes.extend(scope for scope in module.scopes if _asks_for(scope, stage.fixture.name))
    if any(places[0].kind == "global" for name in names if (places := module.bindings(own).get(name))):
        scopes.extend(module.scopes)
    return list(dict.fromkeys(scopes))


def _asks_for(scope: Scope, name: str) -> bool:
    return scope.is_function and any(arg.arg == name for arg in parameters(scope.node))  # type: ignore[arg-type]


def _aliases(scopes: list[Scope], names: set[str]) -> set[str]:
    """The names and all that is made from them by assignment: `path = os.path.join(folder, "x")`."""
    known = set(names)
    for _ in range(3):
        before = len(known)
        for scope in scopes:
            for node in scope.statements.get(ast.Assign, ()):
                if _mentions(node.value, known):
                    for target in node.targets:
                        items = target.elts if isinstance(target, ast.Tuple | ast.List) else [target]
                        known.update(text for item in items if (text := dotted_text(item)))
            for kind in (ast.With, ast.AsyncWith, ast.For):
                for node in scope.statements.get(kind, ()):
                    known.update(_bound_by_block(node, known))
        if len(known) == before:
            break
    return known


def _bound_by_block(node: Any, known: set[str]) -> Iterator[str]:
    if isinstance(node, ast.For):
        if _mentions(node.iter, known) and (text := dotted_text(node.target)):
            yield text
        return
    for item in node.items:
        if item.optional_vars is not None and _mentions(item.context_expr, known):
            text = dotted_text(item.optional_vars)
            if text:
                yield text


def _mentions(node: ast.AST, names: set[str]) -> bool:
    return any(dotted_text(part) in names for part in descend(node) if isinstance(part, ast.Name | ast.Attribute))


def _removes(scope: Scope, names: set[str]) -> bool:
    for call in scope.calls:
        word = last_name(call.func) or ""
        if _REMOVES.search(word) or _MANAGES.search(dotted_text(call.func) or ""):
            whole: list[ast.AST] = [call.func, *call.args, *(item.value for item in call.keywords)]
            if any(_mentions(part, names) for part in whole):
                return True
    return False


def _escapes(scope: Scope, names: set[str], own: Scope) -> bool:
    """Whether it is kept in a collection or on another object, where somebody else may clean up."""
    for call in scope.calls:
        if last_name(call.func) in ("append", "add", "extend", "setattr", "insert") and any(
            _mentions(a, names) for a in call.args
        ):
            return True
    for node in scope.statements.get(ast.Assign, ()):
        if any(isinstance(target, ast.Subscript) for target in node.targets) and _mentions(node.value, names):
            return True
    if scope is own:
        is_test = getattr(scope.node, "name", "").startswith("test")
        return not is_test and any(
            node.value is not None and _mentions(node.value, names) and not isinstance(node.value, ast.Name)
            for node in scope.own(ast.Return)
        )
    return False
