import sys
import unittest

import pytest
import pytest as pt
from pytest import mark

pytestmark = mark.xfail  # TQ118

known = pytest.mark.xfail(reason="known")  # TQ118


@pytest.mark.xfail  # TQ118
def test_bare():
    assert total() == 1


@mark.xfail(reason="日本")  # TQ118
async def test_reason():
    assert await total() == 1


@pytest.mark.slow
@pt.mark.xfail(  # TQ118
    raises=ValueError,
)
def test_raises():
    assert total() == 1


@pytest.mark.xfail(strict=False)  # TQ118
def test_not_strict():
    assert total() == 1


@pytest.mark.parametrize(  # TQ118
    "name",
    [
        pytest.param("a", marks=pytest.mark.xfail),
        pytest.param("b", marks=[mark.xfail(reason="b")]),
    ],
)
def test_param(name):
    assert total(name) == 1


@mark.xfail()  # TQ118
class TestCart:
    def test_total(self):
        assert total() == 1


@known
def test_known():
    assert total() == 1


@pytest.mark.xfail(strict=True)
def test_strict():
    assert total() == 1


@pytest.mark.xfail(strict=STRICT)
def test_named_strict():
    assert total() == 1


@pytest.mark.xfail(strict=False, reason="depends on the machine")
def test_reasoned():
    assert total() == 1


@pytest.mark.xfail(reason="hangs", run=False)
def test_not_run():
    assert total() == 1


@pytest.mark.xfail(sys.platform == "win32", reason="spool")
def test_condition():
    assert total() == 1


@pytest.mark.xfail(condition=sys.platform == "win32", reason="spool")
def test_keyword_condition():
    assert total() == 1


@pytest.mark.xfail(**OPTIONS)
def test_hidden():
    assert total() == 1


def test_call(request, cart):
    if cart:
        request.node.add_marker(pytest.mark.xfail(reason="full"))
    pytest.xfail("stops here")


CASES = [pytest.param(name, marks=pytest.mark.xfail) if name in KNOWN else name for name in NAMES]


class CartTest(unittest.TestCase):
    @unittest.expectedFailure
    def test_total(self):
        self.assertEqual(total(), 1)


def test_marked_in_the_body(request):
    request.node.add_marker(pytest.mark.xfail)  # TQ118
    request.applymarker(mark.xfail)  # TQ118
    if sys.platform == "win32":
        request.node.add_marker(pytest.mark.xfail)
    assert total() == 1
