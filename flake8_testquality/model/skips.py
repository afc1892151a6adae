"""Skips and expected failures: marks, decorators, calls and raises that keep a test from counting."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from flake8_testquality.model.calls import argument, keyword
from flake8_testquality.model.marks import mark_of
from flake8_testquality.model.names import root_name
from flake8_testquality.model.scopes import DEFINITIONS, FUNCTIONS, Scope, descend, expression_children

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# what it is: a mark or decorator that always skips, one with a condition, an expected failure, an act in a body
Kind: TypeAlias = Literal["always", "conditional", "xfail", "call", "raise"]
# name in unittest and its like -> kind, position of the reason among the arguments
_UNITTEST: dict[str, tuple[Kind, int]] = {
    "skip": ("always", 0),
    "skipIf": ("conditional", 1),
    "skipUnless": ("conditional", 1),
    "SkipTest": ("raise", 0),
}
# the same by canonical name; a mark's reason is no positional argument
_FORMS: dict[str, tuple[Kind, int]] = {
    "pytest.mark.skip": ("always", 0),
    "pytest.mark.skipif": ("conditional", 99),
    "pytest.mark.xfail": ("xfail", 99),
    "pytest.skip": ("call", 0),
    "pytest.skip.Exception": ("raise", 0),
    **{
        f"{home}.{name}": form
        for home in ("unittest", "unittest2", "twisted.trial.unittest", "testtools")
        for name, form in _UNITTEST.items()
    },
    "nose.SkipTest": ("raise", 0),
    "nose.plugins.skip.SkipTest": ("raise", 0),
}
_APPLIED = {name: form for name, form in _FORMS.items() if form[0] != "raise"}
_APPLIED_WORDS = frozenset(name.rpartition(".")[2] for name in _APPLIED)
_SKIPPING = frozenset({"skipTest"})
# the methods of a request and of an item that put a mark on a test
_MARKING = frozenset({"add_marker", "applymarker"})


@attrs.frozen(eq=False, repr=False)
class Skip:
    """One way in which a file keeps tests from counting.

    `node` is the mark, decorator, call or raise statement; `name` its canonical name; `call` its call if it has one;
    `is_applied` says that a mark or decorator sits on a test, class or module (not on one case, or bound to a name);
    `is_named` that it is such a name, whose call stands elsewhere and counts there.
    """

    node: Any
    name: str
    kind: Kind
    call: ast.Call | None
    scope: Scope
    is_applied: bool = False
    is_named: bool = False

    @property
    def short_name(self) -> str:
        """Its name without what goes without saying: skip, skipif, SkipTest, pytest.skip."""
        return self.name if self.name.startswith("pytest.skip") else self.name.rpartition(".")[2]

    @property
    def has_reason(self) -> bool:
        """Whether it says why; what is given by a name or behind a star is taken for a reason."""
        call = self.call
        if call is None:
            return False
        if any(item.arg is None for item in call.keywords) or any(isinstance(item, ast.Starred) for item in call.args):
            return True
        position = _FORMS[self.name][1] if self.name in _FORMS else 0
        return any(_says_something(item) for item in (argument(call, position, "reason"), keyword(call, "msg")))

    @property
    def condition(self) -> ast.expr | None:
        """The condition of a skipif, skipIf, skipUnless or xfail."""
        return argument(self.call, 0, "condition") if self.call and self.kind in ("conditional", "xfail") else None

    @property
    def is_unconditional(self) -> bool:
        """Whether a mark or decorator skips whatever comes: no condition, or one that is a constant."""
        return self.kind == "always" or self._constant is True

    @property
    def is_idle(self) -> bool:
        """Whether it never skips, since its condition is a constant."""
        return self._constant is False

    @property
    def _constant(self) -> bool | None:
        condition = self.condition
        if self.kind != "conditional" or not isinstance(condition, ast.Constant) or isinstance(condition.value, str):
            return None
        return bool(condition.value) is not self.name.endswith("skipUnless")


def _says_something(value: ast.expr | None) -> bool:
    if value is None:
        return False
    if isinstance(value, ast.Constant):
        return bool(value.value) and bool(str(value.value).strip())
    return True


def skips_of(module: Module) -> list[Skip]:
    """Every skip and expected failure in a file, each where it is written."""
    if not (module.says("skip") or module.says("Skip") or module.says("xfail")):
        return []
    found = list(_called(module))
    found.extend(_bare(module))
    found.extend(_methods(module))
    found.extend(_raised(module))
    return found


def _called(module: Module) -> Iterator[Skip]:
    for call in module.calls_to(_APPLIED):
        yield Skip(call.node, call.name, _APPLIED[call.name][0], call.node, call.scope, _is_applied(module, call.node))


def _is_applied(module: Module, node: ast.Call) -> bool:
    """Whether a call is a decorator, or one of the marks in a `pytestmark`."""
    statement: Any = module.statement_of(node)
    if isinstance(statement, DEFINITIONS):
        return node in statement.decorator_list
    value = getattr(statement, "value", None)
    if not module.says("pytestmark") or value is None or node not in _items(value):
        return False
    scope = module.scope_of(statement)
    marks = () if scope.is_function else module.bindings(scope).get("pytestmark", ())
    return any(binding.node is statement for binding in marks)


def _bare_lines(module: Module) -> Iterator[int]:
    """The lines, counted from 1, with a decorator without parentheses that may skip, as far as its words say."""
    source = module.source
    text = source.text
    at = text.find("@")
    while at >= 0:
        end = text.find("\n", at)
        behind = text[at + 1 : end if end >= 0 else len(text)]
        words = behind.partition("#")[0].strip()
        if "(" not in words and _may_skip(module, words) and not text[text.rfind("\n", 0, at) + 1 : at].strip():
            yield source.line_at(at)
        at = text.find("@", at + 1 + len(behind))


def _may_skip(module: Module, words: str) -> bool:
    """Whether the last word of a decorator, or what its name was imported from, may be a skip; cheap."""
    origins = module.names.imported.get(words)
    if origins is None:
        return "." not in words or words.rpartition(".")[2] in _APPLIED_WORDS
    return any(origin.rpartition(".")[2] in _APPLIED_WORDS for origin in origins)


def _bare_items(module: Module) -> Iterator[tuple[ast.expr, Scope]]:
    """(expression, scope) for each decorator without parentheses and each such mark in a `pytestmark`."""
    for line in _bare_lines(module):
        for statement in module.statements_on(line):
            scope = module.scope_by_node.get(statement)
            for item in statement.decorator_list if scope is not None else ():
                if item.lineno == line:
                    yield item, scope.parent or module.scope  # type: ignore[union-attr]
    if module.says("pytestmark"):
        for scope in module.scopes:
            for binding in () if scope.is_function else module.bindings(scope).get("pytestmark", ()):
                for item in _items(binding.value) if binding.value is not None else ():
                    yield item, scope


def _items(value: ast.expr) -> list[ast.expr]:
    return list(value.elts) if isinstance(value, ast.List | ast.Tuple | ast.Set) else [value]


def _bare(module: Module) -> Iterator[Skip]:
    """Marks and decorators without parentheses, wherever they are given, and names bound to a mark that is called."""
    for node, scope in _bare_items(module):
        if isinstance(node, ast.Call):
            continue
        name = module.resolve(node, scope) or ""
        if name in _APPLIED:
            yield Skip(node, name, _APPLIED[name][0], None, scope, is_applied=True)
        elif not name and isinstance(node, ast.Name):
            mark = mark_of(module, node, "function", scope)
            name = f"pytest.mark.{mark.name}" if mark else ""
            if mark is not None and name in _FORMS:
                yield Skip(node, name, _FORMS[name][0], mark.call, scope, is_applied=True, is_named=True)
    for param in module.calls_to(("pytest.param",)) if module.says("marks") else ():
        given = param.keyword("marks")
        for item in _items(given) if given is not None else ():
            name = module.resolve(item, param.scope) or ""
            if name.startswith("pytest.mark.") and name in _FORMS:
                yield Skip(item, name, _FORMS[name][0], None, param.scope)
    for scope, calls in module.calls.among(_MARKING).items():
        for call in calls:
            name = (module.resolve(call.args[0], scope) if call.args else None) or ""
            if name.startswith("pytest.mark.") and name in _FORMS and not _is_made_here(module, call, scope):
                yield Skip(call.args[0], name, _FORMS[name][0], None, scope)


def _is_made_here(module: Module, call: ast.Call, scope: Scope) -> bool:
    """Whether a mark is put on an item that the function made itself, as a test of a plugin does, and pytest never
    runs.
    """
    places = module.bindings(scope).get(root_name(call.func) or "", ())
    return any(isinstance(place.value, ast.Call) for place in places)


def _methods(module: Module) -> Iterator[Skip]:
    """`self.skipTest(...)`."""
    for scope, calls in module.calls.among(_SKIPPING).items():
        for call in calls:
            if isinstance(call.func, ast.Attribute) and call.func.attr == "skipTest":
                yield Skip(call, "skipTest", "call", call, scope)


def _raised(module: Module) -> Iterator[Skip]:
    if not (module.says("SkipTest") or module.says("skip.Exception")):
        return
    for node in module.statements(ast.Raise):
        call = node.exc if isinstance(node.exc, ast.Call) else None
        target = call.func if call else node.exc
        if isinstance(target, ast.Name | ast.Attribute):
            scope = module.scope_of(node)
            name = module.resolve(target, scope) or ""
            if name.endswith(".SkipTest") or name == "pytest.skip.Exception":
                yield Skip(node, name, "raise", call, scope)


def runs_nothing_more(module: Module, skip: Skip) -> bool:
    """Whether a skip stands unconditionally in a test's body with statements after it, which never run."""
    statement: Any = module.statement_of(skip.node)
    above: Any = module.block_parent(statement)
    if not isinstance(statement, ast.Expr) or statement.value is not skip.node:
        return False
    if not isinstance(above, (*FUNCTIONS, ast.With, ast.AsyncWith)) or statement is above.body[-1]:
        return False
    while isinstance(above, ast.With | ast.AsyncWith):
        above = module.block_parent(above)
    return isinstance(above, FUNCTIONS) and module.test_of(above) is not None


def _is_choice(statement: ast.AST, node: ast.AST) -> bool:
    """Whether an expression is one of two that a condition in its statement chooses from."""
    parts = (part for root in expression_children(statement) for part in descend(root))
    return any(isinstance(part, ast.IfExp) and any(inner is node for inner in descend(part)) for part in parts)


def is_lenient(module: Module, skip: Skip) -> bool:
    """Whether an expected failure passes unseen when the test passes: not strict, always in force, and run."""
    call = skip.call
    if module.project.config.xfail_strict and (call is None or keyword(call, "strict") is None):
        return False
    statement = module.statement_of(skip.node)
    if any(isinstance(above, ast.If) for above in module.enclosing(statement)) or _is_choice(statement, skip.node):
        return False
    if call is None:
        return True
    if call.args or any(item.arg is None for item in call.keywords) or keyword(call, "condition") is not None:
        return False
    run, strict = keyword(call, "run"), keyword(call, "strict")
    if isinstance(run, ast.Constant) and run.value is False:
        return False
    if strict is None:
        return True
    return isinstance(strict, ast.Constant) and not strict.value and not skip.has_reason
