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


def test_raised_again(cart):
    def work():
        assert cart.total() == 6

    with catching_threads() as caught:
        thread = Thread(target=work)
        thread.start()
        thread.join()
        if caught.error is not None:
            raise caught.error


def test_none_was_caught(cart):
    def work():
        assert cart.total() == 6

    thread = Thread(target=work)
    with catching_threads() as caught:
        thread.start()
        thread.join()
    assert caught.error is None


class CaughtTest(unittest.TestCase):
    def test_none_was_caught(self):
        def work():
            self.assertEqual(self.cart.total(), 6)

        with catching_threads() as caught:
            Thread(target=work).start()
        self.assertIsNone(caught.error)


# ------------------------------------------------------------ blocks that keep nothing


def test_in_a_shop(cart):
    def work():
        assert cart.total() == 6  # TQ231

    with opened(cart) as shop:
        thread = Thread(target=work)
        thread.start()
        thread.join()
    assert shop.total == 6


def test_shop_before(cart):
    def work():
        assert cart.total() == 6  # TQ231

    with opened(cart) as shop:
        shop.sweep()
    assert shop.owner is None
    thread = Thread(target=work)
    thread.start()
    thread.join()
