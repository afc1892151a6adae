import pytest

from shop import checkout


def test_lambda():
    with pytest.raises(ValueError):  # TQ222
        lambda: checkout(["apple"])


def test_function():
    with pytest.raises(ValueError):  # TQ222

        def buy():
            checkout(["apple"])


def test_default_is_evaluated():
    with pytest.raises(ValueError):

        def buy(basket=checkout(["apple"])):
            return basket


def test_decorator_is_run():
    with pytest.raises(ValueError):

        @checkout
        def buy():
            return 3
