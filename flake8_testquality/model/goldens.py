"""Goldens: expected files that a test writes from the very value that it then compares with them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.model.scopes import Scope, descend
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_WRITES = frozenset({"write_text", "write_bytes"})
_READS = frozenset({"read_text", "read_bytes"})
_DUMPS = frozenset({"dump", "dump_all", "safe_dump", "save", "savetxt"})
_EXISTS = frozenset(["exists", "isfile", "is_file"])
_UPDATES = regex(
    r"update|regen|overwrite|rewrite|record|refresh|accept|bless|create_|generat|environ|getenv|option|config|flag|rebase",
    re.I,
)


def self_written_goldens(test: Test) -> Iterator[tuple[ast.stmt, str]]:
    """(statement, path) for each write of an actual value into the file that it is then compared with."""
    for statement, scope, path, value in _writes(test):
        conditions = _conditions(test, statement)
        if conditions is None:
            continue
        if _is_compared(test, statement, scope, path, value, bool(conditions)):
            yield statement, path


def _writes(test: Test) -> Iterator[tuple[Any, Scope, str, str]]:
    """(statement, scope, path, value) for each statement of a test that writes a named value to a named file."""
    scope = test.scope
    opened = _opened(scope, "w")
    for statement in scope.statements.get(ast.Expr, ()):
        call = statement.value
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or not call.args:
            continue
        word, receiver = call.func.attr, call.func.value
        if word in _WRITES:
            path, value = _path(receiver), call.args[0]
        elif word == "write":
            path = opened.get(dotted_text(receiver) or "") or _open_path(receiver, "w")
            value = call.args[0]
        elif word in _DUMPS and len(call.args) > 1:
            value, target = call.args[0], call.args[1]
            path = opened.get(dotted_text(target) or "") or _open_path(target, "w")
        else:
            continue
        name = _value_name(value)
        if path and name and _comes_from_call(test, scope, name):
            yield statement, scope, path, name


def _path(node: ast.expr) -> str:
    """A path as text: a name, a chain, or `Path(name)`."""
    if isinstance(node, ast.Call) and last_name(node.func) == "Path" and len(node.args) == 1:
        node = node.args[0]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return repr(node.value)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        left, right = _path(node.left), _path(node.right)
        return f"{left}/{right}" if left and right else ""
    return dotted_text(node) or ""


def _open_path(node: ast.expr, mode: str) -> str:
    """The path that an `open(path, mode)` or `path.open(mode)` names, if it is opened that way."""
    if not isinstance(node, ast.Call) or last_name(node.func) != "open":
        return ""
    is_method = isinstance(node.func, ast.Attribute) and dotted_text(node.func.value) not in (
        "io",
        "codecs",
        "builtins",
    )
    given = node.args if is_method else node.args[1:]
    word = given[0] if given else next((item.value for item in node.keywords if item.arg == "mode"), None)
    said = word.value if isinstance(word, ast.Constant) and isinstance(word.value, str) else "r"
    if ("w" in said) != (mode == "w"):
        return ""
    if is_method:
        return _path(node.func.value)  # type: ignore[attr-defined]
    return _path(node.args[0]) if node.args else ""


def _opened(scope: Scope, mode: str) -> dict[str, str]:
    """The files that with statements open in a mode: name -> path."""
    found = {}
    for kind in (ast.With, ast.AsyncWith):
        for node in scope.statements.get(kind, ()):
            for item in node.items:
                path = _open_path(item.context_expr, mode)
                if path and isinstance(item.optional_vars, ast.Name):
                    found[item.optional_vars.id] = path
    return found


def _value_name(node: ast.expr) -> str:
    """The name of what is written, a conversion to text left aside: `str(actual)`, `json.dumps(actual)`."""
    if isinstance(node, ast.Call) and len(node.args) >= 1 and last_name(node.func) in ("str", "dumps", "repr", "bytes"):
        node = node.args[0]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "encode":
        node = node.func.value
    return dotted_text(node) or ""


def _comes_from_call(test: Test, scope: Scope, name: str) -> bool:
    """Whether the written value was computed, not written down in the test."""
    places = test.module.bindings(scope).get(name.partition(".")[0], ())
    values = [place.value for place in places if place.value is not None]
    return any(isinstance(part, ast.Call) for value in values for part in descend(value))


def _conditions(test: Test, statement: Any) -> list[ast.expr] | None:
    """The conditions on which a write hangs, if all ask whether the file is missing; None for an update mode."""
    found: list[ast.expr] = []
    current = statement
    for above in test.module.enclosing(statement):
        if isinstance(above, ast.If):
            said = test.module.source.segment(above.test)
            asks = any(isinstance(part, ast.Call) and last_name(part.func) in _EXISTS for part in descend(above.test))
            if not asks or _UPDATES.search(said) or isinstance(above.test, ast.BoolOp) or current not in above.body:
                return None
            found.append(above.test)
        elif isinstance(above, ast.ExceptHandler):
            if last_name(above.type) not in ("FileNotFoundError", "OSError", "IOError"):
                return None
            found.append(above.type or ast.Constant(value=None))
        elif isinstance(above, ast.For | ast.While | ast.AsyncFor):
            return None
        current = above
    return found


def _is_compared(test: Test, statement: Any, scope: Scope, path: str, value: str, missing: bool) -> bool:
    """Whether an assertion behind a write compares what the file holds with the value that was written."""
    readers = _readers(test, scope, path)
    # what stood in the file before is put back
    if value in readers:
        return False
    for item in test.assertions:
        if item.scope is not scope or item.relation != "==" or item.statement.lineno <= statement.lineno:
            continue
        texts = [_value_name(node) for node in item.operands]
        reads = [_reads(node, path, readers) for node in item.operands]
        if value in texts and any(reads) and not _is_handed_on(scope, statement, item.statement, path):
            return True
    if not missing:
        return False
    # a first run that writes the file and leaves compares nothing
    block = next((above for above in test.module.enclosing(statement) if isinstance(above, ast.If)), None)
    return block is not None and _is_read_elsewhere(test, scope, path, value, readers)


def _is_read_elsewhere(test: Test, scope: Scope, path: str, value: str, readers: set[str]) -> bool:
    return any(
        item.relation == "==" and value in [_value_name(node) for node in item.operands]
        and any(_reads(node, path, readers) for node in item.operands)
        for item in test.assertions if item.scope is scope
    )  # fmt: skip


def _readers(test: Test, scope: Scope, path: str) -> set[str]:
    """The names that hold what was read from a path."""
    found: set[str] = set()
    handles = {name for name, opened in _opened(scope, "r").items() if opened == path}
    for node in scope.statements.get(ast.Assign, ()):
        if _reads(node.value, path, handles) or any(
            isinstance(part, ast.Name) and part.id in handles for part in descend(node.value)
        ):
            found.update(name for target in node.targets if (name := dotted_text(target)))
    return found | handles


def _reads(node: ast.expr, path: str, readers: set[str]) -> bool:
    for part in descend(node):
        if isinstance(part, ast.Name) and part.id in readers:
            return True
        if isinstance(part, ast.Call):
            if isinstance(part.func, ast.Attribute) and part.func.attr in _READS and _path(part.func.value) == path:
                return True
            if _open_path(part, "r") == path:
                return True
    return False


def _is_handed_on(scope: Scope, first: Any, last: Any, path: str) -> bool:
    """Whether something between two statements gets the file, and so may have changed it."""
    name = path.partition("/")[0].partition(".")[0]
    for call in scope.calls:
        if first.end_lineno < call.lineno < last.lineno:
            given = [*call.args, *(item.value for item in call.keywords)]
            if last_name(call.func) in ("open", "loads", "load", "str", "Path", "print"):
                continue
            if any(isinstance(part, ast.Name) and part.id == name for item in given for part in descend(item)):
                return True
    return False
