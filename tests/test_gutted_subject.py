"""The gutted subject: a test reported as hollow passes although the application does nothing any more; a sound one fails.

Each example is a small application with hollow tests and sound twins. The application is replaced by a module whose
functions return None and whose classes accept anything, and the real pytest says who notices.
"""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from flake8_testquality.registry import rule_named
from tests.linting import expected, lint, reported, write

HOLLOW = ("TQ217", "TQ218", "TQ219")
GUTTED = '''
import sys, types

class Anything:
    def __init__(self, *args, **kwargs):
        pass
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return nothing
    def __class_getitem__(cls, item):
        return cls
    async def __aenter__(self):
        return None
    async def __aexit__(self, *exc):
        return False
    def __enter__(self):
        return None
    def __exit__(self, *exc):
        return False

class Meta(type):
    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return nothing

class Empty(Anything, metaclass=Meta):
    pass

class Failure(Exception, metaclass=Meta):
    pass

class Nothing:
    """A function that returns None, wherever it is called or awaited."""
    def __call__(self, *args, **kwargs):
        return None
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return nothing

nothing = Nothing()

def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    if name.endswith(("Error", "Failed", "Exists")):
        return Failure
    return type(name, (Empty,), {}) if name[:1].isupper() else nothing
'''
# name -> (application, tests); `# TQnnn` marks the hollow tests or their assertions.
PROJECTS: dict[str, tuple[str, str]] = {
    "functions": (
        "def total(lines):\n    return sum(lines)\n",
        """
        from app import total

        def test_hollow():  # TQ218
            lines = [1, 2]
            assert sum(lines) == 3

        def test_hollow_copy():  # TQ218
            price = 100.0
            price = price - price * 0.1
            assert price == 90.0

        def test_sound():
            assert total([1, 2]) == 3
        """,
    ),
    "classes": (
        "class Cart:\n    def __init__(self):\n        self.items = []\n\n    def add(self, item):\n        self.items.append(item)\n",
        """
        from app import Cart

        def test_hollow():  # TQ218
            cart = Cart()
            cart.owner = "Ada"
            assert cart.owner == "Ada"

        def test_sound():
            cart = Cart()
            cart.add("apple")
            assert cart.items == ["apple"]
        """,
    ),
    "models": (
        """
        class Manager:
            def __init__(self):
                self.rows = []
            def create(self, **values):
                row = Room(**values)
                self.rows.append(row)
                return row

        class Room:
            def __init__(self, **values):
                self.__dict__.update(values)

        Room.objects = Manager()
        """,
        """
        from app import Room

        def test_hollow_row():  # TQ218
            row = {"name": "Garden", "rate": 80}
            Room.objects.create(**row)
            assert row["name"] == "Garden"

        def test_hollow():  # TQ218
            row = {"name": "Garden", "rate": 80}
            assert row["rate"] == 80

        def test_sound():
            assert Room.objects.create(name="Garden").name == "Garden"
        """,
    ),
    "unittest": (
        "class Handler:\n    def __init__(self):\n        self.scope = None\n\n    def user(self):\n        return self.scope['user']\n",
        """
        import unittest
        from app import Handler

        class TestHandler(unittest.TestCase):
            def setUp(self):
                self.handler = Handler()

            def test_hollow(self):  # TQ218
                self.handler.scope = {"user": None}
                assert self.handler.scope.get("user") is None

            def test_hollow_equal(self):  # TQ218
                self.handler.scope = {"user": "Ada"}
                self.assertEqual(self.handler.scope["user"], "Ada")

            def test_sound(self):
                self.handler.scope = {"user": "Ada"}
                self.assertEqual(self.handler.user(), "Ada")
        """,
    ),
    "async service": (
        "async def charge(amount):\n    return {'amount': amount}\n",
        """
        import unittest
        from unittest.mock import AsyncMock
        import app

        class TestCharge(unittest.IsolatedAsyncioTestCase):
            async def test_hollow(self):  # TQ218
                client = AsyncMock()
                client.charge.return_value = "ch_1"
                assert await client.charge(1) == "ch_1"  # TQ219

            async def test_hollow_row(self):  # TQ218
                row = {"amount": 1}
                self.assertEqual(row["amount"], 1)

            async def test_sound(self):
                assert (await app.charge(1))["amount"] == 1
        """,
    ),
    "http client": (
        "class Client:\n    def __init__(self, send):\n        self.send = send\n\n    def get(self, path):\n        return self.send('GET', path)['body']\n",
        """
        from unittest.mock import Mock
        from app import Client

        def test_hollow():  # TQ218
            response = Mock(status_code=200)
            response.json.return_value = {"ok": True}
            assert response.json() == {"ok": True}  # TQ219

        def test_hollow_error():  # TQ218
            error = {"type": "error", "code": 429}
            assert error["code"] == 429

        def test_sound():
            send = Mock(return_value={"body": "x"})
            assert Client(send).get("/") == "x"
        """,
    ),
    "patched": (
        "def charge(amount):\n    return amount\n\ndef pay(amount):\n    return {'paid': charge(amount)}\n",
        """
        from unittest.mock import patch
        import app

        @patch("app.charge")
        def test_hollow(charge):
            charge.return_value = {"ok": True}
            assert app.charge(10) == {"ok": True}  # TQ219

        @patch("app.charge", return_value=3)
        def test_sound(charge):
            assert app.pay(10) == {"paid": 3}
        """,
    ),
    "logging": (
        "import logging\n\ndef run():\n    logging.getLogger('app').error('boom')\n",
        """
        import logging
        import app

        log = logging.getLogger("app")

        def test_hollow(caplog):  # TQ218
            try:
                raise ValueError("boom")
            except ValueError:
                log.error("failed", exc_info=True)
            assert "boom" in caplog.text

        def test_sound(caplog):
            app.run()
            assert "boom" in caplog.text
        """,
    ),
    "standard library": (
        "from urllib.parse import parse_qs\n\ndef token(query):\n    return parse_qs(query).get('token', [''])[0]\n",
        """
        import json
        from urllib.parse import parse_qs
        import pytest
        from app import token

        def test_hollow():  # TQ218
            assert parse_qs("other=1").get("token", []) == []

        def test_hollow_raises():  # TQ218
            with pytest.raises(ValueError):
                json.loads("{")

        def test_sound():
            assert token("token=abc") == "abc"
        """,
    ),
    "doubles": (
        "def notify(mailer, name):\n    mailer.send(name)\n    return True\n",
        """
        from app import notify

        class FakeMailer:
            def __init__(self):
                self.sent = []
            def send(self, name):
                self.sent.append(name)

        def test_hollow():  # TQ218
            mailer = FakeMailer()
            mailer.send("Ada")
            assert mailer.sent == ["Ada"]

        def test_sound():
            mailer = FakeMailer()
            notify(mailer, "Ada")
            assert mailer.sent == ["Ada"]
        """,
    ),
    "mock calls": (
        "def notify(mailer):\n    mailer.send('Ada')\n",
        """
        from unittest.mock import Mock
        from app import notify

        def test_hollow():  # TQ218
            mailer = Mock()
            mailer.send("Ada")
            mailer.send.assert_called_once_with("Ada")

        def test_sound():
            mailer = Mock()
            notify(mailer)
            mailer.send.assert_called_once_with("Ada")
        """,
    ),
    "exceptions": (
        "class SoldFailed(Exception):\n    pass\n\ndef sell(item):\n    raise SoldFailed(item)\n",
        """
        import pytest
        from app import SoldFailed, sell

        def test_hollow():  # TQ218
            with pytest.raises(ValueError):
                int("x")

        def test_sound():
            with pytest.raises(SoldFailed):
                sell("apple")
        """,
    ),
    "callbacks": (
        "def each(items, function):\n    for item in items:\n        function(item)\n",
        """
        from app import each

        def test_hollow():  # TQ218
            items = [1, 2]
            each(items, print)
            count = 2
            assert count == 2

        def test_hollow_loop():  # TQ218
            seen = []
            for item in [1, 2]:
                seen.append(item)
            assert seen == [1, 2]

        def test_sound():
            seen = []
            each([1, 2], seen.append)
            assert seen == [1, 2]
        """,
    ),
    "fixtures": (
        "def load(path):\n    return path.read_text().upper()\n",
        """
        import pytest
        from app import load

        @pytest.fixture
        def row():
            return {"id": 1}

        def test_hollow(row):  # TQ218
            assert row["id"] == 1

        def test_hollow_file(tmp_path):  # TQ218
            (tmp_path / "a").write_text("a")
            assert (tmp_path / "a").read_text() == "a"

        @pytest.mark.parametrize("code", ["A", "B"])
        def test_hollow_parameters(code):  # TQ218
            assert code.upper() == code

        def test_sound(tmp_path):
            (tmp_path / "a").write_text("a")
            assert load(tmp_path / "a") == "A"
        """,
    ),
}


def outcomes(folder: Path, *paths: str) -> dict[str, str]:
    """What pytest says of each test below a folder: (file::name) -> PASSED, FAILED, ERROR; one process for all."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rA", "-q", "--tb=no", "--import-mode=importlib", *paths],
        cwd=folder, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    found: dict[str, str] = {}
    for verdict, name in re.findall(r"^(PASSED|FAILED|ERROR) (\S+?)(?:\[.*?\])?(?: - .*)?$", done.stdout, re.MULTILINE):
        if found.get(name) != "FAILED":
            found[name] = verdict
    assert found, done.stdout + done.stderr
    return found


def lay_out(folder: Path, *, gutted: bool) -> None:
    for name, (application, tests) in PROJECTS.items():
        place = name.replace(" ", "_")
        body = GUTTED if gutted else application
        write(folder / place, {"app.py": body, f"test_{place}.py": tests, "conftest.py": CONFTEST})


# Each project's tests get its own `app`, though one process runs them all.
CONFTEST = """
import importlib.util, pathlib, sys

def pytest_pycollect_makemodule(module_path, parent):
    spec = importlib.util.spec_from_file_location("app", pathlib.Path(module_path).parent / "app.py")
    sys.modules["app"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules["app"])

def pytest_runtest_setup(item):
    sys.modules["app"] = item.module.__dict__.get("app") or next(
        (sys.modules[value.__module__] for value in vars(item.module).values() if getattr(value, "__module__", "") == "app"),
        sys.modules["app"],
    )
"""


@pytest.fixture(scope="module")
def intact(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("intact")
    lay_out(folder, gutted=False)
    return folder


def reported_tests(path: Path) -> set[str]:
    """The tests of a file that one of the hollow rules reports, by name."""
    rules = [rule for code in HOLLOW if (rule := rule_named(code)) is not None]
    lines = {line for line, _ in reported(lint(path, rules))}
    found, current = set(), ""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        match = re.match(r"\s*(?:async )?def (test_\w+)", line)
        current = match[1] if match else current
        if number in lines:
            found.add(current)
    return found


@pytest.mark.parametrize("name", PROJECTS)
def test_hollow_tests_are_reported_and_sound_ones_are_not(name: str, intact: Path) -> None:
    place = name.replace(" ", "_")
    path = intact / place / f"test_{place}.py"
    wanted = [item for item in expected(path.read_text(encoding="utf-8")) if item[1] in HOLLOW]
    rules = [rule for code in HOLLOW if (rule := rule_named(code)) is not None]
    assert reported(lint(path, rules)) == wanted


@pytest.fixture(scope="module")
def with_application(intact: Path) -> dict[str, str]:
    return outcomes(intact)


@pytest.fixture(scope="module")
def without_application(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("gutted")
    lay_out(folder, gutted=True)
    return outcomes(folder)


def test_every_example_passes_with_its_application(with_application: dict[str, str]) -> None:
    assert {name for name, verdict in with_application.items() if verdict != "PASSED"} == set()
    assert len({name.partition("/")[0] for name in with_application}) >= 12


def test_hollow_tests_pass_without_the_application_and_sound_ones_fail(
    intact: Path, with_application: dict[str, str], without_application: dict[str, str]
) -> None:
    wrong = []
    for name in with_application:
        file, _, test = name.partition("::")
        hollow = test.rpartition("::")[2] in reported_tests(intact / file)
        verdict = without_application.get(name, "ERROR")
        if (verdict == "PASSED") is not hollow:
            wrong.append(f"{name}: {'reported' if hollow else 'not reported'}, gutted: {verdict}")
    assert wrong == []


EXAMPLES = Path(__file__).parents[1] / "examples"


def test_hollow_tests_of_the_examples_pass_without_the_booking_service(tmp_path: Path) -> None:
    hollow = EXAMPLES / "tests" / "hollow"
    names = {}
    for path in sorted(hollow.glob("test_*.py")):
        names[path.name] = reported_tests(path)
    found = {f"{file}::{test}" for file, tests in names.items() for test in tests}
    assert len(found) >= 5
    package = {f"booking/{path.name}": GUTTED for path in (EXAMPLES / "booking").glob("[a-z]*.py")}
    tests = {f"tests/hollow/{path.name}": path.read_text(encoding="utf-8") for path in hollow.glob("*.py")}
    root = {
        "booking/__init__.py": "",
        "tests/__init__.py": "",
        "tests/conftest.py": (EXAMPLES / "tests" / "conftest.py").read_text(encoding="utf-8"),
    }
    write(tmp_path, {**package, **tests, **root})
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rA", "-q", "--tb=no", "tests/hollow"],
        cwd=tmp_path, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    passed = {match.split("/")[-1] for match in re.findall(r"^PASSED (\S+?)(?:\[.*)?$", done.stdout, re.MULTILINE)}
    passed = {f"{name.split('::')[0]}::{name.split('::')[-1]}" for name in passed}
    ran = {file for file in names if f"{file}::" in done.stdout}
    assert {name for name in found if name.split("::")[0] in ran} - passed == set(), textwrap.shorten(done.stdout, 3000)
    assert ran
