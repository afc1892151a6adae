import pytest

import till


@pytest.fixture
def drawer():
    return till.Drawer()


@pytest.fixture
def ledger(drawer):
    return till.Ledger(drawer)
