"""Names: what a name or a dotted chain stands for, whatever it was imported as."""

from __future__ import annotations

import ast
import builtins
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.bindings import Binding as Binding
from flake8_testquality.model.bindings import bindings as bindings
from flake8_testquality.model.bindings import definition as definition
from flake8_testquality.model.inner_names import inner_names
from flake8_testquality.model.scopes import Scope, descend
from flake8_testquality.model.scopes import parameters as parameters
from flake8_testquality.model.scopes import target_names as target_names

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

BUILTINS = frozenset(dir(builtins))
_UNKNOWN = object()
# One thing under several names: the backport, the old umbrella, the private home.
_CANONICAL = {
    "mock": "unittest.mock",
    "asynctest.mock": "unittest.mock",
    "py.test": "pytest",
    "_pytest.monkeypatch": "pytest",
    "_pytest.outcomes": "pytest",
    "_pytest.python_api": "pytest",
    "unittest.case": "unittest",
    "unittest.async_case": "unittest",
    "django.test.testcases": "django.test",
    "twisted.trial._synctest": "twisted.trial.unittest",
    "twisted.trial._asynctest": "twisted.trial.unittest",
    "six.moves.builtins": "builtins",
    "django.test.utils": "django.test",
    "numpy.testing._private.utils": "numpy.testing",
}
RENAMED = frozenset(name.partition(".")[0] for name in _CANONICAL)


def canonical(dotted: str) -> str:
    """The usual name of a thing that has several (`mock.patch` is `unittest.mock.patch`)."""
    head = dotted.partition(".")[0]
    if head in RENAMED:
        for old, new in _CANONICAL.items():
            if dotted == old or dotted.startswith(old + "."):
                return new + dotted[len(old) :]
    return dotted


def dotted_text(node: ast.AST | None) -> str | None:
    """`a.b.c` as written, or None for anything but a name with attributes."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    parts.append(node.id)
    return ".".join(reversed(parts))


def root_name(node: ast.AST | None) -> str | None:
    """The name at the left end of attributes, subscripts and calls: `a` in `a.b[0].c()`."""
    while True:
        if isinstance(node, ast.Attribute | ast.Subscript | ast.Starred | ast.Await):
            node = node.value
        elif isinstance(node, ast.Call):
            node = node.func
        else:
            return node.id if isinstance(node, ast.Name) else None


def last_name(node: ast.AST | None) -> str | None:
    """The last word of a name or chain: `c` in `a.b().c`."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else None


def called_name(node: ast.AST | None) -> str | None:
    """The last word of a name or chain, or of what a call calls: `c` in `a.c` and in `a.c(1)`."""
    return last_name(node.func if isinstance(node, ast.Call) else node)


def is_self(node: ast.AST) -> bool:
    """Whether an expression is self or cls."""
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


class Names:
    """The names of one module. Resolution never leaves the file: `Module.resolve` follows first-party re-exports."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self.imported: dict[str, list[str]] = {}
        self.stars: list[str] = []
        self._resolved: dict[ast.AST, str | None] = {}
        plain, partial = ast.Import, ast.ImportFrom
        for scope in module.scopes:
            statements = scope.statements
            if partial in statements or plain in statements:
                for name, places in bindings(scope, module.package).items():
                    if len(places) == 1 and places[0].kind != "import":
                        continue
                    origins = [place.target for place in places if place.kind == "import"]
                    if name == "*":
                        self.stars.extend(origins)
                    elif origins:
                        self.imported.setdefault(name, []).extend(origins)

    def lookup(self, name: str, scope: Scope) -> tuple[Scope, list[Binding]] | None:
        """The innermost scope that binds a name as seen from `scope`, and its bindings; None for an unbound one.

        No bindings stand for a name that lives in an expression or that another function sets.
        """
        package = self._module.package
        if name in self._module.fact(inner_names) and name in scope.expression_names:
            return scope, []
        candidate: Scope | None = scope
        while candidate is not None:
            bound = candidate.bound
            if bound is None:
                bound = bindings(candidate, package)
            found = bound.get(name)
            if found is None or (candidate is not scope and candidate.node.__class__ is ast.ClassDef):
                candidate = candidate.parent
                continue
            declared = None
            for place in found:
                if place.kind == "global":
                    declared = place.node
                    break
            if declared is None or candidate.parent is None:
                return candidate, found
            if declared.__class__ is ast.Global:
                root = self._module.scope
                return root, bindings(root, package).get(name, [])
            candidate = candidate.parent
        return None

    def resolve(self, node: ast.AST, scope: Scope, depth: int = 0) -> str | None:
        """The canonical dotted name of what a name or chain stands for; None if it is no import or builtin.

        An alias (`raises = pytest.raises`) is followed; a name that is bound again is nobody's; of alternatives
        (`try: import x except ImportError: import y as x`) the first counts.
        """
        known: Any = self._resolved.get(node, _UNKNOWN)
        if known is _UNKNOWN:
            known = self._resolved[node] = self._resolve(node, scope, depth)
        return known  # type: ignore[no-any-return]

    def _resolve(self, node: ast.AST, scope: Scope, depth: int) -> str | None:
        parts: list[str] = []
        while node.__class__ is ast.Attribute:
            parts.append(node.attr)
            node = node.value
        if node.__class__ is not ast.Name:
            return None
        root: str = node.id
        if root == "self" or root == "cls":
            return None
        base = self._base(root, scope, depth)
        if base is None:
            return None
        return canonical(".".join((base, *reversed(parts)))) if parts else canonical(base)

    def _base(self, name: str, scope: Scope, depth: int) -> str | None:
        found = self.lookup(name, scope)
        if found is None:
            return f"builtins.{name}" if name in BUILTINS else None
        where, places = found
        if not places:
            return None
        first = places[0]
        if first.kind == "import":
            return first.target if all(place.kind == "import" for place in places) else None
        if len(places) == 1 and first.kind == "assignment" and first.value is not None and depth < 4:
            value = first.value
            if value.__class__ in (ast.Name, ast.Attribute) and not _mentions(value, name):
                return self.resolve(value, where, depth + 1)
        return None


def _mentions(value: ast.expr, name: str) -> bool:
    return any(isinstance(part, ast.Name) and part.id == name for part in descend(value))
