"""The names of assertions: unittest's methods, mock's, the blocks of the runners, and what each claims."""

from __future__ import annotations

import ast
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["assert", "unittest", "mock", "raises", "warns", "logs", "fail", "helper"]
OPERATORS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.Is: "is",
    ast.IsNot: "is not",
}
# method -> (relation, number of operands). Source: unittest.TestCase, with the aliases removed in Python 3.12.
UNITTEST: dict[str, tuple[str, int]] = {
    "assertEqual": ("==", 2),
    "assertEquals": ("==", 2),
    "failUnlessEqual": ("==", 2),
    "assertNotEqual": ("!=", 2),
    "assertNotEquals": ("!=", 2),
    "failIfEqual": ("!=", 2),
    "assertTrue": ("true", 1),
    "assert_": ("true", 1),
    "failUnless": ("true", 1),
    "assertFalse": ("false", 1),
    "failIf": ("false", 1),
    "assertIs": ("is", 2),
    "assertIsNot": ("is not", 2),
    "assertIsNone": ("is none", 1),
    "assertIsNotNone": ("is not none", 1),
    "assertIn": ("in", 2),
    "assertNotIn": ("not in", 2),
    "assertIsInstance": ("isinstance", 2),
    "assertNotIsInstance": ("not isinstance", 2),
    "assertLess": ("<", 2),
    "assertLessEqual": ("<=", 2),
    "assertGreater": (">", 2),
    "assertGreaterEqual": (">=", 2),
    "assertAlmostEqual": ("almost", 2),
    "assertAlmostEquals": ("almost", 2),
    "failUnlessAlmostEqual": ("almost", 2),
    "assertNotAlmostEqual": ("not almost", 2),
    "assertNotAlmostEquals": ("not almost", 2),
    "failIfAlmostEqual": ("not almost", 2),
    "assertRegex": ("matches", 2),
    "assertRegexpMatches": ("matches", 2),
    "assertNotRegex": ("not matches", 2),
    "assertNotRegexpMatches": ("not matches", 2),
    "assertCountEqual": ("same elements", 2),
    "assertItemsEqual": ("same elements", 2),
    "assertDictEqual": ("==", 2),
    "assertListEqual": ("==", 2),
    "assertTupleEqual": ("==", 2),
    "assertSetEqual": ("==", 2),
    "assertSequenceEqual": ("==", 2),
    "assertMultiLineEqual": ("==", 2),
    "assertDictContainsSubset": ("subset", 2),
    "assertHasAttr": ("has attribute", 2),
    "assertNotHasAttr": ("not has attribute", 2),
    "assertStartsWith": ("startswith", 2),
    "assertEndsWith": ("endswith", 2),
    "assertIsSubclass": ("issubclass", 2),
}
# Names that a test case goes by.
CASE_NAMES = frozenset({"self", "cls", "case", "testcase", "test"})
RAISES = frozenset(
    "assertRaises assertRaisesRegex assertRaisesRegexp assertRaisesMessage failUnlessRaises assertFailure".split()
)
WARNS = frozenset("assertWarns assertWarnsRegex assertWarnsMessage".split())
LOGS = frozenset("assertLogs assertNoLogs".split())
BLOCKS: dict[str, Kind] = {
    "pytest.raises": "raises",
    "pytest.RaisesGroup": "raises",
    "pytest.RaisesExc": "raises",
    "pytest.warns": "warns",
    "pytest.deprecated_call": "warns",
    "nose.tools.assert_raises": "raises",
    "numpy.testing.assert_raises": "raises",
    "numpy.testing.assert_warns": "warns",
    "testfixtures.ShouldRaise": "raises",
}
# Source: unittest.mock's NonCallableMock and AsyncMockMixin.
MOCK = frozenset(
    "assert_called assert_called_once assert_called_with assert_called_once_with assert_any_call assert_has_calls "
    "assert_not_called assert_awaited assert_awaited_once assert_awaited_with assert_awaited_once_with "
    "assert_any_await assert_has_awaits assert_not_awaited".split()
)
