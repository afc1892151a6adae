"""Fixes of the mock rules: what they write, and where there is only the finding."""

from __future__ import annotations

import ast
import textwrap

import pytest

from flake8_testquality.registry import rule_named
from tests.test_fixes import fixed

HEAD = "from unittest import mock\nfrom unittest.mock import Mock, call, patch\n"
HEAD += "import shop\nfrom shop import Client, run\n\n\n"
FIXES = [
    # code, before, after
    ("TQ406", "m = Mock()\n    run(m)\n    assert m.called", "m = Mock()\n    run(m)\n    m.assert_called()"),
    ("TQ406", "é = Mock(); run(é); assert é.a.call_count >= 1  # é", "é = Mock(); run(é); é.a.assert_called()  # é"),
    ("TQ406", "m = Mock()\n    assert (\n        m.called\n    )", "m = Mock()\n    m.assert_called()"),
    ("TQ406", "m = mock.AsyncMock()\n    assert m.await_count > 0", "m = mock.AsyncMock()\n    m.assert_awaited()"),
    ("TQ406", "m = Mock()\n    assert 0 < m['é'](x=1).call_count", None),
    ("TQ406", "m = Mock()\n    assert m.called, 'why'", None),
    ("TQ406", "m = Mock()\n    assert m.called and run(m)", None),
    ("TQ406", "m = Mock()\n    assert (  # why\n        m.called)", None),
    ("TQ406", "m = Mock()\n    assert (m\n        .a.called)", None),
    ("TQ407", "m = Mock(return_values=3)", "m = Mock(return_value=3)"),
    ("TQ407", "é = 'é'; m = Mock(sepc=Client, side_effects=[é])", "é = 'é'; m = Mock(spec=Client, side_effect=[é])"),
    ("TQ407", "m = Mock(auto_spec=Client)", "m = Mock(spec=Client)"),
    ("TQ407", "m = patch('shop.a', auto_spec = True)", "m = patch('shop.a', autospec = True)"),
    (
        "TQ407",
        "m = Mock(  # why\n        autospect=Client,  # what\n    )",
        "m = Mock(  # why\n        spec=Client,  # what\n    )",
    ),
    ("TQ407", "m = Mock(spec=Client, auto_spec=True)", None),
    ("TQ407", "m = Mock(auto_spec=True)", None),
    ("TQ407", "m = patch('shop.a', return_value=1, return_values=2)", None),
    ("TQ411", "m = Mock()\n    m.assert_has_calls(call(1))", "m = Mock()\n    m.assert_has_calls([call(1)])"),
    (
        "TQ411",
        "m = Mock()\n    m.assert_has_calls(call(1), call(2))",
        "m = Mock()\n    m.assert_has_calls([call(1), call(2)])",
    ),
    (
        "TQ411",
        "m = Mock()\n    m.assert_has_calls(  # why\n        call('é'),  # first\n        any_order=True)",
        "m = Mock()\n    m.assert_has_calls(  # why\n        [call('é')],  # first\n        any_order=True)",
    ),
    ("TQ411", "m = Mock()\n    assert m.mock_calls == call.a(1)", "m = Mock()\n    assert m.mock_calls == [call.a(1)]"),
    ("TQ411", "m = Mock()\n    assert (call(1)) == m.mock_calls", "m = Mock()\n    assert ([call(1)]) == m.mock_calls"),
    (
        "TQ411",
        "m = Mock(); c = call(1)\n    m.assert_has_calls(calls=c)",
        "m = Mock(); c = call(1)\n    m.assert_has_calls(calls=[c])",
    ),
    ("TQ411", "m = Mock()\n    assert m.mock_calls != call(1)", None),
    ("TQ411", "m = Mock()\n    assert not m.mock_calls == call(1)", None),
    (
        "TQ413",
        "with patch('shop.a', lambda *_: 'é'):\n        run()",
        "with patch('shop.a', return_value='é'):\n        run()",
    ),
    (
        "TQ413",
        "with patch.object(shop, 'a', new=lambda: (1, -2), create=True):\n        run()",
        "with patch.object(shop, 'a', return_value=(1, -2), create=True):\n        run()",
    ),
    (
        "TQ413",
        "x = run()\n    with patch('shop.a', lambda: x):\n        run()",
        "x = run()\n    with patch('shop.a', return_value=x):\n        run()",
    ),
    ("TQ413", "with patch('shop.a', lambda: []):\n        run()", None),
    ("TQ413", "with patch('shop.a', lambda: x):\n        x = run()", None),
    ("TQ413", "with patch('shop.a', lambda: 3, None):\n        run()", None),
    ("TQ413", "with patch.object(Client, '__init__', lambda self: None):\n        run()", None),
    (
        "TQ413",
        "with patch.object(Late, 'a', lambda self: 3):\n        pass\n\n\nclass Late:\n    async def a(s): pass",
        None,
    ),
    (
        "TQ413",
        "with patch.object(Soon, 'a', lambda self: 3):\n        pass\n\n\nclass Soon:\n    def a(self):\n        pass",
        "with patch.object(Soon, 'a', return_value=3):\n        pass\n\n\nclass Soon:\n    def a(self):\n        pass",
    ),
    ("TQ413", "with patch('shop.a', (lambda: 3)):\n        run()", None),
    (
        "TQ413",
        "with patch('shop.a',  # why\n            lambda: 3):\n        run()",
        "with patch('shop.a',  # why\n            return_value=3):\n        run()",
    ),
]


@pytest.mark.parametrize(("code", "before", "after"), FIXES)
def test_fix_writes_the_better_form_or_nothing(code: str, before: str, after: str | None) -> None:
    rule = rule_named(code)
    assert rule is not None
    assert rule.fix == "safe"
    text = f"{HEAD}def test_x():\n    {before}\n"
    wanted = text if after is None else f"{HEAD}def test_x():\n    {after}\n"
    result = fixed(text, rule)
    ast.parse(result)
    assert result == wanted


def test_fix_of_a_decorator_keeps_its_arguments() -> None:
    rule = rule_named("TQ413")
    assert rule is not None
    text = HEAD + textwrap.dedent("""
        @patch("shop.a", lambda: 3)
        def test_x():
            run()
    """)
    assert fixed(text, rule) == text
