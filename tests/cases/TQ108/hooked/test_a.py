def test_totals():
    yield check, 1
