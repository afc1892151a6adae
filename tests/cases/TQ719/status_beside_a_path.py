from shop import site


def test_tea():
    assert site.ask("tea") == 200


def test_cake():
    assert site.ask("cake") == 200


def test_milk():
    assert site.ask("milk") == 200


def test_gold():
    site.visit("/gold", 404)  # nobody sells it
    assert site.visits == 1


def test_closing():
    assert site.close() == 0
