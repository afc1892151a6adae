"""TQ715."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.places import place_of
from flake8_testquality.model.printing import captures_output, is_shown, removal
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.calls import Call
    from flake8_testquality.model.module import Module


@rule(
    code="TQ715",
    profile="strict",
    message="`{name}` in a test is for eyes that do not look: assert on the value, or delete the line",
    fix="unsafe",
    peers=("T201", "T203"),
    calls=("builtins.print", "pprint.pprint", "pprint.pp"),
    bad='''
        def test_total(cart):
            print(cart.total)  # TQ715
            assert cart.total == 42
    ''',
    good='''
        def test_total(cart):
            assert cart.total == 42
    ''',
)
def print_in_test(call: Call, module: Module) -> Iterator[Finding]:
    """Output that nobody reads checks nothing; it is left over from debugging.

    Allowed: tests that capture output, by what runs before them too; print to a file of the test's own.
    """
    test = call.test
    if test is None or not is_shown(module, call) or place_of(module, call.scope) not in ("test", "helper"):
        return
    if not captures_output(test):
        yield Finding(call, edits=removal(module, call.node), name=call.name.removeprefix("builtins."))
