import pytest

from shop import Book, OutOfStock, find, order


@pytest.mark.parametrize("count, outcome", [(1, "ok"), (0, OutOfStock)])  # TQ828
def test_order(count, outcome):
    if outcome == "ok":
        assert order(count) == outcome
    else:
        with pytest.raises(outcome):
            order(count)


@pytest.mark.parametrize("name, found", [("tea", None), ("atlas", Book)])
def test_find(name, found):
    if found is None:
        assert find(name) == 1
    else:
        assert isinstance(find(name), found)
