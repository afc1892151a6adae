"""Regressions: tests that keep a reported bug from coming back; that the code runs may be all there is to show."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from flake8_testquality.model.intentions import said, spaced
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

# Issues, tickets and bugs may be what a product is about: it takes a number.
_IN_NAME = regex(
    r"\b(?:issue|ticket|trac|bug|gh|bpo|pr) ?\d+|\bbug$|^test \d{3,}\b"
    r"|(?<!linear )(?<!logistic )(?<!ridge )\bregression$",
    re.IGNORECASE,
)
_IN_PROSE = regex(
    r"(?<![\w&/])#\d{4,}\b|(?:^|[(\[]|\b(?:see|for|in|of|from|fix(?:es|ed)?|closes|tests?) )#\d{2,}\b"
    r"|\b(?:issues?|bugs?|gh|bpo)(?: (?:no\.?|number|report))?[ _:-]*#?\d{2,}|\b(?:tickets?|pr) ?(?:#\d|\d{3,})"
    r"|/(?:issues|pulls?|tickets?|bugs?|work_items)/\d+|\bbugs\.\w+\.|\bCVE-\d{4}"
    r"|\bregression (?:tests?|checks?|guards?|for|in|from|since|when|where)\b|\bregression[.:]"
    r"|\bfixed bug\b|\bbug ?fix\b",
    re.IGNORECASE,
)
_IN_PATH = regex(r"_regress/[^/]+$|_regress(?:ion)?\.py$|test_regressions?\.py$")


def is_regression(test: Test) -> bool:
    """Whether a test, its class or its file is named after a bug, or a docstring or comment tells its number."""
    return test.fact(_is_regression)


def _is_regression(test: Test) -> bool:
    names, texts = [spaced(test.name)], [test.docstring or "", *said(test.module, test.node)]
    if test.cls is not None:
        names.append(spaced(test.cls.name))
        texts.append(ast.get_docstring(test.cls.node) or "")
    if any(_IN_NAME.search(name) for name in names) or any(_IN_PROSE.search(text) for text in texts):
        return True
    return _IN_PATH.search(test.module.path.replace("\\", "/")) is not None
