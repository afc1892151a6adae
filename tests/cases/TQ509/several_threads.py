import threading
from threading import Thread

from shop import work


def test_name_used_again():
    threads = []
    for number in range(3):
        thread = threading.Thread(target=work, args=(number, "é"))
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()  # TQ509
    assert work.done


def test_pair():
    one, other = Thread(target=work), Thread(target=work)
    one.start()
    other.start()
    one.join()  # TQ509
    other.join(5)
    assert work.done


def test_loop_over_a_pair():
    one, other = Thread(target=work), Thread(target=work)
    for thread in (one, other):
        thread.start()
    for thread in (one, other):
        thread.join()  # TQ509
    assert work.done


def test_pair_of_different_things():
    separator, thread = ", ", Thread(target=work)
    thread.start()
    thread.join(timeout=5)
    assert separator.join(work.names()) == "a, b"


def test_texts():
    names = []
    for number in range(3):
        name = str(number)
        names.append(name)
    for name in names:
        assert name.join(["a", "b"]) == work.joined(name)


def test_joined_in_time():
    threads = []
    for number in range(3):
        thread = Thread(target=work, args=(number,))
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join(5)
    assert work.done


def test_name_bound_by_a_case():
    threads = []
    match work.mode:
        case [first, *rest]:
            threads.append(first)
    for first in threads:
        first.join()
    assert work.done
