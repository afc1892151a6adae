"""What is in reach of a test, whose code a function is, what made an object: the facts behind the flakiness rules."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from flake8_testquality.model.instances import maker
from flake8_testquality.model.module import Module
from flake8_testquality.model.places import place_of
from flake8_testquality.model.reach import reach_around, reach_of
from tests.linting import module_of, module_of_text, write

SUITE = """
    import random
    import time
    from unittest import mock

    import pytest


    random.seed(3)


    @pytest.fixture
    def frozen(monkeypatch):
        monkeypatch.setattr(time, "time", lambda: 3)


    @mock.patch("shop.service.datetime")
    def test_patched(clock, frozen):
        def nested():
            pause()
        settle()
        run(nested)


    @pytest.mark.e2e
    def test_plain():
        settle()


    def settle():
        time.sleep(1)


    def handler():
        time.sleep(1)


    server.on(handler)


    class TestCase:
        def setup_method(self):
            self.started = time.time

        def test_case(self):
            pass
"""


@pytest.fixture
def suite() -> Module:
    return module_of_text(SUITE)


def function(module: Module, name: str) -> ast.AST:
    return next(scope.node for scope in module.scopes if getattr(scope.node, "name", "") == name)


def test_a_test_reaches_its_patches_fixtures_and_the_module(suite: Module) -> None:
    reach = reach_of(suite.tests[0])
    assert {"shop.service.datetime", "time.time"} <= reach.replaced
    assert {"random.seed", "unittest.mock.patch"} <= reach.names
    assert {"frozen", "monkeypatch"} <= reach.fixtures


def test_what_is_put_on_one_test_does_not_reach_another(suite: Module) -> None:
    reach = reach_of(suite.tests[1])
    assert reach.replaced == frozenset()
    assert "e2e" in reach.fixtures
    assert "random.seed" in reach.names


def test_a_helper_has_what_all_its_callers_share(suite: Module) -> None:
    reach = reach_around(suite, suite.scope_by_node[function(suite, "settle")])
    assert reach.replaced == frozenset()
    assert "random.seed" in reach.names


def test_conftest_fixtures_reach_the_tests_below(tmp_path: Path) -> None:
    conftest = """
        import pytest
        from freezegun import freeze_time

        @pytest.fixture(autouse=True)
        def still():
            with freeze_time("2020-01-01"):
                yield
    """
    write(tmp_path, {"pytest.ini": "[pytest]", "conftest.py": conftest, "sub/test_a.py": "def test_a():\n    pass\n"})
    module = module_of(tmp_path / "sub" / "test_a.py")
    assert "freezegun.freeze_time" in reach_of(module.tests[0]).names


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("test_plain", "test"),
        ("frozen", "fixture"),
        ("setup_method", "set-up"),
        ("settle", "helper"),
        ("handler", None),
        ("nested", None),
    ],
)
def test_place_says_whose_code_a_function_is(suite: Module, name: str, place: str | None) -> None:
    assert place_of(suite, suite.scope_by_node[function(suite, name)]) == place


@pytest.mark.parametrize(
    ("setting", "made"),
    [
        ("x = Thread(target=f)", "threading.Thread"),
        ("with Thread() as x: pass", "threading.Thread"),
        ("x = Own()", "threading.Thread"),
        ("items = [Thread() for _ in y]\nfor x in items: pass", "threading.Thread"),
        ("items = []\nitems.append(Thread())\nfor x in items: pass", "threading.Thread"),
        ("pool = ThreadPoolExecutor()\nx = pool.submit(f)", "concurrent.futures.ThreadPoolExecutor.submit"),
        ("x = Thread() if y else other()", None),
        ("x = Thread()\nx = other()", None),
        ("x = unknown()", None),
    ],
)
def test_maker_is_what_was_called_to_make_an_object(setting: str, made: str | None) -> None:
    head = "from concurrent.futures import ThreadPoolExecutor\nfrom threading import Thread\nclass Own(Thread): pass\n"
    module = module_of_text(f"{head}{setting}\nx.end()\n")
    call = next(
        node for node in module.nodes(ast.Call) if isinstance(node.func, ast.Attribute) and node.func.attr == "end"
    )
    assert isinstance(call.func, ast.Attribute)
    assert maker(module, call.func.value, module.scope) == made
