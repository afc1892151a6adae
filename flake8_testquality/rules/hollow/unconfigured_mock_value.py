"""TQ224."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.hollow import fresh_mock_value
from flake8_testquality.model.mocks import may_meet_mocks
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ224",
    profile="recommended",
    message="nobody set `{part}`: it is a fresh mock, always true; check a value that the code gives",
    needs=may_meet_mocks,
    peers=("FG C57", "FG C55"),
    bad='''
        from unittest.mock import Mock


        def test_mailer():
            mailer = Mock()
            mailer.send("ada@shop.example")
            assert mailer.sent  # TQ224
    ''',
    good='''
        from unittest.mock import Mock

        from shop import notify


        def test_mailer():
            mailer = Mock(spec=["send"])
            assert notify(mailer, "ada@shop.example") == 1
            mailer.send.assert_called_once_with("ada@shop.example")
    ''',
)
def unconfigured_mock_value(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """Every attribute of a bare mock and every answer of one is a new mock, which is true and not None.

    Allowed: attributes that spec, spec_set or autospec let through (not their answers); wraps; the attributes of the
    mock API; mocks that were handed to code which may set them.
    """
    part = fresh_mock_value(assertion)
    if part is not None:
        yield Finding(assertion, part=module.text(part, 40))
