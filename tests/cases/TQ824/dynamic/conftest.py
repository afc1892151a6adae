MARKS = ["a", "b"]


def pytest_configure(config):
    for mark in MARKS:
        config.addinivalue_line("markers", mark)
