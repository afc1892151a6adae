"""`testquality config`: what is in force for a path, and where each value comes from."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from flake8_testquality.commands import check
from flake8_testquality.model.laxity import laxities, unregistered_use
from flake8_testquality.model.module import Module
from flake8_testquality.model.project import project_of
from flake8_testquality.plugin import Plugin
from flake8_testquality.settings import all_options
from flake8_testquality.source import Source


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `testquality config`."""
    parser.add_argument("path", nargs="?", default=".", help="a file or folder (default: here)")


def run(options: argparse.Namespace) -> int:
    """Print it; a path that does not exist is an error."""
    path = Path(options.path)
    if not path.exists():
        print(f"testquality config: {path} does not exist", file=sys.stderr)
        return 2
    with check.only_our_plugin():
        Plugin.reads_baseline = False
        check.Files([str(path), "--select", "TQ"])
    for line in (*our_settings(), "", *pytest_settings(path)):
        print(line)
    return 0


def our_settings() -> Iterator[str]:
    """The package's options with their origin, and the rules that run."""
    settings = Plugin.settings
    for key, option in all_options().items():
        value = settings.value(option)
        shown = ",".join(value) if isinstance(value, tuple) else value
        yield f"{key} = {shown}  [{settings.origins.get(key, 'default')}]"
    on = [rule.code for rule in Plugin.rules() if settings.runs(rule)]
    yield f"rules = {len(on)} of {len(Plugin.rules())}: {' '.join(on)}"


def pytest_settings(path: Path) -> Iterator[str]:
    """The pytest configuration found for a path, the conftest chain, and what is lax about it."""
    probe = str(path / "test_probe.py" if path.is_dir() else path)
    project = project_of(probe)
    config = project.config
    yield f"rootdir = {project.root}"
    yield f"pytest configuration = {config.file if config.in_sight else 'none in sight'}"
    if config.broken:
        yield f"  cannot be used: {config.broken}"
    for name in (
        "python_files", "python_classes", "python_functions", "testpaths", "addopts", "asyncio_mode", "xfail_strict",
        "strict_markers", "strict_config", "timeout", "django_settings_module", "pythonpath", "filterwarnings",
    ):  # fmt: skip
        value = getattr(config, name)
        yield f"  {name} = {' '.join(value) if isinstance(value, tuple) else value}"
    yield f"  markers = {' '.join(sorted(config.markers))}"
    for what in laxities(project):
        yield f"  TQ830 {what}"
    unknown = unregistered_use(Module(Source.of_text("", probe), project))
    if unknown is not None:
        yield f"  TQ830 marks like `{unknown}` are used, but `markers` registers none: list them"
    chain = [module.path for module in project.conftests(probe)]
    yield f"conftest chain = {' '.join(chain) if chain else 'none'}"
