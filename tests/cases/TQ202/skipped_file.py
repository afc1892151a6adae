import pytest

pytest.skip("the till is being rebuilt", allow_module_level=True)


def test_till():
    pass


class TestDrawer:
    def test_drawer(self):
        """Größe."""
