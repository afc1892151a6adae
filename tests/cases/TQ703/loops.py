import unittest

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
