import pytest
from tests.checks.sums import assert_sum


def test_wrong_sum_is_refused():
    with pytest.raises(AssertionError):
        assert_sum([1])
