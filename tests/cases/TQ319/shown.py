"""Texts of an ExceptionInfo that nothing looks at."""

import pytest

from shop import charge


def test_can_be_shown():
    with pytest.raises(ValueError) as excinfo:
        charge("é")
    str(excinfo)
    assert excinfo.value.args == ("é",)


def test_is_looked_at():
    with pytest.raises(ValueError) as excinfo:
        charge("é")
    text = str(excinfo)  # TQ319
    assert "é" in text


def test_value_of_a_call():
    refused = pytest.raises(ValueError, charge, "é").value
    assert str(refused) == "é is no amount"


def test_answer_of_a_call():
    refused = pytest.raises(ValueError, charge, "é")
    assert "é is no amount" in str(refused)  # TQ319
