"""`testquality check`: the same findings as flake8, and the fixes that flake8 cannot make."""

from __future__ import annotations

import ast
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import flake8, run

ROOT = Path(__file__).parents[1]
FIXABLE = "def test_total(cart):\n    # kept: é 日本\n    assert cart.open and cart.total == 42  # two claims\n"
SPLIT = "assert cart.open\n"


def check(*arguments: str, cwd: Path) -> tuple[int, str, str]:
    done = run("flake8_testquality", "check", *arguments, cwd=cwd)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("folder", "arguments"),
    [
        ("examples", []),
        ("examples", ["--tq-profile", "strict"]),
        ("examples", ["--tq-profile", "strict", "--extend-ignore", "TQ3", "--per-file-ignores", "*/test_feed.py:TQ2"]),
        ("examples", ["--exclude", "*/hollow/*"]),
        ("tests", ["--tq-profile", "strict", "--disable-noqa"]),
    ],
)
def test_findings_are_those_of_flake8(folder: str, arguments: list[str]) -> None:
    theirs = flake8(*arguments, folder, cwd=ROOT)
    assert check(*arguments, folder, cwd=ROOT) == (theirs.returncode, theirs.stdout, theirs.stderr)


def test_noqa_is_honoured_as_by_flake8(tmp_path: Path) -> None:
    text = "def test_total():  # noqa: TQ202 later\n    pass\n\n\ndef test_tax():\n    pass\n"
    (tmp_path / "test_shop.py").write_text(text, encoding="utf-8")
    done = flake8("test_shop.py", cwd=tmp_path)
    assert check("test_shop.py", cwd=tmp_path) == (1, done.stdout, "")
    assert done.stdout.count("TQ202") == 1


@pytest.mark.parametrize(
    ("statement", "findings"),
    [
        ('assert """a\nb"""  # noqa', 0),
        ('assert (\n    "a"\n)  # noqa', 1),
        ('assert \\\n    "a"  # noqa', 0),
        ('"""a\nb"""; assert "a"  # noqa', 0),
        ("x = 1; \\\n    assert 'a'  # noqa", 0),
        ("assert ['a',  # noqa\n    '''b\nc''']", 0),
        ("assert 'a'\n    '''b\n    c'''  # noqa", 1),
    ],
)
def test_noqa_reaches_the_lines_that_flake8_joins(tmp_path: Path, statement: str, findings: int) -> None:
    text = f"def test_total():\n    {statement}\n"
    (tmp_path / "test_shop.py").write_text(text, encoding="utf-8")
    done = flake8("--select", "TQ203", "test_shop.py", cwd=tmp_path)
    assert check("--select", "TQ203", "test_shop.py", cwd=tmp_path)[1] == done.stdout
    assert done.stdout.count("TQ203") == findings


def test_select_and_ignore(tmp_path: Path) -> None:
    (tmp_path / "test_shop.py").write_text("def test_total():\n    pass\n", encoding="utf-8")
    assert check("--ignore", "TQ202", cwd=tmp_path)[:2] == (0, "")
    assert "TQ710" not in check("--select", "TQ2", cwd=tmp_path)[1]


def strict(*arguments: str, cwd: Path) -> tuple[int, str, str]:
    return check("--select", "TQ311", *arguments, cwd=cwd)


@pytest.mark.parametrize(
    ("mark", "encoding", "newline"),
    [(b"", "utf-8", "\n"), (b"\xef\xbb\xbf", "utf-8", "\n"), (b"", "utf-8", "\r\n"), (b"", "latin-1", "\n")],
    ids=["plain", "bom", "crlf", "latin-1"],
)
def test_fix_keeps_encoding_newlines_and_comments(tmp_path: Path, mark: bytes, encoding: str, newline: str) -> None:
    text = "# coding: latin-1\n" + FIXABLE.replace("日本", "ü") if encoding == "latin-1" else FIXABLE
    file = tmp_path / "test_shop.py"
    file.write_bytes(mark + text.replace("\n", newline).replace("  # two claims", "").encode(encoding))
    assert strict("--fix", cwd=tmp_path)[0] == 0
    data = file.read_bytes()
    assert data.startswith(mark)
    after = data[len(mark) :].decode(encoding)
    assert after.count("\n") == after.count(newline)
    assert after.replace(newline, "\n") == text.replace("assert cart.open and ", SPLIT + "    assert ").replace(
        "  # two claims", ""
    )


def test_second_fix_changes_nothing(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    check("--fix", "--unsafe-fixes", "--tq-profile", "strict", "examples", cwd=tmp_path)
    once = {path: path.read_bytes() for path in tmp_path.rglob("*.py")}
    check("--fix", "--unsafe-fixes", "--tq-profile", "strict", "examples", cwd=tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.py")} == once
    assert any(path.read_bytes() != (ROOT / path.relative_to(tmp_path)).read_bytes() for path in once)


def test_diff_shows_the_fix_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "test_shop.py").write_text(FIXABLE.replace("  # two claims", ""), encoding="utf-8")
    code, out, err = strict("--diff", cwd=tmp_path)
    assert (code, err) == (1, "Would fix 1 finding(s) in 1 file(s).\n")
    assert "+    assert cart.open\n+    assert cart.total == 42\n" in out
    assert "cart.open and" in (tmp_path / "test_shop.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("mode", ["--diff", "--fix"])
def test_link_is_neither_fixed_nor_shown_as_fixed(tmp_path: Path, mode: str) -> None:
    (tmp_path / "shop.txt").write_text(FIXABLE.replace("  # two claims", ""), encoding="utf-8")
    (tmp_path / "test_shop.py").symlink_to("shop.txt")
    _, out, err = strict(mode, cwd=tmp_path)
    assert "@@" not in out
    assert err == "testquality: ./test_shop.py: is a symbolic link, not fixed; fix the file that it points to\n"
    assert "cart.open and" in (tmp_path / "shop.txt").read_text(encoding="utf-8")


def test_silenced_findings_are_not_fixed(tmp_path: Path) -> None:
    text = FIXABLE.replace("# two claims", "# noqa: TQ311 both or none")
    (tmp_path / "test_shop.py").write_text(text, encoding="utf-8")
    assert strict("--fix", cwd=tmp_path)[0] == 0
    assert (tmp_path / "test_shop.py").read_text(encoding="utf-8") == text


def test_file_that_does_not_parse_is_not_touched(tmp_path: Path) -> None:
    text = FIXABLE + "def (\n"
    (tmp_path / "test_shop.py").write_text(text, encoding="utf-8")
    assert strict("--fix", cwd=tmp_path) == (0, "", "")
    assert (tmp_path / "test_shop.py").read_text(encoding="utf-8") == text


def test_unsafe_fixes_must_be_asked_for(tmp_path: Path) -> None:
    text = "def test_total(cart):\n    print(cart.total)\n    assert cart.total == 42\n"
    (tmp_path / "test_shop.py").write_text(text, encoding="utf-8")
    assert check("--select", "TQ715", "--fix", cwd=tmp_path)[0] == 1
    assert (tmp_path / "test_shop.py").read_text(encoding="utf-8") == text
    assert check("--select", "TQ715", "--fix", "--unsafe-fixes", cwd=tmp_path)[0] == 0
    assert "print" not in (tmp_path / "test_shop.py").read_text(encoding="utf-8")


def test_add_noqa_silences_everything(tmp_path: Path) -> None:
    text = (
        "def test_total():  # noqa: E501\n    pass\n\n\ndef test_tax(cart):\n    assert (\n        cart.tax, 'tax')\n"
    )
    (tmp_path / "test_shop.py").write_text(text, encoding="utf-8")
    assert check("--add-noqa", cwd=tmp_path)[0] == 0
    assert check(cwd=tmp_path) == (0, "", "")
    assert "# noqa: E501,TQ202\n" in (tmp_path / "test_shop.py").read_text(encoding="utf-8")


JOINED = """\
def test_city(desk):
    x = desk.city()
    assert \"\"\"a
    b\"\"\" == \"\"\"a
    b\"\"\"
    assert x == \\
        x
    assert x.name == x.name; y = "\x0c é"
    assert x.zip == x.zip  # where
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_add_noqa_writes_comments_and_nothing_into_strings(tmp_path: Path, newline: str) -> None:
    file = tmp_path / "test_shop.py"
    file.write_text(JOINED, encoding="utf-8", newline=newline)
    assert check("--add-noqa", cwd=tmp_path)[0] == 0
    assert check(cwd=tmp_path) == (0, "", "")
    after = file.read_bytes().decode().replace(newline, "\n")
    assert ast.dump(ast.parse(after)) == ast.dump(ast.parse(JOINED))
    assert [line for line in after.split("\n") if "noqa" not in line] == [
        *JOINED.split("\n")[:4], "    assert x == \\", ""
    ]  # fmt: skip


def test_add_noqa_names_what_no_comment_can_silence(tmp_path: Path) -> None:
    text = 'def test_noqa():\n    assert "# noqa: E1" == "# noqa: E1"\n'
    (tmp_path / "test_shop.py").write_text(text, encoding="utf-8")
    code, _, error = check("--add-noqa", cwd=tmp_path)
    assert (code, "test_shop.py:2: TQ204 cannot be silenced" in error) == (0, True)
    assert '"# noqa: E1" == "# noqa: E1"' in (tmp_path / "test_shop.py").read_text(encoding="utf-8")


def test_noqa_behind_a_form_feed_keeps_its_line(tmp_path: Path) -> None:
    text = '\x0c\nPAGE = "\x0c"\n\n\n' + FIXABLE.replace("# two claims", "# noqa: TQ311 both")
    (tmp_path / "test_shop.py").write_text(text, encoding="utf-8")
    assert strict("--fix", cwd=tmp_path) == (0, "", "")
    assert (tmp_path / "test_shop.py").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["check", "nosuch"], "nosuch does not exist"),
        (["check", "--fix", "nosuch.py", "."], "nosuch.py does not exist"),
        (["check", "--add-noqa", "nosuch"], "nosuch does not exist"),
        (["baseline", "create", "nosuch"], "nosuch does not exist"),
        (["check", "--select", "XYZ1", "."], "'XYZ1'"),
        (["check", "--select", "TQ2,tq1", "."], "'tq1'"),
        (["check", "--select", "TQ999", "."], "'TQ999'"),
        (["check", "--ignore", "1;;", "."], "'1;;'"),
        (["check", "--output-format", "fancy", "."], "'fancy'"),
        (["check", "--diff", "-"], "stdin"),
        (["check", "--add-noqa", "-"], "stdin"),
    ],
)
def test_wrong_call_is_one_clear_line(tmp_path: Path, arguments: list[str], word: str) -> None:
    done = run("flake8_testquality", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert word in done.stderr


@pytest.mark.parametrize(
    ("arguments", "configuration", "word"),
    [
        (["check", "--config", "no.cfg"], "", "no.cfg"),
        (["check", "--append-config", "no.cfg"], "", "no.cfg"),
        (["check", "--per-file-ignores", "x"], "", "per-file-ignores"),
        (["baseline", "create", "--require-plugins", "no-such"], "", "no-such"),
        (["check"], "max-line-length = long", "setup.cfg"),
        (["config"], "ignore = TQ12345", "TQ12345"),
        (["rules"], "select = TQ\nselect = E", "setup.cfg"),
    ],
)
def test_options_that_flake8_cannot_use_are_one_clear_line(
    tmp_path: Path, arguments: list[str], configuration: str, word: str
) -> None:
    (tmp_path / "setup.cfg").write_text(f"[flake8]\n{configuration}\n", encoding="utf-8")
    done = run("flake8_testquality", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert word in done.stderr


def test_path_behind_two_dashes_may_begin_with_one(tmp_path: Path) -> None:
    (tmp_path / "-test_shop.py").write_text("def test_total():\n    pass\n", encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\npython_files = *.py\n", encoding="utf-8")
    assert check("--ignore", "TQ1", "--", "-test_shop.py", cwd=tmp_path)[1].startswith("-test_shop.py:1:1: TQ202 ")


def test_file_that_is_too_deep_for_python_leaves_the_others_checked(tmp_path: Path) -> None:
    (tmp_path / "test_deep.py").write_text(f"def test_deep():\n    assert f(){'.a()' * 20_000}\n", encoding="utf-8")
    (tmp_path / "test_shop.py").write_text("def test_total():\n    pass\n", encoding="utf-8")
    code, out, error = check(cwd=tmp_path)
    assert (code, out.count("\n"), error.count("\n")) == (1, 1, 1)
    assert "./test_deep.py: nested too deeply" in error


@pytest.mark.skipif(sys.platform != "linux", reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["rules"], ["check", "."]])
def test_output_that_cannot_be_written_is_one_clear_line(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "test_shop.py").write_text("def test_total():\n    pass\n", encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "flake8_testquality", *arguments]
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)


def heed_interruptions() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal")
def test_interruption_is_one_clear_line(tmp_path: Path) -> None:
    # a file that is never read to its end
    os.mkfifo(tmp_path / "test_shop.py")
    command = [sys.executable, "-m", "flake8_testquality", "explain", "test_shop.py::test_total"]
    pipes = {"stderr": subprocess.PIPE, "stdout": subprocess.DEVNULL}
    with (
        # in the background of a shell the signal is ignored, and so it would be in what is started there
        subprocess.Popen(command, cwd=tmp_path, preexec_fn=heed_interruptions, **pipes) as running,
        (tmp_path / "test_shop.py").open("wb"),
    ):
        running.send_signal(signal.SIGINT)
        _, error = running.communicate(timeout=60)
    assert (running.returncode, error) == (130, b"testquality: interrupted\n")


def test_edits_that_break_a_text_together_are_applied_one_after_another(tmp_path: Path) -> None:
    loop = "    for item in cart:\n        print(item)\n        print(item.price)\n    assert cart.total == 3\n"
    text = "\n\n".join(f"def test_{number}(cart):\n{loop}" for number in range(3))
    text += "\n\ndef test_3(cart):\n    print(cart)\n    assert cart.total == 3\n"
    (tmp_path / "test_shop.py").write_text(text, encoding="utf-8")
    done = run("flake8_testquality", "check", "--select", "TQ715", "--fix", "--unsafe-fixes", ".", cwd=tmp_path)
    assert "Fixed 4 finding(s)" in done.stderr
    fixed = (tmp_path / "test_shop.py").read_text(encoding="utf-8")
    assert fixed.count("print") == 3
    run("flake8_testquality", "check", "--select", "TQ715", "--fix", "--unsafe-fixes", ".", cwd=tmp_path)
    assert (tmp_path / "test_shop.py").read_text(encoding="utf-8") == fixed
