"""A real python-lsp-server shows our findings while a file is edited, before it is saved."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CONFTEST = "import pytest\n\n\n@pytest.fixture\ndef cart():\n    return Cart()\n"
SAVED = "def test_total(cart):\n    assert cart.total == 42\n"
EDITED = SAVED + "\n\nclass TestÄ:\n    def test_ü(self): assert ü()\n    def test_ü(self): assert é()\n"


class Server:
    """A language server on the other end of two pipes."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pylsp"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.number = 0

    def send(self, method: str, params: dict[str, Any], *, request: bool = False) -> None:
        message: dict[str, Any] = {"jsonrpc": "2.0", "method": method, "params": params}
        if request:
            self.number += 1
            message["id"] = self.number
        body = json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message

    def diagnostics(self, uri: str, count: int) -> list[dict[str, Any]]:
        """The next diagnostics of a file that hold so many of ours; others, of an older text, are read past."""
        while True:
            message = self.receive()
            params = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == uri:
                found = [item for item in params["diagnostics"] if str(item.get("code")).startswith("TQ")]
                if len(found) == count:
                    return found


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (tmp_path / "test_shop.py").write_text(SAVED, encoding="utf-8")
    running = Server(tmp_path)
    yield running
    running.process.kill()
    running.process.communicate()


def test_findings_follow_unsaved_edits(server: Server, tmp_path: Path) -> None:
    uri = (tmp_path / "test_shop.py").as_uri()
    flake8 = {"enabled": True, "executable": str(Path(sys.executable).with_name("flake8")), "select": ["TQ"]}
    others = {name: {"enabled": False} for name in ("pycodestyle", "pyflakes", "mccabe", "pylint", "autopep8", "yapf")}
    server.send("initialize", {"processId": None, "rootUri": tmp_path.as_uri(), "capabilities": {}}, request=True)
    server.receive()
    server.send("initialized", {})
    server.send("workspace/didChangeConfiguration", {"settings": {"pylsp": {"plugins": {"flake8": flake8, **others}}}})
    document = {"uri": uri, "languageId": "python", "version": 1, "text": SAVED}
    server.send("textDocument/didOpen", {"textDocument": document})
    assert server.diagnostics(uri, 0) == []

    change = {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": EDITED}]}
    server.send("textDocument/didChange", change)

    found = server.diagnostics(uri, 1)
    assert [(item["code"], item["range"]["start"]) for item in found] == [("TQ105", {"line": 6, "character": 4})]
    assert (tmp_path / "test_shop.py").read_text(encoding="utf-8") == SAVED
