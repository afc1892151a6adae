import threading

from shop import total


def test_total(cart):
    assert total(cart) == 6


def test_total_in_a_thread(cart):
    thread = threading.Thread(target=test_total, args=(cart,))
    thread.start()
    thread.join()


def count(cart):
    assert total(cart) == 6  # TQ231


def test_count_in_a_thread(cart):
    thread = threading.Thread(target=count, args=(cart,))
    thread.start()
    thread.join()
