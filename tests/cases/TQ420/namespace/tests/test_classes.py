from unittest import TestCase
from unittest.mock import patch

from base import JobsBase

from shop import jobs


class JobsTest(JobsBase):
    @patch("shop.mail.send", return_value="é")
    def test_base_class_patches_the_copy(self, send):
        self.assertEqual(jobs.run(), "é")


class OtherTest(TestCase):
    @patch("shop.mail.send", return_value="é")  # TQ420
    def test_no_base_class(self, send):
        self.assertEqual(jobs.run(), "é")
