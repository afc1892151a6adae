def pytest_pycollect_makeitem(collector, name, obj):
    return None
