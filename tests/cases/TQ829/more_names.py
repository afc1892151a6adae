import pytest

from shop import compute, tax


@pytest.mark.parametrize("operator", "+-*/")
def test_operator(operator):
    assert compute("größe", operator) == 1


@pytest.mark.parametrize("open_bracket", "([{")
def test_bracket(open_bracket):
    assert compute(open_bracket) == 1


@pytest.mark.parametrize("option", "fast")  # TQ829
def test_option(option):
    assert tax(option) == 1
