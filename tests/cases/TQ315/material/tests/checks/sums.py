def assert_sum(rows):
    if sum(rows) != 42:
        assert False, "größe"


def assert_price(rows):
    if rows[0] != 42:
        assert False, "größe"  # TQ315
