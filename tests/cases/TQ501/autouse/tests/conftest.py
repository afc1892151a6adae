import pytest
from freezegun import freeze_time


@pytest.fixture(autouse=True)
def still():
    with freeze_time("2020-01-01"):
        yield
