from shop import Till, tax


def test_closed_till():
    def shut():
        raise OSError("größe")

    assert Till(shut).total == 0


def test_ten():
    assert tax(10) == 2


def test_twenty():
    assert tax(20) == 4


def test_thirty():
    assert tax(30) == 6


def test_forty():
    assert tax(40) == 8
