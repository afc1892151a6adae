# path: tests/test_samples.py


def test_passes(shop):
    shop.order("apple")


def test_fails():
    raise Exception("this must be seen")
