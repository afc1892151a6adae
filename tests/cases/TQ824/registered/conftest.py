def pytest_configure(config):
    config.addinivalue_line("markers", "hooked: by hand")
    config.addinivalue_line("markers", f"hooked_too(x): {config}")
