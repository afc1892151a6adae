import pytest


def pytest_collection_modifyitems(config, items):
    for item in items:
        if "flaky" in item.keywords and not config.getoption("--all"):
            item.add_marker(pytest.mark.skip(reason="only with --all"))


def pytest_itemcollected(item):
    if item.name.endswith("_online") and not item.get_closest_marker("rerun"):
        item.add_marker(pytest.mark.rerun(2))
