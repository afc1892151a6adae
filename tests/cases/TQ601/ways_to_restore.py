import contextlib
import os
import unittest
from unittest import mock
from unittest.mock import patch

import pytest

from billing import config
from billing.testing import in_clean_process, preserved


def test_monkeypatch(monkeypatch):
    monkeypatch.setenv("A", "1")
    os.environ["A"] = "2"
    assert config.read("A") == "2"


def test_monkeypatch_whole(monkeypatch):
    monkeypatch.setattr(os, "environ", {})
    os.environ["A"] = "2"
    assert config.read("A") == "2"


def test_patch_dict():
    with patch.dict(os.environ, clear=True):
        os.environ["A"] = "1"
        assert config.read("A") == "1"


def test_patch_dict_by_name():
    with mock.patch.dict("os.environ"):
        os.environ["A"] = "1"
        assert config.read("A") == "1"


@mock.patch.dict(os.environ)
def test_patch_dict_on_top():
    os.environ["A"] = "1"
    assert config.read("A") == "1"


def test_mocker(mocker):
    mocker.patch.dict(os.environ)
    os.environ["A"] = "1"
    assert config.read("A") == "1"


def test_finally():
    before = dict(os.environ)
    os.environ["A"] = "1"
    try:
        assert config.read("A") == "1"
    finally:
        os.environ.clear()
        os.environ.update(before)


def test_finally_of_the_same_entry():
    try:
        os.environ["A"] = "1"
        assert config.read("A") == "1"
    finally:
        del os.environ["A"]


def put_back(before):
    os.environ.clear()
    os.environ.update(before)


def test_finally_by_a_helper():
    before = dict(os.environ)
    try:
        os.environ["A"] = "1"
        assert config.read("A") == "1"
    finally:
        put_back(before)


def test_exit_stack():
    with contextlib.ExitStack() as stack:
        stack.callback(os.environ.pop, "A")
        os.environ["A"] = "1"
        assert config.read("A") == "1"


def test_block_out_of_sight():
    with preserved():
        os.environ["A"] = "1"
        assert config.read("A") == "1"


@in_clean_process
def test_decorator_out_of_sight():
    os.environ["A"] = "1"
    assert config.read("A") == "1"


def test_fixture_out_of_sight(clean_environment):
    os.environ["A"] = "1"
    assert config.read("A") == "1"


@pytest.fixture
def region():
    os.environ["A"] = "1"
    yield "1"
    del os.environ["A"]


@pytest.fixture
def region_with_finalizer(request):
    os.environ["A"] = "1"
    request.addfinalizer(lambda: os.environ.pop("A"))
    return "1"


@pytest.fixture
def region_with_function(request):
    os.environ["A"] = "1"

    def remove():
        del os.environ["A"]

    request.addfinalizer(remove)


@pytest.fixture
def variables():
    with patch.dict(os.environ):
        os.environ["A"] = "1"
        yield os.environ


def test_fixture_that_restores(variables):
    os.environ["B"] = "1"
    assert config.read("B") == "1"


class WithTearDown(unittest.TestCase):
    def setUp(self):
        self.before = dict(os.environ)
        os.environ["A"] = "1"

    def tearDown(self):
        os.environ.clear()
        os.environ.update(self.before)

    def test_read(self):
        os.environ["B"] = "1"
        self.assertEqual(config.read("A"), "1")


class InheritedTests(WithTearDown):
    def test_other(self):
        os.environ["C"] = "1"
        self.assertEqual(config.read("C"), "1")


class WithCleanup(unittest.TestCase):
    def setUp(self):
        os.environ["A"] = "1"
        self.addCleanup(os.environ.pop, "A", None)

    def test_function(self):
        self.addCleanup(put_back, dict(os.environ))
        os.environ["B"] = "1"
        self.assertEqual(config.read("B"), "1")

    def test_method(self):
        self.addCleanup(self.remove, "B")
        os.environ["B"] = "1"
        self.assertEqual(config.read("B"), "1")

    def remove(self, name):
        os.environ.pop(name)

    def test_helper_that_registers(self):
        self.set("B", "1")
        os.environ["B"] = "2"
        self.assertEqual(config.read("B"), "2")

    def set(self, name, value):
        self.addCleanup(os.environ.pop, name)
        os.environ[name] = value


class WithStartedPatch(unittest.TestCase):
    def setUp(self):
        patcher = patch.dict(os.environ, {"A": "1"})
        patcher.start()
        self.addCleanup(patcher.stop)

    def test_read(self):
        os.environ["B"] = "1"
        self.assertEqual(config.read("B"), "1")


class WithClassCleanup(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        os.environ["A"] = "1"
        cls.addClassCleanup(os.environ.pop, "A")

    def test_read(self):
        self.assertEqual(config.read("A"), "1")


class WithContext(unittest.TestCase):
    def setUp(self):
        self.enterContext(patch.dict(os.environ))
        os.environ["A"] = "1"

    def test_read(self):
        self.assertEqual(config.read("A"), "1")


class BaseOutOfSight(preserved.Base):
    def test_read(self):
        os.environ["A"] = "1"
        assert config.read("A") == "1"


def test_no_change():
    os.environ.get("A")
    environment = {**os.environ, "A": "1"}
    environment["B"] = "2"
    assert config.read_from(environment) == "1"


def helper():
    os.environ["A"] = "1"


def test_callback_that_may_never_run(server):
    def on_start():
        os.environ["A"] = "1"

    server.start(on_start)
    assert server.started
