def pytest_configure(config):
    config.addinivalue_line("python_files", "*.py")
