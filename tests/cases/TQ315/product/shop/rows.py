"""Product code that testpaths covers."""


def test_of(row):
    if row.bad:
        assert False, "é"
    return row
