import os
import shutil
import sqlite3
import sys
import tempfile
import urllib.request
from pathlib import Path

import django
import pytest
import requests as rq

from billing import config
from billing.db import Base, engine

os.environ["A"] = "é"  # TQ615
os.environ.setdefault("B", "1")  # TQ615
sys.path.insert(0, "..")  # TQ615
sys.path += [".."]  # TQ615
sys.path.append(config.FOLDER)  # TQ615
sys.path.remove(config.FOLDER)
sys.path.remove(config.OTHER)  # TQ615
sys.path.insert(0, "tools")  # TQ615
del sys.path[0]
django.setup()  # TQ615
ANSWER = rq.get("https://example.org/a").json()  # TQ615
PAGE = urllib.request.urlopen("https://example.org").read()  # TQ615
CONNECTION = sqlite3.connect("orders.db")  # TQ615
MEMORY = sqlite3.connect(":memory:")
Base.metadata.create_all(engine)  # TQ615
Path("out").mkdir(exist_ok=True)  # TQ615
FOLDER = tempfile.mkdtemp()  # TQ615
with open("may.csv", "w") as file:  # TQ615
    file.write("42")
if config.is_windows():
    os.makedirs("C:/reports")  # TQ615
try:
    shutil.rmtree("reports")  # TQ615
except OSError:
    pass

numpy = pytest.importorskip("numpy")
EXPECTED = open("expected.csv").read()
REGION = os.environ.get("REGION")
later = lambda: os.environ.update(A="1")
HERE = Path(__file__).parent


class TestConfig:
    os.environ["C"] = "1"  # TQ615

    def test_read(self):
        assert config.read("C") == "1"


def helper():
    os.environ["D"] = "1"
    sys.path.append("..")


if __name__ == "__main__":
    os.environ["E"] = "1"
    pytest.main()
