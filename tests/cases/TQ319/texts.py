"""The text of ExceptionInfo and of exceptions."""

import unittest

import pytest
from pytest import raises

from shop import charge


def test_text():
    with pytest.raises(ValueError) as excinfo:
        charge("é")
    assert "é" in str(excinfo)  # TQ319
    assert f"{excinfo}" == "é"  # TQ319
    assert "é" in f"é: {excinfo!s}"  # TQ319
    print(str(excinfo))  # TQ319
    assert "é" in str(excinfo.value)
    assert "é" in repr(excinfo)
    assert f"{excinfo.value}" == "é"
    assert f"{excinfo!r}"


async def test_other_names():
    with raises(ValueError) as e:
        await charge("é")
    assert (  # TQ319
        "é"
        in str(e)
    )
    caught = raises(ValueError, charge, -1)
    assert str(caught) == "é"  # TQ319


class TestCharge:
    def test_nested(self):
        with pytest.raises(ValueError) as info:
            charge("é")

        def show():
            return str(info)  # TQ319

        assert show() == "é"


class ChargeTest(unittest.TestCase):
    def test_case(self):
        with self.assertRaises(ValueError) as cm:
            charge("é")
        assert str(cm) == "é"


def test_other_texts(record):
    try:
        charge("é")
    except ValueError as error:
        assert str(error) == "é"
    with pytest.warns(UserWarning) as warned:
        charge("é")
    assert str(warned) == "é"
    assert str(record) == "é"


def test_bound_by_both():
    with pytest.raises(ValueError) as e:
        charge("é")
    assert e.value
    try:
        charge("é")
    except ValueError as e:
        assert str(e) == "é"


def test_description():
    with pytest.raises(ValueError) as excinfo:
        charge("é")
    assert str(excinfo) == "<ExceptionInfo ValueError('é') tblen=2>"
    assert str(excinfo) == "ValueError"  # TQ319
