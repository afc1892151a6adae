"""TQ508."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.ports import servers_in
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ508",
    profile="strict",
    message="port {port} may be taken on another machine or by a parallel run: bind port 0 and ask which one it got",
    bad="""
        from http.server import HTTPServer


        def test_server_greets(handler, fetch):
            server = HTTPServer(("localhost", 8080), handler)  # TQ508
            assert fetch(server) == "hello"
    """,
    good="""
        from http.server import HTTPServer


        def test_server_greets(handler, fetch):
            server = HTTPServer(("localhost", 0), handler)
            assert fetch(server) == "hello"
    """,
)
def fixed_port(module: Module, _: Module) -> Iterator[Finding]:
    """Two runs on one machine, or anything else that listens there, cannot share a port.

    Allowed: port 0, a port that is computed.
    """
    for call, port in servers_in(module):
        yield Finding(call, port=port)
