def pytest_collect_file(file_path, parent):
    return None
