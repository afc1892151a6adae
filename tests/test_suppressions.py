"""`# quality:` markers through the real flake8."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import flake8, positions

EMPTY = "def test_total():{0}\n    pass{1}\n\n\ndef test_tax():\n    pass\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(EMPTY.format("  # quality: disable TQ202 (the till is not ready)", ""), id="on-the-def-line"),
        pytest.param(EMPTY.format("  # quality: allow-empty-test (the till is not ready)", ""), id="by-name"),
        pytest.param("# quality: disable TQ202 (not ready)\n" + EMPTY.format("", ""), id="above"),
        pytest.param(EMPTY.format("\n    # quality: disable TQ202 (not ready)", ""), id="inside"),
        pytest.param(EMPTY.format("", "\n    # quality: disable TQ202 (not ready)"), id="at-the-end"),
        pytest.param(EMPTY.format("  # quality: disable TQ204, TQ202 (not ready)", ""), id="one-of-two-codes"),
    ],
)
def test_marker_silences_its_block_only(tmp_path: Path, text: str) -> None:
    (tmp_path / "test_shop.py").write_text(text, encoding="utf-8")
    line = text[: text.index("def test_tax")].count("\n") + 1
    done = flake8("--extend-ignore", "TQ002", "test_shop.py", cwd=tmp_path)
    assert positions(done.stdout) == [f"test_shop.py:{line}:1: TQ202"]


def test_marker_of_a_class_covers_its_tests(tmp_path: Path) -> None:
    text = "# quality: disable TQ202 (not ready)\nclass TestShop:\n    def test_total(self):\n        pass\n"
    (tmp_path / "test_shop.py").write_text(text, encoding="utf-8")
    assert flake8("test_shop.py", cwd=tmp_path).stdout == ""


def test_marker_without_reason_suppresses_nothing(tmp_path: Path) -> None:
    (tmp_path / "test_shop.py").write_text("def test_total():  # quality: disable TQ202\n    pass\n", encoding="utf-8")
    found = positions(flake8("test_shop.py", cwd=tmp_path).stdout)
    assert found == ["test_shop.py:1:1: TQ202", "test_shop.py:1:20: TQ001"]


def test_marker_for_a_rule_that_does_not_run_is_left_alone(tmp_path: Path) -> None:
    text = "def test_total(cart):\n    # quality: disable TQ701 (two tills)\n    assert cart.total == 42\n"
    (tmp_path / "test_shop.py").write_text(text, encoding="utf-8")
    recommended, selected = (
        positions(flake8(*arguments, "test_shop.py", cwd=tmp_path).stdout)
        for arguments in ([], ["--extend-select", "TQ7"])
    )
    assert recommended == []
    assert "test_shop.py:2:5: TQ002" in selected
