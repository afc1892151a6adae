"""Flow: the state of a test while its statements are followed in order: names, what is shared, what has run."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flake8_testquality.model import calling, container_calls, escape, lookups, own_calls, parts, statements, supplied
from flake8_testquality.model.evaluation import evaluate, union
from flake8_testquality.model.origins import (
    LITERAL,
    OUTSIDE,
    OWN,
    STDLIB,
    SUBJECT,
    UNKNOWN,
    Key,
    Origin,
    Record,
    Value,
    whole,
)  # fmt: skip
from flake8_testquality.model.own_code import origin_of_import
from flake8_testquality.model.raises import expectation
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

MAX_STEPS = 20_000


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
        self.patched_on: dict[str, Value] = {}
        self.started: dict[Value, list[str]] = {}
        self.environment: dict[str, tuple[int, Value]] = {}
        self.leaked: dict[tuple[Scope, str], int] = {}
        self.active: set[ast.AST] = set()
        self.records: dict[Assertion, Record] = {}
        self.checks: dict[ast.AST, Assertion] = {a.node: a for a in test.assertions if a.scope is test.scope}
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
        self.stand_ins: dict[Value, str] = {}
        self.returned: Value | None = None
        self.wrapped = self.suspended = False
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

    def lookup(self, name: str, node: ast.AST) -> Value:
        """The value that a name has here."""
        return lookups.lookup(self, name, node)

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

    def run(self, body: list[Any], nesting: int = 0) -> None:
        """Follow statements, so many blocks deep."""
        statements.run(self, body, nesting)

    def forget(self, base: Value, added: list[Value]) -> None:
        """A value of the test has changed in a way that is not followed."""
        container_calls.forget(self, base, added)

    def given(self, module: Module, function: Any, frame: dict[str, Value]) -> Value:
        """What a fixture or a set-up method yields or returns, its statements up to there followed."""
        scope = module.scope_by_node[function]
        saved = self.returned, self.conditional, self.governed
        tried, touched = self.tried, self.touched
        self.frames[scope], self.returned, self.conditional, self.tried = frame, None, 0, None
        self.yields += 1

        def follow() -> Value:
            self.run(function.body)
            return self.returned or Value(LITERAL, function, frozen=True)

        value = self.at(module, scope, frame, follow)
        self.yields -= 1
        self.suspended = False
        self.returned, self.conditional, self.governed = saved
        # It ran before the test did, not in the block that first reads what it gives.
        self.tried = None if tried is None else tried + self.touched - touched
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
        origins, names = self.reach_of(value)
        value.origins |= origins
        if self.scope is not self.module.scope:
            for captured in escape.leak(self, names):
                self.expose(captured)
        return value

    def class_value(self, node: ast.ClassDef) -> Value:
        """A class of the test file as a value."""
        value = self.function_value(node)
        value.kind = "class"
        return value

    def read(self, base: Value, key: Key, node: ast.AST) -> Value:
        """The attribute or element of a value."""
        return parts.read(self, base, key, node)

    def set_part(self, base: Value, key: Key, value: Value) -> None:
        """`base.x = value` or `base["k"] = value`."""
        parts.set_part(self, base, key, value)

    def replace(self, base: Value, key: Key, value: Value) -> None:
        """A patch puts a mock on an object at hand."""
        parts.replace(self, base, key, value)

    def set_up(self) -> None:
        """Follow the set-up of the test's class, which nothing has read so far."""
        supplied.set_up(self)
        self.catch_up()

    def catch_up(self) -> None:
        """What set-up gave away before the test began, the calls of the product since then have had in their hands."""
        if self.epoch and self.exposed_at == self.epoch:
            self.epoch += 1

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
                container_calls.set_item(self, target, value)
            elif isinstance(target, ast.Starred):
                pending.append((target.value, union(self, target, [value])))
            elif isinstance(target, ast.Tuple | ast.List):
                starred = any(isinstance(item, ast.Starred) for item in target.elts)
                for index, item in enumerate(target.elts):
                    part = value.parts.get(("[", index)) if value.parts and not starred else None
                    pending.append((item, part if part is not None else self.element(value, item)))

    def element(self, value: Value, node: ast.AST) -> Value:
        """An element of what is iterated over or unpacked."""
        parts.refresh(self, value)
        if value.closed and value.parts and value.kind == "container" and not isinstance(value.node, ast.Dict):
            items = [part for key, part in value.parts.items() if key[0] == "["]
            return items[0] if len(items) == 1 else union(self, node, items, frozen=all(item.frozen for item in items))
        return union(self, node, [value])

    def reach_of(self, value: Value) -> tuple[Origin, list[tuple[Scope, str]]]:
        """The product origins that a function or class of the file brings, and the local names that it captures."""
        return escape.reach_of(self, value)

    def expose(self, value: Value, *, handed: bool = False) -> None:
        """Other code may get at a value and at all that hangs on it; handed: a call of the product was given it."""
        escape.expose(self, value, handed=handed)

    def share(self, value: Value) -> None:
        """A call of the product is given a value."""
        self.expose(value, handed=True)

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
                reached = self.touched > touched or own_calls.is_judged_elsewhere(self, assertion)
                known = expectation(assertion)
                # What such a context is put around by other means than with is not followed.
                follows = known is not None and known.form == "call"
                origins = SUBJECT if reached else STDLIB if follows else UNKNOWN
                self.records[assertion] = Record((), (), origins, self.steps)
                return value
            return calling.call(self, node)
        if assertion.kind == "helper":
            self.records[assertion] = Record((), (), UNKNOWN, self.steps)
            return calling.call(self, node)
        return self.record(assertion)

    def apply(self, node: ast.Call, callee: Value, arguments: list[tuple[str | None, Value]]) -> Value:
        """What calling a value with arguments gives."""
        return calling.apply(self, node, callee, arguments)

    def record(self, assertion: Assertion, more: Origin = 0) -> Value:
        """Note what an assertion looks at; in a loop the later rounds add to the first."""
        values = tuple(evaluate(self, operand) for operand in assertion.operands)
        each = tuple(self.origins(value) for value in values)
        origins = more | (SUBJECT if self.is_governed else 0)
        for part in each:
            origins |= part
        if assertion.kind == "mock" and self.epoch:
            origins |= SUBJECT
        elif own_calls.is_judged_elsewhere(self, assertion):
            origins |= UNKNOWN
            self.touched += 1
        origins |= own_calls.judge(self, assertion)
        self.records[assertion] = Record(values, each, origins, self.steps)
        return Value(LITERAL, assertion.node, frozen=True)
