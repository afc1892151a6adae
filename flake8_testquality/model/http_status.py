"""HTTP statuses: which ones an assertion lets through, as numbers, whatever constants they are written with."""

from __future__ import annotations

import ast
import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.names import dotted_text, last_name, root_name
from flake8_testquality.model.relations import related
from flake8_testquality.model.scopes import descend
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

EVERY = frozenset(range(100, 600))
FAMILIES = {number: frozenset(range(number * 100, number * 100 + 100)) for number in range(1, 6)}
_SUBJECT = regex(r"(?:^|_)(?:status|statuscode|status_code|status_int|http_code|getcode|code)$", re.IGNORECASE)
_SURE_SUBJECT = regex(r"(?:^|_)(?:status_?code|status_int|getcode|http_(?:status|code))$", re.IGNORECASE)
_BY_NAME = {item.name.lower(): item.value for item in HTTPStatus} | {"okay": 200, "ok": 200, "all_good": 200}
# DRF and Starlette: HTTP_404_NOT_FOUND; falcon: HTTP_404.
_NUMBERED = regex(r"HTTP_(\d{3})(?:_|$)")
_TEXT = regex(r"(\d{3})(?: |$)")
# requests.codes.not_found, http.HTTPStatus.NOT_FOUND, httpx.codes.NOT_FOUND, http.client.NOT_FOUND.
_HOMES = ("http.HTTPStatus", "http.client", "requests.codes", "requests.status_codes.codes", "httpx.codes", "codes")
_COLLECTIONS = frozenset({"frozenset", "set", "tuple", "list"})
_FOLLOWING = frozenset({"follow", "follow_redirects", "allow_redirects"})
# Words on the status in other terms: whoever writes one knows more than the set of numbers says.
_OTHER_WORDS = frozenset(
    {"ok", "is_success", "is_error", "is_client_error", "is_server_error", "is_redirect", "raise_for_status"}
)
_OTHER_ASSERTIONS = frozenset({"assertContains", "assertNotContains", "assertRedirects"})


@attrs.frozen(eq=False, repr=False)
class Claim:
    """What an assertion says of a status: the `allowed` numbers, of the status read as `subject` (its text).

    `listed` are the numbers that it names one by one; empty for a range or an exclusion.
    """

    assertion: Assertion
    subject: str
    node: ast.expr
    allowed: frozenset[int]
    listed: frozenset[int]


def number_of(node: ast.expr | None, module: Module, scope: Scope) -> int | None:
    """The status that an expression stands for: a number, a constant of a framework, HTTPStatus, or "404 NOT FOUND"."""
    if isinstance(node, ast.Constant):
        return _constant(node.value)
    if isinstance(node, ast.Attribute) and node.attr == "value":
        return number_of(node.value, module, scope)
    word = last_name(node)
    if word is None or not isinstance(node, ast.Name | ast.Attribute):
        return None
    numbered = _NUMBERED.match(word)
    if numbered:
        return int(numbered[1])
    if isinstance(node, ast.Name):
        value = _one_value(node.id, module, scope)
        if value is not None:
            return _constant(value.value) if isinstance(value, ast.Constant) else None
    dotted = module.resolve(node, scope) or dotted_text(node) or ""
    home = dotted.rpartition(".")[0]
    return _BY_NAME.get(word.lower()) if home in _HOMES or home.endswith("HTTPStatus") else None


def _constant(value: object) -> int | None:
    if isinstance(value, str):
        found = _TEXT.match(value)
        value = int(found[1]) if found else None
    return value if isinstance(value, int) and not isinstance(value, bool) and 100 <= value < 600 else None


def _one_value(name: str, module: Module, scope: Scope) -> ast.expr | None:
    found = module.names.lookup(name, scope)
    return found[1][0].value if found and len(found[1]) == 1 and found[1][0].kind == "assignment" else None


def _numbers(node: ast.expr | None, module: Module, scope: Scope) -> frozenset[int] | None:
    """The statuses of a literal collection or range(); None if one of them is unknown."""
    if isinstance(node, ast.Name):
        node = _one_value(node.id, module, scope)
    if isinstance(node, ast.Call) and len(node.args) == 1 and last_name(node.func) in _COLLECTIONS:
        node = node.args[0]
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        known = [number_of(item, module, scope) for item in node.elts]
        return frozenset(item for item in known if item is not None) if known and None not in known else None
    if isinstance(node, ast.Call) and module.resolve(node.func, scope) == "builtins.range" and len(node.args) == 2:
        low, high = (item.value if isinstance(item, ast.Constant) else None for item in node.args)
        if isinstance(low, int) and isinstance(high, int) and 100 <= low <= high <= 600:
            return frozenset(range(low, high))
    return None


def is_status(node: ast.expr, sure: bool = False) -> bool:
    """Whether an expression reads a status by its name: `.status_code`, `.status`, `getcode()`, `code`."""
    if isinstance(node, ast.Await):
        node = node.value
    word = last_name(node.func if isinstance(node, ast.Call) else node)
    return word is not None and (_SURE_SUBJECT if sure else _SUBJECT).search(word) is not None


def claim_of(assertion: Assertion) -> Claim | None:
    """What an assertion says of a status; None if it says nothing of one, or more than can be read."""
    if assertion.kind not in ("assert", "unittest"):
        return None
    call = assertion.call
    whole = call.args[0] if call is not None and call.args else assertion.test_expression
    return _claim(assertion, assertion.relation, assertion.operands, whole)


def _claim(assertion: Assertion, relation: str, operands: list[ast.expr], whole: ast.expr | None) -> Claim | None:
    if relation == "or":
        return _either(assertion, operands)
    if relation == "chain":
        return _chain(assertion, operands, whole)
    if len(operands) != 2:
        return None
    module, scope = assertion.module, assertion.scope
    left, right = operands
    if not is_status(left) and not is_status(right):
        return None
    if relation in ("in", "not in"):
        listed = _numbers(right, module, scope)
        if listed is None or not is_status(left):
            return None
        if relation == "in":
            ranged = isinstance(right, ast.Call)
            return _made(assertion, left, listed, frozenset() if ranged else listed)
        return _made(assertion, left, EVERY - listed, frozenset())
    if relation not in _SETS:
        return None
    number = number_of(right, module, scope)
    if number is None or not is_status(left):
        left, right, relation = right, left, _MIRRORED[relation]
        number = number_of(right, module, scope)
        if number is None or not is_status(left):
            return None
    allowed = _SETS[relation](number)
    return _made(assertion, left, allowed, allowed if relation in ("==", "is") else frozenset())


_SETS: dict[str, Any] = {
    "==": lambda n: frozenset({n}),
    "is": lambda n: frozenset({n}),
    "!=": lambda n: EVERY - {n},
    "is not": lambda n: EVERY - {n},
    "<": lambda n: frozenset(range(100, n)),
    "<=": lambda n: frozenset(range(100, n + 1)),
    ">": lambda n: frozenset(range(n + 1, 600)),
    ">=": lambda n: frozenset(range(n, 600)),
}
_MIRRORED = {"==": "==", "!=": "!=", "is": "is", "is not": "is not", "<": ">", ">": "<", "<=": ">=", ">=": "<="}


def _made(assertion: Assertion, node: ast.expr, allowed: frozenset[int], listed: frozenset[int]) -> Claim:
    return Claim(assertion, assertion.module.text(node, 200), node, allowed, listed)


def _either(assertion: Assertion, parts: list[ast.expr]) -> Claim | None:
    from flake8_testquality.model.assertions import shape

    found: list[Claim] = []
    for part in parts:
        relation, operands = shape(part, assertion.module, assertion.scope)
        claim = _claim(assertion, relation, operands, part) if relation != "or" else None
        if claim is None or (found and claim.subject != found[0].subject):
            return None
        found.append(claim)
    allowed = frozenset().union(*(item.allowed for item in found))
    listed = frozenset().union(*(item.listed for item in found)) if all(item.listed for item in found) else frozenset()
    return attrs.evolve(found[0], allowed=allowed, listed=listed)


def _chain(assertion: Assertion, operands: list[ast.expr], whole: ast.expr | None) -> Claim | None:
    from flake8_testquality.model.assertions import OPERATORS

    if not isinstance(whole, ast.Compare) or len(operands) != 3 or not is_status(operands[1]):
        return None
    first = _claim(assertion, OPERATORS[type(whole.ops[0])], operands[:2], None)
    second = _claim(assertion, OPERATORS[type(whole.ops[1])], operands[1:], None)
    return attrs.evolve(first, allowed=first.allowed & second.allowed) if first and second else None


def families(allowed: frozenset[int]) -> set[int]:
    """The hundreds that statuses fall into."""
    return {number // 100 for number in allowed}


def is_permissive(claim: Claim) -> bool:
    """Whether a success passes as well as a failure, or four or more listed codes of more than one family."""
    found = families(claim.allowed)
    if claim.allowed >= FAMILIES[4] | FAMILIES[5] and families(EVERY - claim.allowed) <= {2, 3}:
        # `!= 200` means a refusal
        return False
    if 2 in found and found & {4, 5}:
        return True
    several = len(claim.listed) > 3 and len(found) > 1
    return several and (bool(found & {4, 5}) or _follow_is_known(claim))


def _follow_is_known(claim: Claim) -> bool:
    name = root_name(claim.node.func if isinstance(claim.node, ast.Call) else claim.node)
    value = _one_value(name, claim.assertion.module, claim.assertion.scope) if name else None
    return value is not None and any(
        isinstance(part, ast.Call) and any(item.arg in _FOLLOWING for item in part.keywords) for part in descend(value)
    )


def status_claims(test: Test) -> list[Claim]:
    """What a test's assertions say of statuses; a fact."""
    found: list[Claim] = []
    for assertion in test.assertions:
        if assertion.relation in _RELATIONS and assertion.kind in ("assert", "unittest"):
            found.extend(claim for part in assertion.claims if (claim := claim_of(part)))
    return found


_RELATIONS = frozenset(_SETS) | {"in", "not in", "or", "chain", "and"}
_LOOSE = _RELATIONS - {"==", "is"}


def loose_tests(module: Module) -> set[Test]:
    """The tests with an assertion that may let more than one status pass."""
    return {item.test for item in related(module, *_LOOSE) if item.kind in ("assert", "unittest")}


def permissive_claims(test: Test) -> list[Claim]:
    """The claims that let a success pass as well as a failure and are the only word on that status; a fact."""
    if test not in test.module.fact(loose_tests):
        return []
    claims = test.fact(status_claims)
    return [claim for claim in claims if is_permissive(claim) and not _is_said_elsewhere(claim, claims)]


def _is_said_elsewhere(claim: Claim, claims: list[Claim]) -> bool:
    """Whether other assertions on the same status, before its name is bound again, leave less room."""
    module, scope = claim.assertion.module, claim.assertion.scope
    name = root_name(claim.node)
    places = module.bindings(scope).get(name or "", [])
    lines = sorted(place.node.lineno for place in places if hasattr(place.node, "lineno"))
    line = claim.assertion.node.lineno
    low = max((item for item in lines if item <= line), default=0)
    high = min((item for item in lines if item > line), default=10**9)
    near = [item for item in claims if item.subject == claim.subject and low <= item.assertion.node.lineno < high]
    allowed = frozenset.intersection(*(item.allowed for item in near))
    if not is_permissive(attrs.evolve(claim, allowed=allowed)):
        return True
    return name is not None and _is_read_otherwise(claim.assertion.test, name, low, high)


def _is_read_otherwise(test: Test, name: str, low: int, high: int) -> bool:
    """Whether the response is asked whether it is a success, or an assertion of Django's looks at its status."""
    if any(
        item.call is not None and item.call.args and root_name(item.call.args[0]) == name
        for item in test.assertions if item.name in _OTHER_ASSERTIONS and low <= item.node.lineno < high
    ):
        return True
    return any(
        node.attr in _OTHER_WORDS and low <= node.lineno < high and root_name(node) == name
        for node in test.scope.nodes(ast.Attribute)
    )
