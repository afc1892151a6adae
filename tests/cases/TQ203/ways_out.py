import pytest

from shop import Cart, offers


def test_an_apple_is_on_offer():
    for offer in offers():
        if offer.fruit == "apple":
            assert True
            return
    assert False


def test_an_apple_may_be_on_offer():
    for offer in offers():
        if offer.fruit == "apple":
            assert True  # TQ203
            return
    assert len(offers()) > 3


def test_a_pear_is_on_offer():
    for offer in offers():
        if offer.fruit == "pear":
            assert True
            break
    else:
        pytest.fail("no pear")


def test_a_pear_may_be_on_offer():
    for offer in offers():
        if offer.fruit == "pear":
            assert True  # TQ203
            break
    else:
        print("no pear")


def test_one_of_three():
    cart = Cart()
    if cart.is_open:
        assert True
    elif cart.is_paid:
        assert True
    else:
        pytest.fail("neither open nor paid")


def test_one_of_two():
    cart = Cart()
    if cart.is_open:
        assert True  # TQ203
    elif cart.is_paid:
        assert True  # TQ203
    else:
        print("neither open nor paid")


def test_state():
    match Cart().state:
        case "open":
            assert True
        case _:
            pytest.fail("must be open")


def test_any_state():
    match Cart().state:
        case "open":
            assert True  # TQ203
        case _:
            print("not open")


def test_stone_is_refused_in_the_end():
    try:
        Cart().add("stone")
        pytest.fail("a stone must not be sold")
    except ValueError:
        assert True
        return


def test_apples_arrive_in_time(clock):
    while True:
        if "apple" in offers():
            assert True
            break
        if clock.is_late():
            pytest.fail("no apples")


def test_apples_arrive_some_time(clock):
    while True:
        if "apple" in offers():
            assert True  # TQ203
            break
        if clock.is_late():
            print("no apples")
            return
