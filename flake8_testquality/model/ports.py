"""Ports: servers that bind a literal port."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.calls import Call, argument
from flake8_testquality.model.instances import maker
from flake8_testquality.model.names import last_name
from flake8_testquality.model.received import given_at
from flake8_testquality.model.scopes import Scope
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

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
    "aiohttp.test_utils.TestServer": (9, "port"),
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
    "create_datagram_endpoint": (9, "local_addr"),
    "listen": (0, "port"),
    "run": (1, "port"),
    "run_app": (9, "port"),
    "add_insecure_port": (0, "address"),
    "add_secure_port": (0, "address"),
}


_STARTERS = ("threading.Thread", "multiprocessing.Process")
_DOUBLE = regex(r"[Ff]ake|[Mm]ock|[Ss]tub|[Dd]ummy")
# `listen` of a socket takes the length of its queue, not a port.
_BACKLOG = 1024


def servers_in(module: Module) -> Iterator[tuple[ast.Call, int]]:
    """(call, port) for each call in a file's functions that binds or serves on a literal port."""
    for call in module.calls_to(_SERVERS):
        if module.project.is_first_party(call.name, module.path):
            continue
        port = _port(module, argument(call.node, *_SERVERS[call.name]), call.scope)
        if port and not (call.scope is module.scope and _is_script(module, call.node)):
            yield call.node, port
    for call in module.calls_to(_STARTERS):
        port = _port(module, _handed_on(module, call), call.scope)
        if port:
            yield call.node, port
    for scope in module.scopes:
        for node in scope.calls:
            if isinstance(node.func, ast.Attribute) and node.func.attr in _SERVING:
                port = _served(module, node, node.func, scope)
                if port and not (scope is module.scope and _is_script(module, node)):
                    yield node, port


def _handed_on(module: Module, call: Call) -> ast.expr | None:
    """The port, or address, that a thread or process gives the server that it runs."""
    target, given, named = call.keyword("target"), call.keyword("args"), call.keyword("kwargs")
    if not isinstance(target, ast.Name | ast.Attribute):
        return None
    position, word = _SERVERS.get(module.resolve(target, call.scope) or "", (-1, ""))
    if not word and isinstance(target, ast.Attribute) and target.attr == "run":
        made = maker(module, target.value, call.scope) or ""
        position, word = _SERVING["run"] if _is_server(module, target.value, made) else (-1, "")
    if isinstance(named, ast.Dict):
        for key, value in zip(named.keys, named.values, strict=True):
            if isinstance(key, ast.Constant) and key.value == word:
                return value
    in_order = given.elts if isinstance(given, ast.Tuple | ast.List) else []
    return in_order[position] if word and position < len(in_order) else None


def _served(module: Module, call: ast.Call, func: ast.Attribute, scope: Scope) -> int:
    position, word = _SERVING[func.attr]
    given = argument(call, position, word)
    if given is None or module.resolve(func, scope) in _SERVERS:
        return 0
    made = maker(module, func.value, scope) or ""
    if made.startswith("unittest.mock."):
        return 0
    if func.attr == "bind":
        is_socket = made == "socket.socket" or (
            not made and isinstance(given, ast.Tuple) and not _is_double(module, func.value, scope)
        )
        return _port(module, given, scope) if is_socket else 0
    if func.attr == "listen" and (
        made == "socket.socket" or _port(module, given, scope) <= _BACKLOG or not _is_server(module, func.value, made)
    ):
        return 0
    if func.attr == "run" and not (
        any(item.arg == "port" for item in call.keywords) and _is_server(module, func.value, made)
    ):
        return 0
    if (
        func.attr == "create_server"
        and "loop" not in module.text(func.value, 80).lower()
        and not made.startswith("asyncio.")
    ):
        return 0
    return _port(module, given, scope)


def _is_script(module: Module, call: ast.Call) -> bool:
    """Whether a call runs only when its file is started as a program of its own."""
    around = module.enclosing(module.statement_of(call))
    return any(isinstance(outer, ast.If) and "__name__" in module.text(outer.test, 200) for outer in around)


def _is_double(module: Module, receiver: ast.expr, scope: Scope) -> bool:
    """Whether a name is bound to what something named for a test double gives."""
    found = module.names.lookup(receiver.id, scope) if isinstance(receiver, ast.Name) else None
    values: list[Any] = [getattr(place.node, "value", None) for place in found[1]] if found else []
    return any(isinstance(value, ast.Call) and _DOUBLE.search(last_name(value.func) or "") for value in values)


def _is_server(module: Module, receiver: ast.expr, made: str) -> bool:
    words = f"{module.text(receiver, 80)} {made}".lower()
    return any(word in words for word in ("app", "server", "flask", "quart", "uvicorn"))


def _port(module: Module, node: ast.expr | None, scope: Scope, depth: int = 0) -> int:
    """The literal port of an address: a number, a (host, port) pair, a `host:port` text, a name bound to it; else 0."""
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
    if isinstance(node, ast.Attribute) and depth < 5:
        kept = given_at(module, node, scope)
        return _port(kept[0][0], kept[0][2], kept[0][1], depth + 2) if len(kept) == 1 else 0
    return 0
