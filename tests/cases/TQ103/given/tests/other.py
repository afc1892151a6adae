def test_total():  # TQ103
    assert total() == 1
