import os
import signal
import threading
import time
from threading import Thread

from shop import till


def interrupt_soon():
    time.sleep(0.1)
    os.kill(os.getpid(), signal.SIGINT)


def close_soon():
    time.sleep(0.1)
    till.close()


def close_when_asked():
    while not till.is_asked:
        time.sleep(0.1)


def test_interrupted():
    thread = Thread(target=interrupt_soon)
    thread.start()
    assert till.count() == 0
    thread.join()


def test_pause():
    thread = threading.Thread(target=time.sleep, args=(0.1,))
    thread.start()
    assert till.count() == 0
    thread.join()


def test_closed():
    thread = threading.Thread(target=close_soon)
    thread.start()
    assert till.count() == 0
    thread.join()  # TQ509


def test_closed_when_asked():
    thread = threading.Thread(target=close_when_asked)
    thread.start()
    assert till.count() == 0
    thread.join()  # TQ509


def test_counted_elsewhere():
    thread = threading.Thread(target=till.count)
    thread.start()
    assert till.total() == 0
    thread.join()  # TQ509


def nothing():
    pass


def every_one(queue):
    for item in queue:
        item.sold = True


def test_idle():
    thread = threading.Thread(target=lambda: None)
    other = threading.Thread(target=nothing)
    thread.start()
    other.start()
    assert till.count() == 0
    thread.join()
    other.join()


def test_busy():
    thread = threading.Thread(target=lambda: till.count())
    other = threading.Thread(target=every_one, args=(till.queue,))
    thread.start()
    other.start()
    assert till.total() == 0
    thread.join()  # TQ509
    other.join()  # TQ509


def test_over():
    thread = threading.Thread(target=till.count)
    thread.start()
    till.close()
    assert not thread.is_alive()
    thread.join()


def test_not_yet_started():
    thread = threading.Thread(target=till.count)
    assert not thread.is_alive()
    thread.start()
    thread.join()  # TQ509
    assert till.total() == 0


def test_still_there():
    thread = threading.Thread(target=till.count)
    thread.start()
    assert thread.is_alive()
    thread.join()  # TQ509
    assert till.total() == 0


def refuses():
    raise ValueError("größe")


def sells():
    refuses()
    till.sell("tea")


class Refusal(threading.Thread):
    error = None

    def run(self):
        try:
            refuses()
        except ValueError as error:
            self.error = error


class Sale(threading.Thread):
    def run(self):
        sells()


def test_runs_of_a_class():
    refusal = Refusal()
    sale = Sale()
    refusal.start()
    refusal.join()
    assert refusal.error is not None
    sale.start()
    sale.join()  # TQ509
    assert till.total() == 0
