import pytest

from shop import open_orders
from tests.deciding import flaky, rerun, retry


def retried(function):
    function.ticket = 17
    return function


@pytest.mark.flaky
def test_mark_that_is_read_by_the_conftest():
    assert open_orders("日本") == []


@pytest.mark.flaky(reruns=2)  # TQ510
def test_mark_of_a_plugin():
    assert open_orders("日本") == []


@pytest.mark.rerun  # TQ510
def test_mark_that_the_conftest_gives_to_others():
    assert open_orders("日本") == []


@pytest.mark.retry  # TQ510
def test_mark_that_is_read_by_a_plugin():
    assert open_orders("日本") == []


@flaky(17)
def test_skipped_unless_asked_for():
    assert open_orders("日本") == []


@retried
def test_ticket():
    assert open_orders("日本") == []


@retry(3)  # TQ510
def test_loop():
    assert open_orders("日本") == []


@rerun  # TQ510
def test_left_to_another():
    assert open_orders("日本") == []
