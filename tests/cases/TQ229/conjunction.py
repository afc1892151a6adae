from shop import load


def test_rows_and_all():
    rows = load()
    assert rows and all(row.ok for row in rows)


def test_counted_and_all():
    rows = load()
    assert len(rows) == 3 and not any(row.bad for row in rows)


def test_other_and_all():
    rows = load()
    assert load.calls == 1 and all(row.ok for row in rows)  # TQ229
