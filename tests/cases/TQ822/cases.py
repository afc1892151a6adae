import pytest

from shop import tax


@pytest.mark.parametrize("amount", [1, 2, 1])  # TQ822
def test_number(amount):
    assert tax(amount) == 1


@pytest.mark.parametrize("amount, total", [(1, {"a": [1]}), (1, {"a": [1]})])  # TQ822
def test_nested(amount, total):
    assert tax(amount) == total


@pytest.mark.parametrize("amount", [pytest.param(-1, id="a"), pytest.param(-1, id="b")])  # TQ822
def test_param(amount):
    assert tax(amount) == 1


@pytest.mark.parametrize(argvalues=["ä", "b", "ä"], argnames="name")  # TQ822
class TestName:
    def test_name(self, name):
        assert tax(name) == 1


@pytest.mark.parametrize("amount", [1, 1.0, True, "1", b"1", (1,), [1], None, 0, False, -1])
def test_types(amount):
    assert tax(amount) == 1


@pytest.mark.parametrize("amount", [tax(1), tax(1), object, object, [tax], [tax]])
def test_not_literal(amount):
    assert tax(amount) == 1


@pytest.mark.parametrize("amount", [1, pytest.param(1, marks=pytest.mark.slow)])
def test_marked(amount):
    assert tax(amount) == 1


@pytest.mark.parametrize("amount", [1, 2])
@pytest.mark.parametrize("rate", [1, 2])
def test_stacked(amount, rate):
    assert tax(amount, rate) == 1
