"""Luck: values of the clock and of chance that a test compares with something that never saw them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.calls import Call
from flake8_testquality.model.clocks import CLOCKS, is_frozen, reads_wall_clock
from flake8_testquality.model.kept_values import Places, by_place, is_checked, is_kept, near
from flake8_testquality.model.names import last_name
from flake8_testquality.model.origins import CLOCK, RANDOM, Origin, Value
from flake8_testquality.model.provenance import carries, values
from flake8_testquality.model.randomness import GENERATORS, SOURCES, generator_calls, is_seeded, is_source
from flake8_testquality.model.scopes import descend

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_MAX_VALUES = 200
_HOLDERS = frozenset({"mock", "self", "imported", "function", "class", "method"})
# Questions whose answer does not depend on the moment or on chance.
STEADY_CALLS = frozenset(
    ("len", "type", "bool", "isinstance", "issubclass", "callable", "hasattr", "approx", "utcoffset", "tzname", "dst")
)
_STEADY_PARTS = frozenset(
    ("tzinfo", "tz", "__class__", "fold", "resolution", "version", "variant", "zone", "days", "shape", "dtype")
)
# Values that nobody meets twice: whoever finds one again got it from the test.
NONCES = ("uuid.", "secrets.token", "os.urandom", "os.getrandom")
_MIXERS = ("random.shuffle", "numpy.random.shuffle")
# Objects that equal every moment near the one that they stand for.
_NEARBY = ("dirty_equals.IsNow", "dirty_equals.IsDatetime")
_COMPARING = frozenset({"==", "<", "<=", ">", ">=", "almost"})


def clock_reads(module: Module) -> dict[ast.AST, Call]:
    """The calls of a file that read the wall clock; a fact."""
    return {call.node: call for call in module.calls_to(CLOCKS) if reads_wall_clock(call)}


def chances(module: Module) -> dict[ast.AST, Call]:
    """The calls of a file that give a random value or a generator without a seed; a fact."""
    found: dict[ast.AST, Call] = {call.node: call for call in module.calls_to(SOURCES) if is_source(call)}
    for scope in module.scopes if module.calls_to(GENERATORS) else ():
        for node, source in generator_calls(module, scope):
            found[node] = Call(node, source, scope, module)
    return found


def lucky_clock(assertion: Assertion) -> ast.expr | None:
    """The clock's reading that an equality sets against a value that does not come from it; None if all is well."""
    known = assertion.test.fact(_kept_moments)
    if not known or not carries(assertion, CLOCK) or is_frozen(assertion.test):
        return None
    for sides, operands in _equalities(assertion):
        if any(_is_nearby(assertion, operand) for operand in operands):
            continue
        found = _against(sides, operands, CLOCK, known)
        if found is not None and not _is_held_nearby(assertion, operands, found.node):
            return found.node
    return None


def lucky_chance(assertion: Assertion) -> ast.expr | None:
    """The random value that decides what an assertion says; None if all is well."""
    mixed = _mixing(assertion)
    if mixed is not None:
        return mixed.node
    known = assertion.test.fact(_kept_chances)
    if not known:
        return None
    compared = assertion.relation in _COMPARING
    direct = next((known[part] for part in assertion.operands if compared and part in known), None)
    if direct is not None and not is_seeded(direct.module, direct.scope, direct.name):
        return direct.node
    if not carries(assertion, RANDOM):
        return None
    candidates = list(_equalities(assertion))
    if assertion.relation in ("true", "false", *(_COMPARING - {"=="})):
        candidates = [(values(assertion), assertion.operands)]
    for sides, operands in candidates:
        found = _against(sides, operands, RANDOM, known)
        if found is None or is_seeded(found.module, found.scope, found.name):
            continue
        return found.node
    return None


def _kept_moments(test: Test) -> dict[ast.AST, Call]:
    """The readings of the clock that a test may keep for its assertions."""
    return {call.node: call for call in near(test, test.module.fact(_clocks_by_place)) if is_kept(test, call)}


def _clocks_by_place(module: Module) -> Places:
    return by_place(module.fact(clock_reads).values())


def chances_by_place(module: Module) -> Places:
    """The random values of a file, by where they are drawn; a fact."""
    return by_place(module.fact(chances).values())


def _kept_chances(test: Test) -> dict[ast.AST, Call]:
    """The random values that a test may keep for its assertions; of nonces those that an assertion makes itself."""
    found: dict[ast.AST, Call] = {}
    own = set(test.scopes)
    for call in near(test, test.module.fact(chances_by_place)):
        is_nonce = call.name.startswith(NONCES)
        if is_nonce:
            kept = call.scope in own and (is_checked(test, call.node) or is_kept(test, call))
        else:
            kept = is_kept(test, call)
        if kept:
            found[call.node] = call
    return found


def _mixing(assertion: Assertion) -> Call | None:
    """The shuffle that gave a list of the test the order in which an assertion wants to find it."""
    module, scope = assertion.module, assertion.scope
    if assertion.relation != "==" or len(assertion.operands) != 2:
        return None
    mixers = [call for call in module.calls_to(_MIXERS) if call.scope is scope]
    for one, other in (assertion.operands, assertion.operands[::-1]):
        held = one.value if isinstance(one, ast.Subscript) and isinstance(one.slice, ast.Constant) else one
        if not isinstance(held, ast.Name) or not isinstance(other, ast.List | ast.Tuple | ast.Constant):
            continue
        for call in mixers:
            given = call.node.args[0] if call.node.args else None
            is_same = isinstance(given, ast.Name) and given.id == held.id
            if is_same and _is_left_as_mixed(assertion.test, call) and not is_seeded(module, scope, call.name):
                return call
    return None


def _is_left_as_mixed(test: Test, mixer: Call) -> bool:
    """Whether the list of a shuffle is bound once, and nothing but assertions looks at it."""
    given: Any = mixer.node.args[0]
    if len(test.module.bindings(mixer.scope).get(given.id, ())) != 1:
        return False
    uses = [node for node in mixer.scope.nodes(ast.Name) if node.id == given.id and isinstance(node.ctx, ast.Load)]
    return all(node is given or is_checked(test, node) for node in uses)


def _equalities(assertion: Assertion) -> Iterator[tuple[tuple[Value, ...], list[ast.expr]]]:
    """(values, expressions) of the two sides of each equality that an assertion claims."""
    found = values(assertion)
    if len(found) < 2:
        return
    if assertion.relation == "==" and len(found) == 2:
        yield found, assertion.operands
    elif assertion.relation == "and":
        for value, operand in zip(found, assertion.operands, strict=False):
            if isinstance(operand, ast.Compare) and len(operand.ops) == 1 and isinstance(operand.ops[0], ast.Eq):
                yield value.bases, [operand.left, operand.comparators[0]]
    elif assertion.relation == "called" and assertion.name.endswith("with"):
        yield found[1:], assertion.operands[1:]


def _against(
    sides: tuple[Value, ...], operands: list[ast.expr], flag: Origin, known: dict[ast.AST, Call]
) -> Call | None:
    """The source that one side has and the other has not, and that no code under test was given."""
    if any(_is_steady(operand) for operand in operands):
        return None
    found = [_leaves(side, flag) for side in sides]
    for index, leaves in enumerate(found):
        others = {id(leaf) for other, more in enumerate(found) if other != index for leaf in more}
        for leaf in leaves:
            call = known.get(leaf.node) if leaf.node is not None else None
            if call is None or id(leaf) in others or leaf.handed or _is_state_of(operands[index], call):
                continue
            return call
    return None


def _is_state_of(operand: ast.expr, made: Call) -> bool:
    """Whether an expression reads what a generator was made with: only what is called draws."""
    if made.name not in GENERATORS or not isinstance(operand, ast.Attribute | ast.Subscript):
        return False
    while isinstance(operand, ast.Attribute | ast.Subscript):
        operand = operand.value
    if not isinstance(operand, ast.Name):
        return False
    module, scope = made.module, made.scope
    bound = [binding.value for binding in module.bindings(scope).get(operand.id, ())]
    return made.node in bound and all(
        isinstance(value, ast.Call) and module.resolve(value.func, scope) in GENERATORS for value in bound
    )


def _is_nearby(assertion: Assertion, operand: ast.expr) -> bool:
    """Whether an operand is an object that compares with a tolerance, or some of them joined by `|` or `&`."""
    if isinstance(operand, ast.BinOp):
        return _is_nearby(assertion, operand.left) and _is_nearby(assertion, operand.right)
    module, scope = assertion.module, assertion.scope
    if isinstance(operand, ast.Name):
        bound = module.bindings(scope).get(operand.id, ())
        made = bound[0].value if len(bound) == 1 else None
        operand = made if isinstance(made, ast.Call) else operand
    target = operand.func if isinstance(operand, ast.Call) else operand
    return isinstance(target, ast.Name | ast.Attribute) and module.resolve(target, scope) in _NEARBY


def _is_held_nearby(assertion: Assertion, operands: list[ast.expr], clock: ast.expr) -> bool:
    """Whether the clock's reading is only what such an object inside an operand stands near."""
    for part in (part for operand in operands for part in descend(operand)):
        if isinstance(part, ast.Call) and _is_nearby(assertion, part):
            for inner in descend(part):
                bound = assertion.module.bindings(assertion.scope).get(getattr(inner, "id", ""), ())
                if inner is clock or any(place.value is clock for place in bound):
                    return True
    return False


def _is_steady(operand: ast.expr) -> bool:
    """Whether an expression asks something that does not change: a type, a length, a zone; or allows a tolerance."""
    if any(isinstance(part, ast.Call) and last_name(part.func) == "abs" for part in descend(operand)):
        return True
    while isinstance(operand, ast.Call | ast.Attribute | ast.Subscript):
        if isinstance(operand, ast.Call):
            word = last_name(operand.func)
            if word in STEADY_CALLS:
                return True
            operand = operand.func
        else:
            if isinstance(operand, ast.Attribute) and operand.attr in _STEADY_PARTS:
                return True
            operand = operand.value
    return False


def _leaves(value: Value, flag: Origin) -> list[Value]:
    """The values with a flag that a value is made from or holds, and that got it from nothing else."""
    found: list[Value] = []
    pending, seen = [value], {id(value)}
    while pending and len(seen) < _MAX_VALUES:
        item = pending.pop()
        if not item.origins & flag or item.kind in _HOLDERS:
            continue
        below = [part for part in (*item.bases, *(item.parts or {}).values()) if part.origins & flag]
        if not below:
            found.append(item)
        for part in below:
            if id(part) not in seen:
                seen.add(id(part))
                pending.append(part)
    return found
