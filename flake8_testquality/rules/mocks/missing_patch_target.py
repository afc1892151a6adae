"""TQ419."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.patch_targets import missing_target
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.patches import Patch


@rule(
    code="TQ419",
    profile="core",
    message="`{module}` binds no `{name}`, so the patch fails: name the place where the code looks it up",
    peers=("T5", "T7"),
    filename="tests/test_jobs.py",
    project={
        "pytest.ini": "[pytest]",
        "shop/__init__.py": "",
        "shop/jobs.py": "from shop.mail import send\n\n\ndef run():\n    return send()\n",
    },
    bad='''
        from unittest.mock import patch

        from shop import jobs


        @patch("shop.jobs.send_mail", return_value=1)  # TQ419
        def test_run(send_mail):
            assert jobs.run() == 1
    ''',
    good='''
        from unittest.mock import patch

        from shop import jobs


        @patch("shop.jobs.send", return_value=1)
        def test_run(send):
            assert jobs.run() == 1
    ''',
)
def missing_patch_target(patch: Patch, _: Module) -> Iterator[Finding]:
    """Patching what is not there raises AttributeError, so the test can never pass.

    Allowed: modules out of sight or with names made at run time, create=True, raising=False, built-in names under
    mock.patch, names that the file asks for with hasattr, modules put into sys.modules, blocks that wait for the
    failure.
    """
    found = missing_target(patch)
    if found is not None:
        yield Finding(patch, module=found[0], name=found[1])
