import unittest
from tempfile import mkdtemp

from shop import files


def test_handed_in_an_assertion():
    assert files.run(mkdtemp()) == 1  # TQ609


def test_removed_in_an_assertion():
    assert files.remove(mkdtemp()) == 1


class FilesTests(unittest.TestCase):
    def test_handed(self):
        self.assertEqual(files.run(mkdtemp()), 1)  # TQ609
