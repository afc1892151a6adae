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
