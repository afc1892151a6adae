import unittest


class TestCase(unittest.TestCase):
    def run(self, result=None):
        return super().run(result)
