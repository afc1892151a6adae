from contextlib import nullcontext

import pytest

from shop import Refused, RefusedError, tax


@pytest.mark.parametrize("amount, expected", [(1, 2), (-1, ValueError)])  # TQ828
def test_mixed(amount, expected):
    if expected is ValueError:
        with pytest.raises(expected):
            tax(amount)
    else:
        assert tax(amount) == expected


@pytest.mark.parametrize("amount, error", [(1, None), (-1, RefusedError)])  # TQ828
async def test_none(amount, error):
    if error:
        with pytest.raises(error):
            await tax(amount)


@pytest.mark.parametrize("amount, expected", [(1, 2), (-1, ValueError)])
def test_without_branch(amount, expected):
    assert tax(amount, expected) == 1


@pytest.mark.parametrize("amount, error", [(1, KeyError), (-1, ValueError)])
def test_errors_only(amount, error):
    if amount:
        with pytest.raises(error):
            tax(amount)


@pytest.mark.parametrize("amount, expected", [(1, nullcontext(2)), (-1, pytest.raises(ValueError))])
def test_contexts(amount, expected):
    with expected:
        assert tax(amount) == 1


@pytest.mark.parametrize("error, expected", [(ValueError, 2), (KeyError, 3)])
def test_columns(error, expected):
    if expected:
        assert tax(error) == expected
