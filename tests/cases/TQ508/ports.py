import asyncio
import socket
from http.server import HTTPServer
from unittest.mock import Mock

import pytest
import uvicorn
from aiohttp import web
from flask import Flask

PORT = 8765


def test_servers(handler, app):
    HTTPServer(("", 8000), handler)  # TQ508
    HTTPServer(("", 0), handler)
    sock = socket.socket()
    sock.bind(("localhost", 8000))  # TQ508
    sock.bind(("localhost", PORT))  # TQ508
    sock.bind(("localhost", 0))
    sock.bind(("localhost", handler.port))
    sock.listen(5)
    socket.create_server(("", 8000))  # TQ508
    uvicorn.run(app, host="é", port=8000)  # TQ508
    web.run_app(app, port=0)
    assert handler.seen == 1


async def test_async_servers(handler):
    await asyncio.start_server(handler, "localhost", 8888)  # TQ508
    await asyncio.start_server(handler, "localhost", port=0)
    loop = asyncio.get_running_loop()
    await loop.create_server(handler, "localhost", 8888)  # TQ508
    assert handler.seen == 1


@pytest.fixture
def server():
    app = Flask("shop")
    app.run(port=5000)  # TQ508
    return app


def test_clients_and_others(handler, query):
    socket.create_connection(("localhost", 8000))
    query.bind(3)
    query.bind("x", 8000)
    Mock().bind(("localhost", 8000))
    handler.run(port=8000)
    assert handler.seen == 1


def test_double_of_a_socket():
    state, fake = make_fake_socket()
    fake.bind(("localhost", 8000))
    assert state.bound == 8000


if __name__ == "__main__":
    HTTPServer(("", 8000), None).serve_forever()
    application = Flask("shop")
    application.run(port=5000)
