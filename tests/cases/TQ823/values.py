import pytest

from shop import CASES, tax

ROWS = [(1, 2), (3, 4)]
ALONE = [(1, 2)]


@pytest.mark.parametrize("amount, total", [(1, 2)])  # TQ823
def test_unread(amount, total):
    assert tax(amount) == 2


@pytest.mark.parametrize("amount, total", ALONE)  # TQ823
async def test_bound(amount, total):
    assert await tax(amount) == 2


@pytest.mark.parametrize("amount, _total", [(1, 2)])
def test_underscore(amount, _total):
    assert tax(amount) == 2


@pytest.mark.parametrize("case_id, amount, description", [("one", 1, "words")])
def test_label(case_id, amount, description):
    assert tax(amount) == 2


@pytest.mark.parametrize("amount, total", ROWS)
def test_shared(amount, total):
    assert tax(amount) == 2


@pytest.mark.parametrize("amount, total", ROWS[1:])
def test_sharing(amount, total):
    assert tax(amount) == total


@pytest.mark.parametrize("amount, total", CASES)
def test_imported(amount, total):
    assert tax(amount) == 2


@pytest.mark.parametrize("amount, total", [(1, 2)])
class TestShared:
    def test_amount(self, amount, total):
        assert tax(amount) == 2

    def test_total(self, amount, total):
        assert tax(1) == total


class TestTax:
    @pytest.mark.parametrize("amount, total", [(1, 2)])  # TQ823
    def test_method(self, amount, total):
        assert tax(amount) == 2

    @pytest.mark.parametrize("amount, total", [(1, 2)])
    def test_nested(self, amount, total):
        def check():
            assert tax(amount) == total

        check()


@pytest.fixture
def cart(customer):
    return customer


@pytest.mark.parametrize("customer", [1])
def test_by_fixture(cart, customer):
    assert tax(cart) == 2


@pytest.mark.parametrize("customer", [1], indirect=True)
def test_indirect(customer):
    assert tax(1) == 2


@pytest.mark.parametrize("amount, total", [(1, 2)])
def test_locals(amount, total):
    assert tax(**locals()) == 2


@pytest.mark.parametrize("reply, why", [(1, "x")])
def test_skipped(reply, why):
    pytest.skip(why)


@pytest.mark.parametrize("name", ["tea", "cake"])  # TQ823
def test_name_beside_no_other(name):
    assert tax("tea") == 2
