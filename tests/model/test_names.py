"""Names: what a name stands for, whatever it was imported as."""

from __future__ import annotations

import ast

import pytest

from flake8_testquality.model.bindings import imported
from flake8_testquality.model.names import (
    canonical,
    dotted_text,
    last_name,
    parameters,
    root_name,
    target_names,
)
from tests.linting import module_of_text


def resolved(text: str, expression: str) -> str | None:
    """What the last expression statement of that text stands for."""
    module = module_of_text(text)
    found = [
        (node.value, scope)
        for scope in module.scopes
        for node in scope.statements.get(ast.Expr, ())
        if ast.unparse(node.value) == expression
    ]
    node, scope = found[-1]
    return module.resolve(node, scope)


@pytest.mark.parametrize(
    ("text", "expression", "wanted"),
    [
        ("import pytest\npytest.raises", "pytest.raises", "pytest.raises"),
        ("import pytest as pt\npt.raises", "pt.raises", "pytest.raises"),
        ("from pytest import raises\nraises", "raises", "pytest.raises"),
        ("from pytest import raises as r\nr", "r", "pytest.raises"),
        ("from pytest import mark\nmark.skip", "mark.skip", "pytest.mark.skip"),
        ("import unittest.mock\nunittest.mock.patch", "unittest.mock.patch", "unittest.mock.patch"),
        ("import unittest.mock as m\nm.patch.object", "m.patch.object", "unittest.mock.patch.object"),
        ("from unittest import mock as m\nm.patch", "m.patch", "unittest.mock.patch"),
        ("import mock\nmock.patch", "mock.patch", "unittest.mock.patch"),
        ("from mock.mock import patch\npatch", "patch", "unittest.mock.mock.patch"),
        (
            "try:\n    from unittest import mock\nexcept ImportError:\n    import mock\nmock.patch",
            "mock.patch",
            "unittest.mock.patch",
        ),
        ("import pytest\nraises = pytest.raises\nraises", "raises", "pytest.raises"),
        ("import pytest\nm = pytest.mark\ns = m.skip\ns", "s", "pytest.mark.skip"),
        ("len", "len", "builtins.len"),
        ("größe", "größe", None),
        ("from . import base\nbase.Case", "base.Case", "..base.Case"[1:]),
        ("from .base import Case\nCase", "Case", ".base.Case"),
        ("from ..shop import base as b\nb.x", "b.x", "..shop.base.x"),
        ("import os.path\nos.getcwd", "os.getcwd", "os.getcwd"),
        ("import os.path as p\np.join", "p.join", "os.path.join"),
        # bound again: nobody's
        ("import pytest\npytest = stub\npytest.raises", "pytest.raises", None),
        ("import random\ndef f(random):\n    random.random", "random.random", None),
        ("import random\ndef f():\n    for random in x:\n        random.random", "random.random", None),
        ("import random\ndef f():\n    with x as random:\n        random.random", "random.random", None),
        (
            "import random\ndef f():\n    try:\n        pass\n    except E as random:\n        random.random",
            "random.random",
            None,
        ),
        (
            "import random\ndef f():\n    match x:\n        case random:\n            random.random",
            "random.random",
            None,
        ),
        ("import random\ndef f():\n    if random := x():\n        pass\n    random.random", "random.random", None),
        (
            "import random\nclass C:\n    random = 1\n    def f(self):\n        random.random",
            "random.random",
            "random.random",
        ),
        ("import random\nclass C:\n    random = 1\n    random.random", "random.random", None),
        ("import random\ndef f():\n    def g():\n        random.random", "random.random", "random.random"),
        ("import random\ndef f():\n    random = 1\n    def g():\n        random.random", "random.random", None),
        (
            "import random\ndef f():\n    random = 1\n    def g():\n        global random\n        random.random",
            "random.random",
            "random.random",
        ),
        (
            "import random\ndef f():\n    random = 1\n    def g():\n        nonlocal random\n        random.random",
            "random.random",
            None,
        ),
        ("def f():\n    global never_bound\n    never_bound.x", "never_bound.x", None),
        ("self.x", "self.x", None),
        ("import a\na = a.wrapped\na.x", "a.x", None),
        ("a = b\nb = a\na.x", "a.x", None),
    ],
)
def test_resolve(text: str, expression: str, wanted: str | None) -> None:
    assert resolved(text, expression) == wanted


def test_calls_in_lambdas_and_comprehensions_do_not_stand_for_imports_of_their_variables() -> None:
    module = module_of_text(
        """
        import random

        first = lambda random: random.random()
        second = [random.random() for random in generators]


        def other():
            return random.random()
        """
    )
    assert [call.node.lineno for call in module.calls_to(["random.*"])] == [8]


def test_calls_to_takes_names_patterns_and_keeps_source_order() -> None:
    module = module_of_text("import random, time\nrandom.random()\ntime.sleep(1)\nrandom.choice(x)\n")
    assert [call.name for call in module.calls_to(["time.sleep", "random.*"])] == [
        "random.random",
        "time.sleep",
        "random.choice",
    ]


def test_bindings_stand_in_source_order_whatever_their_kind() -> None:
    module = module_of_text(
        "x = 1\ndef x(): ...\nimport x\nclass x: ...\nfor x in y: ...\nasync def x(): ...\nx: int\n"
    )
    kinds = [binding.kind for binding in module.bindings(module.scope)["x"]]
    assert kinds == ["assignment", "function", "import", "class", "assignment", "function", "assignment"]


@pytest.mark.parametrize(
    ("package", "wanted"), [("tests.unit", "tests.shop.cart"), ("tests", "..shop.cart"), ("", "..shop.cart")]
)
def test_relative_imports_count_from_the_package(package: str, wanted: str) -> None:
    (node,) = ast.parse("from ..shop import cart as c").body
    assert isinstance(node, ast.ImportFrom)
    assert imported(node, package) == [("c", wanted)]


def test_small_questions() -> None:
    call = ast.parse("a.b[0].c(1).d", mode="eval").body
    assert (root_name(call), last_name(call), dotted_text(call)) == ("a", "d", None)
    assert dotted_text(ast.parse("a.b.c", mode="eval").body) == "a.b.c"
    (target,) = ast.parse("a, (b, *c), d.e, f[0] = x").body
    assert isinstance(target, ast.Assign)
    assert target_names(target.targets[0]) == ["a", "b", "c"]
    (function,) = ast.parse("def f(a, /, b, *c, d, **e): ...").body
    assert isinstance(function, ast.FunctionDef)
    assert [arg.arg for arg in parameters(function)] == ["a", "b", "d", "c", "e"]
    assert canonical("django.test.testcases.TestCase") == "django.test.TestCase"
