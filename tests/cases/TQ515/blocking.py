import asyncio
import os
import socket
import subprocess
import time
import unittest
from subprocess import run
from unittest.mock import patch

import httpx
import pytest
import requests
import responses


async def test_blocking(service):
    time.sleep(1)  # TQ515
    requests.get("http://localhost/é")  # TQ515
    run(["true"], timeout=3)  # TQ515
    done = subprocess.check_output(["true"], timeout=3)  # TQ515
    httpx.get("http://localhost")  # TQ515
    session = requests.Session()
    session.post("http://localhost")  # TQ515
    sock = socket.socket()
    sock.connect(("localhost", 80))  # TQ515
    assert sock.recv(10) == done  # TQ515


async def test_sockets_that_return(service):
    sock = socket.socket()
    sock.setblocking(False)
    await asyncio.get_running_loop().sock_connect(sock, ("localhost", 80))
    assert sock.recv(10) == service.seen
    other = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    other.connect(("localhost", 80))
    other.bind(("localhost", 0))


async def test_elsewhere(service):
    await asyncio.to_thread(time.sleep, 1)
    await asyncio.to_thread(lambda: time.sleep(1))

    def work():
        time.sleep(1)
        return requests.get("http://localhost")

    await asyncio.get_running_loop().run_in_executor(None, work)
    async with httpx.AsyncClient() as client:
        assert await client.get("http://localhost") == 3
    time.sleep(0)
    request = requests.Request("GET", "http://localhost")
    process = await asyncio.create_subprocess_exec("true")
    assert await process.wait() == request


async def test_patched(service, monkeypatch):
    monkeypatch.setattr(time, "sleep", print)
    time.sleep(3)
    with patch("subprocess.run"):
        subprocess.run(["true"])
    assert service.seen == 1


@responses.activate
async def test_intercepted(service):
    assert requests.get("http://localhost") == 3


def test_sync(service):
    time.sleep(1)
    assert requests.get("http://localhost") == 3


@pytest.fixture
async def started(service):
    time.sleep(1)  # TQ515
    yield service
    subprocess.run(["stop"], timeout=3)  # TQ515


@pytest.fixture
def started_sync(service):
    time.sleep(1)
    return service


class Case(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        time.sleep(1)  # TQ515

    async def test_run(self):
        time.sleep(1)  # TQ515
        self.assertEqual(await answer(), 1)


async def test_shell():
    os.system("ls")  # TQ515
    assert await load() == 1
