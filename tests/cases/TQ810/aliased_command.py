import pytest
from django.core.management import call_command as run


@pytest.fixture
def schema():
    run("migrate", "shop")  # TQ810


@pytest.fixture
def rows():
    run("loaddata", "shop")
