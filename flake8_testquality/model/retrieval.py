"""Retrieval: steps of a test that fail by themselves where what they ask for is not there or never comes."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.callees import owner_around, targets
from flake8_testquality.model.imported_tests import is_imported_test
from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

# Requests without an answer to look at, what raises the error of an answer or when nothing comes, and what has a
# database run the statements that it writes. Sources: boto3, tornado, kombu, django.
_ASKING = frozenset({
    "head_bucket", "head_object", "rethrow", "drain_events", "schema_editor", "database_forwards", "database_backwards",
    "apply_operations",
})  # fmt: skip
_MANAGERS = frozenset({"objects", "_default_manager", "_base_manager"})
# What not every object bears, and what only well-formed text does.
_TURNING = frozenset({
    "hash", "pickle.dumps", "pickle.loads", "copy.copy", "copy.deepcopy", "deepcopy", "weakref.ref", "get_type_hints",
    "typing.get_type_hints", "json.loads", "ast.parse", "compile", "ElementTree.fromstring", "ET.fromstring",
    "importlib.reload", "importlib.import_module", "__import__", "import_module", "reload",
})  # fmt: skip
# What a value is put through that nobody takes: it must come about.
_BRINGING = frozenset({
    "list", "tuple", "dict", "set", "next", "str", "repr", "bytes", "iter", "sorted",
})  # fmt: skip
# So many values that nobody takes are read to see that they are there.
_MANY = 3
# A test of somebody else's, run: `_testcapi.test_widechar()`; `app.test_client()` is none.
_TEST = regex(r"_*(?:run_?)?tests?(?:_|[A-Z])(?!\w*(?:[cC]lient|[aA]pp|[rR]unner|[cC]ontext|[sS]erver|[dD]ata)\b)")
_DEFINING = (ast.ClassDef, ast.Import, ast.ImportFrom)
_READS = (ast.Attribute, ast.Subscript)


def looks_up(test: Test) -> bool:
    """Whether a test asks for what must be there, waits for what must come, or ends by defining what may be refused."""
    closing = _last(test.body)
    if isinstance(closing, _DEFINING) or _only_enters(closing):
        return True
    if any(last_name(call.func) in _ASKING or _selects(call) for call in test.scope.calls) or _has_helper_ask(test):
        return True
    bare = [item.value for scope in test.scopes for item in scope.statements.get(ast.Expr, ())]
    if sum(isinstance(value, _READS) for value in bare) >= _MANY:
        return True
    last = closing.value if isinstance(closing, ast.Expr) else None
    value = closing.value if isinstance(closing, ast.Assign) else last
    if isinstance(value, ast.Call) and _is_own_class(test, value.func):
        return True
    return last is not None and (_asks(last) or _runs_test(test, last))


def _is_own_class(test: Test, func: ast.expr) -> bool:
    """Whether an expression is a class that the test defines, to see that one can be made of it."""
    name = func.value if isinstance(func, ast.Attribute) else func
    node = test.module.definition(name, test.scope) if isinstance(name, ast.Name) else None
    return isinstance(node, ast.ClassDef) and any(node is item for item in test.scope.statements.get(ast.ClassDef, ()))


def _selects(call: ast.Call) -> bool:
    """Whether a call has a database read from a table, which must be there."""
    text = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None
    return last_name(call.func) == "execute" and isinstance(text, str) and text.lstrip()[:6].lower() == "select"


def _runs_test(test: Test, node: Any) -> bool:
    """Whether an expression calls a test that is out of sight."""
    if not isinstance(node, ast.Call):
        return False
    if not _TEST.match(last_name(node.func) or ""):
        return is_imported_test(test, node)
    module = test.module
    return not any(targets(module, node.func, test.scope, owner_around(module, test.scope), called=False))


def _has_helper_ask(test: Test) -> bool:
    """Whether a helper in sight, which the test calls, asks."""
    module = test.module
    owner = owner_around(module, test.scope)
    found = [unit for call in test.scope.calls for unit in targets(module, call.func, test.scope, owner, called=False)]
    calls = [call for home, scope, _ in found if home.role != "source" for call in scope.calls]
    return any(last_name(call.func) in _ASKING for call in calls)


def _only_enters(statement: Any) -> bool:
    """Whether a statement is a with block around nothing: it shows that one can enter and leave."""
    return isinstance(statement, ast.With | ast.AsyncWith)


def _last(block: list[Any]) -> Any:
    """The last statement of a block, of the last blocks in it; a with block around nothing counts as a statement."""
    statement = block[-1]
    while isinstance(statement, ast.With | ast.AsyncWith | ast.For | ast.AsyncFor | ast.Try):
        inner = statement.body[-1]
        if isinstance(inner, ast.Pass):
            break
        statement = inner
    return statement


def _asks(node: Any) -> bool:
    if isinstance(node, ast.Await | ast.Yield):
        # the future that a handler must set
        return isinstance(node.value, ast.Attribute) or _asks(node.value)
    if isinstance(node, ast.Subscript | ast.Set):
        # whatever is in a set was hashed
        return True
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Name) and node.func.id in _BRINGING:
        return any(not isinstance(part, ast.Constant) for part in node.args)
    if not isinstance(node.func, ast.Attribute):
        return dotted_text(node.func) in _TURNING
    word = node.func.attr
    return (
        dotted_text(node.func) in _TURNING
        or (word == "get" and last_name(node.func.value) in _MANAGERS)
        or (word == "decode" and isinstance(node.func.value, ast.Call | ast.Attribute))
    )
