import io
import sys
import unittest
from contextlib import redirect_stdout
from unittest import mock
from unittest.mock import patch

import pytest
from shop import serve


@mock.patch("sys.stdout", new_callable=io.StringIO)
def test_replaced_by_a_decorator(out):
    print("größe")
    assert out.getvalue() == "größe\n"


@patch("builtins.print")
def test_print_replaced(printed):
    print("tea")
    assert printed.call_count == 1


def test_print_replaced_for_a_block():
    with patch("builtins.print") as printed:
        print("tea")
    assert printed.call_count == 1


@patch("shop.till")
def test_something_else_replaced(till):
    print("tea")  # TQ715
    assert serve(till) == 200


@pytest.fixture
def output(capsys):
    return lambda: capsys.readouterr().out


def test_captured_by_a_fixture(output):
    print("tea")
    assert output() == "tea\n"


@pytest.mark.usefixtures("capsys")
def test_captured_by_a_mark():
    print("tea")
    assert serve() == 200


class ServeTest(unittest.TestCase):
    def setUp(self):
        self.out = io.StringIO()
        capture = redirect_stdout(self.out)
        capture.__enter__()
        self.addCleanup(capture.__exit__, None, None, None)

    def test_captured_before(self):
        print("tea")
        self.assertEqual(self.out.getvalue(), "tea\n")


class OtherServeTest(unittest.TestCase):
    def setUp(self):
        self.out = io.StringIO()

    def test_not_captured(self):
        print("tea")  # TQ715
        self.assertEqual(serve(), 200)

    def test_said_where_to(self):
        print("tea", file=sys.stdout)  # TQ715
        print("tea", file=None)  # TQ715
        print("tea", file=self.out)
        self.assertEqual(serve(), 200)
