"""The installed plugin through the real flake8."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import flake8, positions, run

TWICE = """\
def test_total():
    assert total() == 42


def test_total():
    assert total() == 43
"""
SKIPPED = """\
import pytest


@pytest.mark.skip(reason="the till is closed")
def test_total():
    cart = open_cart()
    cart.add("tea")
    assert cart.total == 42
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "setup.cfg").write_text("[flake8]\n", encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (tmp_path / "test_shop.py").write_text(TWICE, encoding="utf-8")
    return tmp_path


def test_select_family_reports_the_finding(project: Path) -> None:
    done = flake8("test_shop.py", cwd=project)
    assert positions(done.stdout) == ["test_shop.py:5:1: TQ105"]
    assert (done.returncode, done.stderr) == (1, "")


def test_version_names_the_plugin(project: Path) -> None:
    assert "flake8-testquality" in run("flake8", "--version", cwd=project).stdout


def test_noqa_silences_the_line(project: Path) -> None:
    (project / "test_shop.py").write_text(
        TWICE.replace(
            "def test_total():\n    assert total() == 43",
            "def test_total():  # noqa: TQ105 kept\n    assert total() == 43",
        ),
        encoding="utf-8",
    )
    assert flake8("test_shop.py", cwd=project).stdout == ""


def test_per_file_ignores_silence_a_prefix(project: Path) -> None:
    (project / "setup.cfg").write_text("[flake8]\nper-file-ignores =\n    test_shop.py:TQ1\n", encoding="utf-8")
    assert flake8("test_shop.py", cwd=project).stdout == ""


def test_source_file_is_left_alone(project: Path) -> None:
    (project / "shop.py").write_text(TWICE, encoding="utf-8")
    assert flake8("shop.py", cwd=project).stdout == ""


@pytest.mark.parametrize(
    ("arguments", "files", "codes"),
    [
        pytest.param([], {}, set(), id="recommended-by-default"),
        pytest.param(["--tq-profile", "strict"], {}, {"TQ116"}, id="command-line"),
        pytest.param([], {"setup.cfg": "[flake8]\ntq-profile = strict\n"}, {"TQ116"}, id="flake8-configuration"),
        pytest.param([], {"setup.cfg": "[flake8]\ntq_profile = strict\n"}, {"TQ116"}, id="underscore-spelling"),
        pytest.param(
            [], {"pyproject.toml": '[tool.flake8-testquality]\ntq-profile = "strict"\n'}, {"TQ116"}, id="pyproject"
        ),
        pytest.param(
            [], {"pyproject.toml": '[tool.flake8-testquality]\nprofile = "strict"\n'}, {"TQ116"}, id="short-key"
        ),
        pytest.param(
            ["--tq-profile=core"],
            {"pyproject.toml": '[tool.flake8-testquality]\ntq-profile = "strict"\n'},
            set(),
            id="command-line-wins",
        ),
        pytest.param(["--extend-select", "TQ116"], {}, {"TQ116"}, id="selected-by-code"),
        pytest.param(["--extend-select", "TQ1"], {}, {"TQ116"}, id="selected-by-family"),
        pytest.param(["--extend-select", "TQ"], {}, set(), id="a-prefix-without-a-digit-selects-nothing-more"),
    ],
)
def test_profile_and_selection(project: Path, arguments: list[str], files: dict[str, str], codes: set[str]) -> None:
    (project / "test_shop.py").write_text(SKIPPED, encoding="utf-8")
    for name, text in files.items():
        (project / name).write_text(text, encoding="utf-8")
    done = flake8(*arguments, "test_shop.py", cwd=project)
    assert ({line.split(" ")[1] for line in done.stdout.splitlines()}, done.stderr) == (codes, "")


@pytest.mark.parametrize(
    ("arguments", "files", "words"),
    [
        pytest.param(["--tq-profile", "lax"], {}, ["tq-profile", "'lax'", "core, recommended, strict"], id="profile"),
        pytest.param(
            ["--tq-profile=lax"], {"setup.cfg": "[flake8]\ntq-profile = core\n"}, ["the command line"], id="both"
        ),
        pytest.param(
            ["--append-config", "more.cfg"],
            {"more.cfg": "[flake8]\ntq-max-patches = many\n"},
            ["tq-max-patches", "'many'", "more.cfg"],
            id="appended",
        ),
        pytest.param(
            [], {"setup.cfg": "[flake8]\ntq-profile = lax\n"}, ["tq-profile", "'lax'", "setup.cfg"], id="flake8-file"
        ),
        pytest.param(
            [],
            {"pyproject.toml": "[tool.flake8-testquality]\ntq-profile = 3\n"},
            ["tq-profile", "3", "pyproject.toml"],
            id="type",
        ),
        pytest.param(
            [],
            {"pyproject.toml": "[tool.flake8-testquality]\ntq-nope = 3\n"},
            ["tq-nope", "unknown", "pyproject.toml"],
            id="key",
        ),
        pytest.param(
            [],
            {"pyproject.toml": "[tool.flake8-testquality\ntq-profile = 3\n"},
            ["pyproject.toml", "cannot be read"],
            id="broken",
        ),
        pytest.param(
            [], {"pyproject.toml": "[tool]\nflake8-testquality = 3\n"}, ["pyproject.toml", "no table"], id="no-table"
        ),
    ],
)
def test_wrong_setting_is_one_clear_line(
    project: Path, arguments: list[str], files: dict[str, str], words: list[str]
) -> None:
    for name, text in files.items():
        (project / name).write_text(text, encoding="utf-8")
    done = flake8(*arguments, "test_shop.py", cwd=project)
    assert done.returncode == 1
    assert [word for word in words if word not in done.stderr] == []
    assert (done.stdout, len(done.stderr.splitlines())) == ("", 1)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xef\xbb\xbf" + TWICE.encode(), id="bom"),
        pytest.param(TWICE.replace("\n", "\r\n").encode(), id="crlf"),
        pytest.param(b"# coding: latin-1\n# caf\xe9\n" + TWICE.encode(), id="latin-1"),
        pytest.param(b"\x0c\n" + TWICE.replace("\n\n\n", "\n\x0c\n\n").encode(), id="form-feed"),
        pytest.param(TWICE.replace("42", "'\x0b \x1c \u2028'").encode(), id="odd-line-separators"),
        pytest.param(TWICE.rstrip("\n").encode(), id="no-last-newline"),
    ],
)
def test_encodings_and_line_ends(project: Path, data: bytes) -> None:
    (project / "test_shop.py").write_bytes(data)
    second = data.decode("latin-1").replace("\r\n", "\n").split("def test_total")[:2]
    line = "def test_total".join(second).count("\n") + 1
    assert positions(flake8("test_shop.py", cwd=project).stdout) == [f"test_shop.py:{line}:1: TQ105"]


def test_columns_are_characters(project: Path) -> None:
    text = "class TestÄ:\n    é = '日本'; ü = 1\n    def test_ü(self): assert ü()\n\n    def test_ü(self): assert é()\n"
    (project / "test_shop.py").write_text(text, encoding="utf-8")
    assert positions(flake8("test_shop.py", cwd=project).stdout) == ["test_shop.py:5:5: TQ105"]


def test_stdin_without_a_name_is_judged_by_content(project: Path) -> None:
    assert positions(flake8("-", cwd=project, stdin=TWICE).stdout) == ["stdin:5:1: TQ105"]


@pytest.mark.parametrize(("name", "found"), [("test_shop.py", ["test_shop.py:5:1: TQ105"]), ("shop.py", [])])
def test_stdin_with_a_name_has_its_project(project: Path, name: str, found: list[str]) -> None:
    assert positions(flake8("--stdin-display-name", name, "-", cwd=project, stdin=TWICE).stdout) == found


def test_folder_with_blanks_and_other_alphabets(project: Path) -> None:
    folder = project / "my tests é 日本"
    folder.mkdir()
    (folder / "test_shop.py").write_text(TWICE, encoding="utf-8")
    done = flake8(str(folder), cwd=project)
    assert done.stdout.split(" TQ105")[0].endswith("test_shop.py:5:1:")


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_findings_are_the_same_with_jobs(project: Path, method: str) -> None:
    for number in range(4):
        (project / f"test_{number}.py").write_text(SKIPPED, encoding="utf-8")
    starter = (
        "import multiprocessing, sys\n"
        "from flake8.main.cli import main\n"
        "if __name__ == '__main__':\n"
        f"    multiprocessing.set_start_method({method!r})\n"
        "    sys.exit(main(sys.argv[1:]))\n"
    )
    (project / "run_flake8.py").write_text(starter, encoding="utf-8")
    outputs = []
    for jobs in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "run_flake8.py", "--select", "TQ", "--tq-profile", "strict", "--jobs", jobs, "."],
            cwd=project, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        outputs.append((positions(done.stdout), done.stderr))
    assert outputs[0] == outputs[1]
    assert len(outputs[0][0]) >= 5


def test_file_that_does_not_parse_costs_nothing_else(project: Path) -> None:
    (project / "test_broken.py").write_text("def test_(:\n", encoding="utf-8")
    (project / "conftest.py").write_text("def fixture(:\n", encoding="utf-8")
    (project / "pytest.ini").write_text("[pytest\npython_files = \n", encoding="utf-8")
    assert positions(flake8(".", cwd=project).stdout) == ["./test_shop.py:5:1: TQ105"]


def test_deep_nesting_is_no_matter(project: Path) -> None:
    deep = "x" + ".a()" * 900
    (project / "test_shop.py").write_text(f"{TWICE}\n\ndef test_deep():\n    assert {deep} == 1\n", encoding="utf-8")
    # pyflakes, which flake8 always loads, does not survive it: our plugin is asked alone
    alone = run("flake8_testquality", "check", "--select", "TQ1", "test_shop.py", cwd=project)
    assert positions(alone.stdout) == ["test_shop.py:5:1: TQ105"]
