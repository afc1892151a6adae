from shop import kinds


def test_joined_with_the_code():
    assert list({"a", "é"} | kinds()) == ["a", "é", "c"]  # TQ512


def test_list_made_from_a_set():
    found = [kind.upper() for kind in {"a", "é"}]
    assert found == ["A", "É"]  # TQ512
