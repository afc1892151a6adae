"""`testquality explain FILE::TEST`: a test with, below each assertion, where its values come from."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from flake8_testquality.model.module import Module
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
from flake8_testquality.model.same_values import compares_same_value
from flake8_testquality.source import Source

if TYPE_CHECKING:
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
    (OWN | LITERAL, "supplied by this test"),
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


def explain(path: str, test_name: str) -> str:
    """A test of a file as text with notes; empty if the file has no test of that name (`TestPay.test_refund`)."""
    module = Module(Source.read(Path(path)), project_of(path))
    found = [test for test in module.tests if test_name in (test.qualified_name, test.name)]
    return "\n\n".join("\n".join(explained(test)) for test in found)


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
            yield f"{text}: {origin(found[number], flags[number], assertion)}"
        else:
            yield f"{text}: {phrase(UNKNOWN)}"
    if assertion.block is not None and surely_product(assertion):
        yield "the block calls the code under test"
    if compares_same_value(assertion):
        yield "both sides are one value"


def phrase(flags: Origin) -> str:
    """What flags say in words."""
    return next((words for flag, words in PHRASES if flags & flag), "from nowhere")


def origin(value: Value, flags: Origin, assertion: Assertion) -> str:
    """Where a value comes from, with the product's name as far as it is known, and the line."""
    module = assertion.module
    maker = product_of(value) if flags & SUBJECT else None
    shown = maker or value
    words = f"from {maker.name}" if maker is not None else phrase(flags)
    line = getattr(shown.node, "lineno", None)
    if line is None:
        return words
    where = f" of {shown.home.path}" if shown.home is not None and shown.home is not module else ""
    joint = " at" if words.endswith("by this test") else ","
    return f"{words}{joint} line {line}{where}"


def product_of(value: Value) -> Value | None:
    """What first- or third-party code gave a value, or something that it was made from."""
    found = [value]
    for item in found:
        if item.kind in ("product", "imported") and item.origins & SUBJECT and "." in item.name:
            return item
        found.extend(base for base in item.bases if len(found) < 50 and base not in found)
    return None
