"""Text."""  # TQ103


def test_total():
    assert total() == 1
