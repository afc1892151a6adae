import io
import sys
import unittest
from contextlib import redirect_stdout
from sys import modules, path as search
from unittest.mock import Mock, patch

import pytest

from billing import cli, plugins

sys.path.insert(0, "..")
sys.modules["ledger"] = Mock()  # TQ603


def test_path(tmp_path):
    sys.path.insert(0, str(tmp_path))  # TQ603
    assert plugins.find() == ["a"]


def test_path_by_name(tmp_path):
    search.append(str(tmp_path))  # TQ603
    assert plugins.find() == ["a"]


def test_path_item(tmp_path):
    sys.path[:0] = [str(tmp_path)]  # TQ603
    assert plugins.find() == ["a"]


def test_path_sum(tmp_path):
    sys.path += [str(tmp_path)]  # TQ603
    assert plugins.find() == ["a"]


def test_path_plainly_restored(tmp_path):
    before = sys.path
    sys.path = [str(tmp_path), *before]  # TQ603
    assert plugins.find() == ["a"]
    sys.path = before


def test_modules():
    sys.modules["ledger"] = Mock()  # TQ603
    assert plugins.find() == ["a"]


def test_modules_by_name():
    del modules["billing.plugins"]  # TQ603
    assert plugins.find() == ["a"]


def test_arguments():
    sys.argv = ["billing", "--all"]  # TQ603
    assert cli.main() == 0


def test_arguments_extended():
    sys.argv.append("--all")  # TQ603
    assert cli.main() == 0


def test_output():
    sys.stdout = io.StringIO()  # TQ603
    assert cli.main() == 0


def test_output_pair():
    sys.stdout, sys.stderr = io.StringIO(), io.StringIO()  # TQ603
    assert cli.main() == 0


class CliTests(unittest.TestCase):
    def setUp(self):
        sys.argv = ["billing"]  # TQ603

    def test_main(self):
        self.assertEqual(cli.main(), 0)


def test_monkeypatch(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "argv", ["billing"])
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(sys.modules, "ledger", Mock())
    assert cli.main() == 0


def test_monkeypatch_first(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "path", [*sys.path])
    sys.path.insert(0, str(tmp_path))
    monkeypatch.delitem(sys.modules, "ledger", raising=False)
    sys.modules["ledger"] = Mock()
    assert plugins.find() == ["a"]


def test_other_entry_under_monkeypatch(monkeypatch):
    monkeypatch.setitem(sys.modules, "ledger", Mock())
    sys.modules["stock"] = Mock()  # TQ603
    assert plugins.find() == ["a"]


def test_patch():
    with patch.dict(sys.modules), patch.object(sys, "argv", ["billing"]):
        sys.modules["ledger"] = Mock()
        sys.argv.append("--all")
        assert cli.main() == 0


@patch("sys.stdout", new_callable=io.StringIO)
def test_patched_output(out):
    sys.stdout = out
    assert cli.main() == 0


def test_redirected():
    with redirect_stdout(io.StringIO()) as out:
        sys.stdout = out
        assert cli.main() == 0


def test_finally(tmp_path):
    sys.path.insert(0, str(tmp_path))
    try:
        assert plugins.find() == ["a"]
    finally:
        sys.path.pop(0)


@pytest.fixture
def ledger():
    sys.modules["ledger"] = Mock()
    yield
    del sys.modules["ledger"]


@pytest.fixture(autouse=True)
def begins_without_orders():
    sys.modules.pop("orders", None)


def test_ends_without_plugin():
    assert plugins.find() == ["a"]
    sys.modules.pop("plugin_a", None)


def test_reads_only():
    assert plugins.named(sys.modules["billing"], sys.path[0], sys.argv) == ["a"]
