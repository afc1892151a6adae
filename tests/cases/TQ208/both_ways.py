from shop import Cart, Price


def test_prices_meet():
    price, other, number = Price(3), Price(4), 3
    price + other; other + price
    price == other; other == price; price == number; number == price
    assert (price + other).amount == 7


def test_one_way():
    cart, price = Cart("apple"), Price(3)
    cart.total == price; cart.count == 1  # TQ208
    assert cart.owner == "ada"
