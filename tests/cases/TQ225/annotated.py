"""Captures that are given a type, and records asked for by their phase."""

from shop import pay


def test_annotated(capsys):
    größe = pay(3)
    output: str = capsys.readouterr().out  # TQ225
    assert größe == 3


def test_annotated_and_read(capsys):
    pay(3)
    output: str = capsys.readouterr().out
    assert output == "größe"


def test_phase(caplog):
    größe = pay(3)
    records = caplog.get_records("call")  # TQ225
    assert größe == 3


def test_phase_read(caplog):
    pay(3)
    records = caplog.get_records("call")
    assert len(records) == 1
