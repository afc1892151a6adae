"""Flow: the state of a test while its statements are followed in order: names, what is shared, what has run."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model import calling, statements, supplied
from flake8_testquality.model.evaluation import evaluate, union
from flake8_testquality.model.names import BUILTINS, Binding
from flake8_testquality.model.origins import (
    CONFIGURED, LITERAL, MOCK, OUTSIDE, OWN, PRODUCT, STDLIB, SUBJECT, UNKNOWN, Key, Origin, Value, whole,
)  # fmt: skip
from flake8_testquality.model.own_code import is_plain, is_product, origin_of_import, reach
from flake8_testquality.model.scopes import Scope, descend

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

MAX_STEPS = 20_000
# What the test holds in its own hands until it gives it away.
HELD = frozenset({"self", "mock", "instance", "container"})
RECORDS = frozenset(
    "called call_count call_args call_args_list mock_calls method_calls await_count await_args await_args_list".split()
)


@attrs.frozen(eq=False)
class Record:
    """What an assertion looked at when it ran: the values of its operands, and where they came from at that time."""

    values: tuple[Value, ...]
    each: tuple[Origin, ...]
    origins: Origin
    step: int


class Flow:
    """What is known at one point of a test. `epoch` counts the calls of code that could be the product's."""

    def __init__(self, test: Test, limit: int = MAX_STEPS) -> None:
        self.test = test
        self.module: Module = test.module
        self.scope: Scope = test.scope
        self.frame: dict[str, Value] = {}
        self.frames: dict[Scope, dict[str, Value]] = {test.scope: self.frame}
        self.instance = Value(OWN, test.node, "self")
        self.globals: dict[tuple[Module, str], Value] = {}
        self.patched: dict[str, Value] = {}
        self.leaked: dict[tuple[Scope, str], int] = {}
        self.active: set[ast.AST] = set()
        self.records: dict[Assertion, Record] = {}
        self.checks: dict[ast.AST, Assertion] = {item.node: item for item in test.assertions if item.scope is test.scope}
        self.limit = limit
        self.steps = self.depth = self.epoch = self.touched = self.conditional = self.loops = self.calls_deep = 0
        self.helper_checks = self.yields = self.governed = 0
        self.tried: int | None = None
        self.replaced: set[str] = set()
        self.fixture_values: dict[str, Value] = {}
        self.exposed_at = -1
        self.waiting: dict[str, ast.arg] = {}
        self.in_use_elsewhere: set[str] = set()
        self.is_set_up = False
        self.answers: dict[Value, tuple[str, Value]] = {}
        self.returned: Value | None = None
        self.is_patched = self.wrapped = self.suspended = False
        self.overflow = False

    def step(self, count: int = 1) -> bool:
        """Count work; False when the test has used up its share."""
        self.steps += count
        return self.steps < self.limit

    def origins(self, value: Value) -> Origin:
        """Where a value comes from, as things stand now."""
        origins = whole(value, self.epoch)
        return origins | SUBJECT if origins & OUTSIDE and self.epoch else origins

    @property
    def is_governed(self) -> bool:
        """Whether the product decides if this point is reached: a branch on its values, a block that it may leave."""
        return self.governed > 0 or (self.tried is not None and self.touched > self.tried)

    def governed_value(self, value: Value) -> Value:
        """A value as it is set at a point that the product decides on."""
        if not self.is_governed or value.origins & SUBJECT:
            return value
        found = Value(value.origins | SUBJECT, value.node, value.kind, name=value.name, home=value.home, bases=(value,))
        found.parts, found.closed = value.parts, value.closed
        return found

    # ------------------------------------------------------------------ names

    def lookup(self, name: str, node: ast.AST) -> Value:
        """The value that a name has here."""
        for scope in self.scope.chain():
            frame = self.frames.get(scope)
            value = frame.get(name) if frame is not None else None
            if value is not None:
                since = self.leaked.get((scope, name), self.epoch) if self.leaked else self.epoch
                return value if since >= self.epoch else Value(value.origins | SUBJECT, node)
            if frame is not None and name in self.waiting and scope is self.test.scope:
                frame[name] = value = supplied.argument(self, self.waiting.pop(name))
                return value
        key = (self.module, name)
        value = self.globals.get(key)
        if value is not None:
            return value
        found = self.module.names.lookup(name, self.scope)
        if found is None:
            known = name in BUILTINS and not self.module.names.stars
            value = self.imported(f"builtins.{name}", node) if known else Value(UNKNOWN, node)
            self.globals[key] = value
            return value
        if found[0] is not self.module.scope or not found[1]:
            return Value(UNKNOWN, node)
        self.globals[key] = Value(UNKNOWN, node)
        value = self._global(name, found[1], node)
        self.globals[key] = value
        return value

    def _global(self, name: str, places: list[Binding], node: ast.AST) -> Value:
        first = places[0]
        if all(place.kind == "import" for place in places):
            worst = next((place.target for place in places if is_product(self.module, place.target)), first.target)
            # Bound when the file was loaded: a patch of the place it came from does not reach it.
            return Value(origin_of_import(self.module, worst), node, "imported", name=worst, home=self.module)
        if len(places) > 1 or any(name in item.names for item in self.module.statements(ast.Global)):
            return Value(UNKNOWN, first.node)
        if first.kind == "function":
            return self.function_value(first.node)
        if first.kind == "class":
            return self.class_value(first.node)  # type: ignore[arg-type]
        if first.value is None:
            return Value(UNKNOWN, first.node)
        value = self.inside(self.module, self.module.scope, {}, first.value)
        if not (value.frozen or value.kind in ("imported", "function", "class") or name.isupper()):
            value.origins |= UNKNOWN
        return value

    def inside(self, module: Module, scope: Scope, frame: dict[str, Value], node: ast.expr) -> Value:
        """The value of an expression that stands in another scope."""
        return self.at(module, scope, frame, lambda: evaluate(self, node))

    def at(self, module: Module, scope: Scope, frame: dict[str, Value], what: Callable[[], Value]) -> Value:
        """Do something as if it stood in another scope."""
        saved = self.module, self.scope, self.frame
        self.module, self.scope, self.frame = module, scope, frame
        value = what()
        self.module, self.scope, self.frame = saved
        return value

    def value_of(self, node: ast.expr) -> Value:
        """The value of an expression here."""
        return evaluate(self, node)

    def run(self, body: list[Any]) -> None:
        """Follow statements."""
        statements.run(self, body)

    def forget(self, base: Value, added: list[Value]) -> None:
        """A value of the test has changed in a way that is not followed."""
        calling.forget(self, base, added)

    def given(self, module: Module, function: Any, frame: dict[str, Value]) -> Value:
        """What a fixture or a set-up method yields or returns, its statements up to there followed."""
        scope = module.scope_by_node[function]
        saved = self.returned, self.conditional
        self.frames[scope], self.returned, self.conditional = frame, None, 0
        self.yields += 1

        def follow() -> Value:
            self.run(function.body)
            return self.returned or Value(LITERAL, function, frozen=True)

        value = self.at(module, scope, frame, follow)
        self.yields -= 1
        self.suspended = False
        self.returned, self.conditional = saved
        return value

    def imported(self, dotted: str, node: ast.AST) -> Value:
        """What an import or builtin gives, or the mock that has taken its place."""
        replaced = self.patched.get(dotted)
        if replaced is not None:
            return replaced
        return Value(origin_of_import(self.module, dotted), node, "imported", name=dotted, home=self.module)

    def function_value(self, node: Any) -> Value:
        """A function of the test file as a value: what it reaches is its origin."""
        value = Value(OWN, node, "function", home=self.module)
        value.origins |= self.reach_of(value)[0]
        if self.scope is not self.module.scope:
            for captured in self.leak(value):
                self.expose(captured)
        return value

    def class_value(self, node: ast.ClassDef) -> Value:
        """A class of the test file as a value."""
        value = self.function_value(node)
        value.kind = "class"
        return value

    def reach_of(self, value: Value) -> tuple[Origin, list[tuple[Scope, str]]]:
        """The product origins that a function or class of the test file brings, and the local names that it captures."""
        node: Any = value.node
        home = value.home or self.module
        origins: Origin = 0
        names: set[str]
        if isinstance(node, ast.Lambda):
            own = {arg.arg for arg in ast.walk(node.args) if isinstance(arg, ast.arg)}
            names = {part.id for part in descend(node.body) if isinstance(part, ast.Name)} - own
            of_self: frozenset[str] = frozenset()
        else:
            found = reach(home, node)
            origins, names, of_self = found.origins, set(found.captured), found.of_self
        captured: list[tuple[Scope, str]] = []
        here = self.scope if isinstance(node, ast.Lambda) else home.scope_by_node[node].parent or self.scope
        for name in names:
            self.step()
            where = next((scope for scope in here.chain() if name in self.frames.get(scope, ())), None)
            if where is not None:
                captured.append((where, name))
                known = self.frames[where][name]
                origins |= known.origins & PRODUCT
                if known.kind == "self" and isinstance(node, ast.Lambda):
                    of_self = frozenset(
                        part.attr for part in descend(node.body)
                        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == name
                    )
            elif isinstance(node, ast.Lambda):
                origins |= self.lookup(name, node).origins & PRODUCT
            else:
                # Bound later on: by then the function may have been given away.
                captured.append((here, name))
        if of_self and (value.kind == "method" or names & {"self", "cls"}):
            origins |= calling.of_instance(self, of_self)
        return origins & PRODUCT, captured

    # ------------------------------------------------------------------ reading and setting

    def read(self, base: Value, key: Key, node: ast.AST) -> Value:
        """The attribute or element of a value."""
        if base.kind == "self" and not self.is_set_up:
            supplied.set_up(self)
        self._refresh(base)
        known = base.parts.get(key) if base.parts else None
        if known is not None and base.origins & PRODUCT and base.kind not in HELD and not self._stores(base, key):
            return Value(self.origins(base), node, bases=(base,))
        if known is not None:
            return self._configured(known) if base.origins & CONFIGURED and base.kind != "mock" else known
        if base.kind == "mocker" and key[1] == "patch":
            return Value(STDLIB, node, "mocker", name="mocker.patch")
        if base.kind == "imported" and key[0] == ".":
            found = self.imported(f"{base.name}.{key[1]}", node)
            found.bases = (*found.bases, base) if found.kind == "imported" else found.bases
            return found
        if base.kind == "mock" and not base.origins & SUBJECT:
            return self._of_mock(base, key, node)
        if base.kind == "self" and key[0] == "." and not base.origins & SUBJECT:
            return calling.instance_attribute(self, key[1], node)
        if base.kind == "instance" and key[0] == "." and not (base.shared >= 0 and base.origins & SUBJECT):
            found = calling.class_attribute(self, base, key[1], node)
            if found is not None:
                return found
        if base.kind in ("function", "class", "method"):
            # Anyone who can import it can set its attributes.
            is_open = base.kind != "class" or self.epoch or str(key[1]).startswith("__")
            return Value(base.origins | (UNKNOWN if is_open else 0), node, bases=(base,))
        if base.kind in ("self", "logger"):
            return Value(UNKNOWN, node)
        return Value(self.origins(base), node, bases=(base,), frozen=base.frozen)

    def _of_mock(self, base: Value, key: Key, node: ast.AST) -> Value:
        if key[1] in RECORDS and key[0] == ".":
            return Value(MOCK | (SUBJECT if self.epoch else 0), node, name="record")
        # A spec limits the attributes; what a call answers is a fresh mock all the same.
        is_answer = key == (".", "return_value") and base.name != "wraps"
        child = Value(MOCK, node, "mock", name="answer" if is_answer else base.name or "attribute")
        child.shared = base.shared
        if base.parts is None:
            base.parts = {}
        base.parts[key] = child
        return child

    def _refresh(self, base: Value) -> None:
        """Forget what the product may have changed since."""
        if 0 <= base.shared < self.epoch and not base.frozen:
            base.origins |= SUBJECT
            base.parts, base.closed = None, False
            base.shared = self.epoch
        elif base.epoch != self.epoch and base.origins & PRODUCT and base.kind not in HELD:
            base.parts = None
        base.epoch = self.epoch

    def set_part(self, base: Value, key: Key, value: Value) -> None:
        """`base.x = value` or `base["k"] = value`."""
        if base.kind == "self" and not self.is_set_up:
            supplied.set_up(self)
        self._refresh(base)
        if base.origins & PRODUCT and base.kind not in HELD:
            # A setter is code of the product: it matters as soon as that could change something of the test's.
            matters = bool(self.leaked) or self.exposed_at == self.epoch
            self.expose(value)
            if matters and not self._stores(base, key):
                self.epoch += 1
                return
        elif not base.kind or base.kind == "logger":
            # An object of the standard library may make something else of what is set on it.
            self.forget(base, [value])
            return
        elif base.kind in ("imported", "function", "class", "method"):
            self.expose(value)
            base.origins |= UNKNOWN
            return
        else:
            base.origins |= self.origins(value) if base.kind not in ("self", "mock") else 0
            if base.shared >= 0:
                self.expose(value)
        if base.kind == "mock":
            value = self._configured(value)
        if base.parts is None:
            base.parts = {}
        before = base.parts.get(key)
        value = self.governed_value(value)
        if self.conditional and before is not None:
            value = union(self, value.node or self.test.node, [before, value])
        base.parts[key] = value

    def replace(self, base: Value, key: Key, value: Value) -> None:
        """A patch puts a mock on an object at hand."""
        self._refresh(base)
        if base.parts is None:
            base.parts = {}
        base.parts[key] = value

    def _configured(self, value: Value) -> Value:
        if value.kind == "mock" or value.origins & CONFIGURED:
            return value
        found = Value(value.origins | CONFIGURED, value.node, value.kind, bases=(value,), frozen=value.frozen, home=value.home)
        found.parts, found.closed = value.parts, value.closed
        return found

    def _stores(self, base: Value, key: Key) -> bool:
        """Whether an object of the product surely keeps what is set on it."""
        if key[0] != "." or base.kind != "product" or base.home is None:
            return False
        found = base.home.find(base.name)
        return found is not None and isinstance(found[1], ast.ClassDef) and is_plain(found[0], found[1], key[1])

    def bind(self, target: ast.expr, value: Value) -> None:
        """Give an assignment target its value."""
        pending = [(target, value)]
        while pending:
            target, value = pending.pop()
            self.step()
            if isinstance(target, ast.Name):
                before = self.frame.get(target.id)
                value = self.governed_value(value)
                if self.conditional and before is not None and before is not value:
                    value = union(self, target, [before, value])
                self.frame[target.id] = value
                if (self.scope, target.id) in self.leaked:
                    self.leaked[self.scope, target.id] = self.epoch
            elif isinstance(target, ast.Attribute):
                self.set_part(evaluate(self, target.value), (".", target.attr), value)
            elif isinstance(target, ast.Subscript):
                calling.set_item(self, target, value)
            elif isinstance(target, ast.Starred):
                pending.append((target.value, union(self, target, [value])))
            elif isinstance(target, ast.Tuple | ast.List):
                starred = any(isinstance(item, ast.Starred) for item in target.elts)
                for index, item in enumerate(target.elts):
                    part = value.parts.get(("[", index)) if value.parts and not starred else None
                    pending.append((item, part if part is not None else self.element(value, item)))

    def element(self, value: Value, node: ast.AST) -> Value:
        """An element of what is iterated over or unpacked."""
        self._refresh(value)
        if value.closed and value.parts and value.kind == "container":
            parts = [part for key, part in value.parts.items() if key[0] == "["]
            if len(parts) == 1 and not isinstance(value.node, ast.Dict):
                return parts[0]
            if not isinstance(value.node, ast.Dict):
                return union(self, node, parts, frozen=all(part.frozen for part in parts))
        return union(self, node, [value])

    # ------------------------------------------------------------------ what leaves the test's hands

    def expose(self, value: Value, *, handed: bool = False) -> None:
        """Other code may get at a value and at all that hangs on it; handed: a call of the product was given it."""
        pending = [value]
        while pending:
            item = pending.pop()
            self.step()
            known = item.frozen or item.shared >= 0
            if known and (item.handed or not handed) and (not item.frozen or item.handed):
                continue
            if handed and not item.handed:
                item.handed = self.steps
            if not item.frozen and item.shared < 0:
                item.shared = self.exposed_at = self.epoch
            elif known and not handed:
                continue
            pending.extend(item.parts.values() if item.parts else ())
            pending.extend(item.bases)
            if item.kind in ("function", "class", "method") and item.node is not None:
                pending.extend(self.leak(item))
                if item.kind == "method" and not item.bases:
                    pending.append(self.instance)

    def share(self, value: Value) -> None:
        """A call of the product is given a value."""
        self.expose(value, handed=True)

    def leak(self, function: Value) -> list[Value]:
        """The names that a function captures may be read and changed by whoever calls it; gives their values."""
        found = []
        for where, name in self.reach_of(function)[1]:
            self.leaked.setdefault((where, name), self.epoch)
            value = self.frames[where].get(name) if where in self.frames else None
            if value is not None:
                found.append(value)
        return found

    def product_call(self, values: list[Value]) -> None:
        """Code that could be the product's runs, with these values in its hands."""
        for value in values:
            self.share(value)
        self.epoch += 1
        self.touched += 1

    def call(self, node: ast.Call) -> Value:
        """The value of a call, and its effects."""
        assertion = self.checks.get(node)
        if assertion is None:
            return calling.call(self, node)
        if assertion.kind in ("raises", "warns", "logs"):
            if assertion.block is None:
                touched = self.touched
                value = calling.call(self, node)
                self.records[assertion] = Record((), (), SUBJECT if self.touched > touched else STDLIB, self.steps)
                return value
            return calling.call(self, node)
        if assertion.kind == "helper":
            self.records[assertion] = Record((), (), UNKNOWN, self.steps)
            return calling.call(self, node)
        return self.record(assertion)

    def record(self, assertion: Assertion, more: Origin = 0) -> Value:
        """Note what an assertion looks at; in a loop the later rounds add to the first."""
        values = tuple(evaluate(self, operand) for operand in assertion.operands)
        each = tuple(self.origins(value) for value in values)
        origins = more | (SUBJECT if self.is_governed else 0)
        for part in each:
            origins |= part
        if assertion.kind == "mock" and self.epoch:
            origins |= SUBJECT
        elif assertion.kind == "unittest" and not calling.has_plain_assertions(self):
            origins |= UNKNOWN
        self.records[assertion] = Record(values, each, origins, self.steps)
        return Value(LITERAL, assertion.node, frozen=True)

