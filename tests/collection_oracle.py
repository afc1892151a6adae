"""What the real runners make of a folder of test modules. Run as a script: `python collection_oracle.py FOLDER`.

Prints one JSON object: file name -> {"pytest": [[collected name, defining name], ...], "unittest": [name, ...],
"error": text, "outcomes": {name: [[outcome, text], ...]}}. With `--run` the tests are run too.
"""

from __future__ import annotations

import importlib.util
import inspect
import io
import json
import os
import sys
import unittest
import warnings
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest


class Recorder:
    """A pytest plugin that notes what is collected, what breaks, and how each test ends."""

    def __init__(self) -> None:
        self.found: dict[str, dict[str, Any]] = {}

    def entry(self, path: Path) -> dict[str, Any]:
        empty: dict[str, Any] = {"pytest": [], "unittest": [], "error": "", "outcomes": {}}
        return self.found.setdefault(path.name, empty)

    def pytest_collectreport(self, report: Any) -> None:
        if report.failed:
            name = report.nodeid.split("::")[0]
            self.entry(Path(name))["error"] += str(report.longrepr)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        for item in items:
            function = inspect.unwrap(getattr(item.obj, "__func__", item.obj))
            classes = [node.name for node in item.listchain() if isinstance(node, pytest.Class)]
            name = getattr(item, "originalname", item.name) or item.name
            if name == function.__name__:
                self.entry(item.path)["pytest"].append([".".join([*classes, name]), function.__qualname__])

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.when == "call" or report.outcome != "passed":
            outcome = "xfailed" if hasattr(report, "wasxfail") and report.skipped else report.outcome
            name = report.nodeid.partition("::")[2].replace("::", ".").partition("[")[0]
            outcomes = self.entry(Path(report.nodeid.split("::")[0]))["outcomes"]
            outcomes.setdefault(name, []).append([outcome, str(report.longrepr or "")])


def by_unittest(path: Path) -> list[str]:
    """The names that unittest's loader gives for a file."""
    spec = importlib.util.spec_from_file_location(f"loaded_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    names: list[str] = []
    stack: list[Any] = [unittest.TestLoader().loadTestsFromModule(module)]
    while stack:
        item = stack.pop()
        if isinstance(item, unittest.TestSuite):
            stack.extend(item)
        elif isinstance(item, unittest.TestCase):
            function = inspect.unwrap(getattr(type(item), item._testMethodName))
            names.append(getattr(function, "__qualname__", item._testMethodName))
    return names


def main(folder: Path, options: list[str]) -> None:
    recorder = Recorder()
    run = [] if "--run" in options else ["--collect-only"]
    warnings.simplefilter("ignore")
    arguments = ["-q", "-p", "no:cacheprovider", "--assert=plain", "--tb=line", "-W", "ignore", *run, str(folder)]
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        pytest.main(arguments, plugins=[recorder])
        for path in sorted(folder.glob("*.py")):
            if path.name != "conftest.py" and "TestCase" in path.read_text(encoding="utf-8"):
                try:
                    recorder.entry(path)["unittest"] = by_unittest(path)
                except Exception as error:
                    recorder.entry(path)["error"] += repr(error)
    print(json.dumps(recorder.found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
