import functools
import unittest


def test_outer(cart):
    cart.add("日本")

    def test_inner():  # TQ104
        assert cart.total == 1


async def test_async(cart):
    async def test_inner(): assert cart.total == 1  # TQ104

    with cart:
        def test_in_block(  # TQ104
            again=1,
        ):
            assert cart.total == again


class TestCart:
    def test_method(self):
        def test_inner():  # TQ104
            assert self.total == 1

    def helper(self):
        if self:
            def test_helped():  # TQ104
                assert self.total == 1


class CartTest(unittest.TestCase):
    def test_method(self):
        def test_deep():
            def test_deeper():  # TQ104
                assert self.total == 1

        test_deep()


def test_recursive():
    def test_itself(number):  # TQ104
        return number and test_itself(number - 1)


def test_called():
    def test_inner():
        assert total() == 1

    test_inner()


def test_passed():
    def test_inner():
        assert total() == 1

    run(test_inner)


def test_stored():
    def test_inner():
        assert total() == 1

    table = {"a": test_inner}
    run(table)


def make_test():
    def test_inner():
        assert total() == 1

    return test_inner


def test_decorated(app):
    @app.route("/")
    def test_view():
        return "ok"

    @functools.cache
    def test_cached():
        return 1

    assert app.get("/") == "ok"


def test_locals():
    def test_inner():
        return 1

    assert "test_inner" in locals()


def test_global():
    global test_made

    def test_made():
        assert total() == 1


def test_in_nested():
    def test_inner():
        assert total() == 1

    def call():
        return test_inner()

    call()


def test_class():
    class TestLocal:
        def test_inner(self):
            assert total() == 1

    run(TestLocal)


def describe_cart():
    def test_total():
        assert total() == 1


def helper_named():
    def testing():
        return 1

    def check():
        return 2


def source_of_program():
    def test_program():
        assert total() == 1


def test_source(pytester):
    pytester.makepyfile(source_of_program)
