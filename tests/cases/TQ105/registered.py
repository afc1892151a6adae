from shop import desk, story

with story("a desk") as it:

    @it.should("open")
    def test(case):
        assert desk.open()

    @it.should("close")
    def test(case):
        assert desk.close()


@desk.opened()
def test_order():
    assert desk.order("apple")


@desk.opened()
def test_order():  # TQ105
    assert desk.order("pear")
