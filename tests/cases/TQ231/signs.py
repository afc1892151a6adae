import unittest
from threading import Thread

import pytest

from shop import run

passed = False


def test_flag():
    done = False

    def work():
        nonlocal done
        assert run() == 1
        done = True

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert done


def test_flag_of_the_file():
    def work():
        global passed
        assert run() == 1
        passed = True

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert passed


def test_name_of_its_own():
    def work():
        assert run() == 1  # TQ231
        done = True

    thread = Thread(target=work)
    thread.start()
    thread.join()


def test_raises():
    def work():
        with pytest.raises(ValueError, match="größe"):  # TQ231
            run()

    thread = Thread(target=work)
    thread.start()
    thread.join()


class RunCase(unittest.TestCase):
    def test_raises(self):
        def work():
            with self.assertRaises(ValueError):  # TQ231
                run()

        thread = Thread(target=work)
        thread.start()
        thread.join()

    def test_raises_and_says_so(self):
        seen = []

        def work():
            with self.assertRaises(ValueError):
                run()
            seen.append("refused")

        thread = Thread(target=work)
        thread.start()
        thread.join()
        self.assertEqual(seen, ["refused"])
