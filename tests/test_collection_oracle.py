"""The real runners as oracle: what pytest and unittest collect and run is what the model and the TQ1 rules say."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from flake8_testquality.model.tests import Test, TestClass
from flake8_testquality.registry import all_rules, rule_named
from tests.generated_modules import modules
from tests.linting import lint, module_of

SCRIPT = Path(__file__).parent / "collection_oracle.py"


def ask(folder: Path, *options: str) -> dict[str, Any]:
    """What the real runners find in a folder."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(folder), *options], capture_output=True, text=True, check=False, cwd=folder
    )
    assert done.stdout, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def defining_name(test: Test) -> str:
    """The name as Python sees it where the function is written."""
    names = [getattr(scope.node, "name", "") for scope in test.scope.chain()]
    return ".".join(reversed([name for name in names if name]))


def outermost(cls: TestClass) -> TestClass:
    return cls if cls.outer is None else outermost(cls.outer)


def generated(count: int) -> list[str]:
    """That many different modules, the same ones each time."""
    found: dict[str, None] = {}

    @settings(
        max_examples=count * 2,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(modules())
    def gather(source: str) -> None:
        if len(found) < count:
            found[source] = None

    gather()
    return list(found)


def test_model_agrees_with_pytest_and_unittest_on_generated_modules(tmp_path: Path) -> None:
    sources = generated(580)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = slow\n", encoding="utf-8")
    for number, source in enumerate(sources):
        (tmp_path / f"test_{number:03}.py").write_text(source, encoding="utf-8")
    answer = ask(tmp_path)
    compared, wrong = 0, []
    for number, source in enumerate(sources):
        path = tmp_path / f"test_{number:03}.py"
        seen = answer.get(path.name, {"pytest": [], "unittest": [], "error": ""})
        if seen["error"]:
            continue
        compared += 1
        tests = module_of(path).tests
        functions = {where for _, where in seen["pytest"]}
        ours = {defining_name(test) for test in tests}
        names = {test.qualified_name for test in tests if test.cls is None or outermost(test.cls).collected}
        missed = set() if "__test__" in source else set(seen["unittest"]) - ours
        misnamed = names - {name for name, _ in seen["pytest"]}
        if ours != functions or misnamed or missed:
            wrong.append((source.rpartition("return call")[2], sorted(ours ^ functions), misnamed, missed))
    assert not wrong, f"{len(wrong)} of {compared}; the first: {wrong[0][0]}\n{wrong[0][1:]}"
    assert compared >= 500


EXAMPLES = [
    (rule, kind, number, text)
    for rule in all_rules()
    if rule.code.startswith("TQ1")
    for kind in ("bad", "good")
    for number, text in enumerate(getattr(rule, kind))
]


def test_model_agrees_with_pytest_on_the_examples_of_every_rule(tmp_path: Path) -> None:
    wrong: list[Any] = []
    folder = tmp_path / "examples"
    folder.mkdir()
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = asyncio\n", encoding="utf-8")
    paths = {}
    for rule, kind, number, text in EXAMPLES:
        prefix = "test_" if rule.filename.startswith("test_") else ""
        path = paths[rule.code, kind, number] = folder / f"{prefix}{rule.code}_{kind}_{number}.py"
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    answer = ask(folder)
    for key, path in paths.items():
        seen = answer.get(path.name, {"pytest": [], "error": ""})
        ours = {test.qualified_name for test in module_of(path).tests}
        if seen["error"]:
            wrong.extend([(key, seen["error"])] if key[0] != "TQ108" or "yield" not in seen["error"] else [])
        elif ours != {name for name, _ in seen["pytest"]}:
            wrong.append((key, ours, seen["pytest"]))
    assert wrong == []


# What becomes of a test that a rule speaks of, by name of the rule: a file whose tests show it when they are run.
# `product` counts what really happened; the outcomes are those of the real pytest.
PRODUCT = """
done = []


def touch(name):
    done.append(name)
    return name
"""
SHOWN = {
    "TQ106": (
        """
        import unittest
        import product

        class CartTest(unittest.TestCase):
            async def test_total(self):
                raise AssertionError("never reached")
        """,
        {"CartTest.test_total": "passed"},
    ),
    "TQ107": (
        """
        async def test_total():
            raise AssertionError("never reached")
        """,
        {"test_total": "failed"},
    ),
    "TQ110": (
        """
        import pytest

        @pytest.mark.parametrize("name", [])
        def test_total(name):
            raise AssertionError("never reached")
        """,
        {"test_total": "skipped"},
    ),
    "TQ111": (
        """
        import product

        class TestCart:
            def setup(self):
                product.touch("setup")

            def setUp(self):
                product.touch("setUp")

            def setup_Method(self):
                product.touch("setup_Method")

            def test_total(self):
                assert product.done == []
        """,
        {"TestCart.test_total": "passed"},
    ),
    "TQ111b": (
        """
        import unittest

        class CartTest(unittest.TestCase):
            def setUpClass(cls):
                pass

            def test_total(self):
                pass
        """,
        {"CartTest.test_total": "failed"},
    ),
    "TQ116": (
        """
        import unittest
        import pytest

        @pytest.mark.skip(reason="later")
        def test_mark():
            raise AssertionError("never reached")

        @pytest.mark.skipif(True, reason="later")
        def test_condition():
            raise AssertionError("never reached")

        class CartTest(unittest.TestCase):
            @unittest.skip("later")
            def test_total(self):
                raise AssertionError("never reached")
        """,
        {"test_mark": "skipped", "test_condition": "skipped", "CartTest.test_total": "skipped"},
    ),
    "TQ117": (
        """
        import pytest

        def test_total():
            pytest.skip("later")
            raise AssertionError("never reached")
        """,
        {"test_total": "skipped"},
    ),
    "TQ118": (
        """
        import pytest

        @pytest.mark.xfail(reason="rounds down")
        def test_total():
            pass
        """,
        {"test_total": "passed"},
    ),
    "TQ119": (
        """
        import pytest

        def test_total():
            try:
                assert 1 == 2
            except Exception:
                pytest.skip("no tables")
        """,
        {"test_total": "skipped"},
    ),
    "TQ120": (
        """
        import pytest

        @pytest.fixture
        def cart():
            return "from the fixture"

        def test_total(cart=None):
            assert cart is None
        """,
        {"test_total": "passed"},
    ),
    "TQ121": (
        """
        import unittest
        import pytest

        class CartTest(unittest.TestCase):
            def test_fixture(self, tmp_path):
                pass

            @pytest.mark.parametrize("name", ["a"])
            def test_case(self, name):
                pass
        """,
        {"CartTest.test_fixture": "failed", "CartTest.test_case": "failed"},
    ),
    "TQ122": (
        """
        import unittest

        class ShopCase(unittest.TestCase):
            def setUp(self):
                self.shop = "open"

        class CartTest(ShopCase):
            def setUp(self):
                self.cart = "full"

            def test_total(self):
                assert not hasattr(self, "shop")
        """,
        {"CartTest.test_total": "passed"},
    ),
}


def test_pytest_does_what_the_messages_say(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (tmp_path / "product.py").write_text(PRODUCT, encoding="utf-8")
    for name, (text, _) in SHOWN.items():
        (tmp_path / f"test_{name}.py").write_text(textwrap.dedent(text), encoding="utf-8")
    answer = ask(tmp_path, "--run")
    seen = {
        name: {test: outcomes[-1][0] for test, outcomes in answer[f"test_{name}.py"]["outcomes"].items()}
        for name in SHOWN
    }
    assert seen == {name: outcomes for name, (_, outcomes) in SHOWN.items()}


@pytest.mark.parametrize("name", SHOWN)
def test_rule_speaks_of_what_pytest_does(name: str, tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    path = tmp_path / "test_shown.py"
    path.write_text(textwrap.dedent(SHOWN[name][0]), encoding="utf-8")
    rule = rule_named(name[:5])
    assert rule is not None
    count = 3 if name in ("TQ111", "TQ116") else 2 if name == "TQ121" else 1
    assert len(lint(path, [rule])) == count
