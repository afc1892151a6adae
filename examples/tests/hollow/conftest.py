from unittest.mock import MagicMock

import pytest


@pytest.fixture(scope="session")
def price_list():
    return {"Garden": 80, "Attic": 65}


@pytest.fixture
def provider():
    return MagicMock()
