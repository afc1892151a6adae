import locale

import mint.rates
from mint import rates, table
from mint.rates import Mint, price


def test_code_throws_a_stale_cache_away():
    locale._cached = {"stale": True}
    table.rows = ["stale"]
    assert price(3) == 3


def test_code_loads_again():
    rates.rates = {"stale": True}
    assert rates.reload() == {"EUR": 1}
    mint.rates.rates = {"stale": True}
    assert mint.rates.load() == {"EUR": 1}


def test_constructor_sets_it():
    table.limit = 99
    assert Mint().close() is None


def test_nothing_is_called_behind():
    assert price(3) == 3
    table.rows = ["stale"]  # TQ607
    assert table.rows


def test_code_keeps_what_it_finds():
    rates.client = object()  # TQ607
    assert rates.connection() is rates.client


def test_code_sets_it_only_where_it_is_empty():
    table.rows = ["stale"]  # TQ607
    assert rates.looked_up("EUR") == ["stale"]


def test_name_of_a_function_of_its_own():
    rates.rates = {"stale": True}  # TQ607
    assert rates.local() == {"USD": 2}


def test_other_attribute():
    table.owner = "mint"  # TQ607
    assert price(3) == 3


def test_code_sets_it_only_sometimes():
    table.rows = ["stale"]  # TQ607
    assert rates.changed("rates.txt") is None


def test_code_returns_before_it_sets_it():
    table.rows = ["stale"]  # TQ607
    assert rates.refreshed(force=False) == ["stale"]


def test_code_loads_again_only_sometimes():
    rates.rates = {"stale": True}  # TQ607
    assert rates.synced("rates.txt") == {"stale": True}


def test_code_adds_to_it():
    table.rows = ["stale"]  # TQ607
    assert rates.grown("EUR") == ["stale", "EUR"]


def test_code_takes_it_away_where_there_is_one():
    rates.client = connected("EUR")
    assert rates.disconnect() is None
    table.rows = ["stale"]
    assert rates.emptied() == []


def test_there_is_none_to_take_away():
    table.limit = 0  # TQ607
    assert rates.emptied() == []
