"""The network: requests to hosts and servers on ports, with the addresses that stand in the source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.calls import argument
from flake8_testquality.model.instances import maker, making_call
from flake8_testquality.model.names import last_name
from flake8_testquality.model.places import place_of
from flake8_testquality.model.reach import reach_around
from flake8_testquality.model.scopes import Scope
from flake8_testquality.model.surroundings import in_raises_block

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

VERBS = frozenset("get post put delete patch head options request stream".split())
_CLIENTS = frozenset(
    "requests.Session requests.session requests.sessions.Session httpx.Client httpx.AsyncClient aiohttp.ClientSession "
    "urllib3.PoolManager aiohttp.client.ClientSession".split()
)
_IN_PROCESS = frozenset({"app", "transport", "mounts", "connector"})
_OPENERS = frozenset({"urllib.request.urlopen", "urllib.request.urlretrieve", "urllib.request.Request"})
# canonical name -> position of a host, or of a (host, port) pair.
_SOCKETS = {
    "socket.create_connection": 0, "socket.gethostbyname": 0, "socket.getaddrinfo": 0, "asyncio.open_connection": 0,
}  # fmt: skip
_URL = re.compile(r"(?:https?|ftp|wss?)://(?:[^/@\s]*@)?(\[[^\]]*\]|[^/:?#\s]+)", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]*[a-z0-9])?", re.IGNORECASE)
_RESERVED = (".test", ".invalid", ".example", ".localhost", ".local", ".internal", ".lan", ".home.arpa", ".svc",
             "example.com", "example.org", "example.net")  # fmt: skip
_ONLINE = re.compile(r"e2e|end_?to_?end|integration|network|online|internet|remote|external|live|acceptance|smoke|contract")


def requests_in(module: Module) -> Iterator[tuple[ast.Call, Scope, ast.expr]]:
    """(call, scope, address) for each call in the test code of a file that asks a host for something."""
    for call in module.calls_to(("requests.*", "httpx.*", "urllib3.request", "aiohttp.request", *_OPENERS, *_SOCKETS)):
        address = _address_of(call.name, call.node)
        if address is not None and call.name != "urllib.request.Request" and place_of(module, call.scope):
            yield call.node, call.scope, _unwrapped(module, address, call.scope)
    if any(name in _CLIENTS or name == "socket.socket" for name in module.called_names):
        yield from _through_objects(module)


def _address_of(name: str, call: ast.Call) -> ast.expr | None:
    package, _, last = name.rpartition(".")
    if name in _SOCKETS:
        return argument(call, _SOCKETS[name], "host") or argument(call, _SOCKETS[name], "address")
    if name in _OPENERS:
        return argument(call, 0, "url")
    if last in VERBS and package in ("requests", "requests.api", "httpx", "urllib3", "aiohttp"):
        return argument(call, 1 if last in ("request", "stream") else 0, "url")
    return None


def _unwrapped(module: Module, address: ast.expr, scope: Scope) -> ast.expr:
    made = making_call(module, address, scope)
    if made is not None and module.resolve(made.func, scope) == "urllib.request.Request":
        return argument(made, 0, "url") or address
    return address


def _through_objects(module: Module) -> Iterator[tuple[ast.Call, Scope, ast.expr]]:
    for scope in module.scopes:
        if not scope.is_function:
            continue
        for call in scope.calls:
            if not isinstance(call.func, ast.Attribute) or call.func.attr not in (*VERBS, "connect", "connect_ex", "ws_connect"):
                continue
            if module.resolve(call.func, scope) is not None:
                continue
            made, word = maker(module, call.func.value, scope), call.func.attr
            if made == "socket.socket" and word in ("connect", "connect_ex"):
                address = argument(call, 0, "address")
            elif made in _CLIENTS and word in (*VERBS, "ws_connect") and not _is_in_process(module, call.func.value, scope):
                address = argument(call, 1 if word in ("request", "stream") else 0, "url")
            else:
                continue
            if address is not None and place_of(module, scope):
                yield call, scope, address


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
        whole = isinstance(address, ast.Constant | ast.Name) or found.end() < len(text)
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
        return constant_text(module, inner, scope, depth + 1) + ("/" if inner is not first and len(node.values) > 1 else "")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return constant_text(module, node.left, scope, depth + 1) + "/"
    if isinstance(node, ast.Name) and depth < 3:
        found = module.names.lookup(node.id, scope)
        if found is not None and len(found[1]) == 1 and found[1][0].value is not None:
            return constant_text(module, found[1][0].value, found[0], depth + 1)
    return ""


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
    """Whether a request is meant to leave the machine, or meant to fail: a telling mark, decorator, folder; a raises block."""
    if in_raises_block(module, call, scope):
        return True
    folders = module.path.replace("\\", "/").lower().split("/")[-4:]
    if any(_ONLINE.search(folder) for folder in folders if folder.startswith(("e2e", "integration", "network", "live"))):
        return True
    test = module.test_around(scope)
    reach = reach_around(module, scope)
    if test is not None and test.marked("skip", "skipif", "xfail"):
        return True
    decorators = [node for item in scope.chain() for node in getattr(item.node, "decorator_list", ())]
    words = [last_name(node.func if isinstance(node, ast.Call) else node) or "" for node in decorators]
    if any(_ONLINE.search(word.lower()) or word in ("skip", "skipIf", "skipUnless", "skipif") for word in words):
        return True
    return any(_ONLINE.search(name.lower()) for name in reach.fixtures) if test is not None else False


# ------------------------------------------------------------------ servers

# canonical name -> position and keyword of the port, or of a (host, port) pair.
_SERVERS: dict[str, tuple[int, str]] = {
    "http.server.HTTPServer": (0, "server_address"),
    "http.server.ThreadingHTTPServer": (0, "server_address"),
    "socketserver.TCPServer": (0, "server_address"),
    "socketserver.UDPServer": (0, "server_address"),
    "socketserver.ThreadingTCPServer": (0, "server_address"),
    "socketserver.ThreadingUDPServer": (0, "server_address"),
    "xmlrpc.server.SimpleXMLRPCServer": (0, "addr"),
    "wsgiref.simple_server.make_server": (1, "port"),
    "wsgiref.simple_server.WSGIServer": (0, "server_address"),
    "socket.create_server": (0, "address"),
    "asyncio.start_server": (2, "port"),
    "uvicorn.run": (9, "port"),
    "uvicorn.Config": (9, "port"),
    "hypercorn.run": (9, "port"),
    "aiohttp.web.run_app": (9, "port"),
    "aiohttp.web.TCPSite": (2, "port"),
    "websockets.serve": (2, "port"),
    "websockets.server.serve": (2, "port"),
    "websockets.sync.server.serve": (2, "port"),
    "werkzeug.serving.run_simple": (1, "port"),
    "werkzeug.serving.make_server": (1, "port"),
    "trio.serve_tcp": (1, "port"),
    "trio.open_tcp_listeners": (0, "port"),
    "anyio.create_tcp_listener": (9, "local_port"),
    "twisted.internet.reactor.listenTCP": (0, "port"),
    "twisted.internet.reactor.listenUDP": (0, "port"),
    "waitress.serve": (9, "port"),
    "bottle.run": (9, "port"),
    "prometheus_client.start_http_server": (0, "port"),
}  # fmt: skip
# method of any object -> position and keyword.
_SERVING: dict[str, tuple[int, str]] = {
    "bind": (0, "address"),
    "create_server": (2, "port"),
    "listen": (0, "port"),
    "run": (1, "port"),
    "run_app": (9, "port"),
    "add_insecure_port": (0, "address"),
    "add_secure_port": (0, "address"),
}


def servers_in(module: Module) -> Iterator[tuple[ast.Call, int]]:
    """(call, port) for each call in a file's functions that binds or serves on a literal port."""
    for call in module.calls_to(_SERVERS):
        port = _port(module, argument(call.node, *_SERVERS[call.name]), call.scope)
        if port:
            yield call.node, port
    for scope in module.scopes:
        for node in scope.calls:
            if isinstance(node.func, ast.Attribute) and node.func.attr in _SERVING:
                port = _served(module, node, node.func, scope)
                if port:
                    yield node, port


def _served(module: Module, call: ast.Call, func: ast.Attribute, scope: Scope) -> int:
    position, word = _SERVING[func.attr]
    given = argument(call, position, word)
    if given is None or module.resolve(func, scope) in _SERVERS:
        return 0
    made = maker(module, func.value, scope) or ""
    if made.startswith("unittest.mock."):
        return 0
    if func.attr == "bind":
        return _port(module, given, scope) if isinstance(given, ast.Tuple) or made == "socket.socket" else 0
    if func.attr == "listen" and (made == "socket.socket" or not _is_server(module, func.value, made)):
        return 0
    if func.attr == "run" and not (any(item.arg == "port" for item in call.keywords) and _is_server(module, func.value, made)):
        return 0
    if func.attr == "create_server" and "loop" not in module.text(func.value, 80).lower() and not made.startswith("asyncio."):
        return 0
    return _port(module, given, scope)


def _is_server(module: Module, receiver: ast.expr, made: str) -> bool:
    words = f"{module.text(receiver, 80)} {made}".lower()
    return any(word in words for word in ("app", "server", "flask", "quart", "uvicorn"))


def _port(module: Module, node: ast.expr | None, scope: Scope, depth: int = 0) -> int:
    """The literal port of an address: a number, a (host, port) pair, a `host:port` text, a name bound to one; else 0."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            tail = node.value.rpartition(":")[2]
            return int(tail) if ":" in node.value and tail.isdigit() and len(tail) < 6 else 0
        return node.value if type(node.value) is int and 0 < node.value < 65536 else 0
    if isinstance(node, ast.Tuple) and len(node.elts) in (2, 4) and depth < 3:
        port = node.elts[1]
        return _port(module, port, scope, 3) if not isinstance(port, ast.Constant) or type(port.value) is int else 0
    if isinstance(node, ast.Name) and depth < 5:
        found = module.names.lookup(node.id, scope)
        if found is not None and len(found[1]) == 1:
            return _port(module, found[1][0].value, found[0], depth + 2)
    return 0
