"""`testquality explain` tells where the values of assertions come from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from flake8_testquality.commands.explain import explain
from tests.running import run

ROOT = Path(__file__).parent.parent

CODE = """\
from billing import service
from unittest import mock


def test_code():
    error = {"code": 4029}
    assert error["code"] == 4029


class TestTotal:
    def test_total(self, cart):
        total = service.total(cart)
        assert total == 42

    def test_mock(self):
        client = mock.Mock()
        client.get.return_value = 5
        assert client.get() == 5
"""


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("test_code", '# error["code"]: supplied by this test at line 6'),
        ("TestTotal::test_total", "# total: from billing.service.total, line 12"),
        ("TestTotal::test_mock", "# client.get(): put on a mock by this test at line 17"),
    ],
)
def test_origin_stands_below_the_assertion(tmp_path: Path, name: str, note: str) -> None:
    (tmp_path / "test_shop.py").write_text(CODE, encoding="utf-8")
    done = run("flake8_testquality", "explain", f"test_shop.py::{name}", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert note in [line.strip() for line in done.stdout.splitlines()]


def test_two_names_of_one_thing_are_told(tmp_path: Path) -> None:
    path = tmp_path / "test_shop.py"
    path.write_text("def test_it(cart):\n    other = cart\n    assert other.total == cart.total\n", encoding="utf-8")
    assert "# both sides are one value" in explain(str(path), "test_it")


@pytest.mark.parametrize("name", ["test_shop.py::test_gone", "gone.py::test_code"])
def test_what_is_not_there_is_one_clear_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "test_shop.py").write_text(CODE, encoding="utf-8")
    done = run("flake8_testquality", "explain", name, cwd=tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_guide_shows_what_is_printed() -> None:
    guide = (ROOT / "docs/guides/provenance.md").read_text(encoding="utf-8")
    shown = re.findall(r"```text\n(.*?)```", guide, re.DOTALL)
    assert len(shown) == 3
    for text in shown:
        name = re.search(r"def (\w+)", text)
        assert name is not None
        done = run("flake8_testquality", "explain", f"tests/hollow/test_feed.py::{name[1]}", cwd=ROOT / "examples")
        assert done.stdout.strip("\n") == text.strip("\n")
