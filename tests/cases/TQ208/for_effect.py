from shop import Cart, LazyShelf


def test_lazy_shelf():
    shelf = LazyShelf("fruit")
    "apple" in shelf  # triggers loading
    assert shelf.is_loaded


def test_prices_stay():
    price = Cart("apple").price
    price == 1
    1 == price
    assert price.amount == 3


def test_two_prices():
    price, other = Cart("apple").price, Cart("pear").price
    price == 1  # TQ208
    1 == other  # TQ208
    assert price.amount == 3


def test_total():
    cart = Cart("apple")
    cart.total == 3  # TQ208
    cart.count == 1  # the apple  # TQ208
    assert cart.owner == "ada"


def test_fruit_has_an_order():
    # the answers do not matter
    Cart("apple") < Cart("pear")
    Cart("apple") > Cart("pear")


def test_fruit_is_ordered():
    # the message only shows once a run
    Cart("apple") < Cart("pear")  # TQ208
