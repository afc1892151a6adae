"""Collection: which file is what, and which class or function is a test."""

from __future__ import annotations

import fnmatch
from pathlib import Path

import pytest
from _pytest.pathlib import fnmatch_ex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flake8_testquality.model.collection import matches
from flake8_testquality.model.excluded import is_excluded
from flake8_testquality.model.project import project_of
from flake8_testquality.model.roles import file_matches, is_ordinary
from tests.effort import examples
from tests.linting import module_of, module_of_text, write

LAW = settings(max_examples=examples(120))


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("tests/test_cart.py", "test"),
        ("tests/cart_test.py", "test"),
        ("shop/tests.py", "test"),
        ("shop/cart_tests.py", "test"),
        ("shop/testcart.py", "test"),
        ("conftest.py", "conftest"),
        ("tests/unit/conftest.py", "conftest"),
        ("tests/factories.py", "helper"),
        ("shop/testing/helpers.py", "helper"),
        ("shop/cart.py", "source"),
        ("shop/latest.py", "source"),
        ("shop/contest_page.py", "source"),
        ("build/test_cart.py", "helper"),
        ("node_modules/x/test_cart.py", "helper"),
    ],
)
def test_role_by_path(path: str, role: str, tmp_path: Path) -> None:
    write(tmp_path, {"pytest.ini": "[pytest]\n", path: "x = 1\n"})
    assert module_of(tmp_path / path).role == role


def test_role_in_project_that_an_outer_one_passes_over_by_path(tmp_path: Path) -> None:
    inner = {
        f"{folder}/pytest.ini": "[pytest]\n"
        for folder in ("tests/material", "tests/material/deep", "build", "tests/other")
    }
    write(tmp_path, {"pytest.ini": "[pytest]\nnorecursedirs = tests/material build\n", **inner})
    write(tmp_path, {f"{path.rpartition('/')[0]}/test_a.py": "" for path in inner})
    roles = [module_of(tmp_path / path.replace("pytest.ini", "test_a.py")).role for path in inner]
    assert roles == ["helper", "helper", "test", "test"]


def test_role_by_configuration(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "pytest.ini": "[pytest]\npython_files = check_*.py spec/*.py\ntestpaths = quality\nnorecursedirs = old\n"
            "addopts = --ignore=slow/skipped\n",
            "conftest.py": "collect_ignore = ['check_gone.py']\ncollect_ignore_glob = ['*/check_glob*.py']\n",
            "check_a.py": "",
            "spec/a.py": "",
            "quality/a.py": "def test_a():\n    assert total()\n",
            "quality/b.py": "x = 1\n",
            "old/check_a.py": "",
            "slow/skipped/check_a.py": "",
            "check_gone.py": "",
            "deep/check_glob_1.py": "",
        },
    )
    roles = {str(path.relative_to(tmp_path)): module_of(path).role for path in sorted(tmp_path.rglob("*.py"))}
    assert roles == {
        "check_a.py": "test",
        "check_gone.py": "helper",
        "conftest.py": "conftest",
        "deep/check_glob_1.py": "helper",
        "old/check_a.py": "helper",
        "quality/a.py": "helper",
        "quality/b.py": "source",
        "slow/skipped/check_a.py": "helper",
        "spec/a.py": "test",
    }
    assert is_excluded(str(tmp_path / "old/deep/check_a.py"), project_of(str(tmp_path / "old/deep/check_a.py")))


def test_text_without_a_name_is_judged_by_content() -> None:
    assert module_of_text("def test_a():\n    assert total()\n").role == "test"
    assert module_of_text("class CartTest:\n    pass\n").role == "test"
    assert module_of_text("def total():\n    return 1\n").role == "source"


def test_ordinary_paths() -> None:
    assert is_ordinary("shop/cart.py")
    assert is_ordinary("contest.py")
    assert not is_ordinary("tests/cart.py")
    assert not is_ordinary("conftest.py")


NAMES = st.text("abtesT_*?[]ü", min_size=1, max_size=8)


@LAW
@given(NAMES, st.lists(NAMES, min_size=1, max_size=3))
@example("test_a", ["test"])
@example("CartTest", ["*Test"])
def test_name_patterns_are_read_as_pytest_reads_them(name: str, patterns: list[str]) -> None:
    wanted = any(
        name.startswith(option) or (("*" in option or "?" in option or "[" in option) and fnmatch.fnmatch(name, option))
        for option in patterns
    )
    assert matches(name, tuple(patterns)) is wanted


PARTS = st.sampled_from(["test_a.py", "a_test.py", "unit", "tests", "check.py", "ü.py"])


@LAW
@given(
    st.lists(PARTS, min_size=1, max_size=3),
    st.sampled_from(["test_*.py", "*_test.py", "unit/*.py", "tests/*/check.py", "?.py"]),
)
def test_file_patterns_are_read_as_pytest_reads_them(parts: list[str], pattern: str) -> None:
    path = Path("/project", *parts)
    assert file_matches(str(path), (pattern,)) is fnmatch_ex(pattern, path)


def test_file_patterns_with_a_folder_match_a_path_as_typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "tests" / "unit").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert file_matches("tests/unit/test_cart.py", ("tests/*.py",))
    assert file_matches("./tests/check.py", ("tests/*.py",))
    assert not file_matches("docs/check.py", ("tests/*.py",))
    monkeypatch.chdir(tmp_path / "tests")
    assert file_matches("unit/check.py", ("tests/*.py",))


def test_tests_of_mixins_run_in_the_classes_that_inherit_them() -> None:
    module = module_of_text(
        """
        import unittest

        class Mixin:
            def test_mixed(self): ...
            def test_overridden(self): ...

        class CartTest(Mixin, unittest.TestCase):
            def test_overridden(self): ...

        class Alone:
            def test_never(self): ...
        """
    )
    assert [(test.qualified_name, test.runner) for test in module.tests] == [
        ("CartTest.test_mixed", "unittest"),
        ("CartTest.test_overridden", "unittest"),
    ]


def test_alternatives_are_tests_both_and_what_both_replace_is_none() -> None:
    module = module_of_text(
        """
        def test_a(): ...

        if windows:
            def test_a(): ...
        else:
            def test_a(): ...

        if windows:
            def test_b(): ...

        def test_c(): ...
        test_c = slow(test_c)

        def test_d(): ...
        del test_d

        def test_e(): ...
        test_e: object

        def test_f(): ...
        for test_f in names: ...
        """
    )
    found = [(test.name, test.node.lineno) for test in module.tests]
    assert found == [("test_a", 4), ("test_a", 6), ("test_b", 9), ("test_c", 11), ("test_e", 17), ("test_f", 20)]


@pytest.mark.parametrize(
    "decorator",
    [
        "app.route('/')",
        "pytest.fixture",
        "cli.command()",
        "property",
        "receiver(post_save)",
        "app.get('/')",
        "contextmanager",
    ],
)
def test_handlers_and_fixtures_are_no_tests(decorator: str) -> None:
    assert module_of_text(f"import pytest\n\n@{decorator}\ndef test_connection(): ...\n").tests == []


@pytest.mark.parametrize(
    "decorator", ["pytest.mark.get", "pytest.mark.task(1)", "mock.patch('a.get')", "given(x=1)", "unknown"]
)
def test_marks_and_wrappers_leave_a_test_a_test(decorator: str) -> None:
    text = f"import pytest\nfrom unittest import mock\n\n@{decorator}\ndef test_connection(): ...\n"
    assert [test.name for test in module_of_text(text).tests] == ["test_connection"]
