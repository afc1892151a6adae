"""The configuration reader against the real pytest: it must say what `Config.getini` says, for every file."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flake8_testquality.model.config_files import parse_ini
from flake8_testquality.model.pytest_config import PytestConfig, find_rootdir, read_config
from tests.effort import examples

ORACLE = """
import json, os, sys, warnings
warnings.simplefilter("ignore")
from _pytest.config import _prepareconfig

LISTS = ["python_files", "python_classes", "python_functions", "testpaths", "norecursedirs", "usefixtures",
         "filterwarnings", "addopts"]
TEXTS = ["asyncio_mode", "anyio_mode", "empty_parameter_set_mark", "asyncio_default_fixture_loop_scope"]

def strict(config, name):
    stated = config.getini(name)
    return bool(config.getini("strict") if stated is None else stated)

def answer(folder):
    os.chdir(folder)
    path, modules = list(sys.path), set(sys.modules)
    config = None
    try:
        config = _prepareconfig(["-p", "no:cacheprovider", folder])
        found = {name: list(config._getini(name)) for name in LISTS}
        found |= {name: config._getini(name) for name in TEXTS}
        found |= {name: config.getoption(name) for name in ("asyncio_mode", "anyio_mode") if config.getoption(name)}
        found["pythonpath"] = [str(p) for p in config._getini("pythonpath")]
        found["markers"] = sorted({line.split(":")[0].split("(")[0].strip() for line in config._getini("markers")})
        found |= {name: strict(config, name) for name in ("strict_markers", "strict_config", "strict_xfail")}
        limit = config.getoption("timeout")
        found["timeout"] = bool(limit if limit is not None else float(config._getini("timeout") or 0))
        found["plugins"] = [p.strip() for p in config.known_args_namespace.plugins if p != "no:cacheprovider"]
        found["root"], found["file"] = str(config.rootpath), str(config.inipath) if config.inipath else None
        return found
    except BaseException as error:
        return {"error": type(error).__name__ + ": " + str(error)}
    finally:
        if config is not None:
            config._ensure_unconfigure()
        sys.path[:] = path

real, sys.stdout = sys.stdout, sys.stderr
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), file=real, flush=True)
"""


class Oracle:
    """The real pytest in a process of its own, asked for its configuration of one folder after another."""

    def __init__(self) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
        self.process = subprocess.Popen(
            [sys.executable, "-c", ORACLE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )

    def ask(self, folder: Path) -> dict:
        self.process.stdin.write(json.dumps(str(folder)) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self) -> None:
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(timeout=30)


@pytest.fixture(scope="module")
def oracle():
    process = Oracle()
    yield process
    process.close()


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def ours(folder: Path) -> dict:
    """Our answer in the oracle's words."""
    root, file = find_rootdir(folder)
    config = read_config(file)
    if config.broken:
        return {"error": config.broken}
    home = file.parent if file else root
    names = ("python_files", "python_classes", "python_functions", "testpaths", "norecursedirs", "usefixtures",
             "filterwarnings", "addopts", "plugins")  # fmt: skip
    return {name: list(getattr(config, name)) for name in names} | {
        "asyncio_mode": config.asyncio_mode or "strict",
        "anyio_mode": config.anyio_mode or "strict",
        "empty_parameter_set_mark": config.empty_parameter_set_mark or "skip",
        "asyncio_default_fixture_loop_scope": config.asyncio_default_fixture_loop_scope,
        "pythonpath": [str(home / entry) for entry in config.pythonpath],
        "markers": sorted(config.markers),
        "strict_markers": config.strict_markers,
        "strict_config": config.strict_config,
        "strict_xfail": config.xfail_strict,
        "timeout": config.timeout,
        "root": str(root),
        "file": str(file) if file else None,
    }


def agree(oracle: Oracle, folder: Path) -> dict:
    """Assert that pytest and we say the same, and return what."""
    theirs, own = oracle.ask(folder), ours(folder)
    if "error" in theirs or "error" in own:
        assert ("error" in theirs) == ("error" in own), (theirs, own)
    else:
        assert own == theirs
    return theirs


CONFIGURATIONS = {
    "nothing": {},
    "empty pytest.ini": {"pytest.ini": ""},
    "pytest.ini without a section": {"pytest.ini": "[tool]\na=1\n", "setup.cfg": "[tool:pytest]\ntestpaths = x\n"},
    "pytest.ini": {
        "pytest.ini": "[pytest]\npython_files = check_*.py\n  spec_*.py\npython_classes = Check *Spec\n"
        "python_functions = check_* should\ntestpaths = tests 'more tests'\nnorecursedirs = .git data\n"
    },
    "hidden pytest.ini": {".pytest.ini": "[pytest]\nxfail_strict = True\n", "tox.ini": "[pytest]\ntestpaths = a\n"},
    "markers": {
        "pytest.ini": "[pytest]\nmarkers =\n    slow: takes long\n    # a comment\n    env(name): needs it\n\n"
        "    plain\n    spaced : odd\n"
    },
    "comments stay in values": {"pytest.ini": "[pytest]\naddopts = -v # not a comment\nmarkers = a: b ; c\n"},
    "colon separates": {"pytest.ini": "[pytest]\nxfail_strict: yes\nfilterwarnings: error\n   ignore:y=z\n"},
    "tox.ini": {
        "tox.ini": "[tox]\nenvlist = py\n[testenv]\ndeps = x\n[pytest]\naddopts = --strict-markers -p no:doctest\n"
    },
    "tox.ini without pytest": {"tox.ini": "[tox]\nenvlist = py\n", "setup.py": ""},
    "setup.cfg": {"setup.cfg": "[metadata]\nname = x\n[tool:pytest]\nxfail_strict=1\nusefixtures = a b\n"},
    "setup.cfg of old": {"setup.cfg": "[pytest]\nxfail_strict=1\n"},
    "pyproject": {
        "pyproject.toml": '[tool.pytest.ini_options]\ntestpaths = ["tests", "it"]\nxfail_strict = true\n'
        'markers = ["slow: x", "fast"]\naddopts = "-ra --strict-config"\nasyncio_mode = "auto"\n'
        'pythonpath = ["src", "."]\nasyncio_default_fixture_loop_scope = "session"\n'
    },
    "pyproject strings": {
        "pyproject.toml": '[tool.pytest.ini_options]\nmarkers = """\nslow: x\n\n fast\n"""\ntimeout = 10\n'
    },
    "pyproject empty table": {"pyproject.toml": "[tool.pytest.ini_options]\n", "tox.ini": "[pytest]\ntestpaths=x\n"},
    "pyproject of others": {"pyproject.toml": "[tool.black]\n", "setup.cfg": "[tool:pytest]\ntestpaths=x\n"},
    "pyproject alone": {"pyproject.toml": "[tool.black]\n"},
    "native": {
        "pyproject.toml": '[tool.pytest]\ntestpaths = ["t"]\nstrict = true\nstrict_markers = false\naddopts = ["-v"]\n'
        'markers = ["slow: x"]\nasyncio_mode = "auto"\n'
    },
    "native with a string for a list": {"pyproject.toml": '[tool.pytest]\ntestpaths = "t"\n'},
    "native with a string for a flag": {"pyproject.toml": '[tool.pytest]\nstrict_xfail = "true"\n'},
    "native and ini": {"pyproject.toml": "[tool.pytest]\nstrict=true\n[tool.pytest.ini_options]\ntestpaths=['x']\n"},
    "empty tool.pytest": {"pyproject.toml": "[tool.pytest]\n"},
    "pytest.toml": {
        "pytest.toml": '[pytest]\nxfail_strict = true\npython_files = ["x.py"]\n',
        "pytest.ini": "[pytest]\n",
    },
    "empty pytest.toml": {"pytest.toml": ""},
    "pytest.toml without its table": {"pytest.toml": "strict = true\n"},
    "hidden pytest.toml": {".pytest.toml": '[pytest]\nusefixtures = ["a"]\n'},
    "strict": {"pytest.ini": "[pytest]\nstrict = true\n"},
    "strict but for": {"pytest.ini": "[pytest]\nstrict = true\nxfail_strict = false\nstrict_markers = no\n"},
    "both spellings": {"pytest.ini": "[pytest]\nstrict_xfail = true\nxfail_strict = false\n"},
    "strict by addopts": {"pytest.ini": "[pytest]\naddopts = --strict\n"},
    "override by addopts": {"pytest.ini": "[pytest]\naddopts = -o xfail_strict=true -opython_files='a.py b.py'\n"},
    "modes by addopts": {
        "pytest.ini": "[pytest]\naddopts = --asyncio-mode=auto --anyio-mode strict\nasyncio_mode = strict\n"
    },
    "timeout": {"pytest.ini": "[pytest]\ntimeout = 300\n"},
    "timeout by addopts": {"pytest.ini": "[pytest]\naddopts = --timeout 5\n"},
    "no timeout": {"pytest.ini": "[pytest]\ntimeout = 0\n"},
    "timeout switched off": {"pytest.ini": "[pytest]\ntimeout = 5\naddopts = --timeout=0\n"},
    "empty parameter set": {"pytest.ini": "[pytest]\nempty_parameter_set_mark = fail_at_collect\n"},
    "plugins": {"pytest.ini": "[pytest]\naddopts = -p no:doctest -pno:pastebin -q\n"},
    "open quote": {"pytest.ini": "[pytest]\naddopts = -k 'a\n"},
    "bad truth": {"pytest.ini": "[pytest]\nstrict_markers = perhaps\n"},
    "twice": {"pytest.ini": "[pytest]\nmarkers = a\nmarkers = b\n"},
    "section twice": {"tox.ini": "[pytest]\n[pytest]\n"},
    "no section": {"pytest.ini": "markers = a\n"},
    "broken TOML": {"pyproject.toml": "[tool.pytest.ini_options\n"},
    "marked by BOM": {"pytest.ini": "\ufeff[pytest]\ntestpaths = a\n"},
    "case matters": {"pytest.ini": "[pytest]\nTestPaths = a\n[Pytest]\ntestpaths = b\n"},
    "non-ASCII": {"pytest.ini": "[pytest]\nmarkers = größe: Maß\ntestpaths = prüfungen\n"},
}


REFUSED = {
    "setup.cfg of old",
    "native with a string for a list",
    "native with a string for a flag",
    "native and ini",
    "pytest.toml without its table",
    "open quote",
    "bad truth",
    "twice",
    "section twice",
    "no section",
    "broken TOML",
}


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_says_what_pytest_says(tmp_path, oracle, name):
    write(tmp_path, CONFIGURATIONS[name])
    assert ("error" in agree(oracle, tmp_path)) == (name in REFUSED)


LAYOUTS = {
    "ini above": ({"pytest.ini": "", "a/b/test_x.py": ""}, "a/b", "."),
    "nearest ini": ({"pytest.ini": "", "a/tox.ini": "[pytest]\n", "a/b/x.py": ""}, "a/b", "a"),
    "ini beats a nearer setup.py": ({"pytest.ini": "", "a/setup.py": "", "a/b/x.py": ""}, "a/b", "."),
    "ini beats a bare pyproject": ({"tox.ini": "[pytest]\n", "a/pyproject.toml": "", "a/b/x.py": ""}, "a/b", "."),
    "pyproject beats a nearer setup.py": ({"pyproject.toml": "", "a/setup.py": "", "a/b/x.py": ""}, "a/b", "."),
    "nearest bare pyproject": ({"pyproject.toml": "", "a/pyproject.toml": "", "a/b/x.py": ""}, "a/b", "a"),
    "nearest setup.py": ({"setup.py": "", "a/setup.py": "", "a/b/x.py": ""}, "a/b", "a"),
    "nothing": ({"a/b/x.py": ""}, "a/b", "a/b"),
    "setup.cfg of another tool": ({"setup.cfg": "[flake8]\n", "a/x.py": ""}, "a", "a"),
    "a folder named pytest.ini": ({"setup.py": "", "a/pytest.ini/x.py": ""}, "a", "."),
}


@pytest.mark.parametrize(("files", "start", "root"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_rootdir_is_pytests(tmp_path, oracle, files, start, root):
    write(tmp_path, files)
    assert agree(oracle, tmp_path / start)["root"] == str(tmp_path / root)


def test_start_may_be_a_file(tmp_path):
    write(tmp_path, {"pytest.ini": "", "a/test_x.py": ""})
    assert find_rootdir(tmp_path / "a" / "test_x.py") == (tmp_path, tmp_path / "pytest.ini")


# what stands for a value: words that pytest takes anywhere, so that most of the files are good ones
_WORD = st.sampled_from(["test_*.py", "a b", "x", "'q r'", "Check", "é", "# c", "; d", "k=v", "m: n"])
_WORDS = st.lists(_WORD, max_size=3)
_KEYS = ("python_files", "python_classes", "python_functions", "testpaths", "markers", "usefixtures", "norecursedirs",
         "unknown")  # fmt: skip
_FLAGS = st.sampled_from(["true", "False", "1", "0", "on", "No", "maybe", ""])


@st.composite
def ini_sections(draw: st.DrawFn) -> str:
    lines = []
    for key in draw(st.lists(st.sampled_from(_KEYS), unique=True, max_size=5)):
        words = draw(_WORDS)
        separator = draw(st.sampled_from([" = ", "=", ": ", " =\n    ", " =\n\n\t"]))
        lines.append(key + separator + draw(st.sampled_from([" ", "\n  ", "\n  # note\n  ", "\n\n    "])).join(words))
    flags = st.sampled_from(["strict", "strict_xfail", "xfail_strict", "strict_markers"])
    for key in draw(st.lists(flags, max_size=2)):
        lines.append(f"{key} = {draw(_FLAGS)}")
    return "\n".join(draw(st.permutations(lines))) + draw(st.sampled_from(["", "\n", "\n# end", "\n  more"]))


@st.composite
def projects(draw: st.DrawFn) -> dict[str, str]:
    named = {"pytest.ini": "[pytest]", ".pytest.ini": "[pytest]", "tox.ini": "[pytest]", "setup.cfg": "[tool:pytest]"}
    files = {}
    for name in draw(st.lists(st.sampled_from(sorted(named)), unique=True, min_size=1, max_size=1)):
        head = draw(st.sampled_from([named[name], named[name], "[other]\nx = 1\n" + named[name], "[other]"]))
        files[name] = f"{head}\n{draw(ini_sections())}"
    if draw(st.booleans()):
        files["pyproject.toml"] = draw(st.sampled_from(["", "[tool.x]\n"]))
    return files


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=projects())
def test_any_ini_file_reads_as_pytest_reads_it(oracle, files):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        write(folder, files)
        agree(oracle, folder)


@settings(max_examples=examples(150))
@given(st.lists(st.sampled_from([*"[]=:#; \t\n\x0c\r", "a", "b", "[s]\n", "k = v\n", "  c\n", "é"])).map("".join))
def test_ini_parser_agrees_with_iniconfig(text):
    iniconfig = pytest.importorskip("iniconfig")
    try:
        theirs = {name: dict(keys) for name, keys in iniconfig.IniConfig("x.ini", data=text).sections.items()}
    except iniconfig.ParseError:
        with pytest.raises(ValueError, match="line"):
            parse_ini(text)
    else:
        assert parse_ini(text) == theirs


def test_no_file_is_all_default():
    assert read_config(None) == PytestConfig()
    assert not PytestConfig().in_sight


def test_a_bare_pyproject_is_a_file_but_no_configuration(tmp_path):
    write(tmp_path, {"pyproject.toml": "[tool.black]\n"})
    config = read_config(tmp_path / "pyproject.toml")
    assert config.file == str(tmp_path / "pyproject.toml")
    assert not config.in_sight
    assert config.broken is None


@pytest.mark.parametrize("name", ["pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg", "pytest.toml"])
def test_a_missing_file_is_broken_not_an_error(tmp_path, name):
    config = read_config(tmp_path / name)
    assert config.broken
    assert not config.in_sight


def test_a_broken_file_is_all_default_and_says_why_in_one_line(tmp_path):
    write(tmp_path, {"pytest.ini": "[pytest]\nxfail_strict = true\nmarkers = slow\naddopts = 'open\n"})
    config = read_config(tmp_path / "pytest.ini")
    assert config.broken == "addopts: No closing quotation"
    assert not config.xfail_strict
    assert not config.markers


@pytest.mark.parametrize("content", [b"[pytest]\nmarkers = \xff\n", b"\x00\x01", b"[pytest]\n" + b"#" * 1_000_001])
def test_bytes_that_are_no_configuration(tmp_path, content):
    (tmp_path / "pytest.ini").write_bytes(content)
    config = read_config(tmp_path / "pytest.ini")
    assert config.broken
    assert "\n" not in config.broken


def test_deeply_nested_toml_is_broken(tmp_path):
    (tmp_path / "pyproject.toml").write_text("a = " + "[" * 50_000)
    assert read_config(tmp_path / "pyproject.toml").broken


def test_a_link_out_of_its_folder_is_not_read(tmp_path):
    write(tmp_path, {"secret.ini": "[pytest]\nmarkers = secret\n", "project/tests/test_x.py": ""})
    (tmp_path / "project" / "pytest.ini").symlink_to(tmp_path / "secret.ini")
    root, file = find_rootdir(tmp_path / "project" / "tests")
    assert root == tmp_path / "project"
    assert read_config(file) == PytestConfig(file=str(file), broken="a link to somewhere else")


def test_the_reason_quotes_nothing_of_the_file(tmp_path):
    write(tmp_path, {"pytest.ini": "password hunter2\n"})
    assert "hunter2" not in (read_config(tmp_path / "pytest.ini").broken or "")


@pytest.mark.parametrize(
    ("text", "module"),
    [
        ("DJANGO_SETTINGS_MODULE = shop.settings", "shop.settings"),
        ("addopts = --ds=shop.test_settings -q\nDJANGO_SETTINGS_MODULE = shop.settings", "shop.test_settings"),
        ("addopts = --ds shop.x", "shop.x"),
        ("addopts = -q", None),
    ],
)
def test_django_settings(tmp_path, text, module):
    write(tmp_path, {"pytest.ini": f"[pytest]\n{text}\n"})
    assert read_config(tmp_path / "pytest.ini").django_settings_module == module


@pytest.mark.parametrize(("value", "expected"), [("true", True), ("0", False)])
def test_trio_mode(tmp_path, value, expected):
    write(tmp_path, {"pytest.ini": f"[pytest]\ntrio_mode = {value}\n"})
    assert read_config(tmp_path / "pytest.ini").trio_mode is expected


def test_an_edit_is_seen(tmp_path):
    file = tmp_path / "pytest.ini"
    for name in ("aa", "bb", "cc"):
        file.write_text(f"[pytest]\nmarkers = {name}\n")
        assert read_config(file).markers == {name}
