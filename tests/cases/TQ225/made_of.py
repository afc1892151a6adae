from shop import run


def test_messages(caplog):
    assert run() == 3
    messages = [record.message for record in caplog.records]  # TQ225


def test_text(capsys):
    assert run() == 3
    lines = capsys.readouterr().out.strip().splitlines()  # TQ225


def test_count(caplog):
    assert run() == 3
    count = len(caplog.records)
    assert count == 2
