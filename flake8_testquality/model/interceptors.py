"""Interceptors: libraries that answer HTTP requests in place of the network, and whether one is at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from flake8_testquality.model.reach import Reach, reach_around
from flake8_testquality.model.scopes import Scope
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@attrs.frozen
class Interceptor:
    """A library: its import name, the calls that put it to work, and the fixtures and marks that do."""

    package: str
    activators: frozenset[str]
    fixtures: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Source: the documentation of each library.
INTERCEPTORS = (
    Interceptor(
        "responses",
        _words(
            "responses.activate responses.start responses.mock.activate responses.mock.start responses.RequestsMock"
        ),
        _words("responses mocked_responses"),
    ),
    Interceptor(
        "httpretty",
        _words(
            "httpretty.activate httpretty.enable httpretty.enabled httpretty.httprettified httpretty.httprettized "
            "httpretty.core.httprettized httpretty.HTTPretty.enable"
        ),
    ),
    Interceptor(
        "requests_mock",
        _words(
            "requests_mock.mock requests_mock.Mocker requests_mock.MockerCore requests_mock.contrib.fixture.Fixture "
            "requests_mock.Adapter requests_mock.adapter.Adapter"
        ),
        _words("requests_mock"),
    ),
    Interceptor(
        "respx",
        _words("respx.mock respx.MockRouter respx.start respx.mock.start"),
        _words("respx_mock"),
        _words("respx"),
    ),
    Interceptor(
        "aioresponses", _words("aioresponses.aioresponses aioresponses.core.aioresponses"), _words("aioresponses")
    ),
    Interceptor("vcr", _words("vcr.use_cassette vcr.VCR"), _words("vcr vcr_cassette vcr_config"), _words("vcr")),
    Interceptor("pytest_httpx", _words(""), _words("httpx_mock"), _words("httpx_mock")),
    Interceptor("pook", _words("pook.on pook.activate pook.use"), _words("pook"), _words("pook")),
    Interceptor(
        "betamax", _words("betamax.Betamax"), _words("betamax_session betamax_recorder betamax_parametrized_session")
    ),
    Interceptor("mocket", _words("mocket.mocketize mocket.Mocketizer mocket.async_mocketize")),
    Interceptor("httmock", _words("httmock.HTTMock httmock.with_httmock")),
    Interceptor("pytest_recording", _words(""), _words("block_network"), _words("block_network vcr default_cassette")),
    Interceptor(
        "pytest_socket", _words("pytest_socket.disable_socket"), _words("socket_disabled"), _words("disable_socket")
    ),
    Interceptor("pytest_httpserver", _words(""), _words("httpserver make_httpserver")),
    Interceptor(
        "wsgi_intercept", _words("wsgi_intercept.add_wsgi_intercept wsgi_intercept.interceptor.RequestsInterceptor")
    ),
)
_SPEAKS = regex(
    r"cassette|intercept|betamax|requests_?mock|httpx_?mock|respx|responses|no_?(?:network|internet|requests)|"
    r"mock_?(?:http|network|requests?|api)|(?:http|network|requests?|api)_?mock|block_?network|fake_?(?:http|requests?)"
)
_NETWORK = frozenset(
    (
        "requests",
        "httpx",
        "urllib",
        "urllib2",
        "urllib3",
        "aiohttp",
        "socket",
        "urlopen",
        "get",
        "post",
        "put",
        "delete",
        "patch",
        "head",
        "request",
        "send",
        "session",
        "client",
        "clientsession",
        "create_connection",
        "getaddrinfo",
        "gethostbyname",
        "open_connection",
        "connect",
        "http",
        "fetch",
        "adapter",
        "transport",
    )
)


def active(reach: Reach) -> list[Interceptor]:
    """The interceptors that something in reach puts to work."""
    return [
        item
        for item in INTERCEPTORS
        if not reach.names.isdisjoint(item.activators) or not reach.fixtures.isdisjoint(item.fixtures | item.marks)
    ]


def is_intercepted(module: Module, scope: Scope, host: str = "") -> bool:
    """Whether requests from a scope may be answered without the network: an interceptor, a patch, a telling fixture.

    Whoever imports moto answers for Amazon's hosts, by decorators of its own too.
    """
    if host.endswith("amazonaws.com") and any(name.startswith("moto") for name in _imports(module)):
        return True
    reach = reach_around(module, scope)
    if any(name.startswith("moto.mock_") for name in reach.names):
        return True
    if active(reach) or any(_SPEAKS.search(word) for word in reach.words):
        return True
    return any(_is_network(target) for target in reach.replaced)


def _imports(module: Module) -> set[str]:
    return {target for targets in module.names.imported.values() for target in targets}


def _is_network(target: str) -> bool:
    parts = target.lower().split(".")
    return (
        parts[-1] in _NETWORK
        or not _NETWORK.isdisjoint(parts[-2:])
        or bool({"requests", "httpx", "socket"} & set(parts))
    )
