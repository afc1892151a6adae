from pathlib import Path
from unittest.mock import call, patch

from shop import files, remote

FOLDER = "/home/bob/project/tests/data"


def test_keyword():
    files.save(data=1, path="/tmp/out.json")  # TQ608
    assert files.count() == 1


def test_second_argument():
    files.dump({"a": 1}, "/tmp/out.json")  # TQ608
    assert files.count() == 1


def test_text_around_a_folder():
    with open(f"{FOLDER}/größe.json") as f:  # TQ608
        assert files.parse(f) == 1


def test_object():
    assert files.load(Path("/Users/ann/x.txt")) == 1  # TQ608


def test_only_data():
    files.store(name="/tmp/out.json")
    files.write("/api/v1", "text")
    files.register(path="/home/bob")
    assert files.parse("/home/bob/x.json") == "x"


@patch("shop.remote.execute")
def test_compared_with_a_call(execute):
    remote.copy("host:/home/bob/in.csv", "/home/bob/out.csv")
    execute.assert_called_once_with("rsync", "host:/home/bob/in.csv", "/home/bob/out.csv")


@patch("shop.remote.execute")
def test_named_and_compared(execute):
    target = "/home/bob/out.csv"
    remote.copy("host:/home/bob/in.csv", target)
    execute.assert_has_calls([call("rsync", "host:/home/bob/in.csv", target)])


@patch("shop.remote.execute")
def test_compared_with_another_path(execute):
    remote.copy("host:/home/bob/in.csv", "/home/bob/out.csv")  # TQ608
    execute.assert_called_once_with("rsync", "host:/home/bob/in.csv", "out.csv")


@patch("shop.remote.execute")
def test_opened_and_compared(execute):
    with open("/home/bob/out.csv") as file:  # TQ608
        remote.send(file)
    execute.assert_called_once_with("rsync", "/home/bob/out.csv")
