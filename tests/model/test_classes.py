"""Classes: bases in sight, the order of look-up, which of them is a TestCase."""

from __future__ import annotations

from pathlib import Path
from types import new_class
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_testquality.model.classes import Lineage, lineage
from flake8_testquality.model.module import Module
from tests.effort import examples
from tests.linting import module_of, module_of_text, write


def of(module: Module, name: str) -> Lineage:
    node = next(scope.node for scope in module.scopes if getattr(scope.node, "name", "") == name)
    return lineage(module, node)  # type: ignore[arg-type]


def names(line: Lineage) -> list[str]:
    return [node.name for _, node in line.classes]


def family(text: str, name: str = "X") -> str | None:
    return of(module_of_text(text), name).case_family


def test_families() -> None:
    assert family("import unittest as u\nclass X(u.TestCase): ...") == "unittest"
    assert family("from unittest import TestCase as T\nclass B(T): ...\nclass X(B): ...") == "unittest"
    assert family("from unittest import IsolatedAsyncioTestCase\nclass X(IsolatedAsyncioTestCase): ...") == "isolated"
    assert family("from django.test.testcases import TestCase\nclass X(TestCase): ...") == "django"
    assert (
        family("import django.test\nimport unittest\nclass X(unittest.TestCase, django.test.TestCase): ...") == "django"
    )
    assert family("from twisted.trial import unittest\nclass X(unittest.TestCase): ...") == "twisted"
    assert family("from tornado.testing import AsyncTestCase\nclass X(AsyncTestCase): ...") == "tornado"
    assert family("from shop.tests import ShopTestCase\nclass X(ShopTestCase): ...") == "unknown"
    assert family("from shop.tests import Shop\nclass X(Shop): ...") is None
    assert family("from unittest import *\nclass X(TestCase): ...") == "unittest"
    assert family("from shop.tests import *\nclass X(ShopTestCase): ...") == "unknown"
    assert family("class X: ...") is None


def test_a_base_is_the_class_that_its_name_means_where_it_stands() -> None:
    assert family("import unittest\nclass B(unittest.TestCase): ...\nclass X(B): ...\nclass B: ...") == "unittest"
    assert family("from unittest import TestCase\nclass TestCase(TestCase): ...\nclass X(TestCase): ...") == "unittest"
    arm = "    class B(unittest.TestCase): ...\n"
    conditional = f"import unittest\nif a:\n{arm}else:\n{arm}class X(B): ..."
    assert family(conditional) == "unittest"
    assert not of(module_of_text(conditional), "X").is_resolved


def test_what_is_resolved() -> None:
    module = module_of_text(
        """
        import abc, enum, typing
        from elsewhere import Meta, Base, make

        class Plain(object): ...
        class Generic(typing.Generic[T], abc.ABC): ...
        class Error(ValueError): ...
        class Kinds(enum.Enum): ...
        class Other(Base): ...
        class Made(make()): ...
        class WithMeta(metaclass=Meta): ...
        class Deep(Other): ...
        class Abstract(metaclass=abc.ABCMeta): ...
        """
    )
    resolved = {item.name: item.lineage.is_resolved for item in module.classes}
    assert [name for name, found in resolved.items() if not found] == ["Other", "Made", "WithMeta", "Deep"]


def test_loops_of_bases_are_harmless() -> None:
    module = module_of_text("class A(B): ...\nclass B(A): ...\nclass C(C): ...\n")
    assert {tuple(names(item.lineage)) for item in module.classes}


def test_a_long_chain_of_bases_is_followed_without_recursion_error() -> None:
    text = "class C0: ...\n" + "".join(f"class C{n}(C{n - 1}): ...\n" for n in range(1, 3_000))
    line = of(module_of_text(text), "C2999")
    assert len(line.classes) >= 100
    assert not line.is_resolved


@settings(max_examples=examples(100))
@given(st.data())
def test_order_of_look_up_is_that_of_python(data: Any) -> None:
    built: dict[str, Any] = {}
    lines = []
    for number in range(data.draw(st.integers(1, 6))):
        known = list(built)
        bases = data.draw(st.lists(st.sampled_from(known), unique=True, max_size=3)) if known else []
        name = f"C{number}"
        try:
            built[name] = new_class(name, tuple(built[base] for base in bases))
        except TypeError:  # noqa: TQ721 Python itself refuses this order of bases, so there is no such class
            continue
        lines.append(f"class {name}({', '.join(bases)}): ...\n")
    module = module_of_text("".join(lines))
    for item in module.classes:
        wanted = [cls.__name__ for cls in built[item.name].__mro__[:-1]]
        ours = names(item.lineage)
        assert sorted(ours) == sorted(wanted)
        assert ours[0] == wanted[0]
        for base in item.node.bases:
            assert ours.index(item.name) < ours.index(base.id)  # type: ignore[attr-defined]


def test_a_diamond_is_looked_up_as_python_does() -> None:
    module = module_of_text("class A: ...\nclass B(A): ...\nclass C(A): ...\nclass D(B, C): ...\n")
    assert names(of(module, "D")) == ["D", "B", "C", "A"]


def test_methods_and_attributes_are_found_on_bases() -> None:
    module = module_of_text(
        """
        class A:
            x = 1
            def f(self): ...
            def f(self): ...
            def g(self): ...

        class B(A):
            def g(self): ...
        """
    )
    line = of(module, "B")
    found = {name: method[1].lineno for name in "fgh" if (method := line.method(name))}
    assert found == {"f": 4, "g": 8}
    assert line.attribute("x") is not None
    assert line.attribute("y") is None


def test_abstract_classes() -> None:
    module = module_of_text(
        """
        import abc
        from abc import abstractmethod

        class Open(abc.ABC):
            @abstractmethod
            def f(self): ...

        class StillOpen(Open): ...

        class Closed(Open):
            def f(self): ...

        class ByName(Open):
            f = None

        class NoMeta:
            @abstractmethod
            def f(self): ...
        """
    )
    assert [item.name for item in module.classes if item.lineage.is_abstract] == ["Open", "StillOpen"]


def test_bases_in_other_files_are_followed_through_re_exports(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "pytest.ini": "[pytest]\n",
            "tests/__init__.py": "",
            "tests/base/__init__.py": """
                from .cases import ShopCase as Case, Loop
                from unittest import TestCase as Bare
            """,
            "tests/base/cases.py": """
                import unittest
                class Mixin: ...
                class ShopCase(Mixin, unittest.TestCase): ...
                class Loop(Loop): ...
            """,
            "tests/broken.py": "class (",
            "tests/test_cart.py": """
                from tests.base import Case, Bare, Loop
                from tests import base, broken
                from tests.nowhere import Gone
                class A(Case): ...
                class B(base.Case): ...
                class C(Bare): ...
                class D(Loop): ...
                class E(broken.Base): ...
                class F(Gone): ...
            """,
        },
    )
    module = module_of(tmp_path / "tests/test_cart.py")
    assert {item.name: names(item.lineage) for item in module.classes} == {
        "A": ["A", "ShopCase", "Mixin"],
        "B": ["B", "ShopCase", "Mixin"],
        "C": ["C"],
        "D": ["D", "Loop"],
        "E": ["E"],
        "F": ["F"],
    }
    assert [item.case_family for item in module.classes] == ["unittest", "unittest", "unittest", None, None, None]
    assert not module.classes[5].lineage.is_resolved
