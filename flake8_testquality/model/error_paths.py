"""Does a test take an error path? And does a handler let an error vanish?"""

from __future__ import annotations

import re

from flake8_testquality.model.tests import Test
from flake8_testquality.model.words import words

ERROR_WORDS = frozenset(
    "fail fails failed failing failure failures error errors invalid raise raises raised reject rejects "
    "rejected denied "
    "deny denies refuse refuses refused forbidden unauthorized missing unknown bad wrong malformed illegal "
    "broken corrupt "
    "exception exceptions timeout abort aborts aborted crash crashes unavailable nonexistent exceeded".split()
)
_STATUS = re.compile(
    r"(?<![\w.])[45]\d\d(?![\w.])|HTTP_[45]\d\d"
    r"|HTTPStatus\.(?:BAD_|UNAUTH|FORBID|NOT_|METHOD_NOT|CONFLICT|GONE|UNPROC|TOO_MANY|INTERNAL|SERVICE_UN|GATEWAY)"
)


def tests_an_error(test: Test) -> bool:
    """Whether a test expects an exception or an error status, or speaks of failure in its name or its class's."""
    if not ERROR_WORDS.isdisjoint(words(test.qualified_name)):
        return True
    if any(assertion.kind in ("raises", "warns") for assertion in test.assertions):
        return True
    node, source = test.node, test.module.source
    first = min((item.lineno for item in node.decorator_list), default=node.lineno)
    return _STATUS.search(source.lines_of(first, node.end_lineno or node.lineno)) is not None
