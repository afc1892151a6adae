"""Tests and test classes: names, runners, marks, arguments."""

from __future__ import annotations

from pathlib import Path

from flake8_testquality.model.tests import Test
from tests.linting import module_of, module_of_text, write


def only(text: str) -> Test:
    (test,) = module_of_text(text).tests
    return test


def test_marks_of_function_class_bases_and_module_the_nearest_first() -> None:
    test = only(
        """
        import pytest
        from pytest import mark as m

        pytestmark = [m.module, pytest.mark.both(1)]
        named = m.named(reason="x")
        bare = m.bare

        class Base:
            pytestmark = m.base

        @m.cls
        class TestCart(Base):
            pytestmark = (m.inner,)

            @named
            @bare
            @pytest.mark.parametrize("a", [1])
            @other
            def test_total(self, a): ...
        """
    )
    assert [mark.name for mark in test.marks] == [
        "named", "bare", "parametrize", "cls", "inner", "base", "module", "both",
    ]  # fmt: skip
    assert [mark.place for mark in test.marks][-3:] == ["class", "module", "module"]
    named = test.marked("named")
    assert named is not None
    assert named.keyword("reason") is not None
    assert test.marked("absent") is None


def test_a_mark_that_two_names_hand_to_each_other_is_none() -> None:
    test = only("a = b()()\nb = a()()\n\n@a\ndef test_total(): ...\n")
    assert test.marks == []


def test_arguments_and_what_supplies_them() -> None:
    test = only(
        """
        import pytest
        from unittest.mock import patch

        class TestCart:
            @patch("a.b")
            @pytest.mark.parametrize("name, count", [("a", 1)])
            @pytest.mark.usefixtures("shop")
            def test_total(self, mocked, name, count, cart, other=1, *rest, key, **more): ...
        """
    )
    assert test.arguments == ["mocked", "name", "count", "cart", "other", "key"]
    assert [arg.arg for arg in test.parameters] == ["mocked", "name", "count", "cart", "other", "key", "rest", "more"]
    assert test.patched_arguments == ["mocked"]
    assert test.parametrized == {"name", "count"}
    assert test.fixture_names == ["cart", "key", "shop"]


def test_static_and_unittest_methods() -> None:
    module = module_of_text(
        """
        import unittest

        class TestCart:
            @staticmethod
            def test_static(cart): ...

        class CartTest(unittest.TestCase):
            async def test_async(self, cart): ...
        """
    )
    static, method = module.tests
    assert (static.is_static, static.arguments, static.runner, static.is_async) == (True, ["cart"], "pytest", False)
    assert (method.arguments, method.fixture_names, method.runner, method.is_async) == (["cart"], [], "unittest", True)


def test_qualified_names_hold_every_class_around() -> None:
    test = only("class TestOuter:\n    class TestInner:\n        def test_total(self): ...\n")
    assert test.qualified_name == "TestOuter.TestInner.test_total"
    assert test.cls is not None
    assert test.cls.qualified_name == "TestOuter.TestInner"


def test_body_docstring_and_decorators() -> None:
    test = only(
        '''
        import pytest as pt

        @pt.mark.slow
        @unknown(1)
        @staticmethod
        def test_total():
            """Says
            what."""
            if a:
                b = 1
        '''
    )
    assert test.docstring == "Says\nwhat."
    assert [type(node).__name__ for node in test.body] == ["If"]
    assert [type(node).__name__ for node in test.statements] == ["If", "Assign"]
    assert test.decorator_names == ["pytest.mark.slow", None, "builtins.staticmethod"]


def test_facts_are_derived_once() -> None:
    test = only("def test_total(): ...\n")
    asked = []

    def fact(of: Test) -> int:
        asked.append(of)
        return 1

    assert (test.fact(fact), test.fact(fact), asked) == (1, 1, [test])


def test_classes_know_their_tests_and_methods() -> None:
    module = module_of_text(
        """
        class TestCart:
            if a:
                def helper(self): ...
            async def test_total(self): ...

        class TestMore(TestCart):
            def test_more(self): ...
        """
    )
    first, second = module.test_classes
    assert [method.name for method in first.methods] == ["helper", "test_total"]
    assert first.method("helper") is first.methods[0]
    assert [test.name for test in first.tests] == ["test_total"]
    assert [test.name for test in second.tests] == ["test_more"]


def test_marks_of_bases_in_other_files(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "pytest.ini": "[pytest]\n",
            "base.py": "import pytest\n\n@pytest.mark.slow\nclass Base: ...\n",
            "test_cart.py": "from base import Base\n\nclass TestCart(Base):\n    def test_total(self): ...\n",
        },
    )
    (test,) = module_of(tmp_path / "test_cart.py").tests
    assert [mark.name for mark in test.marks] == ["slow"]
