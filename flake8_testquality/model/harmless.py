"""Harmless expressions: what runs no code that could raise what a test expects, for all that is in sight."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.mocks import MOCK_FACTORIES
from flake8_testquality.model.names import called_name, last_name, root_name
from flake8_testquality.model.risk import cannot_fail, is_safe
from flake8_testquality.model.scopes import descend, flat
from flake8_testquality.model.stdlib_purity import is_standard, nature
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

# Whatever they are given, these make, copy or tell something, and raise nothing of their own.
_HARMLESS = (MOCK_FACTORIES - {"unittest.mock.create_autospec"}) | frozenset(
    "copy.copy copy.deepcopy time.time time.monotonic time.perf_counter time.sleep gc.collect uuid.uuid4 "
    "threading.Event threading.Lock threading.Thread threading.Condition asyncio.Event asyncio.Lock asyncio.Queue "
    "asyncio.get_running_loop asyncio.get_event_loop asyncio.create_task asyncio.ensure_future asyncio.sleep "
    "functools.partial os.path.join os.path.abspath os.path.dirname os.path.basename "
    "asyncio.current_task queue.Queue collections.deque collections.OrderedDict collections.defaultdict "
    "unittest.mock.patch unittest.mock.patch.object unittest.mock.patch.dict io.StringIO io.BytesIO "
    "warnings.simplefilter warnings.filterwarnings datetime.datetime.now contextlib.ExitStack "
    "builtins.range builtins.len builtins.isinstance builtins.print builtins.object builtins.id "
    "builtins.type".split()
)
# Scheduled, not run: what is in the brackets comes later.
_SCHEDULED = frozenset({"create_task", "ensure_future", "call_soon", "call_later", "call_at", "start_soon"})
# What runs code of the objects it is given: an iterator's, a descriptor's, a coroutine's.
_RUNNING = frozenset(
    "next iter list tuple set frozenset dict sorted sum min max any all map filter zip enumerate exec eval "
    "super compile __import__".split()
)
_RUNNING_MODULES = frozenset({"asyncio", "importlib", "runpy", "concurrent", "pickle", "subprocess", "contextlib"})
_CONTAINED = frozenset("add append appendleft extend update insert set clear put put_nowait".split())
TEXTUAL = frozenset(
    "strip lstrip rstrip split rsplit splitlines partition encode decode lower upper replace startswith endswith "
    "join format hex isoformat total_seconds as_posix".split()
)
_WRITERS = regex(r"encode|decode|dumps|pack|quote|hex|digest|md5|sha\d|format|join|str|lower|upper")
_LAZY = frozenset("filter exclude all order_by values values_list annotate distinct only defer using none".split())
_TOOLS = frozenset({"monkeypatch", "mocker"})
_PATCHING = frozenset("setattr setenv setitem delattr delenv delitem chdir syspath_prepend".split())
_EXCEPTION = regex(r"(?:^|[.\w])(?!Unicode)\w*(?:Error|Exception|Warning|Interrupt)$")
_CLOCK = regex(r"(?:get_)?(?:time|now|monotonic|perf_counter)(?:_ns)?|\w*gc_?collect\w*")
MAKING = frozenset({"create_future", "copy"})
_MOCKING = frozenset("configure_mock reset_mock attach_mock mock_add_spec".split())
_PURE = frozenset({"pure", "sorted", "clock", "timer", "random", "mock"})
_LITERALS = (
    ast.Constant, ast.JoinedStr, ast.List, ast.Tuple, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp,
)  # fmt: skip
_YIELDS = (ast.Yield, ast.YieldFrom)
_READS = (ast.Attribute, ast.Subscript)
_SUMS = (ast.BinOp, ast.Starred)
_PLAIN_BASES = frozenset({"object", "Exception", "str", "int", "dict", "list"})


@attrs.frozen(eq=False, repr=False)
class Expected:
    """What a block waits for, and what follows from it.

    `broad`: a failed assertion would do too. `structural`: so would an attribute or an item that is not there.
    `foreign`: the standard library does not know it. `remote`: nor does numpy. `beyond`: its pure functions do not
    raise it. `summed`: nor do operators. `cancelled`: only what waits can be cancelled. `final`: it is the last act of
    the block that is asked about, whose method is under test whatever it is called.
    """

    module: Module
    scope: Scope
    broad: bool
    structural: bool
    foreign: bool
    beyond: bool
    summed: bool
    cancelled: bool
    final: bool = False
    remote: bool = False


def is_literal(node: ast.expr, expected: Expected) -> bool:
    """Whether a value is written down in literals, encoded or formatted by the standard library."""
    for part in descend(node):
        if isinstance(part, ast.Await | ast.Lambda):
            return False
        if isinstance(part, ast.BinOp) and not cannot_fail(part, expected.module, expected.scope):
            return False
        name = expected.module.resolve(part.func, expected.scope) if isinstance(part, ast.Call) else "re.compile"
        if name != "re.compile" and _WRITERS.search(called_name(part) or "") is None:
            return False
        if isinstance(part, ast.Name) and not is_standard(expected.module.resolve(part, expected.scope) or ""):
            return False
    return True


def is_lazy(node: ast.expr) -> bool:
    """Whether a value is a query of Django that nothing has evaluated yet."""
    steps: list[str] = []
    while isinstance(node, ast.Call | ast.Attribute | ast.Subscript):
        if isinstance(node, ast.Call):
            steps.append(last_name(node.func) or "")
            node = node.func
        elif isinstance(node, ast.Attribute) and node.attr == "objects":
            return _LAZY.issuperset(steps)
        elif isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Slice):
            return False
        else:
            node = node.value
    return False


def is_calm(node: ast.expr, expected: Expected) -> bool:
    """Whether nothing in an expression runs code that could raise what is expected."""
    stack: list[Any] = [node]
    while stack:
        part = stack.pop()
        cls = part.__class__
        if cls is ast.Lambda:
            continue
        if cls is ast.Await:
            if not isinstance(part.value, ast.Call) or expected.module.resolve(
                part.value.func, expected.scope
            ) != "asyncio.sleep":
                return False
        elif cls is ast.Call:
            if not _is_harmless(part, expected):
                return False
            stack.extend([] if last_name(part.func) in _SCHEDULED else part.args)
            stack.extend(item.value for item in part.keywords)
            continue
        elif cls in _YIELDS or (cls in _READS and expected.structural):
            return False
        if cls in _SUMS and not (expected.summed or cannot_fail(part, expected.module, expected.scope)):
            return False
        stack.extend(ast.iter_child_nodes(part))
    return True


def _is_harmless(call: ast.Call, expected: Expected) -> bool:
    module, scope = expected.module, expected.scope
    func = call.func
    name = module.resolve(func, scope)
    if name is not None:
        if name in _HARMLESS or (_is_bare_class(call, name) and is_standard(name)) or _EXCEPTION.search(name):
            return True
        if name == "builtins.getattr":
            return not expected.structural
        if expected.remote and name.startswith("numpy."):
            return True
        if not expected.beyond or not is_standard(name):
            return False
        if name.rpartition(".")[2][:1].isupper():
            return True
        if not expected.foreign and nature(name) not in _PURE:
            return False
        head, _, word = name.partition(".")
        if head == "builtins" and word in _RUNNING:
            return _is_of_literals(call)
        return head not in _RUNNING_MODULES
    word = last_name(func) or ""
    if word in _SCHEDULED or _EXCEPTION.search(word):
        return True
    if not expected.final and (word in MAKING or _CLOCK.fullmatch(word)):
        return True
    if isinstance(func, ast.Attribute):
        return _is_harmless_method(func, expected)
    made = module.definition(func, scope)
    return made is not None and _is_harmless_maker(made, module)


def _is_bare_class(call: ast.Call, name: str) -> bool:
    """Whether a call makes an object out of nothing but its class."""
    return name.rpartition(".")[2].lstrip("_")[:1].isupper() and not call.args and not call.keywords


def _is_of_literals(call: ast.Call) -> bool:
    """Whether a call is given literals and ranges alone."""
    return all(
        isinstance(item, _LITERALS) or (isinstance(item, ast.Call) and last_name(item.func) == "range")
        for item in call.args
    )


def _is_harmless_method(func: ast.Attribute, expected: Expected) -> bool:
    """Whether a method is one of a literal's, of what the standard library made, or of a tool that patches."""
    receiver = func.value
    if isinstance(receiver, ast.Constant | ast.JoinedStr):
        return expected.beyond
    if expected.remote and isinstance(receiver, ast.Call):
        made = expected.module.resolve(receiver.func, expected.scope)
        return made is not None and made.startswith("numpy.") and is_calm(receiver, expected)
    if root_name(receiver) in _TOOLS or func.attr in _PATCHING:
        return not expected.structural
    if not expected.final and (func.attr in _MOCKING or (func.attr in TEXTUAL and expected.beyond)):
        return True
    while isinstance(receiver, ast.Subscript) and func.attr in _CONTAINED and not expected.structural:
        receiver = receiver.value
    if not isinstance(receiver, ast.Name):
        return False
    return (expected.foreign or func.attr in _CONTAINED) and _is_made_of_standard(receiver, expected)


def is_own_item(node: ast.expr, expected: Expected) -> bool:
    """Whether a node is an item somewhere in a literal, or in what the standard library made or copied."""
    inner = node
    while isinstance(inner, ast.Subscript):
        if not is_calm(inner.slice, expected):
            return False
        inner = inner.value
    return inner is not node and isinstance(inner, ast.Name) and _is_made_of_standard(inner, expected)


def is_own_entry(node: ast.expr, expected: Expected) -> bool:
    """Whether a node is the entry of a constant key in a dictionary that is written down: writing it cannot fail."""
    if not isinstance(node, ast.Subscript) or not isinstance(node.slice, ast.Constant):
        return False
    found = expected.module.names.lookup(node.value.id, expected.scope) if isinstance(node.value, ast.Name) else None
    return found is not None and all(isinstance(place.value, ast.Dict | ast.DictComp) for place in found[1])


def _is_made_of_standard(name: ast.Name, expected: Expected) -> bool:
    """Whether every value of a name is a literal, or made by the standard library."""
    found = expected.module.names.lookup(name.id, expected.scope)
    places = found[1] if found is not None else []
    if not places:
        return False
    for place in places:
        value = place.value if not isinstance(place.node, ast.With) else _opened_as(place.node, name.id)
        if isinstance(value, _LITERALS):
            continue
        made = value.func if isinstance(value, ast.Call) else None
        maker = expected.module.resolve(made, expected.scope) if made is not None else None
        if maker is None or not is_standard(maker) or maker.partition(".")[0] in _RUNNING_MODULES - {"asyncio"}:
            return False
    return True


def _opened_as(node: ast.With, name: str) -> ast.expr | None:
    """What a with statement enters under a name."""
    for item in node.items:
        if isinstance(item.optional_vars, ast.Name) and item.optional_vars.id == name:
            return item.context_expr
    return None


def _is_harmless_maker(made: Any, module: Module) -> bool:
    """Whether a function or class of this file only makes something, so that its call cannot fail."""
    if made.decorator_list:
        return False
    if isinstance(made, ast.AsyncFunctionDef) or _is_generator(made):
        return True
    if isinstance(made, ast.ClassDef):
        if made.keywords or any(last_name(base) not in _PLAIN_BASES for base in made.bases):
            return False
        steps: list[Any] = [item for item in made.body if isinstance(item, ast.FunctionDef)]
        makers = [item for item in steps if item.name in ("__init__", "__new__")]
        return all(item.name == "__init__" and _only_stores(item, module) for item in makers)
    return _only_stores(made, module)


def _is_generator(made: Any) -> bool:
    """Whether a function yields: its call runs nothing of it."""
    return isinstance(made, ast.FunctionDef) and any(
        isinstance(part, ast.Yield | ast.YieldFrom)
        for item in flat(made.body)
        if isinstance(item, ast.Expr | ast.Assign)
        for part in descend(item)
    )


def _only_stores(function: Any, module: Module) -> bool:
    scope = module.scope_by_node.get(function)
    if scope is None or len(function.body) > 12:
        return False
    return all(_is_storing(item, module, scope) for item in function.body)


def _is_storing(item: Any, module: Module, scope: Scope) -> bool:
    """Whether a statement stores or gives back what cannot fail, or chooses between such by what it is given."""
    if isinstance(item, ast.Return | ast.Assign | ast.AnnAssign):
        return item.value is None or cannot_fail(item.value, module, scope)
    if isinstance(item, ast.If):
        return cannot_fail(item.test, module, scope) and all(
            _is_storing(inner, module, scope) for inner in (*item.body, *item.orelse)
        )
    return is_safe(item, module, scope)
