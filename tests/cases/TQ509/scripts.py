import subprocess
import sys
import time


def serve(port):
    announce(port)
    while True:
        time.sleep(0.1)


def announce(port):
    while not port.open:
        time.sleep(0.1)


def wait_until(port):
    while not port.open:  # TQ509
        time.sleep(0.1)


def test_stopped_server_says_goodbye(port):
    process = subprocess.Popen([sys.executable, __file__, str(port.number)], stdout=subprocess.PIPE)
    wait_until(port)
    process.terminate()
    assert process.communicate(timeout=5)[0] == b"bye\n"


if __name__ == "__main__":
    wait_until(int(sys.argv[1]))
    serve(int(sys.argv[1]))
