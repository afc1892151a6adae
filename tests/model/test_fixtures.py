"""Fixtures: what they are, which one a name means, what a test reaches."""

from __future__ import annotations

from pathlib import Path

from flake8_testquality.model.fixtures import autouse, candidates, closure, lookup
from tests.linting import module_of, module_of_text, write


def test_forms_of_a_fixture() -> None:
    module = module_of_text(
        """
        import pytest
        import pytest as pt
        import pytest_asyncio
        from pytest import fixture as fx

        @pytest.fixture
        def plain(request): return 1

        @fx(scope="module", name="called", autouse=True)
        def named():
            yield 1
            close()

        @pt.fixture("session")
        def positional(): return 1

        @pytest_asyncio.fixture
        async def asynchronous(plain):
            try:
                yield plain
            finally:
                plain.close()

        @pytest.fixture(scope=decide)
        def dynamic(): return 1

        def none(): return 1

        class TestCart:
            @pytest.fixture
            def inner(self, plain): return 1
        """
    )
    found = {item.name: (item.scope, item.is_autouse, item.is_async, item.plugin) for item in module.fixtures}
    assert found == {
        "plain": ("function", False, False, "pytest"),
        "called": ("module", True, False, "pytest"),
        "positional": ("session", False, False, "pytest"),
        "asynchronous": ("function", False, True, "asyncio"),
        "dynamic": ("dynamic", False, False, "pytest"),
        "inner": ("function", False, False, "pytest"),
    }
    by_name = {item.name: item for item in module.fixtures}
    assert len(by_name["called"].teardown) == 1
    assert [len(item.values) for item in module.fixtures[:2]] == [1, 1]
    assert by_name["inner"].requests == ["plain"]
    assert by_name["asynchronous"].requests == ["plain"]


FILES = {
    "pytest.ini": "[pytest]\n",
    "conftest.py": """
        import pytest

        @pytest.fixture
        def shop(): return "top"

        @pytest.fixture
        def till(shop): return 1

        @pytest.fixture(autouse=True)
        def always(): ...
    """,
    "unit/conftest.py": "import pytest\n@pytest.fixture\ndef shop(shop): return 'unit'\n",
    "plugins.py": "import pytest\n@pytest.fixture\ndef imported(): return 1\n",
    "unit/test_cart.py": """
        import pytest
        from plugins import imported

        @pytest.fixture
        def cart(shop, till): return 1

        class Base:
            @pytest.fixture
            def cart(self, cart): return 2

        class TestCart(Base):
            def test_total(self, cart, imported, tmp_path): ...

        def test_plain(cart): ...
    """,
}


def test_the_nearest_fixture_wins_and_asks_for_the_next(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    module = module_of(tmp_path / "unit/test_cart.py")
    method, plain = module.tests
    assert [item.node.lineno for item in candidates(module, "cart", method.cls)] == [9, 5]
    assert [item.node.lineno for item in candidates(module, "cart", plain.cls)] == [5]
    assert [Path(item.module.path).parent.name == "unit" for item in candidates(module, "shop")] == [True, False]
    found = lookup(module, "imported")
    assert found is not None
    assert Path(found.module.path).name == "plugins.py"
    assert lookup(module, "tmp_path") is None
    assert [item.name for item in autouse(module)] == ["always"]


def test_closure_holds_everything_a_test_reaches(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    method, plain = module_of(tmp_path / "unit/test_cart.py").tests
    assert sorted(item.name for item in closure(plain)) == ["always", "cart", "shop", "shop", "till"]
    assert sorted(item.name for item in closure(method)) == [
        "always",
        "cart",
        "cart",
        "imported",
        "shop",
        "shop",
        "till",
    ]
