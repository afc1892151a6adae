"""TQ711."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.regex import regex
from flake8_testquality.rule import Finding, Option, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

ALLOWED = Option(
    "allowed-conjunctions",
    (
        "read_and_write", "drag_and_drop", "and_operator", "search_and_replace", "find_and_replace", "copy_and_paste",
        "cut_and_paste", "black_and_white", "terms_and_conditions", "logical_and", "bitwise_and", "and_or",
        "trial_and_error", "question_and_answer", "name_and_address", "x_and_y", "x_y",
    ),
    "phrases with a conjunction that name one thing",
)  # fmt: skip
# In `test_y_axis` the letter joins nothing.
CONJUNCTION = regex(r"_(and|(?<!^test_)y)_", re.IGNORECASE)
JOINED = regex(r"[^_]+_(?:and|y)_[^_]+")
# What follows is a condition, not a behaviour: `test_fails_when_open_and_empty`.
CONDITION = regex(r"(?<![^_])(?:when|if|unless|while|between|both|cuando|si|entre)_.*", re.IGNORECASE)


@rule(
    code="TQ711",
    profile="strict",
    message="`{name}` joins behaviours with `{word}`: write one test for each",
    options=(ALLOWED,),
    bad='''
        def test_saves_order_and_sends_mail(shop):  # TQ711
            assert shop.order("tea").saved == 1
    ''',
    good='''
        def test_drag_and_drop_moves_item(board):
            assert board.drag("tea", to="cart").place == "cart"
    ''',
)
def conjunction_in_name(test: Test, module: Module) -> Iterator[Finding]:
    """Two behaviours in one test: the failure of the first hides the second.

    Allowed: pairs that name one thing (`read_and_write`, `drag_and_drop`), from the option's list or because the test
    speaks of something of that name (`shop.get_and_set()`); two conditions behind a word like `when` or `if`.
    """
    if CONJUNCTION.search(test.name) is None:
        return
    rest = test.name.lower()
    for phrase in module.option(ALLOWED):
        rest = re.sub(rf"(?<![^_]){re.escape(phrase.lower())}(?![^_])", "", rest)
    rest = CONDITION.sub("", rest)
    found = CONJUNCTION.search(rest)
    if found:
        spoken = module.source.segment(test.node).replace(test.name, "", 1).lower()
        found = CONJUNCTION.search(JOINED.sub(lambda pair: "" if pair[0] in spoken else pair[0], rest))
    if found:
        yield Finding(test, name=test.name, word=found[1])
