from unittest.mock import patch

from shop import Till, pay


class Card:
    def charge(self):
        return 3


def test_class_of_the_test():
    class Purse:
        def charge(self):
            return 3

    patcher = patch.object(Purse, "charge", return_value=4)
    patcher.start()
    assert pay(Purse()) == 4


def test_class_of_the_file():
    patcher = patch.object(Card, "charge", return_value=4)
    patcher.start()  # TQ408
    assert pay(Card()) == 4


def test_imported_class():
    patcher = patch.object(Till, "open", return_value=4)
    patcher.start()  # TQ408
    assert pay(Till()) == 4
