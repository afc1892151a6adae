def setup():  # TQ111
    open_shop()


def teardown(*args, **kwargs):  # TQ111
    close_shop()


def test_total():
    assert total("book") == 42
