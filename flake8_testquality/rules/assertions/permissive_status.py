"""TQ303."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.http_status import loose_tests, permissive_claims
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ303",
    profile="recommended",
    message="`{text}` passes on success and on failure: expect the one right status",
    needs=loose_tests,
    bad='''
        def test_unknown_invoice(client):
            response = client.get("/invoices/7/")
            assert response.status_code in (200, 404)  # TQ303


        def test_report_does_not_crash(client):
            assert client.get("/report/").status_code != 500  # TQ303
    ''',
    good='''
        def test_unknown_invoice(client):
            response = client.get("/invoices/7/")
            assert response.status_code == 404


        def test_invoice_is_created(client):
            response = client.post("/invoices/", {"amount": 10})
            assert response.status_code in (200, 201)
    ''',
)
def permissive_status(test: Test, module: Module) -> Iterator[Finding]:
    """A request that may succeed or fail tells nothing, and four codes of several families tell no more.

    Allowed: codes of one family, redirects beside successes, a second assertion that pins the status.
    """
    for claim in test.fact(permissive_claims):
        whole = claim.assertion.test_expression if claim.assertion.kind == "assert" else claim.assertion.call
        yield Finding(claim.assertion, text=module.text(whole or claim.node))
