def find(rows, name):
    for row in rows:
        if row.name == name:
            return row
    assert False, f"no {name}"  # TQ315
