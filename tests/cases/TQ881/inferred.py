from pathlib import Path

from hypothesis import given


@given(...)
def test_total(count: int, name: str):  # TQ881
    assert total(name) == 42


@given(...)
def test_both(count: int, name: str, path=Path()):
    assert total(name, count) == 42
