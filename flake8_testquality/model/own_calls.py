"""Own calls: functions, methods and classes of the test file, and what the test's own instance holds."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.assertion_names import CASE_NAMES
from flake8_testquality.model.classes import CASES, PLAIN, is_own_case, lineage
from flake8_testquality.model.container_calls import forget
from flake8_testquality.model.evaluation import union
from flake8_testquality.model.inlining import inlined
from flake8_testquality.model.names import is_self
from flake8_testquality.model.origins import OUTSIDE, OWN, PRODUCT, STDLIB, SUBJECT, UNKNOWN, Origin, Value
from flake8_testquality.model.own_code import reach
from flake8_testquality.model.unset_attributes import (
    is_inherited_by_more,
    set_by_methods,
    subclassed,
    unset_attribute,
)

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.flow import Flow

# Source: unittest.TestCase; what of it says nothing about the code under test.
CASE_API = frozenset(
    [
        "subTest",
        "addCleanup",
        "addAsyncCleanup",
        "addClassCleanup",
        "doCleanups",
        "enterContext",
        "skipTest",
        "fail",
        "id",
        "shortDescription",
        "addTypeEqualityFunc",
        "countTestCases",
        "maxDiff",
        "longMessage",
        "failureException",
    ]
)


def local_call(flow: Flow, node: ast.Call, callee: Value, arguments: list[tuple[str | None, Value]]) -> Value:
    values = [value for _, value in arguments]
    origins, captured = flow.reach_of(callee)
    if callee.kind == "class":
        is_changed = callee.origins & PRODUCT or 0 <= callee.shared < flow.epoch
        if origins & PRODUCT or is_changed:
            flow.product_call([callee, *values])
            return Value(SUBJECT, node, "product", name=getattr(callee.node, "name", ""))
        found = union(flow, callee.node or node, [*values, callee], OWN)
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
    found = union(flow, node, [*values, *inner, *(item for item in receivers if item.kind != "self")], OWN)
    # The function may have put what it returns where other code can reach it.
    found.origins |= OUTSIDE
    return found


def is_judged_elsewhere(flow: Flow, assertion: Assertion) -> bool:
    """Whether the method of self that checks may be first- or third-party code and not unittest's own."""
    func = assertion.call.func if assertion.call is not None else None
    cls = flow.test.cls
    if not isinstance(func, ast.Attribute) or assertion.kind == "mock" or cls is None or not is_self(func.value):
        return False
    if declares(flow, func.attr):
        return True
    return any(
        base not in PLAIN and (base not in CASES or is_own_case(cls.module, base)) for base in cls.lineage.out_of_sight
    )


def declares(flow: Flow, name: str) -> bool:
    """Whether the class of the test, or a base in sight, has something of its own under a name of unittest's."""
    cls = flow.test.cls
    return cls is not None and cls.lineage.attribute(name) is not None


def judge(flow: Flow, assertion: Assertion) -> Origin:
    """Where the object comes from whose method checks, if that is not the test's own instance.

    A log handler, a response or an expectation of the product's has what it checks in itself.
    """
    func = assertion.call.func if assertion.call is not None and assertion.kind == "unittest" else None
    if not isinstance(func, ast.Attribute) or (isinstance(func.value, ast.Name) and func.value.id in CASE_NAMES):
        return 0
    judging = flow.value_of(func.value)
    made = judging.node.func if isinstance(judging.node, ast.Call) else None
    if made is not None and (flow.module.resolve(made) or "").startswith("unittest."):
        return 0
    return flow.origins(judging) & (PRODUCT | OUTSIDE)


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
    found = cls.lineage.attribute(name)
    if found is None and name in CASE_API:
        return Value(STDLIB, node)
    is_shared = cls.node in flow.module.fact(subclassed) or flow.test.fact(is_inherited_by_more)
    if found is not None and (found[0].role == "source" or is_shared):
        # Product code, or what a subclass may replace.
        return Value(SUBJECT if found[0].role == "source" else UNKNOWN, node)
    if found is not None and found[1].kind == "assignment" and name in set_by_methods(cls):
        return Value(UNKNOWN, node)
    value = unset_attribute(flow, name, node) if found is None else None
    return value or _declared(flow, found, flow.instance, name, node) or Value(UNKNOWN, node)


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
    if owner.kind == "self" and not value.frozen and value.shared < 0:
        # All tests of the class and its other attributes have it.
        value.shared = 0
    owner.keep((".", name), value)
    return value
