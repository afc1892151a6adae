"""Mocked subjects: tests that call what they have replaced themselves, and assert on its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_testquality.model.held_words import patched_words
from flake8_testquality.model.names import last_name
from flake8_testquality.model.origins import CONFIGURED, PRODUCT, Record, Value
from flake8_testquality.model.own_code import is_product
from flake8_testquality.model.proven_patches import proves_patch
from flake8_testquality.model.provenance import followed, record
from flake8_testquality.model.scopes import calls_in

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.tests import Test

_MOCKING = frozenset({"assert", "unittest", "mock", "raises"})


def mocked_subject(assertion: Assertion) -> str | None:
    """The dotted name of the patched function whose mock the test calls itself and asserts on."""
    test = assertion.test
    if assertion.kind not in _MOCKING or not test.fact(_calls_a_replaced_name):
        return None
    flow = followed(test)
    if not (flow.answers or flow.stand_ins):
        return None
    known = record(assertion)
    found = (_stood_in_for(test, known) if not known.origins & PRODUCT else "") or _answered_for(test, known)
    if found:
        return None if proves_patch(assertion) else found
    if assertion.kind == "raises":
        return _raised_for(assertion)
    if assertion.kind == "mock" and known.values and not known.origins & PRODUCT:
        for target, mock in flow.answers.values():
            if mock is known.values[0] and mock.name != "autospec" and is_product(test.module, target):
                return target
    return None


def _raised_for(assertion: Assertion) -> str | None:
    """The product whose mock was told to raise what a block expects, in which nothing but that mock is called."""
    calls = [call for statement in assertion.block or () for call in calls_in(statement)]
    if len(calls) != 1:
        return None
    expected = {last_name(item) for item in assertion.expected_exceptions}
    for value, (target, mock) in followed(assertion.test).answers.items():
        effect = (mock.parts or {}).get((".", "side_effect"))
        if value.node is calls[0] and effect is not None and is_product(assertion.module, target):
            return target if _class_named_by(effect) in expected and not proves_patch(assertion) else None
    return None


def _class_named_by(effect: Value) -> str | None:
    """The last word of the class that a mock was told to raise: `SoldOut`, `SoldOut("apple")`."""
    given = effect.bases[0] if effect.bases and effect.origins & CONFIGURED else effect
    return given.name.rpartition(".")[2] or last_name(getattr(given.node, "func", None))


def _stood_in_for(test: Test, known: Record) -> str:
    """What a function of the test's own, which gave an asserted value, stands for; nothing if it is no product."""
    stand_ins = followed(test).stand_ins
    target = next((stand_ins[value] for value in known.values if value in stand_ins), "")
    return target if target and is_product(test.module, target) else ""


def _answered_for(test: Test, known: Record) -> str:
    """The product whose mock answered with an asserted value or with what it was made of; nothing if none did."""
    answers = _with_parts(followed(test).answers)
    for value in known.values:
        for part in _made_of(value):
            target, mock = answers.get(part, ("", value))
            if target and mock.name != "wraps" and is_product(test.module, target):
                return target
    return ""


def _with_parts(answers: dict[Value, tuple[str, Value]]) -> dict[Value, tuple[str, Value]]:
    """The answers of mocks, with the parts of those that are containers the test has written."""
    found = dict(answers)
    pending = list(answers.items())
    for value, source in pending:
        for part in (value.parts or {}).values() if len(pending) < 100 else ():
            if part not in found and not part.origins & PRODUCT:
                found[part] = source
                pending.append((part, source))
    return found


def _calls_a_replaced_name(test: Test) -> bool:
    words = patched_words(test)
    return bool(words) and any(last_name(call.func) in words for call in test.scope.unordered_calls)


def _made_of(value: Value) -> list[Value]:
    found = [value]
    for item in found:
        if len(found) > 40:
            break
        found.extend(base for base in item.bases if base not in found)
    return found
