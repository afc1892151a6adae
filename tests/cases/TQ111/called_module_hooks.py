def setUpmodule():
    connect(1)


setUpModule = setUpmodule


def test_total():
    assert total() == 1
