import pytest


@pytest.fixture
def fits():
    """Words."""
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()


@pytest.fixture
def large():  # TQ808
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()


@pytest.fixture
def nested():  # TQ808
    with step():
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()
        step()


def test_large(large):
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    assert large


@pytest.fixture
def documented():
    """Words."""

    class Shop:
        """Words."""

        def sell(self):
            """Words."""
            step()

        async def buy(self):
            """Words."""
            step()

    def inner():
        """Words."""
        step()

    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    step()
    return Shop
