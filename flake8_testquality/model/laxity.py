"""Laxity: what a pytest configuration lets pass."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from flake8_testquality.model import disk
from flake8_testquality.model.registered_marks import BUILT_IN, PLUGINS, registered
from flake8_testquality.model.roles import TEST_FOLDERS
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.project import Project

_Rank: TypeAlias = tuple[bool, bool, int, str]
_MARK = regex(r"\bmark\.(\w+)")
_STOPPING = ("-x", "--exitfirst")
# Flags without a value may be joined: `-vx`, `-sx`.
_STOPPING_FLAG = regex(r"-[lqsv]*x[lqsvx]*")
_MAX_READ = 300


def is_root_conftest(module: Module) -> bool:
    """Whether a file is the topmost conftest of a project; of several, one stands for all."""
    if module.role != "conftest" or module.source.is_stdin or module.conftests:
        return False
    own = _rank(module.project, os.path.abspath(module.path))
    ranks: list[_Rank] = module.project.once("conftest ranks", lambda: _ranks(module.project))
    return not any(rank < own for rank in ranks)


def _ranks(project: Project) -> list[_Rank]:
    folders = [os.path.dirname(path) for path in project.all_modules() if os.path.basename(path) == "conftest.py"]
    lower = {item for item in folders for other in folders if item.startswith(other + os.sep)}
    return [_rank(project, os.path.join(folder, "conftest.py")) for folder in folders if folder not in lower]


def _rank(project: Project, path: str) -> _Rank:
    """Below testpaths first, then in a folder of tests, then the highest."""
    inner = os.path.relpath(path, project.root or os.curdir).replace(os.sep, "/")
    folders = inner.split("/")[:-1]
    tops = [top.rstrip("/").removeprefix("./") for top in project.config.testpaths]
    is_named = any(inner.startswith(f"{top}/") for top in tops)
    return not is_named, TEST_FOLDERS.isdisjoint(folders), len(folders), inner


def laxities(project: Project) -> Iterator[str]:
    """Each thing that a pytest configuration in sight lets pass, as fact and remedy in a few words."""
    config = project.config
    if not config.in_sight or config.broken:
        return
    if not config.strict_markers:
        yield "a misspelled mark passes unseen: set strict_markers (or --strict-markers)"
    if not config.strict_config:
        yield "a misspelled option passes unseen: set strict_config (or --strict-config)"
    if not config.xfail_strict:
        yield "an xfail test that passes is not noticed: set xfail_strict = true"
    words = config.addopts
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else ""
        if word in _STOPPING or _STOPPING_FLAG.fullmatch(word):
            yield f"addopts holds `{word}`, which hides every failure behind the first: drop it"
        elif word.startswith("--maxfail"):
            yield f"addopts holds `{word}`, which hides failures behind others: drop it"
        elif (word == "-p" and following.startswith("no:")) or word.startswith("-pno:"):
            shown = word if word != "-p" else f"-p {following}"
            yield f"addopts switches a plugin off (`{shown}`): say so where it is needed"


def unregistered_use(module: Module) -> str | None:
    """A custom mark that the project uses although nothing registers any; None where something does."""
    if not module.project.config.in_sight or module.project.config.markers:
        return None
    here = module.fact(registered)
    if here is None or here:
        return None
    for number, path in enumerate(module.project.modules_near(module.path)):
        name = os.path.basename(path)
        if number >= _MAX_READ or not ("test" in name or name == "conftest.py"):
            continue
        try:
            text = disk.text(path)
        except (OSError, ValueError):
            continue
        found = next((name for name in _MARK.findall(text) if name not in BUILT_IN | PLUGINS), None)
        if found is not None and "pytest.mark" in text:
            return str(found)
    return None
