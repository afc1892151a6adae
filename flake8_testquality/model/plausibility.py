"""Plausibility: which statements of a raises block can raise what the block expects, for all that is in sight."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.database_errors import asks, is_of_database
from flake8_testquality.model.harmless import (
    MAKING,
    TEXTUAL,
    Expected,
    is_calm,
    is_lazy,
    is_literal,
    is_own_entry,
    is_own_item,
)
from flake8_testquality.model.names import is_self, last_name, root_name, target_names
from flake8_testquality.model.quoted_words import named_by_pattern
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.stdlib_purity import PURE_MODULES, is_standard

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.tests import Test

_BROAD = frozenset({"Exception", "BaseException", "AssertionError", "failureException", "Failed"})
_STRUCTURAL = frozenset(
    "Exception BaseException AttributeError TypeError KeyError IndexError LookupError NameError".split()
)
_OF_VALUES = frozenset(
    "ValueError UnicodeError UnicodeDecodeError UnicodeEncodeError ArithmeticError ZeroDivisionError OverflowError "
    "FloatingPointError StopIteration StopAsyncIteration".split()
)
_COLLECTING = frozenset({"fetchone", "fetchall", "fetchmany", "getresponse", "drain"})
# What is asked of what a call has just given.
_FOLLOWING = frozenset({"connect", "_connect", "aconnect", "result"})
_CANCELLED = frozenset({"CancelledError", "Cancelled"})
# What a test says when it cannot or need not go on.
_LEAVING = frozenset({"skipTest", "skip", "fail", "xfail"})


def plausible(assertion: Assertion, risky: list[Any]) -> list[Any]:
    """Those of the risky statements of a raises block that can raise what it expects, as far as the source shows.

    A check behind the last of them is kept: it never runs.
    """
    expected = expected_of(assertion)
    lines = assertion.module.source.lines
    risky = [item for item in risky if "pragma: no" not in lines[item.lineno - 1]] or risky[-1:]
    risky = [item for item in risky if not _names_definition(item, assertion.block or [])] or risky[-1:]
    kept = [item for item in risky if _waits(item)] if expected.cancelled else []
    kept = kept or [item for item in risky if not is_innocent(item, asked_of(item, risky, expected))]
    if kept and _is_stored(risky[-1]) and risky[-1] not in kept:
        # as the last of all it stands there for what its setter refuses
        kept.extend(risky[-1:] if not any(is_own_entry(item, expected) for item in risky[-1].targets) else ())
    kept = [item for item in kept if not _is_used(item, kept)]
    kept = [item for item in kept if asks(item)] if is_of_database(assertion) else kept
    if kept and not is_check(kept[-1]):
        kept = named_by_pattern(assertion, kept)
    if not kept:
        return [item for item in risky if _is_stored(item)] or risky[-1:]
    if risky[-1] not in kept and is_check(risky[-1]) and _is_behind(risky[-1], assertion.block or []):
        kept.append(risky[-1])
    return [] if len(kept) == 2 and (_is_collected(kept) or _is_by_rows(kept, assertion.test)) else kept


def asked_of(statement: Any, risky: list[Any], expected: Expected) -> Expected:
    """What is expected, as it is asked of one of the risky statements."""
    final = next((item for item in reversed(risky) if not is_check(item)), None)
    return attrs.evolve(expected, final=True) if statement is final else expected


def _names_definition(statement: Any, block: list[Any]) -> bool:
    """Whether an assert says nothing but the name of what the block defines, so that a linter sees it used."""
    claim = statement.test if isinstance(statement, ast.Assert) else None
    return isinstance(claim, ast.Name) and any(
        isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and item.name == claim.id
        for item in block
    )


def _is_by_rows(pair: list[Any], test: Test) -> bool:
    """Whether two statements call the same with different parameters of the test: its rows say which one raises."""
    calls = [_method_call(item) for item in pair]
    names = [{part.id for part in ast.walk(item) if isinstance(part, ast.Name)} & test.parametrized for item in pair]
    if not all(names) or not names[0].isdisjoint(names[1]) or calls[0] is None or calls[1] is None:
        return False
    return ast.dump(calls[0].func) == ast.dump(calls[1].func)


def _is_behind(statement: Any, block: list[Any]) -> bool:
    """Whether a statement of a block stands behind the others, in no loop, so that it never runs."""
    while block and statement not in block and isinstance(block[-1], ast.With | ast.AsyncWith | ast.If | ast.Try):
        block = block[-1].body
    return statement in block


def _is_collected(pair: list[Any]) -> bool:
    """Whether the second of two statements asks for the answer to the first, waits for it, reads or connects it.

    A future gives its result, a connection what is received on it after something was sent.
    """
    if isinstance(pair[1], ast.For | ast.AsyncFor) and isinstance(pair[0], ast.Assign):
        return reads(pair[1].iter, {name for target in pair[0].targets for name in target_names(target)})
    awaited = getattr(pair[1], "value", None)
    if isinstance(awaited, ast.Await) and isinstance(awaited.value, ast.Name):
        made = pair[0].targets if isinstance(pair[0], ast.Assign) else []
        return not _waits(pair[0]) or any(awaited.value.id in target_names(target) for target in made)
    asked = _method_call(pair[1])
    if asked is None:
        return False
    word = last_name(asked.func) or ""
    if word in _FOLLOWING and not asked.args and isinstance(pair[0], ast.Assign):
        return any(isinstance(item, ast.Name) and item.id == root_name(asked.func) for item in pair[0].targets)
    first = _method_call(pair[0])
    if first is None:
        return False
    if word in _COLLECTING:
        return root_name(first.func) in (root_name(asked.func), "self")
    if word.startswith(("recv", "receive")) and isinstance(asked.func, ast.Attribute):
        return isinstance(first.func, ast.Attribute) and ast.dump(first.func.value) == ast.dump(asked.func.value)
    return ast.dump(first.func) == ast.dump(asked.func) and _piece(first) is not None and _piece(first) == _piece(asked)


def _method_call(statement: Any) -> ast.Call | None:
    """The outermost call of a method in a statement."""
    calls = (part for part in descend(statement) if isinstance(part, ast.Call))
    return next((call for call in calls if isinstance(call.func, ast.Attribute)), None)


def _piece(call: ast.Call) -> str | None:
    """The name of the value that a call is given a slice of."""
    given = call.args[0] if len(call.args) == 1 else None
    return root_name(given) if isinstance(given, ast.Subscript) and isinstance(given.slice, ast.Slice) else None


def _is_stored(statement: Any) -> bool:
    """Whether something is written into an object, which its setter may refuse."""
    return isinstance(statement, ast.Assign) and not any(isinstance(item, ast.Name) for item in statement.targets)


def _is_used(statement: Any, kept: list[Any]) -> bool:
    """Whether a statement defines a class or function that another one uses: only together they are the case."""
    return isinstance(statement, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and any(
        reads(item, {statement.name}) for item in kept if item is not statement
    )


def reads(statement: Any, names: set[str]) -> bool:
    """Whether any of some names stands in a statement."""
    return any(isinstance(part, ast.Name) and part.id in names for part in ast.walk(statement))


def expected_of(assertion: Assertion) -> Expected:
    """What a raises or warns block waits for."""
    module, scope = assertion.module, assertion.scope
    if assertion.kind == "warns":
        return Expected(module, scope, False, False, True, True, True, False)
    classes = assertion.expected_exceptions
    words = [last_name(item) or "" for item in classes]
    names = [module.resolve(item, scope) for item in classes]
    unknown = not classes or any(
        not word or (name is None and isinstance(item, ast.Name) and module.definition(item, scope) is None)
        for item, word, name in zip(classes, words, names, strict=True)
    )
    # the outcomes of pytest are called Exception too
    words = [
        "outcome" if (name or "").startswith("pytest.") else word for word, name in zip(words, names, strict=True)
    ]
    broad = unknown or not _BROAD.isdisjoint(words)
    structural = unknown or not _STRUCTURAL.isdisjoint(words)
    foreign = not broad and not any(name is not None and is_standard(name) for name in names)
    reached = not broad and all(
        name is None or name.startswith("builtins.") or name.partition(".")[0] not in PURE_MODULES for name in names
    )
    valued = structural or not _OF_VALUES.isdisjoint(words)
    return Expected(
        module,
        scope,
        broad,
        structural,
        foreign,
        foreign or (reached and not valued),
        foreign or not valued,
        bool(words) and _CANCELLED.issuperset(words),
        remote=foreign and all(name is not None and not name.startswith("numpy.") for name in names),
    )


def _waits(statement: Any) -> bool:
    if isinstance(statement, ast.AsyncWith | ast.AsyncFor):
        return True
    if isinstance(statement, ast.Assert):
        return False
    return any(
        isinstance(part, ast.Await | ast.Yield | ast.YieldFrom)
        or (isinstance(part, ast.Call) and last_name(part.func) in ("result", "exception", "raise_for_status"))
        for part in descend(statement)
    )


def is_check(statement: Any) -> bool:
    """Whether a statement is an assert, or the call of something whose name begins so."""
    if isinstance(statement, ast.Assert):
        return True
    call = getattr(statement, "value", None) if isinstance(statement, ast.Expr) else None
    call = call.value if isinstance(call, ast.Await) else call
    return isinstance(call, ast.Call) and (last_name(call.func) or "").lower().lstrip("_").startswith("assert")


def is_innocent(statement: Any, expected: Expected) -> bool:
    """Whether a statement cannot raise what is expected, as far as the source in sight shows."""
    cls = statement.__class__
    if cls is ast.Assert:
        return not expected.broad and is_calm(statement.test, expected)
    if cls is ast.If:
        return is_calm(statement.test, expected)
    if cls in (ast.Import, ast.ImportFrom):
        return expected.foreign
    if cls is ast.Return:
        return statement.value is None or is_calm(statement.value, expected)
    if cls is ast.Expr:
        call = statement.value
        if not isinstance(call, ast.Call):
            looked_up = isinstance(call, ast.Await) or _is_imported(call, expected)
            return isinstance(call, ast.Name) or (looked_up and is_calm(call, expected))
        if last_name(call.func) in _LEAVING:
            return is_self(getattr(call.func, "value", call)) or root_name(call.func) == "pytest"
        if last_name(call.func) in TEXTUAL | MAKING:
            # nothing takes what it makes, so it is called for what it does
            return False
        if is_check(statement):
            given = [*call.args, *(item.value for item in call.keywords)]
            of_test = is_self(getattr(call.func, "value", call)) or isinstance(call.func, ast.Attribute)
            return of_test and not expected.broad and all(is_calm(item, expected) for item in given)
        return is_calm(call, expected)
    if cls is ast.Delete:
        lasting = expected.structural or expected.final
        return not lasting and all(is_own_item(target, expected) for target in statement.targets)
    if cls is ast.AugAssign:
        return isinstance(statement.target, ast.Name) and expected.beyond and is_calm(statement.value, expected)
    if cls in (ast.Assign, ast.AnnAssign):
        targets = statement.targets if cls is ast.Assign else [statement.target]
        plain = all(isinstance(target, ast.Name) or is_own_entry(target, expected) for target in targets)
        if not plain and expected.structural:
            return False
        value = statement.value
        return value is None or is_calm(value, expected) or is_literal(value, expected) or is_lazy(value)
    return False


def _is_imported(node: ast.expr, expected: Expected) -> bool:
    """Whether an expression only names something imported, so that a linter sees it used."""
    return expected.module.resolve(node, expected.scope) is not None
