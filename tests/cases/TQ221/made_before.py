import pytest

from shop import SoldOut, checkout, enrich, make_error


def test_made_before():
    error = SoldOut("äpfel")
    with pytest.raises(SoldOut):  # TQ221
        raise error


def test_made_in_the_block():
    with pytest.raises(ValueError):  # TQ221
        raise ValueError("boom")


def test_named_expectation():
    with pytest.raises(expected_exception=SoldOut):  # TQ221
        raise SoldOut("apple")


def test_code_had_it():
    error = SoldOut("apple")
    enrich(error)
    with pytest.raises(SoldOut):
        raise error


def test_code_made_it():
    error = make_error("apple")
    with pytest.raises(SoldOut):
        raise error


def test_one_of_two():
    error = SoldOut("apple")
    if checkout(["apple"]):
        error = ValueError("apple")
    with pytest.raises(SoldOut):
        raise error


def test_message_is_looked_at():
    error = SoldOut("apple")
    with pytest.raises(SoldOut, match="apple"):
        raise error


def test_caught_from_the_code():
    try:
        checkout([])
    except SoldOut as error:
        with pytest.raises(SoldOut):
            raise error
