import unittest
from functools import partial
from threading import Thread

from shop import run


def test_partial(store):
    def work(total):
        assert store.read() == total  # TQ231

    thread = Thread(target=partial(work, 3))
    thread.start()
    thread.join()


class RunCase(unittest.TestCase):
    def test_lambda(self):
        thread = Thread(target=lambda: self.assertEqual(run(), 1))  # TQ231
        thread.start()
        thread.join()

    def test_lambda_without_a_check(self):
        found = []
        thread = Thread(target=lambda: found.append(run()))
        thread.start()
        thread.join()
        self.assertEqual(found, [1])
