"""TQ506."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.interceptors import is_intercepted
from flake8_testquality.model.network import host_of, is_meant_online, is_real_host, requests_in
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ506",
    profile="recommended",
    message="calls the real host {host}: answer it in the test (responses, respx, vcr) or mark it as integration",
    bad="""
        import requests


        def test_rates_are_current(service):
            answer = requests.get("https://api.exchange.io/latest")  # TQ506
            assert service.parse(answer.text) == {"EUR": 1}
    """,
    good="""
        import requests
        import responses


        @responses.activate
        def test_rates_are_current(service):
            responses.get("https://api.exchange.io/latest", body="EUR=1")
            answer = requests.get("https://api.exchange.io/latest")
            assert service.parse(answer.text) == {"EUR": 1}
    """,
)
def network_call(module: Module, _: Module) -> Iterator[Finding]:
    """A test that needs a host on the internet fails with it, is slow, and changes its answer without notice.

    Allowed: localhost, private addresses and reserved names (example.com, .test, .invalid), interceptors and patches
    in reach, marks, decorators and folders that say e2e, integration or network, and fixtures of such tests alone.
    """
    for call, scope, address in requests_in(module):
        host = host_of(module, address, scope)
        if not is_real_host(host) or is_meant_online(module, call, scope):
            continue
        if not is_intercepted(module, scope, host):
            yield Finding(call, host=host[:50])
