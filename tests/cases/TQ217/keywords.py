import unittest

from till import Printer, book


class TestSlip(unittest.TestCase):
    def test_words_of_another_object(self):
        slip = Printer().slip(total=3)
        self.assertEqual(slip.pages, 1)
        slip.assert_(total=3)
        self.assertTrue(slip.assert_(total=3, größe="L"))

    def test_words_of_the_case(self):
        total = 3
        self.assertEqual(book(total), 1)
        self.assertTrue(expr=total)  # TQ217
        self.assertTrue(total, msg="no total")  # TQ217
        self.assertFalse(expr=not total, msg="no total")  # TQ217
