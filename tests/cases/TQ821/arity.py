import pytest

from shop import tax

ROWS = [(1, 2), (1, 2, 3)]
PAIR = (1, 2)


@pytest.mark.parametrize("amount, total", [(1, 2), (1,)])  # TQ821
def test_fewer(amount, total):
    assert tax(amount) == total


@pytest.mark.parametrize(("amount", "total"), [[1, 2, 3]])  # TQ821
def test_more(amount, total):
    assert tax(amount) == total


@pytest.mark.parametrize("amount, total", [pytest.param(1, 2, id="a"), pytest.param(1, marks=pytest.mark.slow)])  # TQ821
def test_param(amount, total):
    assert tax(amount) == total


@pytest.mark.parametrize(argnames="amount, total", argvalues=[(1, 2), 3])  # TQ821
def test_number(amount, total):
    assert tax(amount) == total


@pytest.mark.parametrize("amount, total", ROWS)  # TQ821
def test_bound(amount, total):
    assert tax(amount) == total


@pytest.mark.parametrize("amount", [pytest.param(1, 2)])  # TQ821
def test_single_param(amount):
    assert tax(amount) == 1


@pytest.mark.parametrize(["amount"], [(1, 2)])  # TQ821
def test_list_of_one(amount):
    assert tax(amount) == 1


@pytest.mark.parametrize("amount", [(1, 2), (1, 2, 3), "abc", [], 1])
def test_single(amount):
    assert tax(amount) == 1


@pytest.mark.parametrize("amount,", [(1, 2)])
def test_comma(amount):
    assert tax(amount) == 1


@pytest.mark.parametrize(("amount",), [(1,), [2]])
def test_tuple_of_one(amount):
    assert tax(amount) == 1


@pytest.mark.parametrize("amount, total", [PAIR, (1, 2), (*PAIR,), tuple(PAIR), "ab"])
def test_not_literal(amount, total):
    assert tax(amount) == total


@pytest.mark.parametrize("amount, total", [(x, x) for x in range(3)])
def test_comprehension(amount, total):
    assert tax(amount) == total


@pytest.mark.parametrize("amount, total", [(1, 2)] + [(3,)])  # TQ821
def test_sum(amount, total):
    assert tax(amount) == total


@pytest.mark.parametrize("amount, total", [(1, 2, 3)])  # TQ821
class TestTax:
    def test_tax(self, amount, total):
        assert tax(amount) == total


@pytest.mark.parametrize(("amount",), [10, 20])  # TQ821
def test_names_in_a_tuple_want_rows(amount):
    assert tax(amount) == 2


@pytest.mark.parametrize("amount,", [10, 20])
def test_one_name_with_a_comma(amount):
    assert tax(amount) == 2


@pytest.mark.parametrize("amount, total", [-1])  # TQ821
def test_negative_number_is_no_row(amount, total):
    assert tax(amount) == total


class TestHelpers:
    @pytest.mark.parametrize("amount, wanted", [(1, 2, 3)])
    def check(self, amount, wanted):
        assert tax(amount) == wanted

    @pytest.mark.parametrize("amount, wanted", [(1, 2, 3)])  # TQ821
    def test_check(self, amount, wanted):
        self.check(amount, wanted)


@pytest.mark.parametrize("amount, wanted", [(1, 2, 3)])
def check_tax(amount, wanted):
    assert tax(amount) == wanted
