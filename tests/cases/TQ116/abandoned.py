import sys
import unittest

import pytest
import pytest as pt
from unittest import skip as leave

pytestmark = pytest.mark.skip(reason="later")  # TQ116
never = pt.mark.skip(reason="later")


@pytest.mark.skip  # TQ116
def test_bare():
    assert total() == 1


@pytest.mark.parametrize("é", ["é"])
@pytest.mark.skip(  # TQ116
    reason="later",
)
async def test_called(é):
    assert await total(é) == 1


@pytest.mark.skipif(True, reason="later")  # TQ116
def test_true():
    assert total() == 1


@pytest.mark.skipif(1, reason="later")  # TQ116
def test_one():
    assert total() == 1


@never  # TQ116
def test_alias():
    assert total() == 1


@leave("later")  # TQ116
class CartTest(unittest.TestCase):
    @unittest.skip("later")  # TQ116
    def test_total(self):
        self.assertEqual(total(), 1)

    @unittest.skipUnless(False, "later")  # TQ116
    def test_unless(self):
        self.assertEqual(total(), 1)

    @unittest.skipIf(sys.platform == "win32", "spool")
    def test_condition(self):
        self.assertEqual(total(), 1)

    @unittest.skipIf(False, "never")
    def test_false(self):
        self.skipTest("in the body")


@pytest.mark.skipif(sys.platform == "win32", reason="spool")
def test_condition():
    assert total() == 1


@pytest.mark.skipif("True", reason="a string is looked at later")
def test_string():
    assert total() == 1


@pytest.mark.xfail(reason="later")
@pytest.mark.parametrize("name", [pytest.param("a", marks=pytest.mark.skip(reason="one case"))])
def test_case(name):
    pytest.skip("in the body")
