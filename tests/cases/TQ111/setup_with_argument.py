def setup(app):
    app.add_directive("book", Book)


def teardown():
    close_shop()


def test_total():
    assert total("book") == 42
    teardown()
