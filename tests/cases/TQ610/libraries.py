import logging
import sqlite3
import tarfile
import zipfile
from pathlib import Path

import numpy as np

from billing import reports


def test_archives():
    with zipfile.ZipFile("größe.zip", "w") as archive:  # TQ610
        archive.writestr("may.csv", "42")
    with tarfile.open("may.tar.gz", mode="w:gz") as archive:  # TQ610
        archive.add("may.csv")
    assert reports.all() == ["may"]


def test_archives_that_are_read():
    with zipfile.ZipFile("may.zip") as archive, tarfile.open("may.tar.xz", "r:xz") as other:
        assert reports.total(archive) == reports.total(other)


def test_log():
    handler = logging.FileHandler("may.log")  # TQ610
    assert reports.log_to(handler) is None


def test_tables(frame):
    frame.to_csv("may.csv", ";")  # TQ610
    np.save("may.npy", frame)  # TQ610
    assert reports.total("may.csv") == 42


def test_tables_elsewhere(frame, tmp_path):
    frame.to_csv(tmp_path / "may.csv")
    assert frame.to_csv(sep=";") == "42"
    assert reports.total(tmp_path / "may.csv") == 42


def test_below_a_named_folder():
    folder = Path("reports")
    (folder / "may.csv").write_text("42")  # TQ610
    assert reports.total(folder) == 42


def test_database_that_may_only_be_read():
    assert reports.total(sqlite3.connect("may.db")) == 42
