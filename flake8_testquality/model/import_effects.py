"""Import effects: what a test module does to the world while it is being imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.calls import argument
from flake8_testquality.model.changes import Change, changes
from flake8_testquality.model.database import manager_calls
from flake8_testquality.model.instances import maker
from flake8_testquality.model.names import last_name
from flake8_testquality.model.network import CLIENTS, VERBS
from flake8_testquality.model.scopes import Scope, descend
from flake8_testquality.model.surroundings import in_lambda

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_NETWORK = (
    *(f"{library}.{verb}" for library in ("requests", "httpx") for verb in sorted(VERBS)),
    "urllib.request.urlopen",
    "urllib.request.urlretrieve",
    "socket.create_connection",
)
_DATABASES = ("sqlite3.connect", "psycopg2.connect", "psycopg.connect", "MySQLdb.connect", "pymysql.connect",
              "mysql.connector.connect")  # fmt: skip
_WRITES = (
    "os.mkdir", "os.makedirs", "os.remove", "os.unlink", "os.rmdir", "os.rename", "os.replace", "os.symlink",
    "shutil.copy", "shutil.copy2", "shutil.copyfile", "shutil.copytree", "shutil.move", "shutil.rmtree",
    "tempfile.mkdtemp", "tempfile.mkstemp",
)
_EFFECTS = {
    "django.setup": "sets up Django",
    "django.core.management.call_command": "runs a management command",
    **dict.fromkeys(_NETWORK, "calls the network"),
    **dict.fromkeys(_DATABASES, "opens a database"),
    **dict.fromkeys(_WRITES, "writes files"),
}
_OPENERS = frozenset({"builtins.open", "io.open", "codecs.open", "gzip.open"})
_METHODS = frozenset({"write_text", "write_bytes", "create_all", "drop_all", "mkdir", "touch"})
_CREATES = frozenset({"create", "bulk_create", "get_or_create", "update_or_create"})


def effects(module: Module) -> Iterator[tuple[Any, str]]:
    """(where, what it is) for each effect at module level of a test module, in source order."""
    if module.role != "test" or not module.tests:
        return
    scopes = [module.scope, *(item.scope for item in module.classes)]
    inside = set(scopes)
    found: list[tuple[Any, str]] = []
    added: list[Change] = []
    for change in changes(module):
        if change.scope in inside:
            if change.kind == "environment":
                found.append((change.node, "writes the environment"))
            elif change.thing == "sys.path" and not _takes_back(module, change, added):
                found.append((change.node, "changes sys.path"))
                added.append(change)
    for call in module.calls_to(_OPENERS | _EFFECTS.keys()):
        if call.scope not in inside:
            continue
        if call.name in _OPENERS:
            if _writes(call.node):
                found.append((call.node, "writes a file"))
        elif not _is_in_memory(call.node, call.name):
            found.append((call.node, _EFFECTS[call.name]))
    found.extend(_method_effects(module, scopes))
    created = {node for node, _ in found}
    queries = (call for call in module.fact(manager_calls) if call.scope in inside and call.node not in created)
    found.extend((call.node, "queries a database") for call in queries)
    if module.calls_to(CLIENTS):
        found.extend(_client_effects(module, scopes))
    found.sort(key=lambda item: (item[0].lineno, item[0].col_offset))
    yield from ((node, what) for node, what in found if _runs_on_import(module, node))


def _takes_back(module: Module, change: Change, added: list[Change]) -> bool:
    """Whether a change of sys.path only removes what the file itself put there before."""
    if not change.deletes:
        return False
    before = [item.node for item in added if not item.deletes]
    given = [arg for arg in getattr(change.node, "args", ()) if not isinstance(arg, ast.Constant | ast.UnaryOp)]
    if not given:
        return bool(before)
    known = {module.text(arg) for node in before if isinstance(node, ast.Call) for arg in node.args}
    return all(module.text(arg) in known for arg in given)


def _method_effects(module: Module, scopes: list[Scope]) -> Iterator[tuple[Any, str]]:
    for scope in scopes:
        for node in scope.calls:
            func = node.func
            if isinstance(func, ast.Attribute) and _writes_rows(func):
                yield node, "writes a database"
            elif (
                isinstance(func, ast.Attribute)
                and func.attr in _METHODS
                and not (module.resolve(func, scope) or "").startswith("os.")
            ):
                database = func.attr in ("create_all", "drop_all")
                owner = {part.attr for part in descend(func.value) if isinstance(part, ast.Attribute)}
                if database and ("metadata" in owner or module.text(func.value).endswith(("metadata", "db"))):
                    yield node, "writes a database"
                elif not database and _is_path(module, func.value, scope):
                    yield node, "writes files"


def _writes_rows(func: ast.Attribute) -> bool:
    owner = last_name(func.value) or ""
    return (func.attr in _CREATES and owner == "objects") or (func.attr == "commit" and owner.endswith("session"))


def _client_effects(module: Module, scopes: list[Scope]) -> Iterator[tuple[Any, str]]:
    """What a client that the file makes asks of the network: `requests.Session().get(...)`."""
    for scope in scopes:
        for node in scope.calls:
            func = node.func
            if isinstance(func, ast.Attribute) and func.attr in VERBS and maker(module, func.value, scope) in CLIENTS:
                yield node, "calls the network"


def _is_path(module: Module, node: ast.expr, scope: Scope) -> bool:
    while isinstance(node, ast.BinOp):
        node = node.left
    if isinstance(node, ast.Name):
        found = module.names.lookup(node.id, scope)
        value = found[1][0].value if found and len(found[1]) == 1 else None
        return value is not None and not isinstance(value, ast.Name) and _is_path(module, value, scope)
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Call) and (module.resolve(node.func, scope) or "").startswith("pathlib.")


def _writes(call: ast.Call) -> bool:
    mode = argument(call, 1, "mode")
    return isinstance(mode, ast.Constant) and isinstance(mode.value, str) and bool(set(mode.value) & set("wax+"))


def _is_in_memory(call: ast.Call, name: str) -> bool:
    first = argument(call, 0, "database")
    return name == "sqlite3.connect" and isinstance(first, ast.Constant) and first.value in (":memory:", "")


def _runs_on_import(module: Module, node: Any) -> bool:
    """Whether the statement is neither the script's part of the file nor a deferred expression."""
    for outer in module.enclosing(module.statement_of(node)):
        if isinstance(outer, ast.If) and any(
            isinstance(part, ast.Name) and part.id == "__name__" for part in descend(outer.test)
        ):
            return False
    return not (isinstance(node, ast.Call) and in_lambda(module, node))
