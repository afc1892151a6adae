import subprocess
from threading import Thread


def test_worker_ends(worker):
    thread = Thread(target=worker.run)
    thread.start()
    worker.leave()
    thread.join()
    assert worker.seen == 1


def test_report_is_printed():
    done = subprocess.run(["report", "--all"], capture_output=True)
    assert done.stdout == b"all is well"
