import sys
import unittest
import unittest as ut
from unittest import SkipTest, skip, skipIf, skipUnless

import pytest
import pytest as pt
from pytest import mark, param

pytestmark = [mark.slow, mark.skip]  # TQ115

later = pytest.mark.skip(reason="later")
bare = mark.skip
windows = mark.skipif(sys.platform == "win32")  # TQ115


@pytest.mark.skip  # TQ115
def test_bare():
    assert total() == 1


@mark.skip()  # TQ115
def test_called():
    assert total() == 1


@pt.mark.skip(reason="")  # TQ115
async def test_empty():
    assert await total() == 1


@pytest.mark.parametrize("é", ["é"])
@pytest.mark.skipif(  # TQ115
    sys.platform == "win32",
)
def test_condition(é):
    assert total(é) == 1


@bare  # TQ115
def test_alias():
    assert total() == 1


@pytest.mark.parametrize(  # TQ115
    "name",
    [
        param("a", marks=pytest.mark.skip),
        pytest.param("b", marks=[mark.slow, mark.skipif(sys.platform == "win32")]),
        pytest.param("c", marks=mark.skip("why")),
    ],
)
def test_param(name):
    assert total(name) == 1


def test_in_body(cart):
    if not cart:
        pytest.skip()  # TQ115
    if cart == 1:
        pt.skip("  ")  # TQ115
    if cart == 2:
        raise unittest.SkipTest  # TQ115
    if cart == 3:
        raise SkipTest()  # TQ115
    assert cart.total == 1


@skip  # TQ115
class BareTest(unittest.TestCase):
    pytestmark = mark.skip  # TQ115

    @ut.skip("")  # TQ115
    def test_empty(self):
        self.assertEqual(total(), 1)

    @skipIf(sys.platform == "win32", "")  # TQ115
    def test_condition(self):
        if total():
            self.skipTest("")  # TQ115
        self.assertEqual(total(), 1)

    @skipUnless(sys.platform == "win32", "only there")
    def test_reason(self):
        self.skipTest("why")
        self.skipTest(reason="why")

    @unittest.skip("why")
    def test_skipped(self):
        raise SkipTest("why")

    @unittest.expectedFailure
    def test_fails(self):
        self.assertEqual(total(), 1)


@later
def test_later():
    assert total() == 1


@pytest.mark.skip("why")
def test_positional():
    assert total() == 1


@pytest.mark.skipif(sys.platform == "win32", reason="why")
def test_reason():
    assert total() == 1


@pytest.mark.skipif("sys.platform == 'win32'")
def test_string():
    assert total() == 1


@pytest.mark.skipif(False, reason="")
def test_never_skipped():
    assert total() == 1


@pytest.mark.skip(reason=REASON)
def test_named_reason():
    assert total() == 1


@pytest.mark.skip(**OPTIONS)
def test_hidden_reason():
    assert total() == 1


@pytest.mark.xfail
def test_xfail():
    pytest.skip("why")
    pytest.skip(reason="why")
    pytest.skip(msg="why")
    pytest.importorskip("numpy")
    other.skip()


CONDITION = "sys.platform == 'größe'"
PLATFORM = sys.platform == "größe"


@pytest.mark.skipif(CONDITION)
def test_named_condition_in_a_string():
    assert total() == 1


@pytest.mark.skipif(PLATFORM)  # TQ115
def test_named_condition():
    assert total() == 1
