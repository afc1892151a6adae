"""`testquality explain FILE::TEST`: a test with, below each assertion, where its values come from."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from flake8_testquality.model.module import Module
from flake8_testquality.model.names import dotted_text
from flake8_testquality.model.origins import (
    CLOCK,
    CONFIGURED,
    ELAPSED,
    FIXTURE,
    LITERAL,
    MOCK,
    OUTSIDE,
    OWN,
    RANDOM,
    STDLIB,
    SUBJECT,
    TIMER,
    UNKNOWN,
    UNORDERED,
    Origin,
)  # fmt: skip
from flake8_testquality.model.project import project_of
from flake8_testquality.model.provenance import each, surely_product, values
from flake8_testquality.model.scopes import descend
from flake8_testquality.source import Source

if TYPE_CHECKING:
    import ast

    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.origins import Value
    from flake8_testquality.model.tests import Test

# The first of these that is set says most about a value.
PHRASES: tuple[tuple[Origin, str], ...] = (
    (CLOCK, "read from the wall clock"),
    (RANDOM, "random"),
    (ELAPSED, "a measured duration"),
    (TIMER, "read from a clock"),
    (UNORDERED, "in the order of a set or a listing"),
    (SUBJECT, "from the code under test"),
    (FIXTURE, "from a fixture"),
    (UNKNOWN, "not followed, so presumed to come from the code under test"),
    (CONFIGURED, "put on a mock by this test"),
    (MOCK, "made up by a mock"),
    (OUTSIDE, "read from files, logs, output or the process"),
    (OWN, "supplied by this test"),
    (LITERAL, "written in this test"),
    (STDLIB, "from the standard library"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `testquality explain`."""
    parser.add_argument(
        "test", metavar="FILE::TEST", help="tests/test_api.py::TestPay::test_refund, as pytest names it"
    )


def run(options: argparse.Namespace) -> int:
    """Print it; a file or test that is not there is an error of one line, exit code 2."""
    path, _, name = options.test.partition("::")
    try:
        source = Source.read(Path(path))
    except (OSError, SyntaxError, ValueError, RecursionError) as error:
        print(f"testquality explain: {path}: cannot be read: {error}", file=sys.stderr)
        return 2
    module = Module(source, project_of(path))
    wanted = name.replace("::", ".").partition("[")[0]
    found = [test for test in module.tests if not wanted or wanted in (test.qualified_name, test.name)]
    if not found:
        known = ", ".join(test.qualified_name.replace(".", "::") for test in module.tests[:5]) or "none"
        print(f"testquality explain: {path} has no test {name!r}; it has {known}", file=sys.stderr)
        return 2
    print("\n\n".join("\n".join(explained(test)) for test in found))
    return 0


def explained(test: Test) -> Iterator[str]:
    """The lines of a test, and below each assertion the origin of each of its operands."""
    notes: dict[int, list[str]] = {}
    for assertion in test.assertions:
        last = getattr(assertion.statement, "end_lineno", None)
        line = assertion.statement.lineno if assertion.block is not None or last is None else last
        notes.setdefault(line, []).extend(operand_notes(assertion))
    lines = test.module.source.lines
    for number in range(test.node.lineno, (test.node.end_lineno or test.node.lineno) + 1):
        yield f"{number:5}  {lines[number - 1].rstrip()}"
        for note in notes.get(number, ()):
            yield f"{'':5}    # {note}"


def operand_notes(assertion: Assertion) -> Iterator[str]:
    """For each operand of an assertion a line: its text and where it came from."""
    module = assertion.module
    found, flags = values(assertion), each(assertion)
    for number, operand in enumerate(assertion.operands):
        text = module.text(operand, 50)
        if number < len(found):
            yield f"{text}: {phrase(flags[number])}{place(found[number], operand, assertion)}"
        else:
            yield f"{text}: {phrase(UNKNOWN)}{place(None, operand, assertion)}"
    if assertion.block is not None and surely_product(assertion):
        yield "the block calls the code under test"


def phrase(flags: Origin) -> str:
    """What flags say in words."""
    return next((words for flag, words in PHRASES if flags & flag), "from nowhere")


def place(value: Value | None, operand: ast.AST, assertion: Assertion) -> str:
    """The line on which a value was supplied, or the product's name in the operand, as far as known."""
    module = assertion.module
    names = (module.resolve(part, assertion.scope) for part in descend(operand) if dotted_text(part) is not None)
    product = next(
        (name for name in names if name and not name.startswith(("builtins.", "unittest.", "pytest."))), None
    )
    if value is None or value.node is None or not hasattr(value.node, "lineno"):
        return f", {product}" if product else ""
    home = value.home
    where = f" of {home.path}" if home is not None and home is not module else ""
    by = f", {product}" if product else ""
    return f"{by}, line {value.node.lineno}{where}"
