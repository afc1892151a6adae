import unittest

import unittest2
from absl.testing import absltest
from flask_testing import TestCase

from shop import tax


class BackportTest(unittest2.TestCase):
    def test_names_that_the_backport_has_kept(self):
        self.assertItemsEqual(tax(1), [1])
        self.assertEquals(tax(1), 1)


class KeptTest(absltest.TestCase):
    def test_names_that_the_library_has_kept(self):
        self.assertItemsEqual(tax(1), [1])


class BothTest(unittest2.TestCase, unittest.TestCase):
    def test_names_of_the_first_base(self):
        self.assertItemsEqual(tax(1), [1])


class StandardTest(unittest.TestCase):
    def test_names_that_nobody_has(self):
        self.assertItemsEqual(tax(1), [1])  # TQ854
        self.assertEquals(tax(1), 1)  # TQ854


class PageTest(TestCase):
    def test_names_that_an_extension_does_not_add(self):
        self.assertEquals(tax(1), 1)  # TQ854
