def test_of_each_case(case):
    assert total("book") == 42


def test_of_a_fixture(shelf):  # TQ807
    assert total("book") == 42


def test_of_a_path(tmp_path):  # TQ807
    assert total("book") == 42
