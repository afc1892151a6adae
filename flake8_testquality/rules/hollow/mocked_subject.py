"""TQ220."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.mocked_subjects import mocked_subject as replaced_by_mock
from flake8_testquality.model.patches import has_patches
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ220",
    profile="recommended",
    message="`{name}` is patched here, so the test calls and checks a mock: patch what it uses instead",
    needs=has_patches,
    peers=("FG 10",),
    bad='''
        from unittest.mock import patch

        from billing import service


        @patch("billing.service.charge")
        def test_charge(charge):
            charge.return_value = {"ok": True}
            assert service.charge(10) == {"ok": True}  # TQ220
    ''',
    good='''
        from unittest.mock import patch

        from billing import service


        @patch("billing.service.post", autospec=True)
        def test_charge(post):
            post.return_value = 201
            assert service.charge(10) == {"ok": True}
    ''',
)
def mocked_subject(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """The function that the test calls is the one that its own patch took away, so the code never runs.

    Allowed: patches with `wraps=`; autospec patches whose assertions are about the calls; names bound before the
    patch, which still stand for the code, and calls after it has ended.
    """
    name = replaced_by_mock(assertion)
    if name is not None:
        yield Finding(assertion, name=name[-40:])
