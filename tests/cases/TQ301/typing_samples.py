"""Sample code for mypy: each test shows that a typed store gives what its annotations say."""

from shop import Store


def test_untyped_store():
    found = Store().find("é")
    assert found is not None
    found["price"] = 1


def test_typed_store():
    rows: list[dict[str, int]] = Store().rows()
    assert rows
