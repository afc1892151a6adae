import pytest

from shop import tax


@pytest.mark.usefixtures()  # TQ826
def test_called():
    assert tax(1) == 1


@pytest.mark.usefixtures  # TQ826
def test_bare():
    assert tax(1) == 1


@pytest.mark.slow
@pytest.mark.slow  # TQ826
async def test_twice():
    assert await tax(1) == 1


@pytest.mark.skipif(True, reason="x")
@pytest.mark.skipif(True, reason="x")  # TQ826
def test_twice_with_arguments():
    assert tax(1) == 1


@pytest.mark.skipif(True, reason="x")
@pytest.mark.skipif(False, reason="y")
@pytest.mark.usefixtures("a")
@pytest.mark.usefixtures("b")
@pytest.mark.filterwarnings("ignore")
@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("amount", [1])
@pytest.mark.parametrize("rate", [1])
def test_stacked(amount, rate):
    assert tax(amount, rate) == 1


@pytest.mark.parametrize("amount", [1])  # TQ826
class TestNothing:
    def helper(self, amount):
        return tax(amount)


@pytest.mark.parametrize("amount", [1])
class TestSomething:
    def test_tax(self, amount):
        assert tax(amount) == 1


@pytest.mark.parametrize("amount", [1])
class TestOuter:
    class TestInner:
        def test_tax(self, amount):
            assert tax(amount) == 1


@pytest.mark.parametrize("amount", [1])
class TestTaxBase:
    rate = 1


@pytest.mark.parametrize("amount", [1])
class TestShared:
    rate = 1


class TestDerived(TestShared):
    def test_tax(self, amount):
        assert tax(amount) == 1


@pytest.mark.slow
class TestSlow:
    @pytest.mark.slow
    def test_tax(self):
        assert tax(1) == 1


@pytest.mark.parametrize("book", ["a"])  # TQ826
class Shelf:
    limit = 3
