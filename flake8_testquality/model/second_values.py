"""Second values: the argument behind assertTrue's condition, and whether it can be meant as a message."""

from __future__ import annotations

import ast
import builtins
import re
from typing import TYPE_CHECKING

from flake8_testquality.model.assertion_names import UNITTEST
from flake8_testquality.model.names import dotted_text, last_name, root_name
from flake8_testquality.model.scopes import descend
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion

# Whole words of names that hold what a reader is told.
_TOLD = regex(
    r"(?:^|_)(?:msgs?|messages?|reasons?|err\w*|exc\w*|errors?|failures?|fail\w*|text|detail\w*|info|desc\w*|description|explanation|hint|note|"
    r"diff\w*|trace\w*|tb|out|output|stdout|stderr|content|body|logs?|logged|dump|debug|report|label|title|why|repr|fmt|format|comment|e|ex|"
    r"warnings?|problems?|lines?|source|sql|html|xml|query|response|resp|status|name|url|path|data)$", re.IGNORECASE
)  # fmt: skip
_TELLING_CALLS = frozenset({
    "format", "str", "repr", "join", "dedent", "pformat", "format_exc", "decode", "getvalue", "read", "strip",
    "lstrip", "rstrip", "replace", "lower", "upper", "text", "title", "as_text", "dumps", "format_map", "zfill",
    "ascii", "ljust", "rjust", "render", "as_string", "to_string", "get_text", "describe", "explain",
    "_", "gettext", "_formatMessage",
})  # fmt: skip
_PREDICATE = regex(
    r"^_*(?:is|has|can|should|was|does|exists?|contains|startswith|endswith|any|all|isinstance|issubclass|hasattr|callable|"
    r"match|search|equals?|same|valid|allclose|array_equal|bool|are|in|check\w*|eq|ok|issubset|issuperset|isdisjoint|"
    r"isdir|isfile|isabs)(?![a-z])|^is[a-z]+$"
)


def second_value(assertion: Assertion) -> ast.expr | None:
    """What assertTrue or assertFalse is given as a second value to compare, None where it is or may be a message."""
    call = assertion.call
    if assertion.kind != "unittest" or assertion.name not in ("assertTrue", "assertFalse") or call is None:
        return None
    if len(call.args) != 2 or call.keywords or any(isinstance(item, ast.Starred) for item in call.args):
        return None
    first, second = call.args
    if isinstance(first, ast.Name) and _is_flag(assertion, first):
        return None if not isinstance(second, ast.Constant) or isinstance(second.value, str) else second
    if _may_tell(first, second) or _is_bound_to_text(assertion, second):
        return None
    if _answers_yes_or_no(assertion, first) and not _is_literal(second):
        return None
    if _is_of_asked_object(assertion, first, second):
        return None
    return second if not _is_message_beside(assertion, second) else None


def meant(assertion: Assertion, second: ast.expr) -> str:
    """The assertion that was meant: one of equality, or of the type where the second value is a class."""
    first = assertion.call.args[0] if assertion.call is not None and assertion.call.args else None
    is_true = assertion.name == "assertTrue"
    if isinstance(second, ast.Constant):
        # what is false and is to be False
        return "assertEqual" if is_true or not second.value else "assertNotEqual"
    if _is_class(assertion, second) and not _is_type(first):
        return "assertIsInstance" if is_true else "assertNotIsInstance"
    return "assertEqual" if is_true else "assertNotEqual"


def _is_class(assertion: Assertion, node: ast.expr) -> bool:
    if not isinstance(node, ast.Name):
        return False
    dotted = assertion.module.resolve(node, assertion.scope) or ""
    if dotted.startswith("builtins."):
        return isinstance(getattr(builtins, node.id, None), type)
    return isinstance(assertion.module.definition(node, assertion.scope), ast.ClassDef)


def _is_type(node: ast.expr | None) -> bool:
    """Whether an expression asks for a type: `type(item)`, `item.__class__`, `field.type`."""
    return (last_name(node.func if isinstance(node, ast.Call) else node) or "").endswith(
        ("type", "class", "__class__", "cls")
    )


def _is_flag(assertion: Assertion, node: ast.Name) -> bool:
    """Whether a name is bound to a truth somewhere, so that what follows it explains it."""
    found = assertion.module.names.lookup(node.id, assertion.scope)
    return found is not None and any(place.value is not None and _is_condition(place.value) for place in found[1])


def _is_bound_to_text(assertion: Assertion, second: ast.expr) -> bool:
    """Whether a name is bound somewhere to several words that are put together: a text for a reader."""
    found = assertion.module.names.lookup(second.id, assertion.scope) if isinstance(second, ast.Name) else None
    templates = (_template(place.value) for place in (found[1] if found is not None else ()))
    return any(template is not None and any(map(_is_text, descend(template))) for template in templates)


def _template(value: ast.expr | None) -> ast.expr | None:
    """What a text is put together from: `"{} of {}"` of `"{} of {}".format(a, b)`, an f-string, both sides of a `%`."""
    if isinstance(value, ast.Call):
        formats = isinstance(value.func, ast.Attribute) and value.func.attr == "format"
        return value.func.value if formats else None  # type: ignore[attr-defined]
    return value if isinstance(value, ast.JoinedStr | ast.BinOp) else None


def _is_of_asked_object(assertion: Assertion, first: ast.expr, second: ast.expr) -> bool:
    """Whether the second reads the object whose method gave the first: `done = job.run()`, then `job.warned_of`.

    What such an object says beside its answer explains it.
    """
    owner = dotted_text(second.value) if isinstance(second, ast.Attribute) else None
    if owner is None or owner in ("self", "cls") or not isinstance(first, ast.Name):
        return False
    found = assertion.module.names.lookup(first.id, assertion.scope)
    for place in found[1] if found is not None else ():
        made = place.value.value if isinstance(place.value, ast.Await) else place.value
        method = made.func if isinstance(made, ast.Call) else None
        if isinstance(method, ast.Attribute) and dotted_text(method.value) == owner:
            return True
    return False


def _is_message_beside(assertion: Assertion, second: ast.expr) -> bool:
    """Whether another assertion of the test is given the same words where nothing but a message belongs."""
    told = dotted_text(second)
    if told is None:
        return False
    for other in assertion.test.assertions:
        if other.kind == "unittest" and other.call is not None:
            count = UNITTEST[other.name][1] if other.name in UNITTEST else 0
            given = [item.value for item in other.call.keywords if item.arg == "msg"]
            # behind one operand stands a message, or a second value
            given += other.call.args[count:] if count > 1 else []
            if any(dotted_text(item) == told for item in given):
                return True
    return False


def _may_tell(first: ast.expr, second: ast.expr) -> bool:
    if isinstance(second, ast.Constant):
        return isinstance(second.value, str)
    if isinstance(second, ast.JoinedStr | ast.BinOp | ast.BoolOp | ast.IfExp | ast.Lambda):
        return not (isinstance(second, ast.BinOp) and _is_number(second))
    if isinstance(second, ast.List | ast.Tuple | ast.Dict | ast.Set):
        is_told = (_is_condition(first) and not _is_literal(second)) or _is_what_was_asked(first, second)
        return is_told or any(_is_text(item) for item in descend(second))
    if isinstance(second, ast.UnaryOp):
        return not _is_number(second)
    if _is_condition(first):
        return True
    if isinstance(second, ast.Await):
        return _may_tell(first, second.value)
    if _shows(second, first):
        return True
    told = dotted_text(second)
    if told and any(dotted_text(part) == told for part in descend(first) if isinstance(part, ast.Name | ast.Attribute)):
        return True
    word = last_name(second.func if isinstance(second, ast.Call) else second) or ""
    if isinstance(second, ast.Call) and (word in _TELLING_CALLS or _TOLD.search(_asked_key(second))):
        return True
    if _TOLD.search(word) or (root_name(second) == root_name(first) and not isinstance(second, ast.Call)):
        return True
    return isinstance(second, ast.Subscript)


def _is_what_was_asked(first: ast.expr, second: ast.expr) -> bool:
    """Whether the second lists nothing but arguments of the call that gives the first: `(a, b)` behind `less(a, b)`."""
    call = first.value if isinstance(first, ast.Await) else first
    listed = second.elts if isinstance(second, ast.List | ast.Tuple | ast.Set) else ()
    if not isinstance(call, ast.Call) or not listed:
        return False
    asked = {dotted_text(item) for item in (*call.args, *(word.value for word in call.keywords))} - {None}
    return all(dotted_text(item) in asked for item in listed)


def _shows(second: ast.expr, first: ast.expr) -> bool:
    """Whether the second lists what is in the first: `[str(item) for item in found]` behind `found`."""
    return isinstance(second, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) and any(
        dotted_text(part) == dotted_text(first) for part in descend(second.generators[0].iter) if dotted_text(part)
    )


def _asked_key(call: ast.Call) -> str:
    """The constant key that `answer.get("error")` asks for."""
    key = call.args[0] if call.args and last_name(call.func) == "get" else None
    return key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else ""


def _is_condition(node: ast.expr) -> bool:
    """Whether an expression is a truth by itself, so that what follows it explains it."""
    if isinstance(node, ast.Compare | ast.BoolOp):
        return True
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Not)
    if isinstance(node, ast.Await):
        return _is_condition(node.value)
    if isinstance(node, ast.Constant):
        return isinstance(node.value, bool)
    if isinstance(node, ast.Attribute) and node.attr == "called":
        # unittest.mock: True or False
        return True
    word = last_name(node.func if isinstance(node, ast.Call) else node) or ""
    return _PREDICATE.match(word) is not None


def _answers_yes_or_no(assertion: Assertion, node: ast.expr) -> bool:
    """Whether a function of the file gives the value and every return of it is a truth: the condition is told there."""
    call = node.value if isinstance(node, ast.Await) else node
    made = assertion.module.definition(call.func, assertion.scope) if isinstance(call, ast.Call) else None
    if not isinstance(made, ast.FunctionDef | ast.AsyncFunctionDef) or made.decorator_list:
        return False
    returned = assertion.module.scope_by_node[made].statements.get(ast.Return, ())
    return bool(returned) and all(item.value is not None and _is_condition(item.value) for item in returned)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value


def _is_literal(node: ast.expr) -> bool:
    return not any(isinstance(part, ast.Name | ast.Call) for part in descend(node))


def _is_number(node: ast.expr) -> bool:
    return all(
        isinstance(part, ast.BinOp | ast.UnaryOp | ast.operator | ast.unaryop)
        or (isinstance(part, ast.Constant) and isinstance(part.value, int | float | complex))
        for part in descend(node)
    )
