"""Blocking: calls that stop a thread or an event loop, for a while or for good."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.calls import argument, keyword
from flake8_testquality.model.instances import element_maker, maker, making_call
from flake8_testquality.model.interceptors import is_intercepted
from flake8_testquality.model.names import last_name, root_name
from flake8_testquality.model.network import VERBS
from flake8_testquality.model.places import place_of
from flake8_testquality.model.plugin_fixtures import FAKE_PROCESSES
from flake8_testquality.model.reach import reach_around
from flake8_testquality.model.scopes import Scope, descend
from flake8_testquality.model.surroundings import around, has_timeout_around, in_lambda, in_raises_block
from flake8_testquality.model.threads import ends_by_itself, has_ended
from flake8_testquality.model.waits import (
    has_deadline,
    has_time_limit,
    is_filled,
    is_real_sleep,
    is_replaced_sleep,
    is_settled,
    sleeps_in,
)

if TYPE_CHECKING:
    from flake8_testquality.model.calls import Call
    from flake8_testquality.model.module import Module

_RUNS = frozenset({"subprocess.run", "subprocess.call", "subprocess.check_call", "subprocess.check_output"})
# (what the maker's name ends in, method) -> position of the timeout; None where it takes none.
_WAITS: dict[tuple[str, str], int | None] = {
    ("Thread", "join"): 0,
    ("Timer", "join"): 0,
    ("Process", "join"): 0,
    ("Queue", "get"): 1,
    ("LifoQueue", "get"): 1,
    ("PriorityQueue", "get"): 1,
    ("SimpleQueue", "get"): 1,
    ("JoinableQueue", "get"): 1,
    ("Event", "wait"): 0,
    ("Condition", "wait"): 0,
    ("Condition", "wait_for"): 1,
    ("submit", "result"): 0,
    ("Future", "result"): 0,
    ("run_coroutine_threadsafe", "result"): 0,
    ("Popen", "communicate"): 1,
    ("Popen", "wait"): 0,
}
_MADE = frozenset(kind for kind, _ in _WAITS)
_ASYNC_WAITS = frozenset({"Queue", "LifoQueue", "PriorityQueue", "Event", "Condition", "run_coroutine_threadsafe"})
_PACKAGES = frozenset({"threading", "multiprocessing", "queue", "concurrent", "subprocess", "asyncio"})
# method -> what the test may have done before, so that the wait ends at once.
_SETTLED_BY: dict[str, frozenset[str]] = {
    "join": frozenset({"kill", "terminate"}),
    "get": frozenset({"put", "put_nowait"}),
    "wait": frozenset({"set", "communicate", "kill", "terminate", "send_signal"}),
    "wait_for": frozenset(),
    "result": frozenset({"set_result", "set_exception", "done", "cancel"}),
    "communicate": frozenset({"kill", "terminate", "send_signal"}),
}
# what a thread runs -> what ends it.
_ENDED_BY = {"wait": "set", "serve_forever": "shutdown"}


def endless_waits(module: Module) -> Iterator[ast.Call]:
    """The calls in the test code of a file that wait for another thread, process or task without a timeout."""
    for call in module.calls_to(_RUNS):
        given = keyword(call.node, "timeout") is not None or _has_stars(call.node)
        if not given and _may_hang(module, call.node, call.scope) and not _is_replaced(module, call.scope, call.name):
            yield call.node
    wanted = _waiting_methods(module)
    placed = module.calls.among(frozenset(wanted)) if wanted else {}
    for scope, nodes in placed.items():
        for node in nodes if scope.is_function else ():
            if not isinstance(node.func, ast.Attribute) or not _looks_endless(node):
                continue
            if _is_endless(module, node, scope):
                yield node


def _waiting_methods(module: Module) -> set[str]:
    """The methods that wait on what a file makes: a cheap look before receivers are traced to their makers."""
    words = {word for word in module.calls.by_word if word.endswith("Executor") or "context" in word} | _MADE
    made = (call.name for call in module.calls.ending(words))
    kinds = {name.rpartition(".")[2] for name in made if name.partition(".")[0] in _PACKAGES}
    kinds.update(last_name(base) or "" for node in module.statements(ast.ClassDef) for base in node.bases)
    if any(kind.endswith("Executor") for kind in kinds):
        kinds.add("submit")
    every = any("context" in kind for kind in kinds)
    return {method for kind, method in _WAITS if every or kind in kinds}


def _has_stars(call: ast.Call) -> bool:
    return any(item.arg is None for item in call.keywords)


def _looks_endless(call: ast.Call) -> bool:
    """Whether the arguments fit a wait without a timeout: `x.get("key")` and `",".join(names)` do not."""
    first = call.args[0] if call.args else None
    word = last_name(call.func)
    if first is None or word in ("communicate", "wait_for"):
        return True
    return isinstance(first, ast.Constant) and first.value is (True if word == "get" else None)


def _is_endless(module: Module, call: ast.Call, scope: Scope) -> bool:
    func: Any = call.func
    made = maker(module, func.value, scope) or _maker_of_each(module, call, scope)
    package = (made or "").partition(".")[0]
    if made is None or package not in _PACKAGES:
        return False
    key = (made.rpartition(".")[2], func.attr)
    if key not in _WAITS or (package == "asyncio" and key[0] not in _ASYNC_WAITS):
        return False
    if made.startswith("asyncio.") and key[1] != "result" and not _is_awaited(module, call):
        return False
    if _has_limit(call, key) or _has_stars(call) or not _may_hang(module, call, scope):
        return False
    if is_settled(module, func.value, scope, call.lineno, _SETTLED_BY[func.attr]):
        return False
    if key[1] == "get" and is_filled(module, func.value, module.statement_of(call)):
        return False
    if key[1] == "join" and _is_told_to_end(module, call, scope):
        return False
    if key == ("submit", "result") and _executor_is_closed(module, call, scope):
        return False
    return not _is_replaced(module, scope, made)


def _maker_of_each(module: Module, call: ast.Call, scope: Scope) -> str | None:
    """What made the elements that a comprehension around a call goes through: `[task.result() for task in tasks]`."""
    name = root_name(call.func)
    if name not in scope.expression_names:
        return None
    for part in descend(module.statement_of(call)):
        for each in getattr(part, "generators", ()):
            if isinstance(each.target, ast.Name) and each.target.id == name:
                return element_maker(module, each.iter, scope)
    return None


def _is_told_to_end(module: Module, join: ast.Call, scope: Scope) -> bool:
    """Whether a thread ends by itself, or only waits for an event that the test has set, or serves until shut down.

    A server of the standard library returns from shutdown when it no longer serves.
    """
    func: Any = join.func
    made = making_call(module, func.value, scope)
    if made is not None and ends_by_itself(module, made, scope):
        return True
    if has_ended(module, func.value, scope, join.lineno):
        return True
    target = keyword(made, "target") if made is not None else None
    if not (isinstance(target, ast.Attribute) and target.attr in _ENDED_BY):
        return False
    return is_settled(module, target.value, scope, join.lineno, frozenset({_ENDED_BY[target.attr]}))


def _has_limit(call: ast.Call, key: tuple[str, str]) -> bool:
    if keyword(call, "timeout") is not None:
        value = keyword(call, "timeout")
        return not (isinstance(value, ast.Constant) and value.value is None)
    position = _WAITS[key]
    if key[1] == "get":
        block = argument(call, 0, "block")
        if isinstance(block, ast.Constant) and block.value is False:
            return True
    given = argument(call, position, "timeout") if position is not None else None
    return given is not None and not (isinstance(given, ast.Constant) and given.value is None)


def _is_awaited(module: Module, call: ast.Call) -> bool:
    return any(isinstance(part, ast.Await) and part.value is call for part in descend(module.statement_of(call)))


def _may_hang(module: Module, call: ast.Call, scope: Scope) -> bool:
    """Whether nothing in sight stops a wait in a file's own test code."""
    if place_of(module, scope) is None or in_lambda(module, call):
        return False
    return not has_timeout_around(module, module.statement_of(call)) and not has_time_limit(module, scope)


def _executor_is_closed(module: Module, call: ast.Call, scope: Scope) -> bool:
    """Whether a future is asked after the with statement of its executor, which has waited for it."""
    submitted = making_call(module, call.func.value, scope)  # type: ignore[attr-defined]
    if submitted is None:
        return False
    inside = set(around(module, module.statement_of(call)))
    blocks = [node for node in around(module, module.statement_of(submitted)) if isinstance(node, ast.With)]
    executors = [
        node for node in blocks if any("Executor" in module.text(item.context_expr, 80) for item in node.items)
    ]
    return bool(executors) and not inside.intersection(executors)


def _is_replaced(module: Module, scope: Scope, made: str) -> bool:
    """Whether a patch or a fixture in reach replaces what a wait is made of."""
    parts = set(made.split("."))
    if len(parts) > 1:
        parts.discard("asyncio")
    reach = reach_around(module, scope)
    if "subprocess" in parts and not reach.fixtures.isdisjoint(FAKE_PROCESSES):
        return True
    return any(not parts.isdisjoint(target.split(".")[-2:]) for target in reach.replaced)


def endless_loops(module: Module) -> Iterator[ast.While]:
    """The polling `while` loops in the test code of a file that nothing ends if the condition never comes true."""
    for scope in module.scopes:
        for loop in scope.statements.get(ast.While, ()):
            if not sleeps_in(module, loop, scope) or has_deadline(module, loop) or place_of(module, scope) is None:
                continue
            # asks until there is an error, and does nothing else
            if isinstance(loop.body[0], ast.Pass) and in_raises_block(module, loop, scope):
                continue
            if not has_timeout_around(module, loop) and not has_time_limit(module, scope):
                yield loop


# ------------------------------------------------------------------ in an event loop

_BLOCKERS = frozenset({"time.sleep", "urllib.request.urlopen", "urllib.request.urlretrieve", "socket.create_connection",
                       "subprocess.getoutput", "subprocess.getstatusoutput", "os.system", *_RUNS,
                       *(f"{package}.{verb}" for package in ("requests", "httpx") for verb in VERBS)})  # fmt: skip
_BLOCKING_OBJECTS: dict[str, frozenset[str]] = {
    "requests.Session": VERBS,
    "requests.session": VERBS,
    "httpx.Client": VERBS,
    "socket.socket": frozenset({"connect", "recv", "recvfrom", "recv_into", "accept", "sendall"}),
    "socket.create_connection": frozenset({"recv", "recvfrom", "recv_into", "sendall"}),
    "subprocess.Popen": frozenset({"communicate", "wait"}),
}
_UNBLOCKED = frozenset({"setblocking", "settimeout"})


def blocking_calls(module: Module) -> Iterator[ast.Call]:
    """The calls that block the event loop in async tests, async fixtures and async set-up methods of a file."""
    for call in module.calls_to(_BLOCKERS):
        if _in_loop(module, call.scope) and _blocks(call):
            yield call.node
    if not module.calls_to(_BLOCKING_OBJECTS):
        return
    for scope in module.scopes:
        if _in_loop(module, scope):
            yield from (node for node in scope.calls if _blocks_by_object(module, node, scope))


def _in_loop(module: Module, scope: Scope) -> bool:
    if not isinstance(scope.node, ast.AsyncFunctionDef):
        return False
    return place_of(module, scope) in ("test", "fixture", "set-up")


def _blocks(call: Call) -> bool:
    module, scope = call.module, call.scope
    if in_lambda(module, call.node) or in_raises_block(module, call.node, scope):
        return False
    if call.name == "time.sleep":
        return is_real_sleep(call) and not is_replaced_sleep(call)
    if call.name.startswith(("requests.", "httpx.", "urllib.")):
        return not is_intercepted(module, scope)
    return not _is_replaced(module, scope, call.name)


def _is_local_kind(module: Module, call: ast.Call, scope: Scope) -> bool:
    """Whether a socket of datagrams, or of the file system, is told something: that returns at once."""
    func: Any = call.func
    made = making_call(module, func.value, scope)
    words = module.text(made, 200) if made is not None else ""
    return ("SOCK_DGRAM" in words or "AF_UNIX" in words) and func.attr in ("connect", "sendall")


def _blocks_by_object(module: Module, call: ast.Call, scope: Scope) -> bool:
    if not isinstance(call.func, ast.Attribute) or not any(
        call.func.attr in words for words in _BLOCKING_OBJECTS.values()
    ):
        return False
    made = maker(module, call.func.value, scope) or ""
    if call.func.attr not in _BLOCKING_OBJECTS.get(made, ()) or in_lambda(module, call):
        return False
    if made.startswith("socket.") and (
        is_settled(module, call.func.value, scope, call.lineno, _UNBLOCKED) or _is_local_kind(module, call, scope)
    ):
        return False
    if in_raises_block(module, call, scope) or _is_replaced(module, scope, made):
        return False
    return made.startswith(("socket.", "subprocess.")) or not is_intercepted(module, scope)
