"""Intentions: what a test says about itself: skipped, expected to fail, a smoke test that only must not raise."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from flake8_testquality.model.markers import without_markers
from flake8_testquality.model.names import called_name, last_name
from flake8_testquality.model.reach import SET_UPS
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_SKIP_MARKS = frozenset({"skip", "skipif", "xfail"})
_SKIPPERS = frozenset({
    "unittest.skip", "unittest.skipIf", "unittest.skipUnless", "unittest.expectedFailure", "pytest.skip",
    "pytest.xfail", "pytest.importorskip",
})  # fmt: skip
_FAILURE = (
    r"(?:rais(?:e|es|ed|ing)|crash\w*|fail(?:s|ed|ing|ures?)?|err(?:s|ors?)?|exceptions?|throws?|blows?(?: up)?|"
    r"explod\w+|"
    r"breaks?|hangs?|dies?|deadlocks?|segfaults?|warn(?:s|ings?)?|leaks?|complains?|tracebacks?|chokes?|barfs?|problems?|"
    r"trips?(?= (?:on|over|up)\b|[.,;]|$)|prevent(?:s|ed|ing)?\b|reject(?:s|ed)?\b|refuse[sd]?\b|"
    r"(?:is |are |get |gets )?(?:rejected|refused|prevented|forbidden)\b|"
    r"validat(?:e|es|ed|ing)\b|requires?\b|enforce[sd]?\b|forbids?\b|interferes?\b)"
)
_FILLER = (
    r"(?:any|an|a|the|be|unexpected|unhandled|more|further|raising|causing|throwing|producing|triggering|"
    r"give|throw|raise|cause|receive|get|see|kind of|sort of)"
)
_WORKS = r"should (?:just |still |simply |also )?(?:work|succeed|be (?:ok|fine|allowed(?! to)))\b"
_SMOKE = regex(
    "|".join(
        (
            r"\black of (?:an |any )?exceptions?\b",
            r"\b(?:instead of|rather than) (?:rais|crash|explod|fail|throw)ing\b",
            r"\bjust (?:to )?(?:check(?:ing)?|test(?:ing)?|verify(?:ing)?|mak(?:e|ing) sure|exercis\w+)\b",
            r"\b(?:infinite|endless) (?:loop|recursion)|\bno \w*(?:Error|Exception|Warning)\b",
            rf"\bnone of (?:\w+ ){{1,3}}{_FAILURE}\b|\bavoid(?:s|ing)? (?:rais|crash|explod|fail|throw)\w+\b",
            r"smoke|sanity check|\bcrash(?:es|ed|ing)?\b|segfault|\bno[- ]?op\b|does nothing",
            rf"(?:n't|nt|not|never|no|without|cannot)\s+(?:{_FILLER}\s+){{0,3}}{_FAILURE}\b|\bno{_FAILURE}\b",
            rf"\b(?:error|exception|crash)[- ]?free|\bnothing (?:\w+ )?(?:happens|{_FAILURE}\b)",
            r"\bno\b[^.;]{0,60}\b(?:raised|thrown)\b",
            r"\b(?:exceptions?|errors?|tracebacks?) (?:is|are|was|were|should|must|may|can|will)(?: not|n't| never)\b",
            r"\b(?:would|used to|previously|formerly|could|might)\b[^.;]{0,40}"
            r"\b(?:fail|raise|crash|explode|error|block|hang|deadlock|cause|loop|recurse|segfault|traceback)",
            r"\b(?:this|it|which|that) (?:will |would )?(?:fail|raise|throw|crash|explode|break)(?:s|ed)?\b",
            rf"{_WORKS}|should (?:just |still |simply )?pass\b",
            r"\bno (?:further |more |explicit )?assert(?:ion)?s? (?:(?:is|are) )?(?:required?|needed|necessary)\b",
            r"\b(?:this|the|a|our) test (?:has |will |then )*(?:pass|succeed)(?:es|ed|s)?\b",
            r"\b(?:nothing|not much|little|hard) (?:\w+ )?to (?:assert|check|test)\b",
            # of a call that checks by itself
            r"\b\w+ asserts that\b",
        )
    ),
    re.IGNORECASE,
)
# Said of an object in words, it is all there is to show; as a name it is a name like any other.
_POSSIBLE = regex(
    r"\bcan (?:still |also |now )?be (?:instantiated|constructed|(?:un)?pickled|hashed|created (?:without|even)\b)|"
    r"\bcan (?:an? |the )?(?:instance of )?(?:an? |the )?\w+ be (?:constructed|created|instantiated)\b|"
    r"\b(?:is|are) hashable\b|\binstantiation works\b",
    re.IGNORECASE,
)
_GAP = 2
_STANDSTILL = regex(
    r"\b(?:dead[- ]?lock|hang)(?:s|ed|ing)?\b|\bblock(?:ed|ing)\b|"
    r"(?:\b(?:not|never|can|could|may|might|will|would|to)|n't) block\b",
    re.IGNORECASE,
)


def is_skipped(test: Test) -> bool:
    """Whether a test is skipped or expected to fail, always or under a condition, by mark, decorator or call."""
    return test.fact(_is_skipped)


def _is_skipped(test: Test) -> bool:
    if any(mark.name in _SKIP_MARKS for mark in test.marks):
        return True
    lines = [
        (home, item) for home, node in (test.cls.lineage.classes if test.cls else ()) for item in node.decorator_list
    ]
    for module, item in (*((test.module, item) for item in test.node.decorator_list), *lines):
        target = item.func if isinstance(item, ast.Call) else item
        word = (last_name(target) or "").lower()
        if word.startswith(("skip", "xfail", "expectedfail", "expected_fail")) or module.resolve(target) in _SKIPPERS:
            return True
    return skips_inside(test) or _is_skipped_by_set_up(test) or test.module.fact(_skips_whole)


def _skips_whole(module: Module) -> bool:
    """Whether a file skips all that is in it, without a condition: `pytest.skip("...", allow_module_level=True)`."""
    return any(_skips(module, statement) for statement in module.tree.body)


def _is_skipped_by_set_up(test: Test) -> bool:
    """Whether a set-up of the test's class skips every test, without a condition."""
    for home, node in test.cls.lineage.classes if test.cls else ():
        for function in home.scope_by_node[node].statements_of_functions():
            if function.name in SET_UPS and any(_skips(home, item) for item in function.body):
                return True
    return False


def _skips(module: Module, statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Raise):
        return called_name(statement.exc) in ("SkipTest", "Skipped")
    call = statement.value if isinstance(statement, ast.Expr) else None
    if not isinstance(call, ast.Call):
        return False
    return last_name(call.func) == "skipTest" or module.resolve(call.func) == "pytest.skip"


def skips_inside(test: Test) -> bool:
    """Whether the body itself skips or expects failure, on any path."""
    for call in test.scope.calls:
        word = last_name(call.func)
        if word == "skipTest":
            return True
        if word in ("skip", "xfail", "importorskip") and test.module.resolve(call.func, test.scope) in _SKIPPERS:
            return True
    return any(
        called_name(node.exc) in ("SkipTest", "Skipped")
        for node in test.scope.statements.get(ast.Raise, ())
    )


def is_smoke_test(test: Test) -> bool:
    """Whether the name, the docstring or a comment says that a test only must run: smoke, does not raise."""
    return test.fact(_is_smoke_test)


def _is_smoke_test(test: Test) -> bool:
    # `test_order_should_succeed` is a name like any other.
    words = [re.sub(_WORKS, "", spaced(test.name)), test.docstring or ""]
    if test.cls is not None:
        words.extend((spaced(test.cls.name), ast.get_docstring(test.cls.node) or ""))
    if any(mark.name == "smoke" for mark in test.marks) or any(_SMOKE.search(text) for text in words):
        return True
    if "smoke" in test.module.path.lower() or _POSSIBLE.search(test.docstring or ""):
        return True
    if any(_STANDSTILL.search(text) for text in words[:2]) and test.marked("timeout") is not None:
        return True
    return remarks_smoke(test.module, test.node)


def says_smoke(name: str) -> bool:
    """Whether a name says that something only must run."""
    return _SMOKE.search(spaced(name)) is not None


def remarks_smoke(module: Module, node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a comment on or in a function says that it only must run."""
    return any(_SMOKE.search(text) or _POSSIBLE.search(text) for text in said(module, node))


def spaced(name: str) -> str:
    """The words of a name: `test_is_equal` and `testIsEqual` with blanks between them."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ")


def _is_inside(line: str, indent: int) -> bool:
    """Whether a line behind the last statement is a comment that still belongs to the body."""
    text = line.lstrip()
    return not text or (text.startswith("#") and len(line) - len(text) > indent)


def said(module: Module, node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    """The comments on and in a function, as one text; nothing where there is none."""
    first = min((item.lineno for item in node.decorator_list), default=node.lineno)
    last = node.end_lineno or first
    lines = module.source.lines
    if node.col_offset == 0:
        # two blank lines between a remark and its function are what formatters leave
        above = first
        while above > 1 and first - above < _GAP and not lines[above - 2].strip():
            above -= 1
        first = above if above > 1 and lines[above - 2].startswith("#") else first
    while first > 1 and lines[first - 2].lstrip().startswith("#"):
        first -= 1
    while last < len(lines) and _is_inside(lines[last], node.col_offset):
        last += 1
    # a remark may run over several lines; a hash sign inside a string does no harm here
    remarks = (without_markers(line[line.index("#") :]) for line in lines[first - 1 : last] if "#" in line)
    found = [text.strip("# \t\r\n") for text in remarks]
    return [" ".join(found)] if found else []
