"""Tests and test classes: body, marks, decorators, arguments."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import attrs

from flake8_testquality.cached import cached_property
from flake8_testquality.model import assertions as assertion_facts
from flake8_testquality.model import mocks
from flake8_testquality.model.classes import Lineage, lineage
from flake8_testquality.model.marks import Mark as Mark
from flake8_testquality.model.marks import decorator_marks as decorator_marks
from flake8_testquality.model.marks import mark_of as mark_of
from flake8_testquality.model.marks import marks_of_list as marks_of_list
from flake8_testquality.model.marks import module_marks
from flake8_testquality.model.marks import parametrized_names as parametrized_names
from flake8_testquality.model.names import dotted_text, parameters
from flake8_testquality.model.scopes import Scope, flat

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

T = TypeVar("T")
_UNKNOWN = object()
_NO_PARAMETERS = ("(self):", "():", "(self) -> None:", "() -> None:")


@attrs.frozen(eq=False, repr=False)
class TestClass:
    """A class outside functions, with its bases in sight (`lineage`).

    `case_family` names the TestCase it descends from, None for a plain class; `collected` says whether the runner takes
    tests from it.
    """

    __test__ = False

    node: ast.ClassDef
    module: Module
    scope: Scope
    outer: TestClass | None
    case_family: str | None
    collected: bool

    @property
    def lineage(self) -> Lineage:
        """The class with its bases."""
        return lineage(self.module, self.node)

    @property
    def name(self) -> str:
        """The class's name."""
        return self.node.name

    @property
    def qualified_name(self) -> str:
        """The class's name behind those of the classes around it."""
        return f"{self.outer.qualified_name}.{self.name}" if self.outer else self.name

    @property
    def is_case(self) -> bool:
        """Whether it descends, as far as can be seen, from unittest.TestCase."""
        return self.case_family is not None

    @property
    def methods(self) -> list[Any]:
        """The functions defined directly in the class, in order."""
        return [child.node for child in self.scope.children if child.is_function]

    def method(self, name: str) -> Any:
        """The function of a name defined directly in this class, or None."""
        return next((item for item in self.methods if item.name == name), None)

    @property
    def tests(self) -> list[Test]:
        """The tests that the runner collects through this class: its own, and those of bases that nothing else runs."""
        return self.module.fact(_tests_by_class).get(self, [])

    @property
    def marks(self) -> list[Mark]:
        """The marks of the class, its bases in sight and the classes around it; the nearest first."""
        known: dict[Any, list[Mark]] = self.module.fact(_class_marks)
        found = known.get(self.node)
        if found is None:
            found = known[self.node] = list(self._marks())
        return found

    def _marks(self) -> Iterator[Mark]:
        for home, node in self.lineage.classes:
            scope = home.scope_by_node[node]
            yield from decorator_marks(home, node, "class", scope.parent)
            yield from marks_of_list(home, scope, "class")
        if self.outer is not None:
            yield from self.outer.marks


def _tests_by_class(module: Module) -> dict[TestClass | None, list[Test]]:
    found: dict[TestClass | None, list[Test]] = {}
    for test in module.tests:
        found.setdefault(test.cls, []).append(test)
    return found


def _class_marks(module: Module) -> dict[Any, list[Mark]]:
    return {}


class Test:
    """A test that the runner collects. `node` is its function; `cls` the class that runs it, or None.

    That is the class it stands in, or for a method of a base that is not collected the first class that inherits it.
    """

    __test__ = False

    def __init__(self, node: Any, module: Module, scope: Scope, cls: TestClass | None) -> None:
        self.node: ast.FunctionDef | ast.AsyncFunctionDef = node
        self.module = module
        self.scope = scope
        self.cls = cls
        self._facts: dict[Any, Any] = {}

    @property
    def name(self) -> str:
        """The function's name."""
        return self.node.name

    @property
    def qualified_name(self) -> str:
        """`TestOuter.TestClass.test_name`, or the name alone for a function."""
        return f"{self.cls.qualified_name}.{self.name}" if self.cls else self.name

    @property
    def runner(self) -> Literal["pytest", "unittest"]:
        """Whose rules call it: a TestCase's method is unittest's even under pytest."""
        return "unittest" if self.cls is not None and self.cls.is_case else "pytest"

    @property
    def is_async(self) -> bool:
        """Whether it is an `async def`."""
        return isinstance(self.node, ast.AsyncFunctionDef)

    @property
    def is_static(self) -> bool:
        """Whether it is a static method, which takes no self."""
        return any(dotted_text(item) == "staticmethod" for item in self.node.decorator_list)

    @cached_property
    def text(self) -> str:
        """The text of the function from its `def` line on: what it never says it does not do."""
        return self.module.source.lines_of(self.node.lineno, self.node.end_lineno or self.node.lineno)

    @property
    def docstring(self) -> str | None:
        """The docstring as written, or None."""
        return ast.get_docstring(self.node, clean=True)

    @cached_property
    def body(self) -> list[Any]:
        """The statements of the body without the docstring."""
        value = getattr(self.node.body[0], "value", None) if isinstance(self.node.body[0], ast.Expr) else None
        is_doc = isinstance(value, ast.Constant) and isinstance(value.value, str)
        return list(self.node.body[1:]) if is_doc else list(self.node.body)

    @cached_property
    def scopes(self) -> list[Scope]:
        """The scope of the function and those of every function and class in it, in source order."""
        return list(self.scope.within()) if self.scope.children else [self.scope]

    @property
    def statements(self) -> Iterator[Any]:
        """Every statement of the body and the blocks in it, in source order; nested definitions are not entered."""
        return flat(self.body)

    @cached_property
    def marks(self) -> list[Mark]:
        """The marks on the function, its class with bases, and the module; the nearest first."""
        own = decorator_marks(self.module, self.node, "function", self.scope.parent)
        return [*own, *(self.cls.marks if self.cls else ()), *self.module.fact(module_marks)]

    def marked(self, *names: str) -> Mark | None:
        """The nearest mark of one of these names."""
        return next((mark for mark in self.marks if mark.name in names), None)

    @cached_property
    def decorators(self) -> list[tuple[ast.expr, str | None]]:
        """Each decorator with the canonical dotted name of what is applied (None if it is unknown), topmost first."""
        return [
            (item, self.module.resolve(item.func if isinstance(item, ast.Call) else item, self.scope.parent))
            for item in self.node.decorator_list
        ]

    @property
    def decorator_names(self) -> list[str | None]:
        """The canonical dotted names of the decorators; None for an unknown one."""
        return [name for _, name in self.decorators]

    @property
    def takes_nothing(self) -> bool:
        """Whether the line of the `def` shows no parameter but `self`; cheap, since only the text is read."""
        return self.module.source.lines[self.node.lineno - 1].rstrip().endswith(_NO_PARAMETERS)

    @cached_property
    def parameters(self) -> list[ast.arg]:
        """The parameters without `self`."""
        found = parameters(self.node)
        return found[1:] if self.cls is not None and not self.is_static else found

    @property
    def arguments(self) -> list[str]:
        """The names of the parameters without `self`; starred ones left out."""
        args = self.node.args
        starred = {arg for arg in (args.vararg, args.kwarg) if arg is not None}
        return [arg.arg for arg in self.parameters if arg not in starred]

    @cached_property
    def patched_arguments(self) -> list[str]:
        """The parameters that patch decorators supply, in order (the lowest decorator supplies the first)."""
        return mocks.injected_arguments(self)

    @cached_property
    def parametrized(self) -> set[str]:
        """The names that parametrize marks in sight supply, indirect ones included."""
        return {name for mark in self.marks if mark.name == "parametrize" for name in parametrized_names(mark)}

    @cached_property
    def fixture_names(self) -> list[str]:
        """The fixtures that the test asks for: by argument and by usefixtures."""
        if self.runner == "unittest":
            asked: list[str] = []
        else:
            supplied = {*self.patched_arguments, *self.parametrized}
            defaulted = len(self.node.args.defaults)
            positional = [*self.node.args.posonlyargs, *self.node.args.args]
            with_default = {arg.arg for arg in positional[len(positional) - defaulted :]} if defaulted else set()
            asked = [name for name in self.arguments if name not in supplied and name not in with_default]
        for mark in self.marks:
            if mark.name == "usefixtures":
                asked.extend(a.value for a in mark.args if isinstance(a, ast.Constant) and isinstance(a.value, str))
        return asked

    @cached_property
    def assertions(self) -> list[assertion_facts.Assertion]:
        """Every assertion in the body, nested functions included, in source order."""
        return assertion_facts.assertions_of(self)

    @property
    def calls(self) -> list[ast.Call]:
        """Every call in the body, nested functions included."""
        return self.scope.nodes(ast.Call)

    @cached_property
    def names_read(self) -> set[str]:
        """Every name that the body reads, nested functions included."""
        return {node.id for node in self.scope.nodes(ast.Name) if isinstance(node.ctx, ast.Load)}

    def fact(self, derive: Callable[[Test], T]) -> T:
        """`derive(self)`, computed once: how a fact about a test is shared by the rules that need it."""
        known: Any = self._facts.get(derive, _UNKNOWN)
        if known is _UNKNOWN:
            known = self._facts[derive] = derive(self)
        return known  # type: ignore[no-any-return]
