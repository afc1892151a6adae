import pytest


@pytest.mark.parametrize(
    "shelf",
    [1, 2],
    indirect=True,
    scope="function",
)
def test_shelf(shelf):
    assert shelf[0] in (1, 2)


@pytest.mark.parametrize("rack", [1, 2], indirect=True)
def test_rack(rack):
    scope = rack[0]
    assert scope in (1, 2)


@pytest.fixture(scope="module")
def own_rack(rack):
    return rack
