from billing import orders

from .test_named import fixture_ware, stock  # TQ614


def test_ware(ware):
    assert orders.of(ware) == []
