import subprocess
import tempfile
from shutil import rmtree as clear

from shop import Server, api


def test_joined():
    server = Server()
    assert api.get(server) == 1
    server.stop()  # TQ616
    server.join()


def test_waited():
    process = subprocess.Popen(["x"])
    assert api.get(process) == 1
    process.terminate()  # TQ616
    process.wait(3)


def test_aliased():
    folder = tempfile.mkdtemp()
    assert api.get(folder) == 1
    clear(folder)  # TQ616


def test_only_joined():
    server = Server()
    assert api.get(server) == 1
    server.join()
