def ripe(fruit):
    return fruit.endswith("e")


def test_ripe():
    assert ripe("apple")
