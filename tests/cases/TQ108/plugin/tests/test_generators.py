def test_rows():
    for number in (1, 2):
        yield number
