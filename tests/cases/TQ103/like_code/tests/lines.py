def test_lines():
    assert place(1) == 1
