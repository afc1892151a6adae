"""The real pytest as oracle of the isolation rules: where a leak is reported, the order of two tests decides.

Each pair is a file of two tests. In the leaking one the second fails only when it runs after the first; in the cured
one it never does. Both orders of all pairs run in one pytest process each.
"""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from tests.linting import expected, lint, reported, write

SHOP = {
    "pytest.ini": "[pytest]\npythonpath = .\n",
    "shop/__init__.py": "",
    "shop/mail.py": """
        def send():
            return "sent"
    """,
    "shop/config.py": """
        import os
        import pathlib
        import sys


        class Settings:
            tax = 7


        settings = Settings()


        def region():
            return os.environ.get("SHOP_REGION", "none")


        def folder():
            return pathlib.Path.cwd().name


        def is_on_path(folder):
            return str(folder) in sys.path
    """,
}

# code -> (what leaks, with the rule's mark; its cured twin). `test_first` changes, `test_second` looks.
PAIRS = {
    "TQ601": (
        """
        import os

        from shop import config


        def test_first():
            os.environ["SHOP_REGION"] = "eu"  # TQ601
            assert config.region() == "eu"


        def test_second():
            assert config.region() == "none"
        """,
        """
        from shop import config


        def test_first(monkeypatch):
            monkeypatch.setenv("SHOP_REGION", "eu")
            assert config.region() == "eu"


        def test_second():
            assert config.region() == "none"
        """,
    ),
    "TQ603": (
        """
        import sys

        from shop import config


        def test_first():
            sys.path.append("/shop/plugins")  # TQ603
            assert config.is_on_path("/shop/plugins")


        def test_second():
            assert not config.is_on_path("/shop/plugins")
        """,
        """
        import sys

        from shop import config


        def test_first():
            before = list(sys.path)
            sys.path.append("/shop/plugins")
            try:
                assert config.is_on_path("/shop/plugins")
            finally:
                sys.path[:] = before


        def test_second():
            assert not config.is_on_path("/shop/plugins")
        """,
    ),
    "TQ604": (
        """
        from shop import mail

        sent = []


        def test_first():
            sent.append(mail.send())  # TQ604
            assert sent == ["sent"]


        def test_second():
            assert [*sent, mail.send()] == ["sent"]
        """,
        """
        import pytest

        from shop import mail


        @pytest.fixture
        def sent():
            return []


        def test_first(sent):
            sent.append(mail.send())
            assert sent == ["sent"]


        def test_second(sent):
            assert [*sent, mail.send()] == ["sent"]
        """,
    ),
    "TQ605": (
        """
        from shop import mail


        class TestMail:
            sent = []

            def test_first(self):
                self.sent.append(mail.send())  # TQ605
                assert self.sent == ["sent"]

            def test_second(self):
                assert [*self.sent, mail.send()] == ["sent"]
        """,
        """
        import unittest

        from shop import mail


        class TestMail(unittest.TestCase):
            def setUp(self):
                self.sent = []

            def test_first(self):
                self.sent.append(mail.send())
                self.assertEqual(self.sent, ["sent"])

            def test_second(self):
                self.assertEqual([*self.sent, mail.send()], ["sent"])
        """,
    ),
    "TQ606": (
        """
        from shop.config import settings


        def test_first():
            settings.tax = 19  # TQ606
            assert settings.tax == 19


        def test_second():
            assert settings.tax == 7
        """,
        """
        from shop.config import settings


        def test_first(monkeypatch):
            monkeypatch.setattr(settings, "tax", 19)
            assert settings.tax == 19


        def test_second():
            assert settings.tax == 7
        """,
    ),
    "TQ612": (
        """
        import logging
        import unittest

        from shop import mail


        class TestMail(unittest.TestCase):
            def test_first(self):
                logging.disable(logging.CRITICAL)  # TQ612
                self.assertEqual(mail.send(), "sent")

            def test_second(self):
                with self.assertLogs("shop", "ERROR"):
                    logging.getLogger("shop").error(mail.send())
        """,
        """
        import logging
        import unittest

        from shop import mail


        class TestMail(unittest.TestCase):
            def test_first(self):
                logging.disable(logging.CRITICAL)
                self.addCleanup(logging.disable, logging.NOTSET)
                self.assertEqual(mail.send(), "sent")

            def test_second(self):
                with self.assertLogs("shop", "ERROR"):
                    logging.getLogger("shop").error(mail.send())
        """,
    ),
    "TQ613": (
        """
        import pytest

        from shop import mail


        @pytest.fixture(scope="module")
        def sent():  # TQ613
            return []


        def test_first(sent):
            sent.append(mail.send())
            assert sent == ["sent"]


        def test_second(sent):
            assert [*sent, mail.send()] == ["sent"]
        """,
        """
        import pytest

        from shop import mail


        @pytest.fixture
        def sent():
            return []


        def test_first(sent):
            sent.append(mail.send())
            assert sent == ["sent"]


        def test_second(sent):
            assert [*sent, mail.send()] == ["sent"]
        """,
    ),
    # the last two, since the others use the mail and stand in the project's folder
    "TQ607": (
        """
        from unittest.mock import Mock

        from shop import mail


        def test_first():
            mail.send = Mock(return_value="faked")  # TQ607
            assert mail.send() == "faked"


        def test_second():
            assert mail.send() == "sent"
        """,
        """
        import unittest
        from unittest.mock import Mock

        from shop import mail


        class TestMail(unittest.TestCase):
            def setUp(self):
                self.addCleanup(setattr, mail, "send", mail.send)
                mail.send = Mock(return_value="faked")

            def test_first(self):
                self.assertEqual(mail.send(), "faked")


        class TestRealMail(unittest.TestCase):
            def test_second(self):
                self.assertEqual(mail.send(), "sent")
        """,
    ),
    "TQ602": (
        """
        import os
        import pathlib

        from shop import config


        def test_first(tmp_path):
            (tmp_path / "elsewhere").mkdir()
            os.chdir(tmp_path / "elsewhere")  # TQ602
            assert config.folder() == "elsewhere"


        def test_second():
            assert config.folder() == pathlib.Path(__file__).parent.parent.name
        """,
        """
        import os
        import pathlib

        import pytest

        from shop import config


        @pytest.fixture
        def elsewhere(tmp_path):
            before = os.getcwd()
            (tmp_path / "elsewhere").mkdir()
            os.chdir(tmp_path / "elsewhere")
            yield
            os.chdir(before)


        def test_first(elsewhere):
            assert config.folder() == "elsewhere"


        def test_second():
            assert config.folder() == pathlib.Path(__file__).parent.parent.name
        """,
    ),
}


def files() -> dict[str, str]:
    """The project: the shop, and for each rule the leaking and the cured file."""
    found = dict(SHOP)
    for code, (leaking, cured) in PAIRS.items():
        found[f"tests/test_{code}_leaks.py"] = leaking
        found[f"tests/test_{code}_cured.py"] = cured
    return found


def node_ids(reverse: bool) -> list[str]:
    """The tests to run, the cured pairs before the leaking ones; in each pair the order that is asked for."""
    listed = []
    for number, kind in ((1, "cured"), (0, "leaks")):
        for code, texts in PAIRS.items():
            ids = []
            owner = ""
            for line in texts[number].split("\n"):
                words = line.split("(")[0].split(":")[0].split()
                if words[:1] == ["class"] and words[1].startswith("Test"):
                    owner = f"{words[1]}::"
                elif words[:1] == ["def"] and words[1].startswith("test_"):
                    ids.append(f"tests/test_{code}_{kind}.py::{owner}{words[1]}")
            listed.extend(reversed(ids) if reverse else ids)
    return listed


def failures(folder: Path, ids: Iterable[str], name: str) -> set[str]:
    """Run tests in this order with the real pytest; the `file test` of those that fail."""
    report = folder / f"{name}.xml"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}", *ids]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "SHOP"))}
    done = subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, timeout=120, check=False)
    cases = list(ElementTree.parse(report).iter("testcase"))
    assert len(cases) == len(list(ids)), done.stdout + done.stderr
    return {
        f"{case.attrib['classname'].split('.')[1]} {case.attrib['name']}"
        for case in cases
        if case.find("failure") is not None or case.find("error") is not None
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("leaks") / "project"
    write(folder, files())
    return folder


@pytest.fixture(scope="module")
def outcomes(project: Path) -> Mapping[str, set[str]]:
    """What fails when each first test runs before its second, and the other way round."""
    forward = failures(project, node_ids(reverse=False), "forward")
    return {"forward": forward, "backward": failures(project, node_ids(reverse=True), "backward")}


@pytest.mark.parametrize("code", PAIRS)
def test_leak_fails_the_second_test_only_when_it_runs_after_the_first(
    code: str, outcomes: Mapping[str, set[str]]
) -> None:
    second = f"test_{code}_leaks test_second"
    assert second in outcomes["forward"]
    assert second not in outcomes["backward"]


@pytest.mark.parametrize("code", PAIRS)
def test_cured_pair_passes_in_both_orders(code: str, outcomes: Mapping[str, set[str]]) -> None:
    failed = outcomes["forward"] | outcomes["backward"]
    assert [name for name in failed if name.startswith(f"test_{code}_cured ")] == []


@pytest.mark.parametrize("code", PAIRS)
def test_rule_reports_the_leak_and_not_its_cure(code: str, project: Path) -> None:
    leaking = project / f"tests/test_{code}_leaks.py"
    found = [item for item in reported(lint(leaking)) if item[1].startswith("TQ6")]
    assert found == expected(leaking.read_text(encoding="utf-8"))
    cured = reported(lint(project / f"tests/test_{code}_cured.py"))
    assert [item for item in cured if item[1].startswith("TQ6")] == []
