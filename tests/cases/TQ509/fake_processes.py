import subprocess


def test_label_is_printed(fp):
    fp.register(["print-label", "größe"], stdout="done")
    assert subprocess.check_output(["print-label", "größe"]) == b"done"


def test_label_is_printed_later(fake_process):
    fake_process.register(["print-label"], stdout="done")
    process = subprocess.Popen(["print-label"], stdout=subprocess.PIPE)
    process.wait()
    assert process.stdout.read() == b"done"


def test_label_is_really_printed(printer):
    assert subprocess.check_output(["print-label", printer.name]) == b"done"  # TQ509


def _until_idle(printer):
    while not printer.idle:  # TQ509
        pass


def _until_ready(printer):
    while not printer.ready:
        pass


def test_idle(printer):
    _until_idle(printer)
    assert printer.pages == 3


def test_ready(printer):
    with printer.deadline(5):
        _until_ready(printer)
    assert printer.pages == 3
