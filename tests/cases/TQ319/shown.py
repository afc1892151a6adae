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
