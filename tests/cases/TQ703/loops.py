import unittest

import numpy
from shop import lines, tax


class LinesTest(unittest.TestCase):
    def test_beside_a_subtest(self):
        for line in lines():
            self.assertTrue(line.name)  # TQ703
            with self.subTest(line=line):
                self.assertEqual(line.total, 42)

    def test_loop_inside_a_subtest(self):
        with self.subTest("all"):
            for line in lines():
                self.assertEqual(line.total, 42)  # TQ703

    def test_inner_loop_in_a_subtest(self):
        for line in lines():
            with self.subTest(line=line):
                for part in line.parts:
                    self.assertEqual(part.total, 42)


def test_message_made_before():
    for line in lines():
        message = f"line {line.name}"
        assert line.total == 42, message


def test_message_that_names_nothing():
    for line in lines():
        message = "wrong"
        assert line.total == 42, message  # TQ703


def test_behind_the_loop():
    for line in lines():
        if line.total == 42:
            break
    else:
        assert tax(42) == 8


class ShelfTest(unittest.TestCase):
    def test_fail_that_names_the_item(self):
        for line in lines():
            if line.total > 42:
                self.fail("too dear: %s" % line.name)

    def test_fail_that_names_nothing(self):
        for line in lines():
            if line.total > 42:
                self.fail("too dear")  # TQ703
            if not line.name:
                self.fail()  # TQ703


def test_keyword_that_names_the_item():
    for line in lines():
        numpy.testing.assert_allclose(line.total, 42, err_msg=line.name)
        numpy.testing.assert_allclose(line.total, 42, err_msg="wrong")  # TQ703
        numpy.testing.assert_equal(line.total, 42, f"größe of {line.name}")
        numpy.testing.assert_equal(line.total, 42)  # TQ703


def test_raised_with_the_item():
    for line in lines():
        if line.total > 42:
            raise AssertionError(f"too dear: {line.name}")
        if not line.total:
            raise AssertionError("free")  # TQ703


class PriceTest(unittest.TestCase):
    def test_fourth_argument(self):
        for line in lines():
            self.assertAlmostEqual(line.total, 42, 3, line.name)
            self.assertAlmostEqual(line.total, 42, 3)  # TQ703


def test_names_of_parts_and_counts():
    count = 0
    for line in lines():
        label: str = line.name.upper()
        count += 1
        assert line.total == 42, label
        assert line.total == 42, f"line {count}"
        with line.open() as page:
            assert page.total == 42, page.name


def assert_priced(line):
    assert line.total, f"no price: {line.name}"


def assert_listed(line):
    assert line.total, "no price"


def test_helpers_with_messages():
    for line in lines():
        assert_priced(line)
        assert_listed(line)  # TQ703


class RefusalTest(unittest.TestCase):
    def test_block_that_names_the_item(self):
        for name in ("tea", "größe"):
            with self.assertRaises(LookupError, msg=f"{name} was taxed"):
                tax(name)
            with self.assertWarns(UserWarning, msg=name):
                tax(name)

    def test_block_that_names_nothing(self):
        for name in ("tea", "größe"):
            with self.assertRaises(LookupError, msg="it was taxed"):  # TQ703
                tax(name)
            self.assertRaises(LookupError, tax, msg=name)  # TQ703
