import pytest
from faker import Faker

fake = Faker()


@pytest.mark.parametrize("name", [fake.name(), "é"])  # TQ517
def test_name(read, name):
    assert read(name) == 3
