def test_named():
    assert place(1) == 1
