import glob
import os
import unittest
from pathlib import Path

from shop import export, kinds


def test_listings(tmp_path):
    export(tmp_path)
    assert os.listdir(tmp_path) == ["a.csv", "é.csv"]  # TQ512
    assert ["a.csv", "b.csv"] == os.listdir(tmp_path)  # TQ512
    assert glob.glob("*.csv") == ["a.csv", "b.csv"]  # TQ512
    assert list(tmp_path.iterdir()) == [tmp_path / "a", tmp_path / "b"]  # TQ512
    assert [path.name for path in tmp_path.glob("*")] == ["a", "b"]  # TQ512
    assert tuple(Path("out").rglob("*")) == ("a", "b")  # TQ512
    assert [entry.name for entry in os.scandir(tmp_path)] == ["a", "b"]  # TQ512


def test_bound_listing(tmp_path):
    export(tmp_path)
    names = os.listdir(tmp_path)
    assert names == ["a", "b"]  # TQ512
    expected = ["a", "b"]
    assert names == expected  # TQ512


def test_by_index(tmp_path):
    export(tmp_path)
    assert os.listdir(tmp_path)[0] == "a"  # TQ512
    assert list(tmp_path.iterdir())[1].name == "b"  # TQ512
    assert next(tmp_path.iterdir()).name == "a"  # TQ512


def test_sets():
    names = {kind.lower() for kind in kinds()}
    assert list(names) == ["a", "b"]  # TQ512
    assert list({"a", "b"}) == ["a", "b"]  # TQ512
    assert tuple(set(kinds())) == ("a", "b")  # TQ512
    assert [name for name in names] == ["a", "b"]  # TQ512


def test_sorted(tmp_path):
    export(tmp_path)
    assert sorted(os.listdir(tmp_path)) == ["a", "b"]
    names = os.listdir(tmp_path)
    names.sort()
    assert names == ["a", "b"]
    ordered = sorted(tmp_path.iterdir())
    assert ordered == [tmp_path / "a", tmp_path / "b"]
    assert ordered[0] == tmp_path / "a"
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["a", "b"]


def test_sets_compared(tmp_path):
    export(tmp_path)
    assert set(os.listdir(tmp_path)) == {"a", "b"}
    assert {path.name for path in tmp_path.iterdir()} == {"a", "b"}
    assert set(kinds()) == set(["a", "b"])
    assert len(os.listdir(tmp_path)) == 2
    assert "a" in os.listdir(tmp_path)
    assert [{"a", "b"}, {"c"}] == [set(kinds()), {"c"}]
    assert (1, {"a", "b"}) == kinds(1)


def test_one_entry(tmp_path):
    export(tmp_path)
    assert os.listdir(tmp_path) == ["a"]
    assert os.listdir(tmp_path) == []
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]
    files = list(tmp_path.iterdir())
    assert len(files) == 1
    assert files[0].name == "a"
    (only,) = tmp_path.iterdir()
    assert only.name == "a"


def test_small_ints():
    assert list({1, 2, 3}) == [1, 2, 3]
    assert list(set(range(3))) == [0, 1, 2]
    assert list(set([3, 1])) == [1, 3]


def test_order_of_the_product():
    assert kinds() == ["a", "b"]
    assert kinds(os.listdir("in")) == ["a", "b"]
    assert list({"a": 1, "b": 2}) == ["a", "b"]


class Case(unittest.TestCase):
    def test_listing(self):
        export("out")
        self.assertEqual(os.listdir("out"), ["a", "b"])  # TQ512
        self.assertListEqual(["a", "b"], os.listdir("out"))  # TQ512
        self.assertCountEqual(os.listdir("out"), ["a", "b"])
        self.assertEqual(sorted(os.listdir("out")), ["a", "b"])


def test_exact_pattern(tmp_path):
    export(tmp_path)
    assert next(tmp_path.glob("a.csv")).name == "a.csv"
    assert glob.glob("out/a.csv")[0] == "out/a.csv"


def test_set_comprehension_in_a_call(shop):
    assert list({name.lower() for name in shop.names()}) == ["a", "b"]  # TQ512


def test_set_comprehension_in_a_bound_call(shop):
    found = tuple({name for name in shop.names()})
    assert found == ("a", "b")  # TQ512
