import os
import shutil
import tempfile
import unittest
from tempfile import NamedTemporaryFile as Temp, mkdtemp, mkstemp as make

import pytest

from billing import export


def test_folder():
    folder = mkdtemp()  # TQ609
    assert export.run(folder) == ["a"]


def test_file():
    handle, path = make(  # TQ609
        suffix=".csv",
    )
    os.close(handle)
    assert export.run(path) == ["a"]


def test_kept_file():
    with Temp("w", delete=False) as file:  # TQ609
        file.write("é")
    assert export.run(file.name) == ["a"]


def test_kept_file_by_name():
    file = tempfile.NamedTemporaryFile(delete=False)  # TQ609
    assert export.run(file.name) == ["a"]


async def test_async():
    folder = tempfile.mkdtemp()  # TQ609
    assert await export.run(folder) == ["a"]


@pytest.fixture
def folder():
    return tempfile.mkdtemp()  # TQ609


@pytest.fixture
def named():
    path = tempfile.mkdtemp()  # TQ609
    yield path
    export.flush()


class ExportTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()  # TQ609

    def test_run(self):
        self.assertEqual(export.run(self.folder), ["a"])


class CleanTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.other = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.other)
        self.handle, self.path = tempfile.mkstemp()

    def tearDown(self):
        shutil.rmtree(self.folder)
        os.unlink(self.path)

    def test_run(self):
        self.assertEqual(export.run(self.folder, self.other, self.path), ["a"])


def test_finally():
    folder = mkdtemp()
    try:
        assert export.run(folder) == ["a"]
    finally:
        shutil.rmtree(folder)


def test_plainly_removed():
    handle, path = make()
    export.run(path)
    os.remove(path)
    assert export.files() == []


def test_removed_by_a_derived_name():
    base = mkdtemp()
    inner = os.path.join(base, "a")
    export.run(inner)
    shutil.rmtree(os.path.dirname(inner))
    assert export.files() == []


def test_looked_after(tmp_path):
    folder = mkdtemp(dir=tmp_path)
    assert export.run(folder) == ["a"]


def test_deleted_file():
    with Temp() as file, tempfile.TemporaryDirectory() as folder:
        assert export.run(file.name, folder) == ["a"]


def test_removed_by_the_subject():
    folder = mkdtemp()
    export.remove(folder)
    assert export.files() == []


@pytest.fixture
def clean_folder():
    path = mkdtemp()
    yield path
    shutil.rmtree(path)


@pytest.fixture
def clean_with_finalizer(request):
    path = mkdtemp()
    request.addfinalizer(lambda: shutil.rmtree(path))
    return path


@pytest.fixture
def removed_by_its_test():
    return mkdtemp()


def test_removes(removed_by_its_test):
    export.run(removed_by_its_test)
    shutil.rmtree(removed_by_its_test)
    assert export.files() == []


def helper():
    return tempfile.mkdtemp()
