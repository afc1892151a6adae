def ripe(fruit):
    return fruit.endswith("e")


def test_ripe():  # TQ218
    assert ripe("apple")
