"""Material: Python files below the tests that the tests read, as input of a tool, and that nobody runs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from flake8_testquality.model.importers import is_imported_elsewhere
from flake8_testquality.model.references import corpus
from flake8_testquality.model.roles import file_matches

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


def is_material(module: Module) -> bool:
    """Whether a helper's file is out of every runner's way, and nobody imports it, although the suite is in sight.

    Pytest finds plain modules only beside the tests and conftest files that it opens; a package is meant for imports.
    """
    if module.role != "helper" or module.source.is_stdin:
        return False
    folder = os.path.dirname(os.path.abspath(module.path))
    opened = module.project.once("folders that pytest opens", lambda: _opened(module))
    if not opened or folder in opened or os.path.isfile(os.path.join(folder, "__init__.py")):
        return False
    return not is_imported_elsewhere(module)


def _opened(module: Module) -> frozenset[str]:
    """The folders of the project in which pytest opens a file."""
    patterns = (*module.project.config.python_files, "conftest.py")
    return frozenset(os.path.dirname(path) for path in corpus(module).spans if file_matches(path, patterns))
