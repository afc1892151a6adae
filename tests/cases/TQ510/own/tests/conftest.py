import pytest


def pytest_collection_modifyitems(config, items):
    for item in items:
        if "flaky" in item.keywords and not config.getoption("--all"):
            item.add_marker(pytest.mark.skip(reason="only with --all"))
