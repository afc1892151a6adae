import subprocess
import time
from threading import Thread


def test_join(worker):
    thread = Thread(target=worker.run)
    thread.join()
    subprocess.run(["true"])
    while not worker.done:
        time.sleep(0.1)
    assert worker.seen == 1
