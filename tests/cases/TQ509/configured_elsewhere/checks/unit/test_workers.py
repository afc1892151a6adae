import subprocess
from threading import Thread


def test_worker_ends(worker):
    thread = Thread(target=worker.run)
    thread.start()
    worker.leave()
    thread.join()  # TQ509
    assert worker.seen == 1


def test_report_is_printed():
    done = subprocess.run(["report", "--all"], capture_output=True)  # TQ509
    assert done.stdout == b"all is well"
