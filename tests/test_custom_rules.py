"""User rules in ast-grep's YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import flake8, positions, run

RULE = """\
id: TQ901
language: python
message: build carts with make_cart()
rule:
  pattern: Cart($$$ARGS)
"""
CODE = "import pytest\n\n\n@pytest.fixture\ndef cart():\n    return Cart(1)\n\n\n"
CODE += "def test_é():\n    é = Cart(1 + 2, '日本')\n    assert é.total == 3\n"


def lint(folder: Path, rule: str, *arguments: str) -> tuple[list[str], str, int]:
    (folder / "rules.yml").write_text(rule, encoding="utf-8")
    (folder / "test_shop.py").write_text(CODE, encoding="utf-8")
    done = flake8("--tq-rules", "rules.yml", "--select", "TQ9", *arguments, "test_shop.py", cwd=folder)
    return positions(done.stdout), done.stderr, done.returncode


@pytest.mark.parametrize(
    ("extra", "found"),
    [
        ("", ["test_shop.py:10:9: TQ901", "test_shop.py:6:12: TQ901"]),
        ("metadata: {scope: tests}\n", ["test_shop.py:10:9: TQ901"]),
        ("metadata: {scope: fixtures}\n", ["test_shop.py:6:12: TQ901"]),
        ("files: ['unit/**']\n", []),
        ("ignores: ['test_*.py']\n", []),
        ("severity: 'off'\n", []),
        ("constraints: {ARGS: {regex: nothing}}\n", ["test_shop.py:10:9: TQ901", "test_shop.py:6:12: TQ901"]),
    ],
)
def test_rule_reports_within_its_scope_and_files(tmp_path: Path, extra: str, found: list[str]) -> None:
    assert lint(tmp_path, RULE + extra)[:2] == (found, "")


def test_braces_in_a_message_are_shown_as_written(tmp_path: Path) -> None:
    (tmp_path / "rules.yml").write_text(RULE.replace("make_cart()", "make_cart({}) %s"), encoding="utf-8")
    (tmp_path / "test_x.py").write_text(CODE, encoding="utf-8")
    done = flake8("--tq-rules", "rules.yml", "--select", "TQ901", ".", cwd=tmp_path)
    assert "TQ901 build carts with make_cart({}) %s\n" in done.stdout


def test_marker_suppresses_a_user_rule(tmp_path: Path) -> None:
    (tmp_path / "rules.yml").write_text(RULE, encoding="utf-8")
    text = CODE.replace("def test_é():", "def test_é():  # quality: disable TQ901 (the class is tested)")
    (tmp_path / "test_shop.py").write_text(text, encoding="utf-8")
    done = flake8("--tq-rules", "rules.yml", "--select", "TQ9", "test_shop.py", cwd=tmp_path)
    assert positions(done.stdout) == ["test_shop.py:6:12: TQ901"]


def test_fix_fills_in_what_was_captured(tmp_path: Path) -> None:
    rule = RULE.replace("Cart($$$ARGS)", "Cart($A, $B)") + "fix: make_cart(name=$B, price=$A * 2)\n"
    lint(tmp_path, rule)
    run(
        "flake8_testquality",
        "check",
        "--tq-rules",
        "rules.yml",
        "--select",
        "TQ9",
        "--fix",
        "--unsafe-fixes",
        cwd=tmp_path,
    )
    assert "é = make_cart(name='日本', price=(1 + 2) * 2)" in (tmp_path / "test_shop.py").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("either(a, b) and c", "(a or b) and c"),
        ("not either(a, b)", "not (a or b)"),
        ("either(a, b).total", "(a or b).total"),
        ("pay(either(a, b), k=[either(a, b)])", "pay(a or b, k=[a or b])"),
        ("either(a, either(b, c))", "a or (b or c)"),
    ],
)
def test_fix_keeps_what_is_around_it_apart(tmp_path: Path, before: str, after: str) -> None:
    text = RULE.replace("Cart($$$ARGS)", "either($A, $B)") + "fix: $A or $B\nmetadata: {fix: safe}\n"
    (tmp_path / "rules.yml").write_text(text, encoding="utf-8")
    code = "def test_either(a, b, c):\n    assert {}\n"
    (tmp_path / "test_shop.py").write_text(code.format(before), encoding="utf-8")
    run("flake8_testquality", "check", "--tq-rules", "rules.yml", "--select", "TQ9", "--fix", cwd=tmp_path)
    assert (tmp_path / "test_shop.py").read_text(encoding="utf-8") == code.format(after)


@pytest.mark.parametrize("extra", ["severity: off\n", "note: 2024-01-02\nseverity: off\n"])
def test_words_are_those_of_yaml_as_ast_grep_reads_it(tmp_path: Path, extra: str) -> None:
    assert lint(tmp_path, RULE.replace("build carts with make_cart()", "on") + extra) == ([], "", 0)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (RULE.replace("Cart($$$ARGS)", "'def ('"), "no Python"),
        (RULE.replace("pattern: Cart($$$ARGS)", "regex: '.'"), "nearly every node"),
        (RULE.replace("pattern: Cart($$$ARGS)", "pattern: $A"), "nearly every node"),
        (RULE.replace("pattern: Cart($$$ARGS)", "regex: '('"), "regex"),
        (RULE.replace("pattern: Cart($$$ARGS)", "kind: nope"), "nope"),
        (RULE.replace("pattern:", "patern:"), "patern"),
        (RULE + "colour: red\n", "colour"),
        (RULE + "metadata: {colour: red}\n", "colour"),
        (RULE.replace("TQ901", "TQ101"), "TQ900 to TQ999"),
        (RULE.replace("id: TQ901\n", ""), "without id"),
        (RULE + "---\n" + RULE, "used already"),
        (RULE.replace("python", "rust"), "language"),
        (RULE.replace("message: build carts with make_cart()\n", ""), "message"),
        ("[1, 2", "no YAML"),
        ("- 1\n- 2\n", "mapping"),
        (RULE + "message: another\n", "'message' stands twice"),
        ("a: &a [x]\nb: [*a, *a]\n", "aliases"),
        ("[" * 100 + "]" * 100, "deeper"),
        ("# " + "x" * 10_000_000, "larger than"),
        (RULE + "severity: fatal\n", "severity"),
    ],
    ids=lambda value: value[:20].split("\n")[0] if isinstance(value, str) and len(value) < 40 else "rule",
)
def test_bad_rule_is_one_clear_line(tmp_path: Path, rule: str, words: str) -> None:
    found, error, code = lint(tmp_path, rule)
    assert (found, code, len(error.splitlines())) == ([], 1, 1)
    assert "rules.yml" in error
    assert words in error
    assert "backtrace" not in error


def test_missing_folder_is_one_clear_line(tmp_path: Path) -> None:
    done = flake8("--tq-rules", "nowhere/", ".", cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "nowhere" in done.stderr


EXAMPLES = 'metadata:\n  invalid: ["def test_a(): Cart(1)"]\n  valid: ["def test_a(): make_cart(1)"]\n'


@pytest.mark.parametrize(
    ("rule", "code", "last"),
    [
        (RULE + EXAMPLES, 0, "2 passed, 0 failed"),
        (RULE + EXAMPLES.replace("make_cart(1)", "Cart(2)"), 1, "1 passed, 1 failed"),
        (RULE + EXAMPLES.replace("make_cart(1)", "make_cart("), 1, "1 passed, 1 failed"),
        (RULE + EXAMPLES.replace("def test_a(): Cart(1)", ""), 1, "1 passed, 1 failed"),
        (RULE, 1, "0 passed, 0 failed"),
    ],
)
def test_examples_in_the_rule_file_are_tried(tmp_path: Path, rule: str, code: int, last: str) -> None:
    (tmp_path / "rules.yml").write_text(rule, encoding="utf-8")
    done = run("flake8_testquality", "rules", "--rules", "rules.yml", "--test", cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (code, last)


def test_rules_command_knows_the_configured_rules(tmp_path: Path) -> None:
    (tmp_path / "rules.yml").write_text(RULE + EXAMPLES, encoding="utf-8")
    done = run("flake8_testquality", "rules", "--test", cwd=tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    (tmp_path / ".flake8").write_text("[flake8]\ntq-rules = rules.yml\n", encoding="utf-8")
    done = run("flake8_testquality", "rules", "--test", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "2 passed, 0 failed\n", "")
    assert "TQ901" in run("flake8_testquality", "rules", cwd=tmp_path).stdout
    page = run("flake8_testquality", "rule", "TQ901", cwd=tmp_path)
    assert (page.returncode, "build carts with make_cart()" in page.stdout) == (0, True)
