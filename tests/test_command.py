"""`testquality rules`, `rule`, `new` and `config`, and the files that are generated from the rules."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from flake8_testquality.docs import outdated
from flake8_testquality.registry import all_rules
from tests.running import run

ROOT = Path(__file__).parents[1]


def test_generated_files_are_up_to_date() -> None:
    assert [str(path.relative_to(ROOT)) for path in outdated(ROOT)] == []


def test_changelog_names_every_rule() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [rule.code for rule in all_rules() if f"{rule.code} `{rule.name}`" not in text] == []


def test_codes_and_names_are_unique_and_well_formed() -> None:
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules) > 100
    assert [rule.code for rule in rules if not re.fullmatch(r"TQ[0-8]\d\d", rule.code)] == []


def test_a_rule_is_one_small_file() -> None:
    files = [path for path in (ROOT / "flake8_testquality" / "rules").rglob("*.py") if path.name != "__init__.py"]
    assert len(files) == len(all_rules())
    assert [path.name for path in files if path.read_text(encoding="utf-8").count("\n") > 120] == []


def test_rules_as_json_is_a_list_of_objects(tmp_path: Path) -> None:
    done = run("flake8_testquality", "rules", "--output-format", "json", cwd=tmp_path)
    rules = json.loads(done.stdout)
    assert [rule["code"] for rule in rules] == [rule.code for rule in all_rules()]
    assert {"code", "name", "profile", "fix", "message", "peers", "options", "url"} <= set(rules[0])


@pytest.mark.parametrize("word", ["TQ105", "tq105", "shadowed-test"])
def test_rule_shows_its_page(tmp_path: Path, word: str) -> None:
    done = run("flake8_testquality", "rule", word, cwd=tmp_path)
    assert (done.returncode, done.stdout.split("\n")[0]) == (0, "# TQ105 shadowed-test")


def test_unknown_rule_names_its_neighbours(tmp_path: Path) -> None:
    done = run("flake8_testquality", "rule", "shadowed-tests", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "shadowed-test" in done.stderr


def test_new_writes_a_rule_file_that_is_python(tmp_path: Path) -> None:
    done = run("flake8_testquality", "new", "TQ299", "forgotten-await", "--folder", ".", cwd=tmp_path)
    file = tmp_path / "hollow" / "forgotten_await.py"
    assert (done.returncode, done.stdout.strip()) == (0, "hollow/forgotten_await.py")
    compile(file.read_text(encoding="utf-8"), str(file), "exec")


@pytest.mark.parametrize(
    "arguments",
    [
        ("TQ105", "another"),
        ("TQ299", "shadowed-test"),
        ("TQ9", "name"),
        ("TQ299", "Bad_Name"),
        ("TQ299", "x", "--folder", "no"),
    ],
)
def test_new_refuses_what_cannot_be(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run("flake8_testquality", "new", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert list(tmp_path.iterdir()) == []


def test_config_says_where_a_value_comes_from(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.flake8-testquality]\ntq-profile = "core"\n', encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n    slow: takes long\n", encoding="utf-8")
    (tmp_path / "conftest.py").write_text("", encoding="utf-8")
    done = run("flake8_testquality", "config", ".", cwd=tmp_path)
    assert done.returncode == 0
    assert f"tq-profile = core  [{tmp_path / 'pyproject.toml'}]" in done.stdout
    assert f"pytest configuration = {tmp_path / 'pytest.ini'}" in done.stdout
    assert "  markers = slow\n" in done.stdout
    assert "conftest.py" in done.stdout.splitlines()[-1]


def test_config_says_what_the_pytest_configuration_lets_pass(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\nstrict_config = true\naddopts = -x\n", encoding="utf-8")
    (tmp_path / "test_a.py").write_text("import pytest\n\npytestmark = pytest.mark.slow\n", encoding="utf-8")
    done = run("flake8_testquality", "config", ".", cwd=tmp_path)
    words = ["strict_markers", "xfail_strict", "`-x`", "`slow`"]
    said = [line for line in done.stdout.splitlines() if line.startswith("  TQ830 ")]
    assert [next(word for word in words if word in line) for line in said] == words


def test_unknown_command_is_a_usage_error(tmp_path: Path) -> None:
    assert run("flake8_testquality", "nonsense", cwd=tmp_path).returncode == 2
