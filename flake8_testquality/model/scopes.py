"""Scopes of a file: what each function, class and the module itself holds, found in one iterative walk."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, TypeAlias, TypeVar

from flake8_testquality.model.nodes import BLOCKS, EXPRESSIONS
from flake8_testquality.model.nodes import DEFINITIONS as DEFINITIONS
from flake8_testquality.model.nodes import FUNCTIONS as FUNCTIONS
from flake8_testquality.model.nodes import blocks as blocks
from flake8_testquality.model.nodes import descend as descend
from flake8_testquality.model.nodes import expression_children as expression_children
from flake8_testquality.model.nodes import expressions_in as expressions_in
from flake8_testquality.model.nodes import flat as flat
from flake8_testquality.model.nodes import parameters as parameters
from flake8_testquality.model.nodes import target_names as target_names

FunctionNode: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
ScopeNode: TypeAlias = ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
Statement: TypeAlias = ast.stmt | ast.ExceptHandler | ast.match_case
N = TypeVar("N", bound=ast.AST)

_COMPOUND = frozenset({*DEFINITIONS, *BLOCKS})


class Scope:
    """A module, class or function: its statements by type, the scopes inside it, and lazily its expressions.

    Decorators, defaults and bases belong to the scope around a definition, as Python evaluates them there.
    """

    # Found when first asked for; most scopes are never asked.
    bound: dict[str, list[Any]] | None = None
    _expressions: dict[type[ast.AST], list[Any]] | None = None
    _calls: list[ast.Call] | None = None
    _unordered: list[ast.Call] | None = None
    _expression_names: frozenset[str] = frozenset()

    def __init__(self, node: ScopeNode, parent: Scope | None) -> None:
        self.node = node
        self.parent = parent
        # a function's scope
        self.is_function = node.__class__ in FUNCTIONS
        self.children: list[Scope] = []
        self.statements: defaultdict[type[ast.AST], list[Any]] = defaultdict(list)

    @property
    def is_class(self) -> bool:
        """Whether this is a class's scope."""
        return self.node.__class__ is ast.ClassDef

    def chain(self) -> Iterator[Scope]:
        """This scope and those around it, from the inside out."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.parent

    def statements_of_functions(self) -> list[Any]:
        """The functions defined directly in this scope, plain ones first."""
        return [*self.statements.get(ast.FunctionDef, ()), *self.statements.get(ast.AsyncFunctionDef, ())]

    def within(self) -> Iterator[Scope]:
        """This scope and every scope inside it, in source order."""
        pending = [self]
        while pending:
            scope = pending.pop()
            yield scope
            pending.extend(reversed(scope.children))

    def own(self, kind: type[N]) -> list[N]:
        """The nodes of one type in this scope alone, not in functions or classes inside it."""
        found = self.statements.get(kind)
        if found is not None:
            return found
        if issubclass(kind, ast.stmt):
            return []
        if kind is ast.Call:
            return self.calls  # type: ignore[return-value]
        return self._all_expressions().get(kind, [])

    def nodes(self, kind: type[N]) -> list[N]:
        """The nodes of one type in this scope and every scope inside it."""
        if not self.children:
            return self.own(kind)
        return [node for scope in self.within() for node in scope.own(kind)]

    @property
    def calls(self) -> list[ast.Call]:
        """The calls in this scope alone, without a visit to the leaves."""
        if self._calls is None:
            self._calls = sorted(self.unordered_calls, key=position)
        return self._calls

    @property
    def unordered_calls(self) -> list[ast.Call]:
        """The same in no order, for those who sort what they find in them."""
        if self._unordered is None:
            self._unordered = self._find_calls()
        return self._unordered

    @property
    def expression_names(self) -> frozenset[str]:
        """The names that lambdas, comprehensions and `:=` bind among this scope's own expressions."""
        if self._unordered is None:
            self._unordered = self._find_calls()
        return self._expression_names

    def roots(self) -> Iterator[ast.AST]:
        """The expressions of this scope's statements."""
        for cls, statements in self.statements.items():
            yield from _read(statements, cls)

    def _find_calls(self) -> list[ast.Call]:
        found, binders = calls_below(self._values())
        if binders:
            self._expression_names = frozenset(name for node in binders for name in _bound_names(node))
        return found

    def _values(self) -> list[Any]:
        """The expressions of this scope's statements that may hold a call."""
        found: list[Any] = []
        for cls, statements in self.statements.items():
            if cls is ast.Expr:
                found.extend([statement.value for statement in statements])
            elif cls is ast.Assign:
                for statement in statements:
                    found.append(statement.value)
                    for target in statement.targets:
                        if target.__class__ is not ast.Name:
                            found.append(target)
            elif cls is ast.Assert:
                for statement in statements:
                    found.append(statement.test)
                    if statement.msg is not None:
                        found.append(statement.msg)
            elif cls in FUNCTIONS:
                for function in statements:
                    found.extend(_heading(function))
            else:
                found.extend(_read(statements, cls))
        return found

    def _all_expressions(self) -> dict[type[ast.AST], list[Any]]:
        if self._expressions is None:
            found: dict[type[ast.AST], list[Any]] = {}
            stack = list(self.roots())[::-1]
            while stack:
                node = stack.pop()
                found.setdefault(node.__class__, []).append(node)
                stack.extend(reversed(expression_children(node)))
            self._expressions = found
        return self._expressions


def calls_below(stack: list[Any]) -> tuple[list[ast.Call], list[Any]]:
    """The calls in some expressions, in no order, and what binds names in them; takes the list apart."""
    found: list[ast.Call] = []
    binders: list[Any] = []
    pop, push, extend, expressions = stack.pop, stack.append, stack.extend, EXPRESSIONS.get
    name, constant, attribute, call = ast.Name, ast.Constant, ast.Attribute, ast.Call
    subscript, compare, wait, tuple_, list_ = ast.Subscript, ast.Compare, ast.Await, ast.Tuple, ast.List
    while stack:
        node = pop()
        cls = node.__class__
        while cls is not name and cls is not constant:
            if cls is attribute or cls is wait:
                node = node.value
            elif cls is call:
                found.append(node)
                if node.args:
                    extend(node.args)
                for keyword in node.keywords:
                    push(keyword.value)
                node = node.func
            elif cls is subscript:
                push(node.slice)
                node = node.value
            elif cls is compare:
                extend(node.comparators)
                node = node.left
            elif cls is tuple_ or cls is list_:
                extend(node.elts)
                break
            else:
                read = expressions(cls)
                if read is not None:
                    if cls in _BINDERS:
                        binders.append(node)
                    for value in read(node):
                        if value.__class__ is list:
                            extend([item for item in value if item is not None])
                        elif value is not None:
                            push(value)
                break
            cls = node.__class__
    return found, binders


def calls_on_line(statement: ast.AST, word: str, line: int) -> Iterator[ast.Call]:
    """The calls by a name, one by one, whose name stands on a line of a statement; a table is only entered last."""
    stack = [part for part in reversed(expression_children(statement)) if _reaches(part, line)]
    while stack:
        node = stack.pop()
        if node.__class__ is ast.Call:
            func = node.func
            name = func.attr if func.__class__ is ast.Attribute else func.id if func.__class__ is ast.Name else None
            if name == word and func.end_lineno == line:
                yield node
        stack.extend(reversed(expression_children(node)))


def _reaches(node: Any, line: int) -> bool:
    """Whether a node may have a part on a line; parameters and the items of a with have no lines of their own."""
    return getattr(node, "lineno", line) <= line <= getattr(node, "end_lineno", line)


def calls_in(statement: ast.AST) -> list[ast.Call]:
    """The calls of one statement, in no order, without those of the blocks in it."""
    return calls_below(expression_children(statement))[0]


def _heading(function: FunctionNode) -> list[ast.expr]:
    """What the scope around a function evaluates: its decorators, defaults and those annotations that are no name."""
    args = function.args
    found = [*function.decorator_list, *args.defaults]
    if args.kw_defaults:
        found.extend(value for value in args.kw_defaults if value is not None)
    for arg in args.args:
        if arg.annotation is not None and arg.annotation.__class__ is not ast.Name:
            found.append(arg.annotation)
    if args.kwonlyargs or args.posonlyargs or args.vararg or args.kwarg:
        others = (*args.posonlyargs, *args.kwonlyargs, args.vararg, args.kwarg)
        found.extend(arg.annotation for arg in others if arg is not None and arg.annotation is not None)
    if function.returns is not None:
        found.append(function.returns)
    return found


def _read(statements: list[Any], cls: type[ast.AST]) -> Iterator[Any]:
    """The expressions of some statements of one type."""
    read = EXPRESSIONS.get(cls)
    for statement in statements if read is not None else ():
        for value in read(statement):  # type: ignore[misc]
            if value.__class__ is list:
                yield from value
            elif value is not None:
                yield value


_BINDERS = frozenset({ast.Lambda, ast.comprehension, ast.NamedExpr})


def _bound_names(node: Any) -> list[str]:
    return [arg.arg for arg in parameters(node)] if isinstance(node, ast.Lambda) else target_names(node.target)


def position(node: ast.Call) -> tuple[int, int, int]:
    """Where a call stands among others, for sorting."""
    # In `a().b()` both calls begin at one place: the inner one, which ends first, is evaluated first.
    return node.lineno, node.col_offset, (node.end_lineno or 0) * 10_000 + (node.end_col_offset or 0)


def build(tree: ast.Module) -> tuple[Scope, dict[ast.AST, ast.AST], list[Any]]:
    """Walk a tree once: its scopes, the parent of every statement, and the statements in source order.

    Deep nesting is no matter: the walk keeps its own stack.
    """
    root = Scope(tree, None)
    parents: dict[ast.AST, ast.AST] = {}
    compound = _COMPOUND
    stack: list[tuple[Iterator[Any], ast.AST, Scope]] = [(iter(tree.body), tree, root)]
    while stack:
        rest, parent, scope = stack[-1]
        statements = scope.statements
        for statement in rest:
            cls = statement.__class__
            parents[statement] = parent
            statements[cls].append(statement)
            if cls in compound:
                break
        else:
            stack.pop()
            continue
        if cls in DEFINITIONS:
            inner = Scope(statement, scope)
            scope.children.append(inner)
            stack.append((iter(statement.body), statement, inner))
        else:
            for field in reversed(BLOCKS[cls]):
                block = getattr(statement, field)
                if block:
                    stack.append((iter(block), statement, scope))
    return root, parents, list(parents)
