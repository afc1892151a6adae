"""Tolerance: tests that show that code takes what comes: faults, odd input, what is done twice or never was begun."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.intentions import said, spaced
from flake8_testquality.model.names import called_name, last_name
from flake8_testquality.model.scopes import FUNCTIONS, descend
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_UNDOING = (
    r"(?:remove|delete|unregister|uninstall|unsubscribe|close|stop|cancel|clear|discard|disconnect|reset|release|drop|"
    r"detach|shutdown|unlink|destroy|restore|join|flush|cleanup|clean up)"
)
_ABSENT = (
    r"(?:unknown|missing|non ?exist\w+|un(?:registered|started|opened|initialized|connected|subscribed|installed|set)|"
    r"not (?:registered|started|open(?:ed)?|running|connected|subscribed|installed|set|found|there|active|known)|"
    r"no \w+|already \w+ed|closed|stopped|empty|never|(?:does ?nt|does not|not) exist\w*|twice|again)"
)
_GOOD = regex(r"_*(?:accepted|accepts|valid|allowed|supported|legal)(?:_|$)", re.IGNORECASE)
_SWEEP = regex(r"test(?:s|ing)? all \w+", re.IGNORECASE)
# Whoever hands this over knows that it is not what is asked for.
_MISTYPED = regex(r"#\s*type:\s*ignore\[(?:arg-type|call-arg|call-overload)\b")
_ANNOUNCED = regex(
    r"\s*#\s*(?:verify|check|ensure|make sure)\b.*\b"
    r"(?:works?|can|could|again|still|possible|valid|accepted|allowed|exists?)\b",
    re.IGNORECASE,
)
_ARMED = regex(r"rais|fail|error|break|broken", re.IGNORECASE)
_ENDING = regex(r"stop|shutdown|quit|exit|finished|running", re.IGNORECASE)
_ENDERS = frozenset({"stop", "set_result", "shutdown", "quit", "stop_event_loop"})
_FAULTS = ("error", "exception", "exc", "err", "timeout", "interrupt", "exit", "stop", "failure")
# Where this is missing, code refuses, or the name speaks of the test.
_REFUSING = "permission|auth|access|user|admin|password|token|credential|login|assert|check|test|verif|expect|proof"
# Of the word `none`: what a function gives back is no input.
_NAMED = regex(
    rf"\b{_UNDOING}\w* (?:\w+ ){{0,4}}?{_ABSENT}\b|\b{_ABSENT} (?:\w+ )?{_UNDOING}\b|\bidempoten\w+|\breentran\w+"
    r"|\b(?:accepts|allows|tolerates|ignores|permits|survives)\b"
    r"|\bis (?!avail|unavail|(?:un)?able\b|(?:un)?stable|pay|tax|vis|enab|disab)\w{3,}able\b"
    r"|\b(?:dir|directory|file|folder|path) (?:does ?nt |does not |not )exists?\b"
    r"|\bunicode\b|\bnon ?ascii\b"
    r"|\b(?:not |non ?|un)(?:call|hash|sort|iter|pickl|serializ|compar|copy)able\b|\bbroken"
    r"|\bh(?:a|u)ngs?\b"
    rf"|(?<!^test)(?<! is) no (?!{_REFUSING})\w+$"
    r"|(?<!return)(?<!returns)(?<!is not) none$",
    re.IGNORECASE,
)
_SAID = regex(
    r"\b(?:is|are|be|get|gets) (?:still |also |now |silently )?(?:accepted|acceptable|permitted|tolerated|ignored|"
    r"assignable|importable|optional|legal|compatible|validated)\b"
    r"|\b(?:is|are) (?:still |also |now )?allowed\b(?! to\b)|\baccepts\b|\btolerat\w+|\btolerant of\b|\bidempotent\b"
    r"|\bshould (?:also |still )?(?:accept|tolerate|ignore)\b"
    r"|\bcan (?:be|have) (?:none|null|empty|omitted|missing|no)\b"
    r"|\bcan (?:still |also |now )?be \w+[^.;]{0,40}\b(?:even|without|before|twice|again|none|null|not|or both|both)\b"
    r"|\bcan \w+ [^.;]{0,60}\b(?:not|none|without|even|non-)\b"
    r"|\bworks?\b[^.;]{0,20}\b(?:without|even|when no|if no|before|twice|again)\b"
    r"|\b(?:do|does) nothing\b|\beven (?:if|when|with|without|though)\b"
    r"|\b(?:is|are|be) (?!avail|unavail|(?:un)?able\b|(?:un)?stable|pay|tax)\w{3,}able\b",
    re.IGNORECASE,
)

# In a remark on what happens; as a docstring it would be what the test must show. What should be raised is not.
_REMARKED = regex(
    r"(?<!should )(?<!must )\b(?:raises?|throws?)\b|\bfails? with\b"
    r"|\b(?:might|may|can)(?:n't| not)? [^.;]{0,60}\b(?:exception|thrown)\b",
    re.IGNORECASE,
)


def shows_tolerance(test: Test) -> bool:
    """Whether a test puts a fault in the way of the code, or says that it hands over what code must take."""
    if any(test.module.resolve(call.func, test.scope) == "gc.collect" for call in test.scope.calls):
        # what is gone must not be missed
        return True
    return _says_so(test) or _injects_fault(test) or _ends_loop(test)


def _says_so(test: Test) -> bool:
    remarks = said(test.module, test.node)
    texts = (test.docstring or "", *remarks)
    if _NAMED.search(spaced(test.name)) or any(_SAID.search(text.strip()) for text in texts):
        return True
    if any(_REMARKED.search(text) for text in remarks):
        return True
    lines = test.module.source.lines
    own = lines[test.node.lineno : test.node.end_lineno]
    if any(_MISTYPED.search(line) for line in own) or _ANNOUNCED.match(lines[test.body[-1].lineno - 2]):
        return True
    if _SWEEP.match(ast.get_docstring(test.module.tree) or ""):
        return True
    loops = [_GOOD.match(last_name(node.iter) or "") for node in test.scope.statements.get(ast.For, ())]
    return any(loops) or any(_GOOD.match(name) for name in test.parametrized)


def _injects_fault(test: Test) -> bool:
    """Whether a mock, a function of the test, or what it hands over or is decorated with, raises when it is called."""
    if _is_watched(test) or any(scope is not test.scope and scope.statements.get(ast.Raise) for scope in test.scopes):
        return True
    calls = [call for scope in test.scopes for call in scope.calls]
    calls.extend(item for item in test.node.decorator_list if isinstance(item, ast.Call))
    arms = [
        node
        for scope in test.scopes
        for node in scope.statements.get(ast.Assign, ())
        if isinstance(node.value, ast.Constant) and node.value.value is True
    ]
    if any(isinstance(item, ast.Attribute) and _ARMED.search(item.attr) for node in arms for item in node.targets):
        return True
    if any(_is_lenient(word) for call in calls for word in call.keywords):
        return True
    effects = [word.value for call in calls for word in call.keywords if _is_effect(word.arg)]
    effects.extend(
        node.value
        for scope in test.scopes
        for node in scope.statements.get(ast.Assign, ())
        if any(isinstance(target, ast.Attribute) and _is_effect(target.attr) for target in node.targets)
    )
    return any(_is_exception(test, value) for value in effects) or any(
        _raises(test, value) for call in calls for value in call.args if isinstance(value, ast.Name)
    )


def _ends_loop(test: Test) -> bool:
    """Whether a function inside a test ends what would run for ever unless somebody called it."""
    inner = [scope for scope in test.scopes if scope is not test.scope and scope.is_function]
    targets = [item for scope in inner for node in scope.statements.get(ast.Assign, ()) for item in node.targets]
    return any(isinstance(item, ast.Attribute) and _ENDING.search(item.attr) for item in targets) or any(
        last_name(call.func) in _ENDERS for scope in inner for call in scope.calls
    )


def _is_watched(test: Test) -> bool:
    """Whether a decorator of the test or its class is given a class of the file that raises."""
    module = test.module
    places = [*test.node.decorator_list, *(test.cls.node.decorator_list if test.cls is not None else ())]
    nodes = [
        module.definition(part, module.scope)
        for place in places if isinstance(place, ast.Call)
        for part in descend(place) if isinstance(part, ast.Name)
    ]  # fmt: skip
    return any(
        scope.statements.get(ast.Raise)
        for node in nodes if isinstance(node, ast.ClassDef)
        for scope in module.scope_by_node[node].within()
    )  # fmt: skip


def _is_lenient(word: ast.keyword) -> bool:
    """Whether a call is asked to overlook what is wrong: `errors="ignore"`."""
    value = word.value.value if isinstance(word.value, ast.Constant) else None
    return value == "ignore" or (value is True and word.arg in ("silent", "missing_ok", "ignore_missing"))


def _is_effect(word: str | None) -> bool:
    return word == "side_effect" or (word is not None and word.endswith(".side_effect"))


def _is_exception(test: Test, value: ast.expr) -> bool:
    """Whether a value is an exception, a class of such, a list with one, or a function that raises."""
    if isinstance(value, ast.List | ast.Tuple):
        return any(_is_exception(test, item) for item in value.elts)
    if isinstance(value, ast.Name):
        places = test.module.bindings(test.scope).get(value.id, ())
        made = places[0].value if len(places) == 1 else None
        value = made if isinstance(made, ast.Call) else value
    return (called_name(value) or "").lower().endswith(_FAULTS) or _raises(test, value)


def _raises(test: Test, value: Any) -> bool:
    node = test.module.definition(value, test.scope) if last_name(value) else None
    scope = test.module.scope_by_node.get(node) if isinstance(node, FUNCTIONS) else None
    return scope is not None and bool(scope.statements.get(ast.Raise))
