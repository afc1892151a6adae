import pytest

from shop import tax


@pytest.mark.skips
@pytest.mark.xfails
@pytest.mark.skipfi  # TQ825
def test_tax():
    assert tax(1) == 1
