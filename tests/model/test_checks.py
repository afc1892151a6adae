"""Whether a test checks anything, as a fact of its own; and the fixes of the rules that found an unmade check."""

from __future__ import annotations

import ast
import textwrap

import pytest

from flake8_testquality import engine
from flake8_testquality.model.checks import checking_calls, checks, checks_around, checks_inside
from flake8_testquality.registry import rule_named
from flake8_testquality.settings import Settings
from tests.linting import module_of_text

HELPERS = '''
import pytest


def run_case(cart):
    cart.pay()


def compare(cart):
    assert cart.paid


@pytest.fixture
def watched():
    yield
    assert True is not None


'''


def only_test(body, **settings):
    module = module_of_text(HELPERS + textwrap.dedent(body), Settings(profile="strict", values=settings))
    return module.tests[0]


@pytest.mark.parametrize(
    ("body", "inside", "around"),
    [
        ("def test(cart):\n    assert cart.paid\n", True, False),
        ("def test(cart):\n    compare(cart)\n", True, False),
        ("def test(cart):\n    run_case(cart)\n", False, False),
        ("def test(cart, watched):\n    run_case(cart)\n", False, True),
        ("def test(cart, benchmark):\n    benchmark(cart.pay)\n", False, True),
        ("@strange.decorator\ndef test(cart):\n    cart.pay()\n", False, True),
        ("@pytest.mark.slow\ndef test(cart):\n    cart.pay()\n", False, False),
    ],
)
def test_where_a_test_checks(body, inside, around):
    test = only_test(body)
    assert (checks_inside(test), checks_around(test), checks(test)) == (inside, around, inside or around)


@pytest.mark.parametrize("glob", ["run_case", "run_*", "*"])
def test_option_names_helpers_that_check(glob):
    body = "def test(cart):\n    run_case(cart)\n"
    assert checks(only_test(body, **{"tq-assert-helpers": (glob,)}))
    assert not checks(only_test(body, **{"tq-assert-helpers": ("walk_*",)}))


def test_calls_that_check_are_told_apart_from_plain_assertions():
    test = only_test("def test(cart):\n    compare(cart)\n    run_case(cart)\n    assert cart.paid\n")
    assert [call.func.id for call in checking_calls(test) if isinstance(call.func, ast.Name)] == ["compare"]


def test_helpers_that_call_one_another_end():
    rows = "\n\n".join(f"def h{n}(x):\n    h{(n + 1) % 40}(x)\n    h{(n + 7) % 40}(x)" for n in range(40))
    module = module_of_text(rows + "\n\n\ndef test(x):\n    h0(x)\n")
    assert not checks(module.tests[0])


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("TQ208", "cart.total == 'größe'", "assert cart.total == 'größe'"),
        ("TQ208", "(cart.total == 6)", "assert (cart.total == 6)"),
        ("TQ209", "return cart.total == 6", "assert cart.total == 6"),
        ("TQ209", "return True", None),
        ("TQ212", "cart.mail.assert_called_once", "cart.mail.assert_called_once()"),
        ("TQ212", "assert cart.mail.assert_called", "cart.mail.assert_called()"),
        ("TQ212", "cart.mail.assert_called_with", None),
        ("TQ213", "mock_mail.called_once_with(1)", "mock_mail.assert_called_once_with(1)"),
        ("TQ213", "assert mock_mail.called_with(1)", "mock_mail.assert_called_with(1)"),
        ("TQ213", "assert not mock_mail.called_with(1)", None),
        ("TQ232", "pytest.raises(LookupError, cart.redeem('X', 3))", "pytest.raises(LookupError, cart.redeem, 'X', 3)"),
        ("TQ232", "request.addfinalizer(cart.close())", "request.addfinalizer(cart.close)"),
        ("TQ232", "request.addfinalizer(cart.close(1))", "request.addfinalizer(lambda: cart.close(1))"),
    ],
)
def test_fix_makes_the_check_that_was_meant(code, before, after):
    rule = rule_named(code)
    assert rule is not None
    assert rule.fix == "unsafe"
    module = module_of_text(f"import pytest\n\n\ndef test(cart, mock_mail, request):\n    {before}\n")
    (report,) = engine.check(module, (rule,))
    text = module.source.text
    for edit in sorted(report.edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    assert text.splitlines()[4].strip() == (after or before)
    assert bool(report.edits) == (after is not None)


@pytest.mark.parametrize(
    ("before", "after"),
    [("assertTrue(a(), 6)", "assertEqual(a(), 6)"), ("assertFalse(a(), 6)", "assertNotEqual(a(), 6)")],
)
def test_fix_compares_the_two_values(before, after):
    text = f"import unittest\n\n\nclass CartTest(unittest.TestCase):\n    def test_x(self):\n        self.{before}\n"
    rule = rule_named("TQ211")
    assert rule is not None
    module = module_of_text(text)
    ((edit,),) = [report.edits for report in engine.check(module, (rule,))]
    assert after in module.source.text[: edit.start] + edit.text + module.source.text[edit.end :]
