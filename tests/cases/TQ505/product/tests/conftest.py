import time

import pytest


@pytest.fixture
def settled():
    time.sleep(1)  # TQ505
