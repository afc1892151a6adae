"""TQ412."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.patch_targets import global_functions
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.patches import Patch


@rule(
    code="TQ412",
    profile="strict",
    message="`{target}` is replaced for the whole process: patch the name in the module that looks it up",
    bad='''
        from unittest.mock import patch

        from shop.jobs import stamp


        def test_stamp():
            with patch("time.time", return_value=7.0):  # TQ412
                assert stamp() == "7"
    ''',
    good='''
        from unittest.mock import patch

        from shop.jobs import stamp


        def test_stamp():
            with patch("shop.jobs.time.time", return_value=7.0):
                assert stamp() == "7"
    ''',
)
def patched_builtin(patch: Patch, _: Module) -> Iterator[Finding]:
    """Everything in the process sees the replacement: the runner, the plugins and the libraries too.

    Allowed: targets reached through the subject (`shop.jobs.time.time`), data such as os.environ or sys.argv.
    """
    for target in global_functions(patch):
        yield Finding(patch, target=target)
