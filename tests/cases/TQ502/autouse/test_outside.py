from datetime import datetime


def test_open(shop):
    assert shop.open(datetime.now()) == 1  # TQ502
