from shop import hooks


def test_hook():
    pass


def test_order():  # TQ202
    pass


class TestHooks:
    def test_before(self):
        hooks.register("closing", test_hook)
        assert hooks.named("closing") == [test_hook]
