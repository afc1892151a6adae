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


@pytest.mark.parametrize("server_config", [{"port": 80}, {"port": 81}])
def test_a_fixture_out_of_sight_may_ask_for_it(fetch, server_config):
    assert fetch("/total") == tax(1)


@pytest.mark.parametrize("server_config", [{"port": 80}, {"port": 81}])  # TQ823
def test_known_fixtures_do_not_ask_for_it(tmp_path, mocker, server_config):
    assert tax(tmp_path) == 2


@pytest.mark.parametrize("attempt", range(20))
def test_many_times(attempt):
    assert tax(1) == 2


@pytest.mark.parametrize("amount, attempt", zip(range(20), range(20)))  # TQ823
def test_pairs(amount, attempt):
    assert tax(amount) == 2


@pytest.mark.parametrize("attempt", [0, 1])  # TQ823
def test_written_numbers(attempt):
    assert tax(1) == 2
