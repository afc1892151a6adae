def test_rows():
    assert place(1) == 1
