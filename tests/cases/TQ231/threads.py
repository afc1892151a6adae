import threading
import unittest
from concurrent.futures import ThreadPoolExecutor
from threading import Thread, Timer


def test_nested(cart):
    def work():
        total = cart.total()
        assert total == "größe"  # TQ231

    thread = Thread(target=work)
    thread.start()
    thread.join()


def work_outside():
    assert shop_total() == 6  # TQ231


def test_outside():
    thread = threading.Thread(None, work_outside)
    thread.start()
    thread.join()


def test_timer(cart):
    def work():
        assert cart.total() == 6  # TQ231
        print("done")

    Timer(0.1, work).start()


class CartTest(unittest.TestCase):
    def worker(self):
        self.assertEqual(self.cart.total(), 6)  # TQ231

    def test_case(self):
        Thread(target=self.worker, daemon=True).start()


# ------------------------------------------------------------ silent


def test_executor(cart):
    def work():
        assert cart.total() == 6

    with ThreadPoolExecutor() as pool:
        pool.submit(work).result()


def test_collected(cart):
    errors = []

    def work():
        try:
            assert cart.total() == 6
        except AssertionError as error:
            errors.append(error)

    Thread(target=work).start()
    assert errors == []


def test_signalled(cart):
    done = threading.Event()

    def work():
        assert cart.total() == 6
        done.set()

    Thread(target=work).start()
    assert done.wait(1)


def test_callback(cart):
    def seen():
        assert cart.total() == 6

    cart.on_pay(seen)


def test_hooked(cart, monkeypatch):
    monkeypatch.setattr(threading, "excepthook", cart.failed)

    def work():
        assert cart.total() == 6

    Thread(target=work).start()
