"""What stands around a file, on a real file system; Python's own path finder and the real pytest as oracles."""

import importlib.machinery
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_testquality.model import disk, tree
from flake8_testquality.model.project import MAX_FILES, NO_PROJECT, Project, project_of
from tests.effort import examples


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path):
    """Writes files, and gives the project of one of them."""

    def make(files: dict[str, str], of: str = "tests/test_x.py") -> Project:
        write(tmp_path, {"pytest.ini": "[pytest]\n"} | files)
        return project_of(str(tmp_path / of))

    return make


def paths(modules) -> list[str]:
    return [os.path.relpath(module.path, module.project.root) for module in modules]


# ---------------------------------------------------------------- without a name


@pytest.fixture
def touched(monkeypatch):
    """The calls that ask the disk, while the test runs."""
    calls: list[str] = []

    def recording(name: str, real):
        return lambda *args, **keywords: calls.append(name) or real(*args, **keywords)

    with monkeypatch.context() as patch:
        for name in ("stat", "lstat", "scandir", "listdir", "getcwd", "open"):
            patch.setattr(os, name, recording(name, getattr(os, name)))
        yield calls


@pytest.mark.parametrize("name", ["stdin", "-", ""])
def test_nameless_text_has_no_project_and_touches_no_disk(name, touched):
    project = project_of(name)
    answers = [
        project is NO_PROJECT,
        project.root is None,
        not project.config.in_sight,
        project.conftests(name) == (),
        project.module("app", name) is None,
        project.path_of("app", name) is None,
        not project.is_first_party("app", name),
        project.dotted_name(name) == "",
        not list(project.modules_near(name)),
        not project.has_manage_py,
        not project.declares_pytest_plugin,
        project.requires_python is None,
        project.dependencies == frozenset(),
    ]
    asked = list(touched)
    assert all(answers), answers
    assert asked == []


def test_nothing_is_read_before_a_question(touched):
    project_of("tests/test_x.py")
    asked = set(touched)
    assert asked <= {"getcwd"}


def test_a_display_name_of_a_file_not_yet_saved_has_its_project(project, tmp_path):
    found = project({"conftest.py": ""}, of="new folder/test_unsaved.py")
    assert found.root == tmp_path
    assert paths(found.conftests(str(tmp_path / "new folder/test_unsaved.py"))) == ["conftest.py"]


# ---------------------------------------------------------------- rootdir


@pytest.mark.parametrize(
    ("files", "of", "root"),
    [
        ({".git/HEAD": "", "app/tests/test_x.py": ""}, "app/tests", "."),
        ({".git/HEAD": "", "back/manage.py": "", "back/app/tests.py": ""}, "back/app", "."),
        ({"manage.py": "", "app/__init__.py": "", "app/tests.py": ""}, "app", "."),
        ({"requirements.txt": "", "a/b/test_x.py": ""}, "a/b", "."),
        ({"conftest.py": "", "a/b/test_x.py": ""}, "a/b", "."),
        ({"tests/unit/__init__.py": "", "tests/__init__.py": "", "tests/unit/test_x.py": ""}, "tests/unit", "."),
        ({"tests/test_x.py": ""}, "tests", "."),
        ({"a/b/test_x.py": ""}, "a/b", "a/b"),
    ],
)
def test_root_where_pytest_would_take_the_current_folder(tmp_path, files, of, root):
    write(tmp_path, files)
    project = project_of(str(tmp_path / of / "test_x.py"))
    assert project.root == Path(os.path.normpath(tmp_path / root))
    assert project.config.file is None


def test_the_current_folder_is_the_root_where_nothing_else_says(tmp_path, monkeypatch):
    write(tmp_path, {"a/b/test_x.py": ""})
    monkeypatch.chdir(tmp_path)
    assert project_of("a/b/test_x.py").root == tmp_path


def test_relative_and_absolute_names_agree(tmp_path, monkeypatch):
    write(tmp_path, {"pytest.ini": "", "conftest.py": "", "a/test_x.py": ""})
    monkeypatch.chdir(tmp_path)
    relative, absolute = project_of("./a/test_x.py"), project_of(str(tmp_path / "a/test_x.py"))
    assert relative.root == absolute.root == tmp_path
    assert paths(relative.conftests("a/../a/test_x.py")) == ["conftest.py"]


# ---------------------------------------------------------------- conftest chain

CHAIN = {
    "conftest.py": "",
    "tests/conftest.py": "",
    "tests/unit/conftest.py": "",
    "tests/unit/test_x.py": "def test(request): assert request.config.pluginmanager._getconftestmodules",
    "tests/other/conftest.py": "",
}


def test_conftests_come_nearest_first_up_to_the_rootdir(project, tmp_path):
    found = project(CHAIN, of="tests/unit/test_x.py")
    assert paths(found.conftests(str(tmp_path / "tests/unit/test_x.py"))) == [
        "tests/unit/conftest.py",
        "tests/conftest.py",
        "conftest.py",
    ]


def test_a_conftest_is_not_its_own(project, tmp_path):
    found = project(CHAIN, of="tests/conftest.py")
    assert paths(found.conftests(str(tmp_path / "tests/conftest.py"))) == ["conftest.py"]


def test_conftests_above_the_rootdir_are_out_of_sight(tmp_path):
    write(tmp_path, {"conftest.py": "", "project/pytest.ini": "", "project/conftest.py": "", "project/test_x.py": ""})
    path = str(tmp_path / "project/test_x.py")
    assert paths(project_of(path).conftests(path)) == ["conftest.py"]


REPORT = """
import pytest
@pytest.hookimpl
def pytest_collection_modifyitems(items):
    for item in items:
        for module in item.config.pluginmanager._getconftestmodules(item.path):
            print("CHAIN", module.__file__)
"""


def test_chain_is_the_one_that_pytest_loads(tmp_path):
    write(tmp_path, {"outer/conftest.py": ""})
    root = tmp_path / "outer/project"
    packages = {"tests/__init__.py": "", "tests/unit/__init__.py": ""}
    write(root, CHAIN | packages | {"tox.ini": "[pytest]\n", "report.py": REPORT})
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-s", "-p", "report", "tests/unit"],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    theirs = [line.split()[1] for line in result.stdout.splitlines() if line.startswith("CHAIN")]
    path = str(root / "tests/unit/test_x.py")
    assert [module.path for module in project_of(path).conftests(path)] == theirs[::-1]
    assert len(theirs) == 3, result.stdout


@pytest.mark.parametrize(
    "content",
    [b"def (:\n", b"\xff\xfe\x00", b"# coding: nonsense\n", b"\x00",
     b"x = " + b"(" * 5000, b"#" * 1_000_001],
    ids=["syntax", "bytes", "cookie", "null", "deep", "large"],
)  # fmt: skip
def test_a_broken_conftest_is_left_out_silently(project, tmp_path, content, recwarn, capfd):
    found = project({"conftest.py": "x = 1"})
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/conftest.py").write_bytes(content)
    assert paths(found.conftests(str(tmp_path / "tests/test_x.py"))) == ["conftest.py"]
    assert not recwarn.list
    assert capfd.readouterr() == ("", "")


def test_odd_escapes_in_a_conftest_make_no_noise(project, tmp_path, recwarn):
    found = project({"conftest.py": r"x = '\d'"})
    assert len(found.conftests(str(tmp_path / "tests/test_x.py"))) == 1
    assert not recwarn.list


# ---------------------------------------------------------------- modules

SHOP = {
    "src/shop/__init__.py": "",
    "src/shop/cart.py": "total = 1",
    "src/shop/fast.cpython-311-x86_64-linux-gnu.so": "",
    "src/shop/both.so": "",
    "src/shop/both.py": "",
    "src/space/inner/part.py": "",
    "src/single.py": "",
    "src/broken.py": "def (",
    "lib/extra.py": "",
    "pytest.ini": "[pytest]\npythonpath = lib ../outside\n",
    "tests/__init__.py": "",
    "tests/helpers.py": "",
    "tests/test_x.py": "",
    "flat/test_y.py": "",
    "flat/beside.py": "",
    "flat/json.py": "",
    "data/rows.csv": "",
    "email/note.py": "",
    "calendar/__init__.py": "",
    "test/__init__.py": "",
    "test/support.py": "",
}


@pytest.mark.parametrize(
    ("dotted", "importer", "path"),
    [
        ("shop", "tests/test_x.py", "src/shop/__init__.py"),
        ("shop.cart", "tests/test_x.py", "src/shop/cart.py"),
        ("shop.cart", None, "src/shop/cart.py"),
        ("shop.cart.total", "tests/test_x.py", None),
        ("shop.fast", "tests/test_x.py", None),
        ("shop.both", "tests/test_x.py", None),
        ("shop.missing", "tests/test_x.py", None),
        ("space", "tests/test_x.py", None),
        ("space.inner", "tests/test_x.py", None),
        ("space.inner.part", "tests/test_x.py", "src/space/inner/part.py"),
        ("single", "tests/test_x.py", "src/single.py"),
        ("single.x", "tests/test_x.py", None),
        ("broken", "tests/test_x.py", "src/broken.py"),
        ("extra", "tests/test_x.py", "lib/extra.py"),
        ("tests.helpers", "tests/test_x.py", "tests/helpers.py"),
        ("helpers", "tests/test_x.py", None),
        ("beside", "flat/test_y.py", "flat/beside.py"),
        ("beside", "tests/test_x.py", None),
        ("flat.beside", "tests/test_x.py", "flat/beside.py"),
        ("secret", "tests/test_x.py", None),
        ("json", "flat/test_y.py", None),
        ("email.note", "tests/test_x.py", None),
        ("test.support", "tests/test_x.py", "test/support.py"),
        ("os", "tests/test_x.py", None),
        ("", "tests/test_x.py", None),
        ("..", "tests/test_x.py", None),
        ("../outside/secret", "tests/test_x.py", None),
        (".helpers", "tests/test_x.py", "tests/helpers.py"),
        (".", "tests/test_x.py", "tests/__init__.py"),
        ("..src.single", "tests/test_x.py", "src/single.py"),
        ("...outside.secret", "tests/test_x.py", None),
        (".cart", "src/shop/__init__.py", "src/shop/cart.py"),
        (".cart", None, None),
    ],
)
def test_where_a_name_leads(tmp_path, dotted, importer, path):
    write(tmp_path, {"outside/secret.py": ""})
    root = tmp_path / "project"
    write(root, SHOP)
    project = project_of(str(root / "tests/test_x.py"))
    found = project.path_of(dotted, importer and str(root / importer))
    assert found == (root / path if path else None)
    module = project.module(dotted, importer and str(root / importer))
    assert (module.path if module else None) == (str(root / path) if path and path != "src/broken.py" else None)


@pytest.mark.parametrize(
    ("dotted", "first_party"),
    [
        ("shop", True),
        ("shop.nothing.at.all", True),
        ("space", True),
        ("single", True),
        ("flat", True),
        ("data", False),
        ("requests", False),
        ("json", False),
        ("email", False),
        ("calendar", True),
        (".helpers", True),
    ],
)
def test_what_belongs_to_the_project(project, tmp_path, dotted, first_party):
    found = project(SHOP)
    assert found.is_first_party(dotted, str(tmp_path / "tests/test_x.py")) is first_party


def test_one_version_of_a_file_is_one_module(project, tmp_path):
    found = project(SHOP)
    assert found.module("shop.cart") is found.module_at(tmp_path / "src/shop/cart.py")


def test_modules_are_parsed_never_run(project, tmp_path):
    found = project({"app.py": f"open({str(tmp_path / 'ran')!r}, 'w')\n", "conftest.py": "raise SystemExit"})
    assert found.module("app") is not None
    assert len(found.conftests(str(tmp_path / "tests/test_x.py"))) == 1
    assert not (tmp_path / "ran").exists()
    assert "app" not in sys.modules


def test_a_module_in_sight_sees_the_same_project(project, tmp_path):
    files = {"conftest.py": "import app", "app/__init__.py": "", "app/tests/conftest.py": ""}
    found = project(files, of="app/tests/x.py")
    nearest, root = found.conftests(str(tmp_path / "app/tests/x.py"))
    assert nearest.project.root == root.project.root == tmp_path
    assert root.project.module("app", root.path) is found.module("app")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("src/shop/cart.py", "shop.cart"),
        ("src/shop/__init__.py", "shop"),
        ("tests/test_x.py", "tests.test_x"),
        ("flat/test_y.py", "test_y"),
        ("conftest.py", "conftest"),
        ("odd-name/x-y.py", ""),
        ("../elsewhere.py", ""),
        ("README", ""),
    ],
)
def test_name_under_which_a_file_is_imported(project, tmp_path, path, name):
    assert project(SHOP).dotted_name(str(tmp_path / path)) == name


def test_manage_py_is_on_the_path_of_what_stands_below(project, tmp_path):
    files = {"back/manage.py": "", "back/shop/__init__.py": "", "back/shop/models.py": "", "back/shop/tests.py": ""}
    found = project(files, of="back/shop/tests.py")
    assert found.path_of("shop.models", str(tmp_path / "back/shop/tests.py")) == tmp_path / "back/shop/models.py"
    assert found.has_manage_py
    assert not project({}, of="front/test_x.py").has_manage_py


_NAMES = st.sampled_from(["aa", "bb", "cc"])
_FILES = st.lists(
    st.tuples(st.lists(_NAMES, max_size=2), st.sampled_from(["aa.py", "bb.py", "__init__.py", "aa.so", "x.txt"])),
    max_size=12,
)


def python_finds(roots: list[str], dotted: str) -> str | None:
    """The file of a module as importlib's path finder sees it, nothing imported."""
    spec, search = None, roots
    for part in dotted.split("."):
        spec = importlib.machinery.PathFinder.find_spec(part, list(search))
        if spec is None:
            return None
        search = list(spec.submodule_search_locations or ())
    return spec.origin if spec else None


@settings(max_examples=examples(80))
@given(files=_FILES, second=_FILES, dotted=st.lists(_NAMES, min_size=1, max_size=3).map(".".join))
def test_modules_are_found_where_python_finds_them(files, second, dotted):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        write(root, {"pytest.ini": "", "src/keep": ""})
        for top, listed in (("", files), ("src", second)):
            write(root, {"/".join([*filter(None, [top]), *parents, name]): "" for parents, name in listed})
        (root / "__init__.py").unlink(missing_ok=True)
        importlib.invalidate_caches()
        theirs = python_finds([str(root), str(root / "src")], dotted)
        ours = project_of(str(root / "test_x.py")).path_of(dotted)
        assert (str(ours) if ours else None) == (theirs if theirs and theirs.endswith(".py") else None)


# ---------------------------------------------------------------- links and other traps


def test_links_out_of_the_project_are_not_followed(tmp_path):
    write(tmp_path, {"outside/secret.py": "", "outside/conftest.py": ""})
    write(tmp_path, {"project/pytest.ini": "", "project/real.py": ""})
    root = tmp_path / "project"
    (root / "file.py").symlink_to(tmp_path / "outside/secret.py")
    (root / "folder").symlink_to(tmp_path / "outside")
    (root / "src").symlink_to(tmp_path / "outside")
    (root / "conftest.py").symlink_to(tmp_path / "outside/conftest.py")
    (root / "alias.py").symlink_to(root / "real.py")
    (root / "dangling.py").symlink_to(root / "nothing.py")
    (root / "loop.py").symlink_to(root / "loop.py")
    project = project_of(str(root / "test_x.py"))
    for name in ("file", "folder.secret", "secret", "dangling", "loop"):
        assert project.path_of(name) is None
        assert not project.is_first_party(name)
    assert project.path_of("alias") == root / "alias.py"
    assert project.conftests(str(root / "test_x.py")) == ()
    assert project.module_at(root / "file.py") is None
    assert project.module_at(tmp_path / "outside/secret.py") is None
    assert list(project.modules_near(str(root / "test_x.py"))) == [str(root / "real.py")]


def test_a_project_reached_by_a_link_is_a_project(tmp_path):
    write(tmp_path, {"real/pytest.ini": "", "real/conftest.py": "", "real/app.py": ""})
    (tmp_path / "link").symlink_to(tmp_path / "real")
    project = project_of(str(tmp_path / "link/test_x.py"))
    assert project.root == tmp_path / "link"
    assert project.path_of("app") == tmp_path / "link/app.py"
    assert len(project.conftests(str(tmp_path / "link/test_x.py"))) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_and_folders_in_the_place_of_files_block_nothing(tmp_path):
    write(tmp_path, {"pytest.ini": "", "conftest.py/x": "", "requirements.txt/x": ""})
    os.mkfifo(tmp_path / "app.py")
    os.mkfifo(tmp_path / "pyproject.toml")
    project = project_of(str(tmp_path / "test_x.py"))
    assert project.root == tmp_path
    assert project.module("app") is None
    assert project.conftests(str(tmp_path / "test_x.py")) == ()
    assert project.dependencies == frozenset()


def test_a_loop_of_folders_ends(project, tmp_path):
    found = project({"a/x.py": ""})
    (tmp_path / "a/again").symlink_to(tmp_path)
    assert list(found.modules_near(str(tmp_path / "a/test_x.py"))) == [str(tmp_path / "a/x.py")]


# ---------------------------------------------------------------- files near


def test_files_near_come_from_the_inside_out_without_what_is_not_ours(project, tmp_path):
    mine = ["tests/b/test_b.py", "tests/test_a.py", "app/core/x.py", "app/y.py", "z.py"]
    folders = [".git", ".tox", "venv", "env/bin", "node_modules", "build", "dist", "x.egg-info", "app/__pycache__"]
    others = ["env/pyvenv.cfg", "app/notes.txt", *(f"{folder}/a.py" for folder in folders)]
    found = project(dict.fromkeys(mine + others, ""), of="tests/test_a.py")
    near = [os.path.relpath(path, tmp_path) for path in found.modules_near(str(tmp_path / "tests/test_a.py"))]
    assert near == ["tests/test_a.py", "tests/b/test_b.py", "z.py", "app/y.py", "app/core/x.py"]


def test_files_near_are_bounded(tmp_path):
    write(tmp_path, {"pytest.ini": ""} | {f"many/m{number}.py": "" for number in range(MAX_FILES + 10)})
    found = list(project_of(str(tmp_path / "test_x.py")).modules_near(str(tmp_path / "test_x.py")))
    assert len(found) == MAX_FILES


# ---------------------------------------------------------------- packaging

PACKAGING = {
    "PEP 621": (
        {
            "pyproject.toml": '[project]\nrequires-python = ">=3.9,<4"\ndependencies = ["Django>=4", "a_b.c[x] ~= 1"]\n'
            "[project.optional-dependencies]\ntest = [\"pytest-asyncio; python_version > '3'\"]\n"
            '[dependency-groups]\ndev = ["trio", {include-group = "x"}]\n'
        },
        {"django", "a-b-c", "pytest-asyncio", "trio"},
        (3, 9),
    ),
    "poetry": (
        {
            "pyproject.toml": '[tool.poetry.dependencies]\npython = "^3.8"\nflask = "*"\n'
            '[tool.poetry.group.dev.dependencies]\npytest_mock = {version = "1"}\n'
        },
        {"flask", "pytest-mock"},
        (3, 8),
    ),
    "setup.cfg": (
        {
            "setup.cfg": "[options]\npython_requires = >= 3.10\ninstall_requires =\n  attrs>=1\n  PyYAML\n"
            "[options.extras_require]\ntest = pytest; pytest-cov\n"
        },
        {"attrs", "pyyaml", "pytest", "pytest-cov"},
        (3, 10),
    ),
    "setup.py": (
        {
            "setup.py": "base = ['attrs>=1', 'PyYAML']\nsetup(name='x', install_requires=base, keywords=['tidy'],\n"
            "    tests_require=['mock'] + base, setup_requires=read('wheel.txt'),\n"
            "    extras_require={'test': ['pytest; python_version > \"3\"', 'pytest-cov'], 'all': base + unseen})\n",
        },
        {"attrs", "pyyaml", "mock", "pytest", "pytest-cov"},
        None,
    ),
    "setup.py of another age": ({"setup.py": "print 'x'\nsetup(install_requires=['six'])\n"}, set(), None),
    "setup.py in a circle": ({"setup.py": "a = b\nb = a + ['six']\nsetup(install_requires=a)\n"}, {"six"}, None),
    "requirements": (
        {
            "requirements.txt": "-r base.txt\n# note\nrequests==2 # why\n--hash=x\ngit+https://x/y.git\n./local\n"
            "https://example.org/x.whl\nurllib3 @ https://x/y.whl\n",
            "requirements-dev.txt": "tox",
            "requirements/test.txt": "nox",
            "notes.txt": "nothing",
        },
        {"requests", "urllib3", "tox", "nox"},
        None,
    ),
    "above and below": (
        {"pyproject.toml": "[project]\ndependencies=['a']\n", "tests/requirements.txt": "b"},
        {"a", "b"},
        None,
    ),
    "broken": ({"pyproject.toml": "[project\n", "setup.cfg": "x", "requirements.txt": "\ud7ff= ="}, set(), None),
    "of odd types": ({"pyproject.toml": "project = 1\ntool = []\ndependency-groups = 'x'\n"}, set(), None),
    "bare python": ({"pyproject.toml": '[tool.poetry.dependencies]\npython = "3"\n'}, set(), (3, 0)),
    "not a floor": ({"setup.cfg": "[options]\npython_requires = !=3.9, <3.12\n"}, set(), None),
}


@pytest.mark.parametrize(("files", "names", "python"), PACKAGING.values(), ids=PACKAGING.keys())
def test_what_the_packaging_declares(project, files, names, python):
    found = project(files)
    assert found.dependencies == names
    assert found.requires_python == python
    assert not found.declares_pytest_plugin


@pytest.mark.parametrize(
    "files",
    [
        {"setup.cfg": "[options]\npackage_dir =\n  =code\n"},
        {"setup.cfg": "[options.packages.find]\nwhere = code\n"},
        {"setup.py": "setup(package_dir={'': 'code'})"},
        {"setup.py": 'setup(\n    package_dir={"": "code"},\n)'},
        {"pyproject.toml": '[tool.setuptools.packages.find]\nwhere = ["code"]\n'},
        {"pyproject.toml": '[tool.setuptools]\npackage-dir = {"" = "code"}\n'},
        {"pyproject.toml": '[tool.poetry]\npackages = [{include = "shop", from = "code"}]\n'},
        {"pyproject.toml": '[tool.hatch.build.targets.wheel]\npackages = ["code/shop"]\n'},
    ],
)
def test_packages_stand_where_the_packaging_says(project, tmp_path, files):
    importer = str(tmp_path / "tests/test_x.py")
    assert project(files | {"code/shop/cart.py": ""}).path_of("shop.cart", importer) == tmp_path / "code/shop/cart.py"


@pytest.mark.parametrize("where", ["../outside", "/", "x\\u0000y", "nowhere", "", "~"])
def test_packages_declared_outside_are_out_of_sight(tmp_path, where):
    paths = f'["{where}"]'
    declared = f"[tool.setuptools.packages.find]\nwhere={paths}\n[tool.pytest.ini_options]\npythonpath={paths}\n"
    write(tmp_path, {"outside/secret.py": "", "project/pyproject.toml": declared})
    project = project_of(str(tmp_path / "project/test_x.py"))
    assert project.config.pythonpath
    assert project.path_of("secret", str(tmp_path / "project/test_x.py")) is None


@pytest.mark.parametrize("path", ["a\0b/test_x.py", "\udcff/test_x.py", "/", "x" * 5000, "a/" * 200 + "test_x.py"])
def test_names_that_no_disk_can_hold(path):
    project = project_of(path)
    assert project.config.broken is None
    assert project.module("no_such_module", path) is None
    assert isinstance(project.conftests(path), tuple)
    assert project.module_at(Path("a\0b.py")) is None
    assert project.path_of("a\0b", path) is None


def test_a_package_in_a_monorepo_has_its_own_sources(project, tmp_path):
    files = {"packages/one/pyproject.toml": "", "packages/one/src/one/core.py": "", "packages/two/src/two.py": ""}
    found = project(files, of="packages/one/tests/test_x.py")
    importer = str(tmp_path / "packages/one/tests/test_x.py")
    assert found.path_of("one.core", importer) == tmp_path / "packages/one/src/one/core.py"
    assert found.path_of("two", importer) is None


@pytest.mark.parametrize(
    "files",
    [
        {"pyproject.toml": '[project.entry-points.pytest11]\nx = "y"\n'},
        {"pyproject.toml": '[tool.poetry.plugins.pytest11]\nx = "y"\n'},
        {"setup.cfg": "[options.entry_points]\npytest11 =\n  x = y\n"},
        {"setup.py": "setup(entry_points={'pytest11': ['x = y']})"},
    ],
)
def test_a_pytest_plugin_declares_itself(project, files):
    assert project(files).declares_pytest_plugin


# ---------------------------------------------------------------- time


def settle() -> None:
    """Let files look old enough for their stamps to be trusted."""
    time.sleep(0.15)


@pytest.mark.parametrize("wait", [False, True], ids=["at once", "later"])
def test_a_long_lived_process_sees_every_edit(tmp_path, wait):
    path = str(tmp_path / "tests/test_x.py")
    pause = settle if wait else lambda: None
    write(tmp_path, {"pytest.ini": "[pytest]\nmarkers = aa\n", "tests/conftest.py": "a = 1"})
    assert project_of(path).config.markers == {"aa"}
    assert [module.source.text for module in project_of(path).conftests(path)] == ["a = 1"]
    assert project_of(path).module("app") is None
    pause()
    write(tmp_path, {"pytest.ini": "[pytest]\nmarkers = bb\n", "tests/conftest.py": "b = 2", "app.py": "c = 3"})
    assert project_of(path).config.markers == {"bb"}
    assert [module.source.text for module in project_of(path).conftests(path)] == ["b = 2"]
    assert project_of(path).module("app") is not None
    pause()
    write(tmp_path, {"tests/pytest.ini": "", "conftest.py": ""})
    assert project_of(path).root == tmp_path / "tests"
    pause()
    (tmp_path / "tests/pytest.ini").unlink()
    (tmp_path / "tests/conftest.py").unlink()
    (tmp_path / "app.py").unlink()
    assert project_of(path).root == tmp_path
    assert paths(project_of(path).conftests(path)) == ["conftest.py"]
    assert not project_of(path).is_first_party("app")


def test_what_has_changed_stays_changed_for_whoever_asks_next(tmp_path, monkeypatch):
    # as if every look took long
    monkeypatch.setattr(disk, "_LONG_LOOK", -1.0)
    file, base, watch = tmp_path / "pytest.ini", disk.Watch(), disk.Watch()
    file.write_text("")
    settle()
    base.note(str(file))
    watch.base = base
    file.write_text("[pytest]")
    assert [watch.changed(), watch.changed(), base.changed()] == [True, True, True]


def test_a_fact_about_an_unchanged_file_does_not_outlive_what_it_rests_on(tmp_path):
    path = str(tmp_path / "test_x.py")
    write(tmp_path, {"pytest.ini": "", "conftest.py": "import helper", "helper.py": "x = 1"})
    settle()
    (conftest,) = project_of(path).conftests(path)
    assert conftest.project.module("helper", conftest.path).source.text == "x = 1"
    write(tmp_path, {"helper.py": "x = 2"})
    (conftest,) = project_of(path).conftests(path)
    assert conftest.project.module("helper", conftest.path).source.text == "x = 2"


def test_within_one_linted_file_answers_stand_still(project, tmp_path):
    found = project({"app.py": "x = 1"})
    before = found.module("app")
    write(tmp_path, {"app.py": "x = 22"})
    assert found.module("app") is before


def test_what_is_unchanged_is_neither_parsed_nor_stated_twice(project, tmp_path, monkeypatch):
    path = str(tmp_path / "tests/test_x.py")
    project({"conftest.py": "", "tests/conftest.py": "", "app.py": "", "requirements.txt": "attrs"})
    settle()

    def ask(sight: Project) -> list[object]:
        return [*sight.conftests(path), sight.module("app", path), sight.dependencies]

    first = ask(project_of(path))
    seen: list[str] = []
    real = disk.stamp
    monkeypatch.setattr(disk, "stamp", lambda name: seen.append(name) or real(name))
    monkeypatch.setattr(tree.Source, "read", lambda *_: pytest.fail("parsed again"))
    sight = project_of(path)
    assert [again is known for again, known in zip(ask(sight)[:-1], first[:-1], strict=True)] == [True] * (
        len(first) - 1
    )
    asked = len(seen)
    assert seen.count(str(tmp_path / "conftest.py")) == 1
    assert seen.count(str(tmp_path / "app.py")) == 1
    ask(sight)
    assert len(seen) == asked


def test_answers_do_not_depend_on_what_was_asked_before(tmp_path):
    write(tmp_path, SHOP | {"flat/conftest.py": "", "tests/conftest.py": "", "sub/pytest.ini": "", "sub/test_z.py": ""})
    names = ("tests/test_x.py", "flat/test_y.py", "sub/test_z.py", "src/shop/cart.py")
    files = [str(tmp_path / name) for name in names]

    def answers(order: list[str]) -> dict[str, object]:
        return {
            path: (
                str(project_of(path).root),
                paths(project_of(path).conftests(path)),
                [project_of(path).path_of(name, path) for name in ("shop.cart", "beside", "json", "conftest", "extra")],
                list(project_of(path).modules_near(path)),
            )
            for path in order
        }

    assert answers(files) == answers(files[::-1])


def test_more_modules_than_are_kept_give_the_same_answers(tmp_path, monkeypatch):
    monkeypatch.setattr(tree, "KEPT_MODULES", 3)
    write(tmp_path, {"pytest.ini": ""} | {f"m{number}.py": f"x = {number}" for number in range(10)})
    for _ in range(2):
        sight = project_of(str(tmp_path / "test_x.py"))
        assert [sight.module(f"m{number}").source.text for number in range(10)] == [f"x = {n}" for n in range(10)]
