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


def test_named_lambda():
    with pytest.raises(ValueError):  # TQ222
        buy = lambda: checkout(["äpfel"])


def test_lambda_with_a_default():
    with pytest.raises(ValueError):
        buy = lambda basket=checkout(["apple"]): basket
