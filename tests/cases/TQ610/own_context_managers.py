import os
from contextlib import contextmanager
from pathlib import Path

from billing import reports


@contextmanager
def inside(folder):
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


class Inside:
    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        self.before = os.getcwd()
        os.chdir(self.folder)

    def __exit__(self, *_):
        os.chdir(self.before)


@contextmanager
def opened(folder):
    yield reports.open(folder)


def test_function(tmp_path):
    with inside(tmp_path), open("é.csv", "w") as file:
        file.write("42")
    with inside(tmp_path):
        Path("may.csv").write_text("42")
        assert reports.total("may.csv") == 42


def test_class(tmp_path):
    with Inside(tmp_path):
        Path("may.csv").write_text("42")
        assert reports.total("may.csv") == 42


def test_stays(tmp_path):
    with opened(tmp_path):
        Path("may.csv").write_text("42")  # TQ610
        assert reports.total("may.csv") == 42
