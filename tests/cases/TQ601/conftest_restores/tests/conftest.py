import os

import pytest


@pytest.fixture(scope="session", autouse=True)
def for_the_whole_run():
    os.environ["TZ"] = "UTC"


@pytest.fixture(autouse=True)
def same_environment_after_each_test():
    before = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(before)
