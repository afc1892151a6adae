from shop import till  # TQ719


def test_tea():
    assert till.sell("tea", 500) == 500


def test_cake():
    assert till.sell("größe", price=450) == 450


def test_milk():
    total = till.sell("milk", 401)  # not a price of 403
    assert total == 401


def test_closing():
    # what the client sees as a 404 is tested elsewhere
    assert till.close() == 0


def test_opening():
    assert till.open() == 599
