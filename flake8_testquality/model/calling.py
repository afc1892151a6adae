"""Calling: what a call gives back and what it may change, by what is called."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model import patching
from flake8_testquality.model.assertions import MOCK as MOCK_CHECKS
from flake8_testquality.model.classes import CASES, PLAIN, lineage
from flake8_testquality.model.evaluation import evaluate, key_of, union
from flake8_testquality.model.mocks import MOCK_FACTORIES
from flake8_testquality.model.names import canonical
from flake8_testquality.model.origins import (
    CLOCK, CONFIGURED, ELAPSED, LITERAL, OUTSIDE, OWN, PRODUCT, RANDOM, STDLIB, SUBJECT, TIMER, UNKNOWN, UNORDERED,
    Origin, Value, is_reading,
)  # fmt: skip
from flake8_testquality.model.own_code import reach
from flake8_testquality.model.patching import activate, configure, make_mock
from flake8_testquality.model.stdlib_purity import is_standard, nature

if TYPE_CHECKING:
    from flake8_testquality.model.flow import Flow
    from flake8_testquality.model.module import Module

# Results that nothing can change afterwards.
_FROZEN = frozenset("len str int float bool repr isinstance issubclass hasattr sum any all round abs ord chr format bytes".split())
_COPIES = frozenset({"builtins.list", "builtins.tuple", "builtins.dict", "copy.copy", "builtins.iter", "builtins.reversed"})
_NAMESPACES = frozenset({"types.SimpleNamespace", "argparse.Namespace"})
# Source: unittest.TestCase; what of it says nothing about the code under test.
CASE_API = frozenset(
    "subTest addCleanup addAsyncCleanup addClassCleanup doCleanups enterContext skipTest fail id shortDescription "
    "addTypeEqualityFunc countTestCases maxDiff longMessage failureException".split()
)
_LOGGING = frozenset("debug info warning warn error exception critical log addHandler removeHandler setLevel".split())
_MUTATORS = frozenset("append add insert extend update setdefault pop popitem clear remove discard sort reverse".split())
# Methods of pathlib's paths that look at the disk.
_FILE_METHODS = frozenset(
    "exists is_file is_dir is_symlink stat lstat read_text read_bytes iterdir glob rglob open resolve owner group cwd home "
    "samefile is_mount walk readlink".split()
)
_LISTERS = frozenset({"iterdir", "rglob", "glob"})


def call(flow: Flow, node: ast.Call) -> Value:
    """The value of a call, and its effects on the state."""
    func = node.func
    if isinstance(func, ast.Attribute):
        receiver = evaluate(flow, func.value)
        return _method(flow, node, receiver, func.attr)
    callee = evaluate(flow, func)
    return _apply(flow, node, callee, _arguments(flow, node))


def _arguments(flow: Flow, node: ast.Call) -> list[tuple[str | None, Value]]:
    found: list[tuple[str | None, Value]] = [(None, evaluate(flow, item)) for item in node.args]
    found.extend((item.arg or "", evaluate(flow, item.value)) for item in node.keywords)
    return found


def _method(flow: Flow, node: ast.Call, receiver: Value, name: str) -> Value:
    if receiver.kind == "self" and name in CASE_API | _CASE_CHECKS:
        return _case_call(flow, node)
    if receiver.kind == "mock" and not receiver.origins & SUBJECT:
        return _mock_method(flow, node, receiver, name)
    if receiver.kind in ("mocker", "monkeypatch"):
        return patching.by_fixture(flow, node, receiver, name)
    if receiver.kind == "container":
        return _container_method(flow, node, receiver, name, _arguments(flow, node))
    replaced = flow.patched.get(f"{receiver.name}.{name}") if flow.patched and receiver.kind == "product" else None
    if replaced is not None:
        return _apply(flow, node, replaced, _arguments(flow, node))
    if receiver.kind in ("imported", "self", "instance", "mock"):
        callee = flow.read(receiver, (".", name), node.func)
        if receiver.kind == "self" and callee.origins & PRODUCT and callee.kind not in ("function", "method", "mock"):
            flow.product_call([receiver])
        return _apply(flow, node, callee, _arguments(flow, node))
    if receiver.kind == "patcher" and name in ("start", "__enter__"):
        return activate(flow, receiver)
    values = [value for _, value in _arguments(flow, node)]
    if receiver.kind == "logger" and not any(value.origins & PRODUCT for value in values):
        for value in values:
            flow.expose(value)
        return Value(LITERAL, node, frozen=True) if name in _LOGGING else Value(UNKNOWN, node)
    if is_reading(receiver):
        return _transparent(flow, node, [receiver, *values])
    if receiver.origins & PRODUCT or any(flow.origins(value) & PRODUCT for value in values):
        flow.product_call([receiver, *values])
        return Value(SUBJECT, node, "product", name=f"{receiver.name}.{name}" if receiver.name else name)
    found = union(flow, node, [receiver, *values], STDLIB, frozen=receiver.frozen)
    found.origins &= ~CONFIGURED
    if not receiver.frozen and values:
        receiver.origins |= found.origins
        receiver.bases = (*receiver.bases, *values)[-8:]
    if name in _LISTERS:
        found.origins |= UNORDERED
    if name in _FILE_METHODS:
        found.origins |= OUTSIDE | (0 if receiver.origins & OUTSIDE else UNKNOWN)
    return found


def _case_call(flow: Flow, node: ast.Call) -> Value:
    values = [value for _, value in _arguments(flow, node)]
    if any(value.origins & PRODUCT for value in values[1:]):
        # assertRaises(E, function, argument) and the like call what they are given.
        flow.product_call(values)
    return Value(STDLIB, node, bases=tuple(values[:4]))


_CASE_CHECKS = frozenset(
    "assertRaises assertRaisesRegex assertRaisesRegexp assertWarns assertWarnsRegex assertLogs assertNoLogs".split()
)


def _apply(flow: Flow, node: ast.Call, callee: Value, arguments: list[tuple[str | None, Value]]) -> Value:
    values = [value for _, value in arguments]
    if callee.kind == "mock" and not callee.origins & SUBJECT:
        return _mock_call(flow, node, callee, values)
    if callee.kind in ("function", "method", "class"):
        return _local(flow, node, callee, arguments)
    if callee.kind == "imported" and not callee.origins & SUBJECT:
        return _standard(flow, node, callee, arguments)
    if callee.origins & PRODUCT:
        flow.product_call([*callee.bases, *values])
        found = Value(SUBJECT, node, "product", name=callee.name, home=flow.module)
        if callee.kind == "imported":
            kind = nature(canonical(callee.name))
            found.origins |= CLOCK if kind == "clock" else RANDOM if kind == "random" else 0
        return found
    return _transparent(flow, node, [callee, *values])


def _transparent(flow: Flow, node: ast.AST, values: list[Value], origins: Origin = STDLIB, *, frozen: bool = False) -> Value:
    """A call that only hands on what goes in; handed product values may run product code."""
    if any(flow.origins(value) & PRODUCT and not is_reading(value) for value in values):
        flow.product_call(values)
    found = union(flow, node, values, origins, frozen=frozen)
    found.origins &= ~CONFIGURED
    return found


def _standard(flow: Flow, node: ast.Call, callee: Value, arguments: list[tuple[str | None, Value]]) -> Value:
    name = canonical(callee.name)
    values = [value for _, value in arguments]
    if name in MOCK_FACTORIES:
        return make_mock(flow, node, name.rpartition(".")[2], arguments)
    kind = nature(name)
    if kind == "mock":
        return Value(STDLIB, node, "patcher", name=name, home=flow.module, bases=tuple(values[:3]))
    if name in _NAMESPACES:
        found = Value(OWN, node, "instance", name=name)
        found.parts = {(".", word): value for word, value in arguments if word}
        for value in values:
            found.origins |= flow.origins(value)
        return found
    if name in ("builtins.getattr", "builtins.setattr", "builtins.hasattr") and len(values) >= 2:
        return _by_name(flow, node, name, values)
    if kind in ("clock", "timer", "random"):
        flag = {"clock": CLOCK, "timer": TIMER, "random": RANDOM}[kind]
        seeded = name in ("random.Random", "numpy.random.default_rng") and bool(values)
        return union(flow, node, values, STDLIB | OUTSIDE | (0 if seeded else flag) | (0 if is_standard(name) else SUBJECT))
    if name == "logging.getLogger":
        return Value(STDLIB | OUTSIDE, node, "logger")
    if kind == "reach":
        flow.product_call(values)
        return Value(UNKNOWN, node, "product", name=name)
    if kind in ("outside", "listing"):
        for value in values:
            flow.expose(value)
        found = _transparent(flow, node, values, STDLIB | OUTSIDE | (UNORDERED if kind == "listing" else 0))
        if flow.epoch and not name.startswith(("builtins.", "tempfile.")):
            # Meanwhile the product may go on in a thread, task or process.
            flow.product_call([])
        known = name.startswith(("tempfile.", "time.sleep", "builtins.print")) or any(v.origins & OUTSIDE for v in values)
        found.origins |= 0 if known else UNKNOWN
        return found
    frozen = name.startswith("builtins.") and name[9:] in _FROZEN
    if name in _COPIES and len(values) == 1 and values[0].kind == "container" and not flow.origins(values[0]) & PRODUCT:
        found = union(flow, node, values, OWN)
        found.kind = "container"
        found.parts, found.closed = dict(values[0].parts) if values[0].parts else None, values[0].closed
        return found
    found = _transparent(flow, node, values, STDLIB, frozen=frozen)
    if kind == "sorted":
        found.origins &= ~UNORDERED
    elif kind == "set":
        found.origins |= UNORDERED
    if name in ("builtins.dict", "builtins.list", "builtins.set") and not found.origins & PRODUCT:
        found.kind = "container"
    return found


def _by_name(flow: Flow, node: ast.Call, name: str, values: list[Value]) -> Value:
    key = key_of(node.args[1]) if len(node.args) > 1 else None
    if key is None or not isinstance(key[1], str):
        return _transparent(flow, node, values)
    if name == "builtins.setattr" and len(values) > 2:
        flow.set_part(values[0], (".", key[1]), values[2])
        return Value(LITERAL, node, frozen=True)
    if name == "builtins.hasattr":
        # What a module of the standard library has is the platform's business.
        return _transparent(flow, node, values, UNKNOWN if values[0].kind == "imported" else STDLIB, frozen=True)
    found = flow.read(values[0], (".", key[1]), node)
    return union(flow, node, [found, values[2]]) if len(values) > 2 else found


# ------------------------------------------------------------------ containers


def set_item(flow: Flow, target: ast.Subscript, value: Value) -> None:
    """`base[key] = value`."""
    base = evaluate(flow, target.value)
    key = key_of(target.slice)
    if key is not None:
        flow.set_part(base, key, value)
        return
    index = evaluate(flow, target.slice)
    if base.origins & PRODUCT and base.kind not in ("container", "self", "instance"):
        flow.product_call([base, index, value])
        return
    forget(flow, base, [index, value])


def forget(flow: Flow, base: Value, added: list[Value]) -> None:
    """Something in a value of the test has changed: its parts are no longer told apart."""
    merged = union(flow, base.node or flow.test.node, [Value(flow.origins(base), base.node), *added])
    parts = [part for part in (base.parts or {}).values() if not part.frozen]
    base.origins |= merged.origins | (SUBJECT if flow.is_governed else 0)
    base.bases = (*base.bases, *(item for item in added if not item.frozen), *parts)
    if len(base.bases) > 16:
        base.origins |= UNKNOWN
        base.bases = ()
    base.parts, base.closed = None, False
    if base.shared >= 0:
        for value in added:
            flow.share(value)


def _container_method(
    flow: Flow, node: ast.Call, receiver: Value, name: str, arguments: list[tuple[str | None, Value]]
) -> Value:
    values = [value for _, value in arguments]
    flow.read(receiver, (".", name), node)
    if receiver.origins & PRODUCT and 0 <= receiver.shared:
        flow.product_call([receiver, *values])
        return Value(SUBJECT, node, "product", name=name)
    key = key_of(node.args[0]) if node.args else None
    if name in ("get", "pop", "setdefault", "__getitem__") and key is not None and receiver.closed and receiver.parts is not None:
        known = receiver.parts.get(key)
        if known is not None:
            if name == "pop":
                receiver.parts.pop(key)
            return known
        return values[1] if len(values) > 1 else Value(LITERAL, node, frozen=True)
    follows = receiver.closed and receiver.parts is not None and not flow.conditional and not flow.is_governed
    if name == "append" and follows and receiver.parts is not None and len(values) == 1:
        receiver.parts[("[", len(receiver.parts))] = values[0]
        receiver.origins |= flow.origins(values[0])
        return Value(LITERAL, node, frozen=True)
    if name in _MUTATORS:
        forget(flow, receiver, values)
    found = _transparent(flow, node, [receiver, *values], 0)
    if name in ("copy", "values", "keys", "items", "union", "intersection", "difference"):
        found.kind = "container"
    return found


# ------------------------------------------------------------------ mocks


def _mock_method(flow: Flow, node: ast.Call, receiver: Value, name: str) -> Value:
    if name in MOCK_CHECKS or name in ("assert_has_calls", "mock_add_spec"):
        _arguments(flow, node)
        return Value(LITERAL, node, frozen=True)
    if name == "configure_mock":
        for word, value in _arguments(flow, node):
            if word:
                configure(flow, receiver, word, value, node)
        return Value(LITERAL, node, frozen=True)
    if name in ("reset_mock", "attach_mock"):
        _arguments(flow, node)
        if name == "attach_mock":
            receiver.parts = None
        return Value(LITERAL, node, frozen=True)
    callee = flow.read(receiver, (".", name), node.func)
    return _apply(flow, node, callee, _arguments(flow, node))


def _mock_call(flow: Flow, node: ast.Call, callee: Value, values: list[Value]) -> Value:
    found = _answer(flow, node, callee, values)
    target = next((name for name, mock in flow.patched.items() if mock is callee), None) if flow.patched else None
    if target is not None and not _is_the_mock(flow, node.func, callee):
        flow.answers[found] = (target, callee)
    return found


def _is_the_mock(flow: Flow, func: ast.expr, callee: Value) -> bool:
    """Whether a mock is called by its own name and not by the name that it stands for."""
    if not isinstance(func, ast.Name) or flow.frame.get(func.id) is not callee:
        return False
    places = flow.module.bindings(flow.scope).get(func.id, ())
    return not any(place.kind == "import" for place in places)


def _answer(flow: Flow, node: ast.Call, callee: Value, values: list[Value]) -> Value:
    parts = callee.parts or {}
    effect = parts.get((".", "side_effect"))
    if effect is not None and not (isinstance(effect.node, ast.Constant) and effect.node.value is None):
        if effect.origins & PRODUCT:
            flow.product_call(values)
        return union(flow, node, [effect], CONFIGURED)
    known = parts.get((".", "return_value"))
    if known is not None:
        return known
    return flow.read(callee, (".", "return_value"), node)


# ------------------------------------------------------------------ code of the test file


def _local(flow: Flow, node: ast.Call, callee: Value, arguments: list[tuple[str | None, Value]]) -> Value:
    from flake8_testquality.model.inlining import inlined

    values = [value for _, value in arguments]
    origins, captured = flow.reach_of(callee)
    if callee.kind == "class":
        if origins & PRODUCT:
            flow.product_call([callee, *values])
            return Value(SUBJECT, node, "product", name=callee.node.name)  # type: ignore[union-attr]
        found = union(flow, callee.node or node, values, OWN)
        found.kind, found.home = "instance", callee.home
        return found
    given = inlined(flow, node, callee, arguments)
    if given is not None:
        return given
    inner = [value for where, name in captured if (value := flow.frames.get(where, {}).get(name)) is not None]
    receivers = [*callee.bases, flow.instance] if callee.kind == "method" and not callee.bases else list(callee.bases)
    if origins & PRODUCT:
        flow.helper_checks += 1
        flow.product_call([callee, *receivers, *values])
        return Value(origins & PRODUCT, node, "product", name=getattr(callee.node, "name", "<lambda>"))
    if any(flow.origins(value) & PRODUCT for value in (*values, *inner)):
        flow.product_call([callee, *receivers, *values])
    for value in (*values, *inner, *receivers):
        if not value.frozen and value.kind in ("container", "instance"):
            forget(flow, value, [])
    return union(flow, node, [*values, *inner, *(item for item in receivers if item.kind != "self")], OWN)


def has_plain_assertions(flow: Flow) -> bool:
    """Whether self.assertX of the test's class is unittest's own, as far as its bases can be seen."""
    cls = flow.test.cls
    if cls is None:
        return False
    line = cls.lineage
    return all(base in CASES or base in PLAIN for base in line.out_of_sight)


def of_instance(flow: Flow, names: frozenset[str]) -> Origin:
    """What the attributes and methods of the test's own instance bring into a method that reads them."""
    origins: Origin = 0
    pending, seen = list(names), set(names)
    cls = flow.test.cls
    while pending:
        name = pending.pop()
        flow.step()
        known = flow.instance.parts.get((".", name)) if flow.instance.parts else None
        if known is not None:
            origins |= known.origins & PRODUCT
            continue
        found = cls.lineage.method(name) if cls is not None else None
        if found is not None:
            inner = reach(*found)
            origins |= inner.origins | (SUBJECT if found[0].role == "source" else 0)
            fresh = inner.of_self - seen
            seen |= fresh
            pending.extend(fresh)
        elif not (name in CASE_API or name.startswith("assert")):
            origins |= UNKNOWN
    return origins


def instance_attribute(flow: Flow, name: str, node: ast.AST) -> Value:
    """`self.name` that no statement so far has set: a method, a class attribute, or unknown."""
    cls = flow.test.cls
    if cls is None:
        return Value(UNKNOWN, node)
    if name in CASE_API:
        return Value(STDLIB, node)
    found = cls.lineage.attribute(name)
    if found is not None and (found[0].role == "source" or cls.node in flow.module.fact(subclassed)):
        # Product code, or what a subclass may replace.
        return Value(SUBJECT if found[0].role == "source" else UNKNOWN, node)
    if found is not None and found[1].kind == "assignment" and name in flow.module.fact(attributes_set_in_methods):
        return Value(UNKNOWN, node)
    return _declared(flow, found, flow.instance, name, node) or Value(UNKNOWN, node)


def subclassed(module: Module) -> set[ast.AST]:
    """The classes of a file that others of it derive from."""
    return {
        base for item in module.classes for node in item.node.bases
        if (base := module.definition(node, item.scope.parent)) is not None
    }


def attributes_set_in_methods(module: Module) -> set[str]:
    """The attributes that some method of the file sets on `self` or `cls`."""
    return {
        target.attr
        for scope in module.scopes if scope.is_function and scope.parent is not None and scope.parent.is_class
        for node in scope.statements.get(ast.Assign, ())
        for target in node.targets
        if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name)
    }


def class_attribute(flow: Flow, base: Value, name: str, node: ast.AST) -> Value | None:
    """What the class of an own instance declares under a name."""
    if not isinstance(base.node, ast.ClassDef) or base.home is None:
        return None
    return _declared(flow, lineage(base.home, base.node).attribute(name), base, name, node)


def _declared(flow: Flow, found: tuple[Any, Any] | None, owner: Value, name: str, node: ast.AST) -> Value | None:
    if found is None:
        return None
    home, place = found
    if place.kind == "function":
        if place.node.decorator_list:
            origins = reach(home, place.node).origins | (flow.origins(owner) if owner.kind != "self" else UNKNOWN)
            return Value(origins, node)
        bases = () if owner.kind == "self" else (owner,)
        value = Value(OWN, place.node, "method", home=home, bases=bases)
        value.origins |= flow.reach_of(value)[0] & PRODUCT if owner.kind == "self" else reach(home, place.node).origins
        return value
    if place.value is None:
        return None if place.kind == "assignment" and isinstance(place.node, ast.AnnAssign) else Value(UNKNOWN, node)
    value = flow.inside(home, home.scope_of(place.node), {}, place.value)
    if owner.parts is None:
        owner.parts = {}
    owner.parts[(".", name)] = value
    return value
