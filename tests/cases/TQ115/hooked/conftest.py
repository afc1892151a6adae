import pytest
from pytest import mark


def pytest_collection_modifyitems(items):
    later = mark.skip(reason="comes with 2.0")
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(pytest.mark.skip)  # TQ115
        if "net" in item.keywords:
            item.add_marker(mark.skip())  # TQ115
        if "later" in item.keywords:
            item.add_marker(later)
        item.add_marker(pytest.mark.slow)
        item.add_marker("skip")
