"""Case calls: the calls of what a TestCase inherits from unittest."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import attrs

from flake8_testquality.model.assertions import UNITTEST
from flake8_testquality.model.rewriting import import_edit, name_for
from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import TestClass

# alias -> today's name; None where there is no equal. Source: "Removed" in "What's New" of Python 3.12 and 3.0.
ALIASES: dict[str, str | None] = {
    "assertEquals": "assertEqual",
    "assertNotEquals": "assertNotEqual",
    "assert_": "assertTrue",
    "assertAlmostEquals": "assertAlmostEqual",
    "assertNotAlmostEquals": "assertNotAlmostEqual",
    "assertRegexpMatches": "assertRegex",
    "assertNotRegexpMatches": "assertNotRegex",
    "assertRaisesRegexp": "assertRaisesRegex",
    "failUnless": "assertTrue",
    "failIf": "assertFalse",
    "failUnlessEqual": "assertEqual",
    "failIfEqual": "assertNotEqual",
    "failUnlessAlmostEqual": "assertAlmostEqual",
    "failIfAlmostEqual": "assertNotAlmostEqual",
    "failUnlessRaises": "assertRaises",
    "assertItemsEqual": "assertCountEqual",
    "assertDictContainsSubset": None,
}
# What an assertion of unittest has an equal for in plain pytest.
PLAIN = frozenset(UNITTEST) - frozenset(ALIASES) - {"assertCountEqual"}
RAISING = frozenset({"assertRaises", "assertRaisesRegex", "assertWarns", "assertWarnsRegex"})
# Families whose assertions are unittest's own.
KNOWN_FAMILIES = frozenset({"unittest", "isolated", "django", "tornado"})


@attrs.frozen(eq=False, repr=False)
class CaseCall:
    """A call of one of the methods that a TestCase inherits from unittest: `self.assertEqual(...)`."""

    node: ast.Call
    name: str
    scope: Scope
    cases: list[TestClass]

    @property
    def cls(self) -> TestClass:
        """The TestCase that it stands in, or the first that inherits it from the mixin that it stands in."""
        return self.cases[0]


def case_calls(module: Module) -> list[CaseCall]:
    """Every call on `self` (or `cls`) of an assertion that unittest defines and the class does not; a fact."""
    found: list[CaseCall] = []
    placed = module.calls.among(_NAMES)
    cases = _cases(module) if placed else {}
    for item in module.classes if placed else ():
        known = cases.get(item.node, [])
        if not known:
            continue
        for scope in item.scope.within():
            for call in placed.get(scope, ()) if scope.is_function else ():
                func = call.func
                if not isinstance(func, ast.Attribute):
                    continue
                owner = func.value.id if isinstance(func.value, ast.Name) else ""
                if owner in ("self", "cls") and _home(module, scope) is item.scope:
                    found.append(CaseCall(call, func.attr, scope, known))
    found = [call for call in found if all(case.lineage.attribute(call.name) is None for case in call.cases)]
    found.sort(key=lambda call: (call.node.lineno, call.node.col_offset))
    return found


def _cases(module: Module) -> dict[ast.ClassDef, list[TestClass]]:
    """Class -> the TestCases of the file that it is: itself, or for a mixin those that inherit from it."""
    own = {item.node: [item] for item in module.classes if item.is_case}
    found = dict(own)
    for (case,) in own.values():
        for home, node in case.lineage.classes:
            if home is module and node not in own:
                found.setdefault(node, []).append(case)
    return found


_NAMES = frozenset(PLAIN | RAISING | ALIASES.keys())


def _home(module: Module, scope: Scope) -> Scope | None:
    return next((outer for outer in scope.chain() if outer.is_class), None)


def is_configured(module: Module) -> bool:
    """Whether the project around a file is configured for pytest."""
    return module.project.config.in_sight


def is_standard(call: CaseCall) -> bool:
    line = call.cls.lineage
    return call.cls.case_family in KNOWN_FAMILIES and not any(
        home.says("addTypeEqualityFunc") or home.says("failureException") for home, _ in line.classes
    )


def imported_name(module: Module, call: CaseCall, dotted: str, imports: list[Edit]) -> str:
    known = name_for(module, dotted, call.scope)
    if known is not None:
        return known
    imports.append(import_edit(module, dotted.partition(".")[0]))
    return dotted
