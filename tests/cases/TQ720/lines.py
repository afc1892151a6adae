def test_text_that_looks_like_comments(parse):
    assert not parse("""tea
# one
# two""")


def test_commented(parse):  # TQ720
    # one
    # two

    assert parse("") == []


def test_three_lines(parse):
    first = parse("a")
    second = parse("b")
    assert first == second
