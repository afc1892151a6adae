"""What the disk holds is the code's work, whichever way the path is asked."""

import subprocess
import sys
from pathlib import Path, PurePath

from shop import Recorder


def test_report_is_written():
    done = subprocess.run([sys.executable, "report.py"], check=False)
    assert done.returncode == 0
    assert Path("report.txt").is_file()
    assert Path.is_file(Path("report.txt"))
    assert Path.read_text(Path("report.txt")) == "sold out"


def test_report_is_named():
    done = subprocess.run([sys.executable, "report.py"], check=False)
    assert done.returncode == 0
    assert PurePath("report.txt").suffix == ".txt"  # TQ217
    assert PurePath.with_suffix(PurePath("report.txt"), "") == PurePath("report")  # TQ217


def test_what_a_recorder_holds():
    recorder = Recorder()
    recorder.sell("apple")
    assert recorder.assertRegex("sold out")
    recorder.assertIn("apple")


def test_what_a_recorder_is_handed(case):
    recorder = Recorder()
    assert recorder.sell("apple") == "sold out"
    case.assertRegex("sold out", "sold")  # TQ217
