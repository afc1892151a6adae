"""TQ210."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.conditions import is_conditional
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ210",
    profile="recommended",
    message="every assertion here hangs on what the code returns, so the test can pass unchecked: assert that first",
    peers=("FG C1", "FG C21"),
    bad="""
        def test_profile(client):  # TQ210
            response = client.get("/profile/")
            if response.status_code == 200:
                assert response.json()["name"] == "Ada"
    """,
    good="""
        def test_profile(client):
            response = client.get("/profile/")
            assert response.status_code == 200
            assert response.json()["name"] == "Ada"
    """,
)
def conditional_assertion(test: Test, module: Module) -> Iterator[Finding]:
    """A test whose assertions all stand behind an if, a loop or an except that the code decides on may check nothing.

    Allowed: loops over literals, constants, parametrized data, the data of imported classes and those of the file, the
    rows that the set-up stored, the parts that a class of the file makes, what the test put in or hands on to the
    function that it is named for; texts split at a separator; conditions on parameters, platform and version; branches
    that all check or fail, or are left for one more value of what they compare; handlers of an error that surely comes;
    at least one assertion that always runs.
    """
    if is_conditional(test):
        yield Finding(test)
