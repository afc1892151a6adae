from pathlib import Path

from shop import files

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
