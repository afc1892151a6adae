"""TQ420."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.patch_effects import ineffective_patches
from flake8_testquality.model.patches import has_patches
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ420",
    profile="recommended",
    message="`{module}` took its own copy of `{name}`, so this patch misses it: patch `{short}.{name}`",
    needs=has_patches,
    filename="tests/test_jobs.py",
    project={
        "pytest.ini": "[pytest]\n",
        "shop/__init__.py": "",
        "shop/mail.py": "def send():\n    return 0\n",
        "shop/jobs.py": "from shop.mail import send\n\n\ndef run():\n    return send()\n",
    },
    bad='''
        from unittest.mock import patch

        from shop.jobs import run


        def test_run():
            with patch("shop.mail.send", return_value=1):  # TQ420
                assert run() == 1
    ''',
    good='''
        from unittest.mock import patch

        from shop.jobs import run


        def test_run():
            with patch("shop.jobs.send", return_value=1):
                assert run() == 1
    ''',
)
def ineffective_patch(test: Test, _: Module) -> Iterator[Finding]:
    """A function that was imported by name is looked up in the importing module, where the patch does not reach.

    Allowed: modules that use it through the defining module, names patched in both places, classes.
    """
    for patch, module, name in ineffective_patches(test):
        yield Finding(patch, module=module[-30:], name=name, short=module.rpartition(".")[2])
