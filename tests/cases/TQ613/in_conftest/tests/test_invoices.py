import pytest

from billing import invoices


@pytest.fixture
def overridden():
    return []


def test_append(lines):
    lines.append(1)  # TQ613
    assert invoices.total(lines) == 1


def test_overridden(overridden):
    overridden.append(1)
    assert invoices.total(overridden) == 1
