"""Clean-ups: the last statements of a test that close or delete what the test itself made."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import dotted_text, last_name, root_name
from flake8_testquality.model.self_cleaning import goes_by_itself

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test, TestClass

_MAX_DEPTH = 2
_METHODS = frozenset(
    [
        "close",
        "aclose",
        "close_all",
        "stop",
        "shutdown",
        "terminate",
        "kill",
        "delete",
        "unlink",
        "rmdir",
        "rmtree",
        "remove",
        "restore",
        "disconnect",
        "quit",
        "dispose",
        "destroy",
        "drop",
        "drop_all",
        "cleanup",
        "clean_up",
        "tearDown",
        "teardown",
        "server_close",
        "wait_closed",
        "uninstall",
        "undo",
    ]
)
_FUNCTIONS = frozenset(["shutil.rmtree", "os.remove", "os.unlink", "os.rmdir", "os.removedirs", "os.close"])
_MAKERS = frozenset(["open", "mkdir", "makedirs", "Path", "touch"])
_WORDS = _METHODS | {name.rpartition(".")[2] for name in _FUNCTIONS}
# What holds nothing outside the process: leaving it open harms nobody.
_WEIGHTLESS = frozenset(
    ["io.StringIO", "io.BytesIO", "io.TextIOWrapper", "builtins.list", "builtins.dict", "builtins.set", "builtins.iter"]
)
# What finds something that is there already.
_LOOKUPS = frozenset(
    [
        "get",
        "pop",
        "cast",
        "getattr",
        "latest",
        "first",
        "last",
        "earliest",
        "find",
        "find_one",
        "fetchone",
        "filter",
        "select",
        "get_object",
        "next",
    ]
)
# What makes a manager that closes what it is handed.
_OWNERS = frozenset(["closing", "aclosing", "session", "client", "connect"])
_STEMS = {
    "aclose": "clos",
    "close": "clos",
    "close_all": "clos",
    "server_close": "clos",
    "wait_closed": "clos",
    "stop": "stop",
    "shutdown": "shut",
    "terminate": "terminat",
    "delete": "delet",
    "unlink": "unlink",
    "remove": "remov",
    "rmdir": "rmdir",
    "restore": "restor",
    "disconnect": "disconnect",
    "dispose": "dispos",
    "destroy": "destroy",
    "drop_all": "drop",
    "cleanup": "clean",
    "clean_up": "clean",
    "uninstall": "uninstall",
    "rmtree": "rmtree",
}


def first_late_cleanup(module: Module, test: Test) -> tuple[Any, ast.Call] | None:
    """(statement, call) of the first of the clean-ups that end a test behind an assertion; None without one."""
    late: list[tuple[Any, ast.Call]] = []
    body = list(test.body)
    while body and isinstance(body[-1], ast.With | ast.AsyncWith) and not _expects(body[-1]):
        body = list(body[-1].body)
    if not body or body[-1].__class__ not in (ast.Expr, ast.If):
        return None
    while body:
        found = _cleanups_of(module, test, body[-1])
        if found:
            late.extend(reversed(found))
        elif not _waits_for_end(body[-1]):
            break
        body.pop()
    if not late or not body:
        return None
    first = late[-1][0]
    earlier = [item.node for item in test.assertions if item.scope is test.scope and item.node.lineno < first.lineno]
    if not earlier:
        return None
    last = max(node.end_lineno or node.lineno for node in earlier)
    for statement, call in reversed(late):
        if last >= _made_at(module, test, call) and not _is_subject(test, call, body):
            return statement, call
    return None


def _made_at(module: Module, test: Test, call: ast.Call) -> int:
    """The line in which a test last makes what it cleans up; what fails before it leaves nothing behind."""
    name = root_name(call.args[0] if module.resolve(call.func, test.scope) in _FUNCTIONS else call.func)
    places: list[Any] = module.bindings(test.scope).get(name or "", [])
    return max((place.node.lineno for place in places), default=0)


def _cleanups_of(module: Module, test: Test, statement: ast.stmt) -> list[tuple[Any, ast.Call]]:
    """(statement, call) for what a statement cleans up, be it after asking whether it is still there; else nothing."""
    asks = isinstance(statement, ast.If) and not statement.orelse
    found = [(item, _cleanup_call(module, test, item)) for item in (statement.body if asks else [statement])]  # type: ignore[attr-defined]
    known = [(item, call) for item, call in found if call is not None]
    return known if len(known) == len(found) else []


def _cleanup_call(module: Module, test: Test, statement: ast.stmt) -> ast.Call | None:
    """The call that cleans up what the test made, if the statement is nothing but that."""
    if not isinstance(statement, ast.Expr):
        return None
    call: Any = statement.value.value if isinstance(statement.value, ast.Await) else statement.value
    if not isinstance(call, ast.Call):
        return None
    if last_name(call.func) not in _WORDS and not isinstance(call.func, ast.Name):
        return None
    name = module.resolve(call.func, test.scope)
    if name in _FUNCTIONS:
        first = call.args[0] if call.args else None
        path = _literal(module, test, first)
        if path is not None:
            return call if _written_here(module, test, call, path) else None
        owner = root_name(first)
        return call if owner is not None and _made_here(module, test, owner, call) else None
    if name is not None or not isinstance(call.func, ast.Attribute) or call.func.attr not in _METHODS:
        return None
    if (call.func.attr == "remove" and call.args) or any(isinstance(arg, ast.Lambda) for arg in call.args):
        return None
    receiver = call.func.value
    if isinstance(receiver, ast.Attribute):
        return call if _kept_here(module, test, receiver) else None
    if not isinstance(receiver, ast.Name):
        return None
    if _is_lent_to_block(test, receiver.id):
        return None
    return call if _made_here(module, test, receiver.id, call) else None


def _is_lent_to_block(test: Test, name: str) -> bool:
    """Whether a with block makes an object of a name, which that may close: `with Session(connector=connector)`."""
    kinds = ast.With, ast.AsyncWith
    blocks = (node for kind in kinds for node in test.scope.statements.get(kind, ()))
    calls = [item.context_expr for node in blocks for item in node.items if isinstance(item.context_expr, ast.Call)]
    made = (call for call in calls if (last_name(call.func) or "")[:1].isupper() or last_name(call.func) in _OWNERS)
    given = (item for call in made for item in (*call.args, *(word.value for word in call.keywords)))
    return any(isinstance(item, ast.Name) and item.id == name for item in given)


def _waits_for_end(statement: ast.stmt) -> bool:
    """Whether a statement only waits for what was stopped before it: `thread.join()`, `process.wait(5)`."""
    value: Any = statement.value if isinstance(statement, ast.Expr) else None
    call = value.value if isinstance(value, ast.Await) else value
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return False
    return call.func.attr in ("join", "wait") and isinstance(call.func.value, ast.Name)


def _literal(module: Module, test: Test, path: ast.expr | None) -> object:
    """The text of a literal path, or of a name that the test gives one once."""
    if isinstance(path, ast.Name):
        places = module.bindings(test.scope).get(path.id, ())
        path = places[0].value if len(places) == 1 else None
    return path.value if isinstance(path, ast.Constant) else None


def _written_here(module: Module, test: Test, cleanup: ast.Call, path: object) -> bool:
    """Whether the test opens or makes the file or folder of a literal path before it removes it."""
    earlier = (call for call in test.scope.calls if call.lineno < cleanup.lineno and call.args)
    return any(last_name(call.func) in _MAKERS and _literal(module, test, call.args[0]) == path for call in earlier)


def _expects(block: ast.With | ast.AsyncWith) -> bool:
    """Whether a block expects its statements to raise or warn."""
    words = [last_name(getattr(item.context_expr, "func", None)) or "" for item in block.items]
    return any(re.search("(?i)raises|warns", word) for word in words)


def _kept_here(module: Module, test: Test, receiver: ast.Attribute) -> bool:
    """Whether the test itself makes what it keeps in an attribute of its own: `self.shop = open_shop()`."""
    if not _is_self(receiver.value):
        return False
    given = [
        node.value
        for node in test.scope.statements.get(ast.Assign, ())
        if any(dotted_text(target) == dotted_text(receiver) for target in node.targets)
    ]
    return bool(given) and all(_opens(module, test, value) for value in given)


def _made_here(module: Module, test: Test, name: str, cleanup: ast.Call) -> bool:
    """Whether the test binds a name itself, to what a call gave it, outside a with block, and it would stay."""
    places = module.bindings(test.scope).get(name, ())
    if not places or any(place.kind != "assignment" or not isinstance(place.node, ast.Assign) for place in places):
        return False
    values: list[ast.expr] = [place.node.value for place in places]  # type: ignore[attr-defined]
    if not all(_opens(module, test, value) for value in values):
        return False
    return not all(goes_by_itself(module, test, cleanup, value) for value in values)


def _opens(module: Module, test: Test, value: Any) -> bool:
    """Whether a value is what a call made anew, of some weight, and nobody else looks after."""
    if isinstance(value, ast.Await):
        value = value.value
    if not isinstance(value, ast.Call):
        return False
    made = module.resolve(value.func, test.scope) or ""
    if (
        made in _WEIGHTLESS
        or last_name(value.func) in ("StringIO", "BytesIO")
        or re.search(r"Mock$", last_name(value.func) or "")
    ):
        return False
    return last_name(value.func) not in _LOOKUPS and not _is_looked_after(module, test, value.func)


def _is_looked_after(module: Module, test: Test, maker: ast.expr) -> bool:
    """Whether what makes the object cleans up as well: a factory fixture, or a method that registers a clean-up."""
    if isinstance(maker, ast.Name):
        return maker.id in test.arguments
    if not isinstance(maker, ast.Attribute) or root_name(maker) != "self" or test.cls is None:
        return False
    if not isinstance(maker.value, ast.Name):
        return not test.cls.lineage.is_resolved
    return _registers_cleanup(test.cls, maker.attr)


def _registers_cleanup(cls: TestClass, method: str, depth: int = 0) -> bool:
    """Whether a method registers a clean-up, itself or by another method that it calls; so may one out of sight."""
    found = cls.lineage.method(method)
    if found is None:
        return not cls.lineage.is_resolved
    calls = found[0].scope_by_node[found[1]].calls
    if any("Cleanup" in (last_name(call.func) or "") for call in calls):
        return True
    own = {call.func.attr for call in calls if isinstance(call.func, ast.Attribute) and _is_self(call.func.value)}
    return depth < _MAX_DEPTH and any(_registers_cleanup(cls, name, depth + 1) for name in own if name != method)


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def _is_subject(test: Test, call: ast.Call, body: list[Any]) -> bool:
    """Whether the test is about this very call: it is named for it, or makes the same call before."""
    word = last_name(call.func) or ""
    words = f"{test.name} {test.cls.name if test.cls else ''}".lower()
    stem = _STEMS.get(word, word.lower())
    if stem in words or (
        word in ("close", "aclose") and re.search(r"context_?manager|leak|lifecycle|life_cycle|resource", words)
    ):
        return True
    text = dotted_text(call.func)
    last = body[-1].end_lineno or 0
    before = (part for _, part in test.module.calls.by_word.get(word, ()) if test.node.lineno < part.lineno <= last)
    return "." in (text or "") and any(part is not call and dotted_text(part.func) == text for part in before)
