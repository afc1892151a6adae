"""Act readings: which statements and calls of a test only look at what an act gave or left behind, and which act."""

from __future__ import annotations

import ast
from collections.abc import Set
from typing import Any

from flake8_testquality.model.branches import READERS
from flake8_testquality.model.calls import argument
from flake8_testquality.model.library_readings import gives_values, goes_over_values
from flake8_testquality.model.loop_readings import asks_a_store, is_pure
from flake8_testquality.model.mock_use import CALL_LISTS
from flake8_testquality.model.names import called_name, last_name, root_name, target_names
from flake8_testquality.model.own_code import reach
from flake8_testquality.model.rows import CLIENTS, arguments
from flake8_testquality.model.scopes import calls_below, calls_in, descend, flat
from flake8_testquality.model.stdlib_purity import nature
from flake8_testquality.model.tests import Test
from flake8_testquality.model.words import words

# Methods that look at what is there once more, or make a double forget.
_LOOKING = frozenset(
    "refresh_from_db arefresh_from_db refresh reload reset_mock readouterr getvalue read_text read_bytes open "
    "listdir iterdir glob rglob".split()
)
# The first words of methods that ask for a part or a form of an object.
_ASKING = frozenset({"get", "is", "has", "as", "to"})
# Builtins that make values of values.
_VALUES = frozenset("range frozenset slice map filter chr ord hex bin divmod pow complex bytearray object".split())
# What stdlib_purity says of functions that tell a moment.
_CLOCKS = ("clock", "timer")
_LOGGERS = frozenset({"log", "logger", "logging"})
_LINES = frozenset("print pprint log debug info warning warn error critical exception fatal trace notice".split())
_ARCHIVES = frozenset({"ZipFile", "TarFile"})
_OPENERS = _ARCHIVES | {"open"}
_DISPLAYS = (ast.List, ast.Dict, ast.Set)
_CONTAINERS = frozenset({"list", "dict", "set", "defaultdict", "deque", "Counter"})
_COLLECTING = frozenset({"append", "add", "extend", "update", "insert", "setdefault"})
_VIEWS = frozenset({"keys", "values", "items"})
_ORDERS = frozenset("sorted reversed len min max sum zip enumerate set tuple list dict".split())
# Parts of numpy that do more than compute with what they are given.
_NUMPY_ASIDE = ("numpy.random.", "numpy.load", "numpy.save", "numpy.testing.", "numpy.fromfile", "numpy.memmap")


def has_call(statement: Any) -> bool:
    """Whether a statement calls something itself, or is a block or a deletion that does."""
    value = getattr(statement, "value", None)
    if isinstance(statement, ast.Expr | ast.Assign | ast.AnnAssign | ast.AugAssign) and value is not None:
        return any(isinstance(part, ast.Call) for part in descend(value))
    return isinstance(statement, ast.With | ast.AsyncWith | ast.Delete)


def _calls_of_value(statement: ast.Assign | ast.AnnAssign) -> list[ast.Call]:
    """The calls in what a statement assigns, in no order."""
    return calls_below([statement.value])[0] if statement.value is not None else []


def bound_names(statement: Any) -> list[str]:
    """The names that a statement gives a value."""
    targets = [*getattr(statement, "targets", ()), *([statement.target] if hasattr(statement, "target") else [])]
    return [name for target in targets for name in target_names(target)]


def handed_names(statement: Any) -> set[str]:
    """The names in the arguments of the calls of a statement, and of those in its block; `list(...)` is handed none."""
    calls = [call for item in flat([statement]) for call in calls_in(item)]
    given = [value for call in calls if root_name(call.func) not in READERS for value in arguments(call)]
    seen: set[ast.AST] = set()
    for value in given:
        # a call stands before those in its arguments
        if value not in seen:
            seen.update(descend(value))
    return {part.id for part in seen if isinstance(part, ast.Name)} - {"self", "cls"}


def reads(test: Test, statement: Any, results: set[str], handed: Set[str] = frozenset()) -> bool:
    """Whether a statement only looks: it binds what it reads from earlier results, or looks at the same thing anew.

    So it does if it asks for a part of what an act was handed, or trims and sorts that or a result, and a block around
    a file that is opened for reading, if all that stands in it only reads on.
    """
    if isinstance(statement, ast.With):
        return reads_file(test, statement, results)
    looked_at = results | handed
    if isinstance(statement, ast.Delete):
        return all(isinstance(item, ast.Subscript) and root_name(item) in looked_at for item in statement.targets)
    value = getattr(statement, "value", None)
    call = value.value if isinstance(value, ast.Await) else value
    word = call.func.attr if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) else ""
    if word in _LOOKING or (word == "sort" and root_name(call) in looked_at):
        return True
    if _goes_over_records(value):
        return True
    if not isinstance(statement, ast.Assign | ast.AnnAssign):
        return isinstance(statement, ast.Expr) and (goes_over_values(test, value) or _collects(test, value, looked_at))
    calls = _calls_of_value(statement)
    return all(
        root_name(call.func) in results
        or _asks_a_sum(call, results)
        or isinstance(getattr(call.func, "value", None), ast.Constant | ast.JoinedStr)
        or last_name(call.func) in _LOOKING
        or only_looks(test, call)
        or gives_values(test, call)
        or _asks_for_a_part(call, handed)
        or _is_reading_helper(test, call, results)
        for call in calls
    )


def _goes_over_records(value: Any) -> bool:
    """Whether an expression only picks from what a mock has recorded: `[call.args[0] for call in mock.mock_calls]`."""
    if not isinstance(value, ast.ListComp | ast.SetComp | ast.GeneratorExp) or len(value.generators) != 1:
        return False
    over = value.generators[0]
    if not isinstance(over.iter, ast.Attribute) or over.iter.attr not in CALL_LISTS:
        return False
    names = target_names(over.target)
    return all(root_name(call.func) in names for call in calls_below([value])[0])


def reads_file(test: Test, statement: Any, results: set[str]) -> bool:
    """Whether a block opens files to read them, and does nothing else."""
    opened = opened_to_read(statement)
    if opened is None:
        return False
    known = results | opened
    for item in statement.body:
        if not reads(test, item, known):
            return False
        known.update(bound_names(item))
    return True


def opened_to_read(statement: Any) -> set[str] | None:
    """The names of the files that a block opens for reading; None for any other block."""
    if not isinstance(statement, ast.With) or not all(_opens_to_read(item.context_expr) for item in statement.items):
        return None
    targets = [item.optional_vars for item in statement.items if item.optional_vars is not None]
    return {name for target in targets for name in target_names(target)}


def _asks_for_a_part(call: ast.Call, handed: Set[str]) -> bool:
    """Whether a call asks for a part of what an act was handed: `note.get_lines()`; what it answers is read on."""
    root = root_name(call.func)
    if root is None or root not in handed or any(word in root for word in CLIENTS):
        return False
    inner = call
    while (below := _called_below(inner)) is not None:
        inner = below
    return (words(last_name(inner.func) or "") or [""])[0] in _ASKING


def _asks_a_sum(call: ast.Call, results: Set[str]) -> bool:
    """Whether a call is a method of what is computed of results: `(visit.end - visit.start).total_seconds()`."""
    owner = getattr(call.func, "value", None)
    return (
        isinstance(owner, ast.BinOp) and {part.id for part in descend(owner) if isinstance(part, ast.Name)} <= results
    )


def _called_below(call: ast.Call) -> ast.Call | None:
    node: Any = call.func
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node if isinstance(node, ast.Call) else None


def _opens_to_read(node: ast.expr) -> bool:
    word = last_name(node.func) if isinstance(node, ast.Call) else None
    if not isinstance(node, ast.Call) or word not in _OPENERS:
        return False
    mode = argument(node, 1 if isinstance(node.func, ast.Name) or word in _ARCHIVES else 0, "mode")
    return mode is None or (isinstance(mode, ast.Constant) and mode.value in ("r", "rb", "rt", "br", "tr"))


def _is_reading_helper(test: Test, call: ast.Call, results: set[str]) -> bool:
    """Whether a function of the file, which reaches no code under test, is given nothing but what was read."""
    if not isinstance(call.func, ast.Name):
        return False
    module = test.module
    given = {part.id for value in arguments(call) for part in descend(value) if isinstance(part, ast.Name)}
    if not given or not given <= results | READERS:
        return False
    name = call.func.id
    places = module.bindings(test.scope).get(name) or module.bindings(module.scope).get(name, [])
    if not places or any(place.kind != "function" for place in places):
        return False
    reached = [reach(module, place.node) for place in places]
    return not any(found.origins or found.captured - results for found in reached)


def _collects(test: Test, value: ast.AST | None, known: Set[str]) -> bool:
    """Whether an expression puts what is looked at into a container of the test's own: `names.append(row.name)`."""
    if not isinstance(value, ast.Call) or not isinstance(value.func, ast.Attribute):
        return False
    owner = value.func.value
    if value.func.attr not in _COLLECTING or not isinstance(owner, ast.Name):
        return False
    made = [place.value for place in test.module.bindings(test.scope).get(owner.id, ())]
    if not made or not all(isinstance(node, _DISPLAYS) or called_name(node) in _CONTAINERS for node in made):
        return False
    calls = calls_below(arguments(value))[0]
    return all(root_name(call.func) in known or only_looks(test, call) or gives_values(test, call) for call in calls)


def only_looks(test: Test, call: ast.Call) -> bool:
    """Whether a call only looks at a state: it reads values or stored rows, or makes values of values."""
    if isinstance(call.func, ast.Name) and call.func.id in _VALUES:
        return True
    return root_name(call.func) in READERS or asks_a_store(call.func) or is_pure(test, call)


def looks_anew(statement: Any) -> bool:
    """Whether a statement asks the database for what is there by now: `order.refresh_from_db()`."""
    value = getattr(statement, "value", None)
    call = value.value if isinstance(value, ast.Await) else value
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return False
    return call.func.attr.endswith("refresh_from_db") or (
        isinstance(statement, ast.Assign) and asks_a_store(call.func) and call.func.attr != "all"
    )


def views(statement: Any) -> bool:
    """Whether a statement binds a look at what is there: `names = [row["name"] for row in answer.values()]`."""
    if not isinstance(statement, ast.Assign | ast.AnnAssign):
        return False
    calls = _calls_of_value(statement)
    return bool(calls) and all(_is_view(call.func) for call in calls)


def _is_view(func: ast.expr) -> bool:
    if isinstance(func, ast.Name):
        return func.id in _ORDERS
    return isinstance(func, ast.Attribute) and func.attr in _VIEWS and not isinstance(func.value, ast.Call)


def reads_clock(test: Test, statement: Any) -> bool:
    """Whether a statement does no more than note the time: `began = perf_counter()`."""
    if not isinstance(statement, ast.Assign) or not all(isinstance(item, ast.Name) for item in statement.targets):
        return False
    calls = _calls_of_value(statement)
    return bool(calls) and all(
        not call.args and nature(test.module.resolve(call.func, test.scope) or "") in _CLOCKS for call in calls
    )


def computes(test: Test, body: list[Any], number: int) -> bool:
    """Whether a statement lets numpy compute with what an earlier call gave, where numpy is not the code under test."""
    if not test.module.says("numpy") or not _only_computes(test, body[number]):
        return False
    asked = {part.id for part in descend(body[number].value) if isinstance(part, ast.Name)}
    return any(
        has_call(item) and not asked.isdisjoint(bound_names(item)) and not _only_computes(test, item)
        for item in body[:number]
    ) and not test.module.project.is_first_party("numpy", test.module.path)


def _only_computes(test: Test, statement: Any) -> bool:
    if not isinstance(statement, ast.Assign | ast.AnnAssign):
        return False
    calls = _calls_of_value(statement)
    named = [test.module.resolve(call.func, test.scope) or "" for call in calls]
    return bool(calls) and all(name.startswith("numpy.") and not name.startswith(_NUMPY_ASIDE) for name in named)


def takes_a_part(statement: Any) -> bool:
    """Whether a statement names a part of something that is there, or computes with it, without a call."""
    if not (isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name | ast.Tuple)):
        return False
    return isinstance(statement.value, ast.Subscript | ast.Attribute | ast.BinOp) and not has_call(statement)


def reports(statement: Any) -> bool:
    """Whether a statement only prints or logs."""
    called = statement.value.func if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call) else None
    if isinstance(called, ast.Name):
        return called.id in ("print", "pprint")
    return isinstance(called, ast.Attribute) and not _LOGGERS.isdisjoint(words(root_name(called) or ""))


def writes_a_line(statement: Any) -> bool:
    """Whether a statement prints or logs a line; to put a handler on a logger is no line."""
    return reports(statement) and last_name(statement.value.func) in _LINES
