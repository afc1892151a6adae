import time
from unittest.mock import patch as p

from shop import worker


@p("shop.worker.time.sleep")
def test_patched(sleep):
    time.sleep(3)
    worker.retry()
    sleep.assert_called_with(3)


@p.object(time, "sleep")
def test_patched_attribute(sleep):
    time.sleep(3)
    worker.retry()
    sleep.assert_called_with(3)


class Settling:
    def settle(self):
        time.sleep(3)  # TQ505


class TestWorker(Settling):
    def test_state(self):
        self.settle()
        assert worker.state() == "idle"
