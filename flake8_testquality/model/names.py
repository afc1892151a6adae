"""Names: what a name or a dotted chain stands for, whatever it was imported as."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from flake8_testquality.model.inner_names import inner_names
from flake8_testquality.model.scopes import FUNCTIONS, Scope, descend
from flake8_testquality.model.scopes import parameters as parameters
from flake8_testquality.model.scopes import target_names as target_names

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

Kind: TypeAlias = Literal["import", "function", "class", "parameter", "assignment", "global"]
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
    "tornado.test.util": "tornado.test.util",
    "numpy.testing._private.utils": "numpy.testing",
}
RENAMED = frozenset(name.partition(".")[0] for name in _CANONICAL)


@attrs.define(eq=False)
class Binding:
    """One place that gives a name a value; `value` is the assigned expression, `target` what an import names."""

    kind: Kind
    node: ast.AST
    value: ast.expr | None = None
    target: str = ""


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


def imported(node: ast.Import | ast.ImportFrom, package: str) -> list[tuple[str, str]]:
    """(bound name, what it names) for each alias of an import statement; a star import gives (`*`, module).

    `package` is the dotted name of the package that holds the file, for relative imports; it may be empty.
    """
    if isinstance(node, ast.Import):
        return [
            (alias.asname, alias.name) if alias.asname else (alias.name.partition(".")[0],) * 2
            for alias in node.names
        ]
    base = node.module or ""
    if node.level:
        parents = package.split(".") if package else []
        kept = parents[: len(parents) - node.level + 1] if parents else []
        prefix = ".".join(kept) if kept else "." * node.level
        base = f"{prefix}.{base}" if base and kept else f"{prefix}{base}"
    joint = "" if base.endswith(".") or not base else "."
    return [
        ("*", base) if alias.name == "*" else (alias.asname or alias.name, f"{base}{joint}{alias.name}")
        for alias in node.names
    ]


def bindings(scope: Scope, package: str) -> dict[str, list[Binding]]:
    """Every name that a scope binds, with each place that does, in source order; comprehensions keep theirs."""
    if scope.bound is None:
        scope.bound = _collect(scope, package)
    return scope.bound


def _collect(scope: Scope, package: str) -> dict[str, list[Binding]]:
    found: dict[str, list[Binding]] = {}
    if scope.node.__class__ in FUNCTIONS:
        for arg in parameters(scope.node):
            found.setdefault(arg.arg, []).append(Binding("parameter", arg))
    for cls, statements in scope.statements.items():
        if cls is ast.Assign:
            for node in statements:
                for target in node.targets:
                    target_class = target.__class__
                    if target_class is ast.Name:
                        found.setdefault(target.id, []).append(Binding("assignment", node, node.value))
                    elif target_class is not ast.Attribute and target_class is not ast.Subscript:
                        for name in target_names(target):
                            found.setdefault(name, []).append(Binding("assignment", node))
        elif cls in _DEFINITIONS:
            kind: Kind = "class" if cls is ast.ClassDef else "function"
            for node in statements:
                place = Binding(kind, node)
                same = found.get(node.name)
                if same is None:
                    found[node.name] = [place]
                else:
                    same.append(place)
        elif cls in _BINDING:
            for node in statements:
                for name, place in _bound(cls, node, package):
                    found.setdefault(name, []).append(place)
    for places in found.values():
        if len(places) > 1:
            places.sort(key=_line)
    return found


_DEFINITIONS = frozenset({ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef})
_BINDING = frozenset(
    [
        ast.Import,
        ast.ImportFrom,
        ast.AnnAssign,
        ast.AugAssign,
        ast.For,
        ast.AsyncFor,
        ast.With,
        ast.AsyncWith,
        ast.ExceptHandler,
        ast.Global,
        ast.Nonlocal,
        ast.match_case,
    ]
)


def _bound(cls: type[ast.AST], node: Any, package: str) -> Iterator[tuple[str, Binding]]:
    """(name, binding) for each name that a statement other than a plain assignment or a definition binds."""
    if cls in (ast.Import, ast.ImportFrom):
        for name, dotted in imported(node, package):
            yield name, Binding("import", node, target=dotted)
    elif cls in (ast.AnnAssign, ast.AugAssign):
        for name in target_names(node.target):
            yield name, Binding("assignment", node, node.value if cls is ast.AnnAssign else None)
    elif cls in (ast.For, ast.AsyncFor):
        for name in target_names(node.target):
            yield name, Binding("assignment", node)
    elif cls in (ast.With, ast.AsyncWith):
        for item in node.items:
            for name in target_names(item.optional_vars) if item.optional_vars is not None else ():
                yield name, Binding("assignment", node)
    elif cls is ast.ExceptHandler:
        if node.name:
            yield node.name, Binding("assignment", node)
    elif cls in (ast.Global, ast.Nonlocal):
        for name in node.names:
            yield name, Binding("global", node)
    elif cls is ast.match_case:
        for part in ast.walk(node.pattern):
            captured = getattr(part, "name", None) or getattr(part, "rest", None)
            if captured:
                yield captured, Binding("assignment", node)


def _line(binding: Binding) -> tuple[int, int]:
    node: Any = binding.node
    if node.__class__ is ast.match_case:
        node = node.pattern
    return node.lineno, node.col_offset


class Names:
    """The names of one module. Resolution never leaves the file: `Module.resolve` follows first-party re-exports."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self.imported: dict[str, list[str]] = {}
        self.stars: list[str] = []
        self._resolved: dict[ast.AST, str | None] = {}
        for scope in module.scopes:
            if ast.ImportFrom in scope.statements or ast.Import in scope.statements:
                for name, places in bindings(scope, module.package).items():
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
            declared = next((place.node for place in found if place.kind == "global"), None)
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


def definition(places: list[Binding]) -> Any:
    """The one function or class that a name stands for, or None if it is bound otherwise or more than once."""
    if len(places) == 1 and places[0].kind in ("function", "class"):
        return places[0].node
    return None
