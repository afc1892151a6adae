"""Which expressions count as mocks for certain: `Y(...)` marks one, `N(...)` marks what is none or may be another."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from flake8_testquality.model.mock_objects import is_mock
from tests.linting import module_of, module_of_text, write

SUITE = '''
import pytest
from contextlib import ExitStack
from unittest import mock
from unittest.mock import patch, Mock, AsyncMock, create_autospec
import shop.service as service

def make():
    return Mock()

@pytest.fixture
def session():
    given = Mock(spec=int)
    given.x = 5
    yield given

@pytest.fixture
def factory():
    def build():
        return mock.MagicMock()
    return build

@pytest.fixture
def real():
    return connect()

@patch("a.b")
@patch("a.c", new=3)
@patch.object(service, "send")
def test_decorated(send, b, session, factory, real, mocker):
    Y(send), Y(b), Y(session), N(real), Y(factory()), Y(send.foo), Y(send.foo()), N(send.called), N(session.x)
    Y(session.y), Y(make()), Y(service.send), N(service.other)

def test_local(real, mocker):
    m = Mock(foo=3, return_value=4)
    Y(m), N(m.foo), N(m()), Y(m.bar.baz()), N(m.bar.call_args), N(m.assert_called())
    q, s = mocker.patch("x.y"), mocker.spy(service, "z")
    Y(q), Y(s), N(s()), Y(mocker.stub()), Y(mocker.patch.object(service, "k")), Y(create_autospec(int))
    with patch("q") as p, patch("r", new=5) as r, patch("z", new=Mock()) as zz, open("f") as f:
        Y(p), N(r), Y(zz), N(f)
    k = patch("d")
    k2 = k.start()
    Y(k2), N(k)
    obj = real.thing
    obj.cb = Mock()
    Y(obj.cb), N(obj.other)
    a, c = Mock(), 3
    Y(a), N(c)
    z = Mock()
    z = real
    N(z)
    st = patch("y").start()
    st.get.return_value = 5
    st.go.side_effect = [1]
    Y(st), N(st.get()), Y(st.get), N(st.go()), Y(st.go)
    st.configure_mock(size=3, **{"deep.size": 4})
    N(st.size), N(st.deep.size), Y(st.deep)
    with ExitStack() as stack:
        entered = stack.enter_context(patch("o.p"))
        Y(entered), N(stack)
    Y(Mock() if real else Mock()), N(Mock() if real else real), N(Mock(**options()).x)

class TestX:
    def setup_method(self):
        self.m = Mock()
        self.p = patch("z")
        self.started = self.p.start()
        self.n = real()
        self.app.x = Mock()

    def make(self):
        return Mock()

    def test_it(self, session):
        Y(self.m), Y(self.started), N(self.n), Y(self.app.x), Y(self.m.foo), Y(self.make())

        def inner():
            Y(self.m), Y(session)

    def test_another(self):
        self.n = Mock()
        Y(self.n)

@patch("cls.a")
class TestY:
    @patch("cls.b")
    def test_b(self, b, a, other):
        Y(b), Y(a), N(other)

    def helper(self, a):
        N(a)

class TestZ(TestY):
    def test_c(self, b):
        N(b)

async def test_async(x: Mock):
    am = AsyncMock()
    N(am()), Y(await am()), Y(am.foo), Y(x)
'''


PROJECT = {
    "pytest.ini": "[pytest]",
    "tests/__init__.py": "",
    "tests/unit/__init__.py": "",
    "tests/conftest.py": """
        import pytest
        from unittest.mock import Mock

        @pytest.fixture
        def mailer():
            return Mock()
    """,
    "tests/base.py": """
        from unittest import TestCase, mock

        class Base(TestCase):
            def setUp(self):
                self.bus = mock.Mock()

        def build():
            return mock.Mock()
    """,
}
ASKING = """
    from tests.base import Base, build

    def test_a(mailer, other):
        Y(mailer), N(other), Y(build())

    class TestB(Base):
        def test_b(self):
            Y(self.bus), N(self.other)
"""


def doubts(module):
    for scope in module.scopes:
        for call in scope.calls:
            word = call.func.id if isinstance(call.func, ast.Name) else ""
            if word in ("Y", "N") and is_mock(module, scope, call.args[0]) != (word == "Y"):
                yield call.lineno, ast.unparse(call)


def test_mocks_are_told_from_what_may_be_another_object() -> None:
    assert list(doubts(module_of_text(SUITE))) == []


@pytest.mark.parametrize("name", ["tests/unit/test_shop.py"])
def test_fixtures_helpers_and_bases_of_other_files_are_followed(name: str, tmp_path: Path) -> None:
    write(tmp_path, {**PROJECT, name: ASKING})
    module = module_of(tmp_path / name)
    assert len([call for scope in module.scopes for call in scope.calls]) > 5
    assert list(doubts(module)) == []
