import tempfile

from billing import receipts


def test_looks_for_the_folder_anew():
    tempfile.tempdir = None
    assert receipts.folder() == "/receipts"


def test_given_folder():
    tempfile.tempdir = "/receipts"  # TQ607
    assert receipts.folder() == "/receipts"


def test_other_start():
    tempfile.template = None  # TQ607
    assert receipts.folder() == "/receipts"
