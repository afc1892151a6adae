import asyncio
import multiprocessing
import socket
import threading
from threading import Thread

import uvicorn
from aiohttp.test_utils import TestServer

from shop import app, worker


def test_thread_of_an_application():
    thread = Thread(target=app.run, kwargs={"host": "größe", "port": 5000}, daemon=True)  # TQ508
    thread.start()
    assert app.seen == 1


def test_process_of_a_server():
    process = multiprocessing.Process(  # TQ508
        target=uvicorn.run,
        args=(app,),
        kwargs={"port": 8000},
    )
    process.start()
    assert app.seen == 1


def test_positions():
    Thread(target=app.run, args=("localhost", 5000)).start()  # TQ508
    Thread(target=app.run, args=("localhost",)).start()
    Thread(target=app.run, args=("localhost", 0)).start()
    assert app.seen == 1


def test_threads_of_other_things(free_port):
    threading.Thread(target=worker.run, kwargs={"port": 5000}).start()
    threading.Thread(target=app.run, kwargs={"port": free_port}).start()
    threading.Thread(target=app.run, kwargs={"port": 0}).start()
    threading.Thread(target=print, args=("port", 8000)).start()
    threading.Thread(None, app.run).start()
    assert app.seen == 1


async def test_others():
    loop = asyncio.get_running_loop()
    await loop.create_datagram_endpoint(worker.protocol, local_addr=("127.0.0.1", 9999))  # TQ508
    await loop.create_datagram_endpoint(worker.protocol, remote_addr=("127.0.0.1", 9999))
    assert TestServer(app, port=8080).port == app.port  # TQ508
    assert TestServer(app).port == app.port


class TestSocket:
    port = 8089
    free = 0
    others = 8090

    def setup_method(self):
        self.address = ("localhost", 8088)
        self.others = worker.port()

    def test_bind(self):
        sock = socket.socket()
        sock.bind(("localhost", self.port))  # TQ508
        sock.bind(self.address)  # TQ508
        sock.bind(("localhost", self.free))
        sock.bind(("localhost", self.others))
        sock.bind(("localhost", self.unknown))
        assert app.seen == 1
