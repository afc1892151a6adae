import unittest


class FakeLibrary(unittest.TestCase):
    """Answers as the server does; each method stands for a page of it."""

    def page_of_books(self, method):
        return self.test_answer(200, method)

    def test_answer(self, status, body):
        return status, body


class Reader(unittest.TestCase):
    def test_called_with_a_book(self):
        self.test_reads("book")

    def test_reads(self, title):
        self.assertEqual(read(title), 1)

    def test_lends(self, title):  # TQ121
        self.assertEqual(lend(title), 1)
