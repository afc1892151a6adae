"""References: what cannot be read in full is presumed to refer to everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_testquality.model import references
from flake8_testquality.model.references import is_mentioned_elsewhere, is_subclassed_elsewhere
from flake8_testquality.model.unopened import is_never_opened
from tests.linting import module_of, write

FILES = {
    "pytest.ini": "[pytest]\n",
    "tests/cart.py": "def test_total():\n    assert total() == 1\n\n\nclass Alone: ...\n",
    "tests/test_shop.py": "def test_shop():\n    assert shop() == 1\n",
}


def test_nothing_is_said_to_be_absent_where_not_every_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, limit, is_known in (("all", 2_000, True), ("some", 1, False)):
        monkeypatch.setattr(references, "MAX_FILES", limit)
        write(tmp_path / folder, FILES)
        module = module_of(tmp_path / folder / "tests/cart.py")
        assert is_never_opened(module) is is_known
        assert is_mentioned_elsewhere(module, "Alone") is not is_known
        assert is_subclassed_elsewhere(module, "Alone") is not is_known


@pytest.mark.parametrize(
    "elsewhere",
    [
        "class Cart(Base): ...\n",
        "class Cart(\n    Mixin,  # first\n    tests.base.Base,\n): ...\n",
        "def make():\n    class Cart(Generic[Base]): ...\n",
        "Cart = type('Cart', (Mixin, Base), {})\n",
        "def test_it(): ...\n\n\nclass First(Other): ...\n\n\nclass Second(Base): ...\n",
    ],
)
def test_a_class_is_subclassed_where_another_file_names_it_among_its_bases(elsewhere: str, tmp_path: Path) -> None:
    write(tmp_path, {"pytest.ini": "", "tests/base.py": "class Base: ...\n", "tests/test_cart.py": elsewhere})
    assert is_subclassed_elsewhere(module_of(tmp_path / "tests/base.py"), "Base")


@pytest.mark.parametrize(
    "elsewhere",
    [
        "from tests.base import Base\n\nprint(Base())\n",
        "class Base(Mixin): ...\n",
        "class Cart(DataBase, Base2): ...\n",
        "class Cart(Mixin):\n    made = (Base,)\n",
        "Cart = prototype(Base)\n",
        "# subclass Cart (Base)\n",
    ],
)
def test_a_class_that_is_only_mentioned_is_not_subclassed(elsewhere: str, tmp_path: Path) -> None:
    base = "class Base: ...\n\n\nclass Here(Base): ...\n"
    write(tmp_path, {"pytest.ini": "", "tests/base.py": base, "tests/test_cart.py": elsewhere})
    assert not is_subclassed_elsewhere(module_of(tmp_path / "tests/base.py"), "Base")
