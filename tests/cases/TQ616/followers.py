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


class TestServer:
    def test_attribute(self):
        self.server = Server()
        assert api.get(self.server) == 1
        self.server.close()  # TQ616

    def test_attribute_of_the_set_up(self):
        assert api.get(self.server) == 1
        self.server.close()

    def test_in_a_block(self):
        with api.context():
            server = Server()
            assert api.get(server) == 1
            server.close()  # TQ616
