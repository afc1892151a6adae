import pytest

pytest.register_assert_rewrite("tests.named")


def test_named():
    assert pytest
