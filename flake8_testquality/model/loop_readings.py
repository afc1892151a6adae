"""Loop readings: which calls of a loop only look at what is there, rather than call the code under test."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from flake8_testquality.model.branches import READERS
from flake8_testquality.model.loop_sources import COMPREHENSIONS, is_got
from flake8_testquality.model.names import dotted_text, is_self, last_name, root_name
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.tests import Test
from flake8_testquality.model.words import words

# Of the standard library, what makes values of values.
_PURE = frozenset(
    "re json math operator itertools functools collections string textwrap datetime decimal fractions base64 gzip bz2 "
    "lzma zlib hashlib html ast struct copy pathlib xml csv inspect difflib uuid binascii statistics pprint pickle "
    "marshal builtins".split()
)
# What only strings, files and matches are asked.
_LOOKS = frozenset(
    "startswith endswith strip lstrip rstrip lower upper splitlines partition rpartition isoformat group groups "
    "read_text read_bytes exists is_file is_dir resolve readouterr getvalue refresh_from_db print".split()
)
_CONTAINERS = READERS | {"defaultdict", "Counter", "OrderedDict", "deque"}
_TEXTS = frozenset({"read_text", "read_bytes", "read", "getvalue", "decode", "join", "str"})
# Names of what counts or holds values while the code under test runs.
_METERS = frozenset({"stats", "metrics", "counters"})
_STORES = frozenset({"settings", "config", "options", "headers", "environ", "meta"})
# What a query of stored rows is asked.
_QUERIES = frozenset(
    "get aget first afirst last alast latest alatest earliest aearliest all filter exclude values values_list count "
    "acount order_by exists aexists in_bulk aggregate".split()
)
# Words of what makes the values that a test compares with.
_WANTED = frozenset({"expected", "wanted", "golden"})
_DISPLAYS = (ast.List, ast.Tuple, ast.Set, ast.Dict, ast.Constant, *COMPREHENSIONS)


def acts(test: Test, parts: Iterable[ast.AST], known: set[str]) -> bool:
    """Whether expressions call anything that may be the code under test."""
    calls = [part for node in parts for part in descend(node) if isinstance(part, ast.Call)]
    return any(not is_reading(test, call, known) for call in calls)


def is_reading(test: Test, call: ast.Call, known: set[str]) -> bool:
    """Whether a call only looks at what is there; what the known names give, and known methods (`shop.get`), do."""
    root, word = root_name(call.func), last_name(call.func)
    if root in known or root in READERS or word in _LOOKS or dotted_text(call.func) in known:
        return True
    if not _WANTED.isdisjoint(words(word or "")):
        return True
    if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Constant | ast.JoinedStr):
        return True
    if isinstance(call.func, ast.Attribute) and _is_stored(test, call.func):
        return True
    return is_pure(test, call)


def lookups(listing: ast.expr) -> list[str]:
    """What looks up the items that an object lists: `shop.get` of `shop.names()`."""
    func = listing.func if isinstance(listing, ast.Call) else None
    owner = dotted_text(func.value) if isinstance(func, ast.Attribute) else None
    return [f"{owner}.get", f"{owner}.aget"] if owner is not None else []


def _is_stored(test: Test, func: ast.Attribute) -> bool:
    """Whether a method only looks up what a container, a text, a counter or settings hold."""
    owner, root = last_name(func.value) or "", root_name(func) or ""
    if root.startswith("mock") or owner in _METERS or (owner in _STORES and func.attr.startswith("get")):
        return True
    if func.attr == "count" and isinstance(func.value, ast.Name) and is_got(test, func.value.id):
        return True
    return is_own_container(test, func.value) or _is_text(test, root)


def is_pure(test: Test, call: ast.Call) -> bool:
    dotted = test.module.resolve(call.func, test.scope) or ""
    return dotted.startswith(("os.path.", "unittest.mock.call", "urllib.parse.")) or dotted.partition(".")[0] in _PURE


def is_own_container(test: Test, node: ast.AST | None) -> bool:
    """Whether an expression is, or is a part of, a list, dictionary or set that the test or its class made itself."""
    while isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Attribute) and test.cls is not None and is_self(node.value):
        places = test.module.bindings(test.cls.scope).get(node.attr, [])
    else:
        places = test.module.bindings(test.scope).get(node.id, []) if isinstance(node, ast.Name) else []
    return bool(places) and all(
        isinstance(place.value, _DISPLAYS)
        or (isinstance(place.value, ast.Subscript) and isinstance(place.node, ast.Assign))
        or (isinstance(place.value, ast.Call) and last_name(place.value.func) in _CONTAINERS)
        for place in places
    )


def _is_text(test: Test, name: str | None) -> bool:
    """Whether a name stands for text that was read."""
    places = test.module.bindings(test.scope).get(name, []) if name is not None else []
    return bool(places) and all(
        isinstance(place.value, ast.Call) and last_name(place.value.func) in _TEXTS for place in places
    )


def asks_a_store(func: ast.expr) -> bool:
    """Whether a call reads rows: `Order.objects.get`, `Order.objects.filter(...).first`, `order.line_set.count`."""
    if not isinstance(func, ast.Attribute) or func.attr not in _QUERIES:
        return False
    node: ast.expr = func.value
    while isinstance(node, ast.Attribute | ast.Call):
        # Django's own names for a model's rows, and for those that point at one
        if isinstance(node, ast.Attribute) and (node.attr == "objects" or node.attr.endswith("_set")):
            return True
        node = node.func if isinstance(node, ast.Call) else node.value
    return False
