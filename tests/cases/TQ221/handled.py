import pytest
from shop import LostParcel, report, reported


def test_report_reads_what_is_handled():
    try:
        raise ValueError("stone")
    except ValueError:
        with reported("stone"):
            report.current_failure()


def test_handler_only_asserts(parcels):
    try:  # TQ221
        raise ValueError("stone")
    except ValueError:
        assert True is not None


def test_exception_writes(log):
    with pytest.raises(LostParcel):
        raise LostParcel("box", log=log.write)
    assert "box" in log.text()


def test_exception_keeps_quiet(log):
    with pytest.raises(LostParcel):  # TQ221
        raise LostParcel("box", weight=3)
