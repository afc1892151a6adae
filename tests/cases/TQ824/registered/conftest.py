import pytest


def pytest_configure(config):
    config.addinivalue_line("markers", "hooked: by hand")
    config.addinivalue_line("markers", f"hooked_too(x): {config}")


def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.hooked if item.originalname else pytest.mark.odd)
        item.add_marker(pytest.mark.odd)  # TQ824
