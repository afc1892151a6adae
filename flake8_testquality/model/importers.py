"""Who imports a file, as the texts of the project's other files say."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from flake8_testquality.model.references import corpus
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# what stands before the name of a module on a line that imports it, or in a string, and behind it
_TAKEN_AS_WHOLE = regex(r"[ \t]*(?:from[ \t]+|import[ \t]+(?:[^#]*[ \t,])?)([\w.]*)$")
_TAKEN_FROM = regex(r"[ \t]*from[ \t]+([\w.]+)[ \t]+import\b[^#]*$")
_LISTED = regex(r"[ \t]+[\w, \t]*")
_REST_OF_LIST = regex(r"[\w, \t]*(?:#.*)?")
_LIST_HEAD = regex(r"\bfrom[ \t]+([\w.]+)[ \t]+import[ \t]*\([^()]*$")
_COMMENT = regex(r"#.*")
_LONGEST_LIST = 4_000
_QUOTED = regex(r"[\"']([\w.]+\.)$")
_REST_OF_QUOTED = regex(r"(?:[.:][\w.:]*)?[\"']")


def is_imported_elsewhere(module: Module) -> bool:
    """Whether another file of the project that is looked at imports this one, or names it in a string as a module.

    A name that leads to another file of the project does not speak of this one; one that leads out of sight may.
    """
    folder, name = os.path.split(os.path.abspath(module.path))
    stem = os.path.basename(folder) if name == "__init__.py" else name.removesuffix(".py")
    known = corpus(module)
    for at in known.places(stem, os.path.abspath(module.path)):
        package = _package_of(known.text, at, stem)
        if package is not None and _may_lead_to(module, package, stem, known.path_at(at)):
            return True
    return False


def _package_of(text: str, at: int, stem: str) -> str | None:
    """The package, as `shop.`, from which a line takes a module whose name stands at an offset; None elsewhere."""
    first, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    while text.endswith("\\\n", 0, first):
        first = text.rfind("\n", 0, first - 1) + 1
    before, after = text[first:at], text[at + len(stem) : end if end >= 0 else None]
    found = _TAKEN_AS_WHOLE.match(before)
    if found is not None:
        # where the standard library has a module of that name, only a path says that this one is meant
        return found[1] if found[1] or stem not in sys.stdlib_module_names else None
    found = _TAKEN_FROM.match(before)
    if found is None and _LISTED.fullmatch(before) and _REST_OF_LIST.fullmatch(after):
        found = _LIST_HEAD.search(_COMMENT.sub("", text[max(0, at - _LONGEST_LIST) : at]))
    if found is not None:
        return found[1] if found[1].endswith(".") else f"{found[1]}."
    found = _QUOTED.search(before)
    return found[1] if found is not None and _REST_OF_QUOTED.match(after) else None


def _may_lead_to(module: Module, package: str, stem: str, importer: str) -> bool:
    """Whether a module's name in another file may lead to this file: what it leads to is this one, or out of sight."""
    project = module.project
    found = project.path_of(package + stem, importer)
    if found is not None:
        return os.path.abspath(found) == os.path.abspath(module.path)
    package = package.rstrip(".")
    # what a module in sight gives that is no module is a thing in it
    return not package or project.path_of(package, importer) is None
