"""The network: requests to hosts, with the addresses that stand in the source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.calls import argument, keyword
from flake8_testquality.model.fixtures import closure
from flake8_testquality.model.instances import maker, making_call
from flake8_testquality.model.names import last_name
from flake8_testquality.model.places import place_of
from flake8_testquality.model.reach import reach_around
from flake8_testquality.model.received import given_at
from flake8_testquality.model.scopes import Scope
from flake8_testquality.model.surroundings import in_raises_block
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

VERBS = frozenset(["get", "post", "put", "delete", "patch", "head", "options", "request", "stream"])
_PACKAGES = ("requests", "requests.api", "httpx", "urllib3", "aiohttp")
_ASKING = VERBS | {"connect", "connect_ex", "ws_connect"}
CLIENTS = frozenset(
    (
        "requests.Session",
        "requests.session",
        "requests.sessions.Session",
        "httpx.Client",
        "httpx.AsyncClient",
        "aiohttp.ClientSession",
        "urllib3.PoolManager",
        "aiohttp.client.ClientSession",
    )
)
_IN_PROCESS = frozenset({"app", "transport", "mounts", "connector"})
_OPENERS = frozenset({"urllib.request.urlopen", "urllib.request.urlretrieve", "urllib.request.Request"})
# canonical name -> position of a host, or of a (host, port) pair.
_SOCKETS = {
    "socket.create_connection": 0, "socket.gethostbyname": 0, "socket.getaddrinfo": 0, "asyncio.open_connection": 0,
}  # fmt: skip
# A numeric address needs no look-up.
_LOOKUPS = frozenset({"socket.gethostbyname", "socket.getaddrinfo"})
_URL = regex(r"(?:https?|ftp|wss?)://(?:[^/@\s]*@)?(\[[^\]]*\]|[^/:?#\s]+)", re.IGNORECASE)
_HOST = regex(r"[a-z0-9_](?:[a-z0-9._-]*[a-z0-9])?", re.IGNORECASE)
_RESERVED = (".test", ".invalid", ".example", ".localhost", ".local", ".internal", ".lan", ".home.arpa", ".svc",
             "example.com", "example.org", "example.net")  # fmt: skip
_ONLINE = regex(
    r"e2e|end_?to_?end|integration|network|online|internet|remote|external|live|acceptance|smoke|contract"
)

_REQUESTS = frozenset([*(f"{package}.{verb}" for package in _PACKAGES for verb in VERBS), *_OPENERS, *_SOCKETS])


def requests_in(module: Module) -> Iterator[tuple[ast.Call, Scope, ast.expr]]:
    """(call, scope, address) for each call in the test code of a file that asks a host for something."""
    for call in module.calls_to(_REQUESTS):
        address = _address_of(call.name, call.node)
        if call.name in _LOOKUPS and constant_text(module, address or call.node, call.scope).replace(".", "").isdigit():
            continue
        if address is None or call.name == "urllib.request.Request" or call.keyword("proxies") is not None:
            continue
        if place_of(module, call.scope):
            yield call.node, call.scope, _unwrapped(module, address, call.scope)
    if module.calls_to((*CLIENTS, "socket.socket")):
        yield from _through_objects(module)


def _address_of(name: str, call: ast.Call) -> ast.expr | None:
    package, _, last = name.rpartition(".")
    if name in _SOCKETS:
        return argument(call, _SOCKETS[name], "host") or argument(call, _SOCKETS[name], "address")
    if name in _OPENERS:
        return argument(call, 0, "url")
    if last in VERBS and package in _PACKAGES:
        return argument(call, 1 if last in ("request", "stream") else 0, "url")
    return None


def _unwrapped(module: Module, address: ast.expr, scope: Scope) -> ast.expr:
    made = making_call(module, address, scope)
    if made is not None and module.resolve(made.func, scope) == "urllib.request.Request":
        return argument(made, 0, "url") or address
    return address


def _through_objects(module: Module) -> Iterator[tuple[ast.Call, Scope, ast.expr]]:
    for scope, calls in module.calls.among(_ASKING).items():
        if not scope.is_function:
            continue
        for call in calls:
            if not isinstance(call.func, ast.Attribute) or module.resolve(call.func, scope) is not None:
                continue
            made, word = maker(module, call.func.value, scope), call.func.attr
            if made == "socket.socket" and word in ("connect", "connect_ex"):
                address = argument(call, 0, "address")
            elif (
                made in CLIENTS
                and word in (*VERBS, "ws_connect")
                and not _is_in_process(module, call.func.value, scope)
            ):
                address = argument(call, 1 if word in ("request", "stream") else 0, "url")
            else:
                continue
            if address is not None and place_of(module, scope):
                yield call, scope, _based(module, call.func.value, address, scope)


def _based(module: Module, client: ast.expr, address: ast.expr, scope: Scope) -> ast.expr:
    """The client's base_url where a request names only a path."""
    made = making_call(module, client, scope)
    base = keyword(made, "base_url") if made is not None else None
    return base if base is not None and constant_text(module, address, scope).startswith("/") else address


def _is_in_process(module: Module, client: ast.expr, scope: Scope) -> bool:
    made = making_call(module, client, scope)
    if made is None or any(item.arg in _IN_PROCESS or item.arg is None for item in made.keywords):
        return True
    text = module.text(client, 80)
    return any(
        isinstance(call.func, ast.Attribute) and call.func.attr == "mount" and module.text(call.func.value, 80) == text
        for call in scope.calls
    )


def host_of(module: Module, address: ast.expr, scope: Scope) -> str:
    """The host that a literal URL, host name or (host, port) pair names; empty where it is not literal."""
    text = constant_text(module, address, scope)
    found = _URL.match(text)
    if found:
        whole = isinstance(address, ast.Constant | ast.Name | ast.Attribute) or found.end() < len(text)
        return found[1].strip("[]").lower() if whole else ""
    return text.lower() if "/" not in text and not isinstance(address, ast.JoinedStr) else ""


def constant_text(module: Module, node: ast.expr, scope: Scope, depth: int = 0) -> str:
    """The literal beginning of a string expression, names bound once followed; the first item of a pair."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.Tuple) and len(node.elts) in (2, 4):
        return constant_text(module, node.elts[0], scope, depth + 1) if depth == 0 else ""
    if isinstance(node, ast.JoinedStr) and node.values:
        first: Any = node.values[0]
        inner = first.value if isinstance(first, ast.FormattedValue) else first
        begun = constant_text(module, inner, scope, depth + 1)
        host = _whole_host(node.values[1:]) if inner is first and begun.endswith("://") else None
        if host is not None:
            return f"{begun}{constant_text(module, host, scope, depth + 1)}/"
        return begun + ("/" if inner is not first and len(node.values) > 1 else "")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return constant_text(module, node.left, scope, depth + 1) + "/"
    template, sign, filled = _template(node)
    if template is not None:
        text = constant_text(module, template, scope, depth + 1)
        if text.startswith(("%s/", "{}/")) and filled is not None:
            return constant_text(module, filled, scope, depth + 1) + "/"
        begun = text.partition(sign)[0]
        return begun if "://" in begun else ""
    if isinstance(node, ast.Name) and depth < 3:
        found = module.names.lookup(node.id, scope)
        if found is not None and len(found[1]) == 1 and found[1][0].value is not None:
            return constant_text(module, found[1][0].value, found[0], depth + 1)
    if isinstance(node, ast.Attribute) and depth < 3:
        kept = given_at(module, node, scope)
        return constant_text(kept[0][0], kept[0][2], kept[0][1], depth + 1) if len(kept) == 1 else ""
    return ""


def _whole_host(parts: list[ast.expr]) -> ast.expr | None:
    """The value that is all of a host behind `https://` in an f-string: the text ends behind it, or its path begins."""
    if not parts or not isinstance(parts[0], ast.FormattedValue):
        return None
    behind = getattr(parts[1], "value", "") if len(parts) > 1 else "/"
    return parts[0].value if isinstance(behind, str) and behind.startswith(("/", ":", "?")) else None


def _template(node: ast.expr) -> tuple[ast.expr | None, str, ast.expr | None]:
    """The text of `text % values` or `text.format(values)`, the sign that stands for a value, and the first value."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        given = node.right.elts if isinstance(node.right, ast.Tuple) else [node.right]
        return node.left, "%", given[0] if given else None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        return node.func.value, "{", node.args[0] if node.args else None
    return None, "", None


def is_real_host(host: str) -> bool:
    """Whether a host is one of the internet: no local or reserved name, no private address, no malformed text."""
    if not host or host.isdigit():
        return False
    if ":" in host or host.replace(".", "").isdigit():
        import ipaddress

        try:
            return ipaddress.ip_address(host).is_global
        except ValueError:
            return False
    if not _HOST.fullmatch(host) or "." not in host or ".." in host:
        return False
    return not any(host == name.lstrip(".") or host.endswith("." + name.lstrip(".")) for name in _RESERVED)


def is_meant_online(module: Module, call: ast.Call, scope: Scope) -> bool:
    """Whether a request is meant to leave the machine, or to fail: a telling mark or folder, a raises block."""
    if in_raises_block(module, call, scope):
        return True
    folders = module.path.replace("\\", "/").lower().split("/")[-4:]
    if any(
        _ONLINE.search(folder) for folder in folders if folder.startswith(("e2e", "integration", "network", "live"))
    ):
        return True
    test = module.test_around(scope)
    reach = reach_around(module, scope)
    if test is not None and test.marked("skip", "skipif", "xfail"):
        return True
    decorators = [node for item in scope.chain() for node in getattr(item.node, "decorator_list", ())]
    words = [last_name(node.func if isinstance(node, ast.Call) else node) or "" for node in decorators]
    if any(_ONLINE.search(word.lower()) or word in ("skip", "skipIf", "skipUnless", "skipif") for word in words):
        return True
    if test is None:
        return _is_for_online_tests(module, scope)
    return any(_ONLINE.search(name.lower()) for name in reach.fixtures)


def _is_for_online_tests(module: Module, scope: Scope) -> bool:
    """Whether a scope is a fixture's, and every test of the file that asks for it has a telling mark."""
    fixture = module.fixture_of(scope.node)
    if fixture is None or module.role != "test":
        return False
    users = [test for test in module.tests if any(item.node is fixture.node for item in closure(test))]
    return bool(users) and all(any(_ONLINE.search(mark.name.lower()) for mark in test.marks) for test in users)
