"""noqa comments: flake8's own reading of a line as oracle."""

from __future__ import annotations

import pytest
from flake8 import defaults
from flake8.violation import Violation
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_testquality.model.noqa import FILE, INLINE, noqas_of
from tests.effort import examples
from tests.linting import module_of_text


def test_patterns_are_those_of_flake8() -> None:
    assert defaults.NOQA_INLINE_REGEXP.pattern == INLINE.pattern
    assert defaults.NOQA_INLINE_REGEXP.flags == INLINE.flags
    assert defaults.NOQA_FILE.pattern == FILE.pattern
    assert defaults.NOQA_FILE.flags == FILE.flags


def silences(comment: str, code: str) -> bool:
    """Whether flake8 takes a comment to silence a code on its line."""
    return Violation(code, "test_a.py", 1, 1, "text", f"x = 1  {comment}\n").is_inline_ignored(False)


PIECES = st.sampled_from(
    ["TQ", "TQ201", "TQ2", "E501", "tq201", ":", " ", "  ", ",", ", ", "\t", "-", "(why)", "reason", "="]
)


@settings(max_examples=examples(200))
@given(st.sampled_from(["# noqa", "# NoQA", "#noqa", "# no qa"]), st.lists(PIECES, max_size=6).map("".join))
def test_blanket_is_what_silences_a_code_that_it_does_not_name(head: str, tail: str) -> None:
    comment = (head + tail).rstrip()
    found = noqas_of(module_of_text(f"x = 1  {comment}\n"))
    if silences(comment, "ZZ999"):
        assert all(noqa.is_blanket for noqa in found)
    else:
        assert not any(noqa.is_blanket for noqa in found)
    if silences(comment, "TQ201") and not silences(comment, "ZZ999"):
        assert len(found) == 1


@pytest.mark.parametrize(
    "comment", ["# noqa: TQ", "# noqa : TQ201", "# noqa:  TQ201", "# noqa TQ201", "# noqa: TQ, E501"]
)
def test_what_was_meant_to_name_a_code_is_found(comment: str) -> None:
    assert silences(comment, "ZZ999")
    assert [noqa.is_blanket for noqa in noqas_of(module_of_text(f"x = 1  {comment}\n"))] == [True]


@pytest.mark.parametrize(
    "text", ["x = '# noqa : TQ201'\n", "x = 1  # noqa\n", "x = 1  # noqa: E501\n", "# TQ201 and noqa\n"]
)
def test_what_says_what_it_does_is_left_alone(text: str) -> None:
    assert noqas_of(module_of_text(text)) == []
