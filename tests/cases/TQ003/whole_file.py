"""Text."""  # TQ003
# flake8: noqa: TQ101


def test_total():
    assert total() == 1
