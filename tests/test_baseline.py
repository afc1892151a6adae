"""`testquality baseline` on real files, and the plugin with a baseline through the real flake8."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.running import flake8, positions, run

CODE = """\
def test_total(cart):
    assert cart.total == cart.total


def test_tax(cart):
    assert (cart.tax, "tax is due")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "test_shop.py").write_text(CODE, encoding="utf-8")
    done = run("flake8_testquality", "baseline", "create", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    return tmp_path


def found(project: Path, *arguments: str) -> list[str]:
    return positions(flake8("--tq-baseline", "testquality-baseline.json", *arguments, ".", cwd=project).stdout)


def test_known_findings_are_silent(project: Path) -> None:
    assert found(project) == []
    assert len(positions(flake8(".", cwd=project).stdout)) >= 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n\n# moved\n" + CODE, id="lines-in-front"),
        pytest.param("\n\n".join(CODE.split("\n\n\n")[::-1]), id="order"),
        pytest.param(
            CODE.replace("cart.total == cart.total", "(\n        cart.total\n        == cart.total\n    )"),
            id="wrapped",
        ),
        pytest.param(CODE.replace('"', "'"), id="quotes"),
        pytest.param(CODE.replace("    ", "  "), id="indent"),
    ],
)
def test_moved_and_reformatted_code_stays_silent(project: Path, text: str) -> None:
    (project / "test_shop.py").write_text(text, encoding="utf-8")
    assert found(project) == []


def test_one_more_of_the_same_kind_in_the_same_test_shows(project: Path) -> None:
    more = CODE.replace(
        "    assert cart.total == cart.total\n", "    assert cart.total == cart.total\n    cart.add()\n" * 2, 1
    )
    (project / "test_shop.py").write_text(more, encoding="utf-8")
    assert found(project, "--select", "TQ204") == ["./test_shop.py:4:5: TQ204"]


def test_baseline_is_found_beside_the_configuration_that_names_it(project: Path) -> None:
    (project / "setup.cfg").write_text("[flake8]\ntq-baseline = testquality-baseline.json\n", encoding="utf-8")
    (project / "unit").mkdir()
    (project / "test_shop.py").rename(project / "unit" / "test_shop.py")
    assert run("flake8_testquality", "baseline", "prune", cwd=project).returncode == 0
    for folder in (project, project / "unit"):
        done = flake8(".", cwd=folder)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert run("flake8_testquality", "baseline", "check", cwd=folder).returncode == 0


def test_check_fails_on_a_new_finding_and_names_it(project: Path) -> None:
    assert run("flake8_testquality", "baseline", "check", cwd=project).returncode == 0
    (project / "test_new.py").write_text(CODE, encoding="utf-8")
    done = run("flake8_testquality", "baseline", "check", cwd=project)
    assert done.returncode == 1
    assert "./test_new.py:2:5: TQ204" in positions(done.stdout)
    assert "test_shop.py" not in done.stdout


def test_prune_drops_the_cured_and_follows_a_renamed_file(project: Path) -> None:
    (project / "test_shop.py").rename(project / "test_store.py")
    (project / "test_store.py").write_text(CODE.replace('(cart.tax, "tax is due")', "cart.tax == 8"), encoding="utf-8")
    done = run("flake8_testquality", "baseline", "prune", cwd=project)
    assert done.returncode == 0
    assert "test_shop.py -> test_store.py: moved" in done.stdout
    entries = json.loads((project / "testquality-baseline.json").read_text(encoding="utf-8"))["findings"]
    assert [(entry["file"], entry["code"]) for entry in entries] == [("test_store.py", "TQ204")]


CURED = CODE.replace("cart.total == cart.total", "cart.total == 42")


@pytest.mark.parametrize(
    ("text", "arguments"),
    [(CURED, ["unit"]), (CURED, ["--exclude", "test_shop.py"]), (CURED + "def (\n", [])],
    ids=["elsewhere", "excluded", "broken"],
)
def test_prune_keeps_what_it_did_not_look_at(project: Path, text: str, arguments: list[str]) -> None:
    before = (project / "testquality-baseline.json").read_text(encoding="utf-8")
    (project / "unit").mkdir()
    (project / "unit" / "test_tax.py").write_text(CURED, encoding="utf-8")
    (project / "test_shop.py").write_text(text, encoding="utf-8")
    check = run("flake8_testquality", "baseline", "check", *arguments, cwd=project)
    assert "cured" not in check.stderr
    done = run("flake8_testquality", "baseline", "prune", *arguments, cwd=project)
    assert (done.returncode, "0 dropped" in done.stdout) == (0, True)
    assert (project / "testquality-baseline.json").read_text(encoding="utf-8") == before


@pytest.mark.parametrize("place", ["nowhere/known.json", "folder", "link.json"])
def test_baseline_that_cannot_be_written_is_one_clear_line(project: Path, place: str) -> None:
    (project / "folder").mkdir()
    (project / "link.json").symlink_to(project.parent / "elsewhere.json")
    done = run("flake8_testquality", "baseline", "create", "--force", "--baseline", place, cwd=project)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert f"{place} cannot be written" in done.stderr
    assert not (project.parent / "elsewhere.json").exists()


def test_create_keeps_an_existing_file(project: Path) -> None:
    before = (project / "testquality-baseline.json").read_text(encoding="utf-8")
    done = run("flake8_testquality", "baseline", "create", cwd=project)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert (project / "testquality-baseline.json").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "No such file"),
        ("{", "is no baseline"),
        ('{"format": 9, "findings": []}', "format 9"),
        ('{"format": 1, "findings": [{"file": "x"}]}', "is no baseline"),
        ("[]", "names no format"),
        ("", "is no baseline"),
        ("[" * 100_000, "is no baseline"),
        ('{"format": 1}', "no list of findings"),
        ('{"format": 1, "findings": [{"file": "x", "code": "y", "in": "", "statement": "", "count": -1}]}', "entry 1"),
    ],
)
def test_unusable_baseline_is_one_clear_line(tmp_path: Path, text: str | None, words: str) -> None:
    if text is not None:
        (tmp_path / "known.json").write_text(text, encoding="utf-8")
    done = flake8("--tq-baseline", "known.json", ".", cwd=tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert "known.json" in done.stderr
    assert words in done.stderr


LONG = '''\
import random

from shop import Rectangle


def test_area():
    shape = Rectangle(random.randint(21, 100), random.randint(21, 100))
    shape.double()
    shape.move(1, 1)
    assert shape.area() == 400
'''
BROKEN = LONG.replace(
    "Rectangle(random.randint(21, 100), random.randint(21, 100))",
    """Rectangle(
        random.randint(
            21,
            100,
        ),
        random.randint(21, 100),
    )""",
)


@pytest.mark.parametrize(("before", "after"), [(LONG, BROKEN), (BROKEN, LONG)], ids=["broken", "joined"])
def test_findings_alike_in_one_statement_count_once_in_any_layout(tmp_path: Path, before: str, after: str) -> None:
    path = tmp_path / "test_area.py"
    (tmp_path / ".flake8").write_text("[flake8]\ntq-profile = strict\n", encoding="utf-8")
    path.write_text(before, encoding="utf-8")
    assert run("flake8_testquality", "baseline", "create", cwd=tmp_path).returncode == 0
    path.write_text(after, encoding="utf-8")
    done = run("flake8_testquality", "baseline", "check", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    arguments = ("--tq-baseline", "testquality-baseline.json", "--select", "TQ504", ".")
    assert flake8(*arguments, cwd=tmp_path).stdout == ""
    path.write_text(after + "    assert random.randint(1, 2) == shape.width\n", encoding="utf-8")
    assert positions(flake8(*arguments, cwd=tmp_path).stdout) != []


DOCUMENTED = """\
def test_{name}(shop):
    '''The price of {name}.'''
    assert shop.price({name!r}) == {price}
    shop.close()
"""
PRICES = {"tea": 3, "cake": 5, "milk": 1, "bread": 2}
ALIKE = [DOCUMENTED.format(name=name, price=price) for name, price in PRICES.items()]
COPY = ALIKE[0].replace("test_tea", "test_coffee")


def test_tests_alike_are_known_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "test_prices.py"
    (tmp_path / ".flake8").write_text("[flake8]\ntq-profile = strict\n", encoding="utf-8")
    path.write_text("\n\n".join([*ALIKE[:3], COPY]), encoding="utf-8")
    assert run("flake8_testquality", "baseline", "create", cwd=tmp_path).returncode == 0
    path.write_text("\n\n".join([COPY, *reversed(ALIKE[:3])]), encoding="utf-8")
    done = run("flake8_testquality", "baseline", "check", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    path.write_text("\n\n".join([*ALIKE, COPY]), encoding="utf-8")
    done = run("flake8_testquality", "baseline", "check", cwd=tmp_path)
    assert [line.split()[1] for line in done.stdout.splitlines() if "TQ717" in line] == ["TQ717"]
