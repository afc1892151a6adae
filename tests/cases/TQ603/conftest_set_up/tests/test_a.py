from billing import plugins


def test_find():
    assert plugins.find() == ["a"]
