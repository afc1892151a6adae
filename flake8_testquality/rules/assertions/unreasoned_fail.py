"""TQ316."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.failing import fails, is_caught
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ316",
    profile="recommended",
    message="`{call}` fails without saying why: give it a reason",
    peers=("PT016",),
    bad='''
        import pytest

        from billing import charges


        def test_no_charge_is_negative(account):
            for charge in charges(account):
                if charge < 0:
                    pytest.fail()  # TQ316
    ''',
    good='''
        import pytest

        from billing import close


        def test_close_leaves_no_debt(account):
            if close(account).debt:
                pytest.fail(f"{account} was closed with a debt")
            assert account.state == "closed"
    ''',
)
def unreasoned_fail(module: Module, _: Module) -> Iterator[Finding]:
    """Whoever reads the failed run sees the word Failed, and nothing of what went wrong.

    Allowed: arguments hidden behind a star, a fail alone in a try or a raises block that is there to catch it, one
    that cannot run behind a raise, and a method of a case in a test, which is nothing else.
    """
    for fail in module.fact(fails):
        if fail.is_unreasoned and not is_caught(module, fail.node):
            yield Finding(fail.node, call=module.text(fail.node))
