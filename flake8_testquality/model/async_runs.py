"""Who runs an async test: unittest's own classes, a pytest plugin by mark or mode, or nobody."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.decorators import all_neutral, is_wrapped_below
from flake8_testquality.model.fixtures import candidates, closure
from flake8_testquality.model.marks import mark_of
from flake8_testquality.model.plugin_modules import loaded_plugins
from flake8_testquality.model.references import defines_hook
from flake8_testquality.model.scopes import descend

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# marks of pytest-asyncio, anyio, pytest-trio, pytest-asyncio-cooperative, pytest-tornado and their like
ASYNC_MARKS = frozenset(
    "asyncio anyio trio asyncio_cooperative gen_test tornado twisted inlineCallbacks async_test".split()
)
# plugins that run async tests without a mark
_UNASKED = frozenset(
    ["pytest-aiohttp", "pytest-tornasync", "pytest-sanic", "alt-pytest-asyncio", "pytest-async", "pytest-twisted"]
)
# fixtures that such plugins give: who asks for one has the plugin. Source: their documentation
_OF_UNASKED = frozenset({"aiohttp_client", "aiohttp_server", "aiohttp_raw_server", "http_server_client", "loop"})
_RUNNING = ("pytest_pyfunc_call", "pytest_pycollect_makeitem", "pytest_runtest_call", "pytest_runtest_protocol")
# what a TestCase may override to run its coroutines itself
_OWN_RUNNERS = ("run", "__call__", "_callTestMethod", "__getattribute__", "__init__", "__init_subclass__", "debug")


def is_left_unawaited(test: Test) -> bool:
    """Whether a plain unittest.TestCase, all of whose bases are known, gets a coroutine for a test and drops it."""
    cls = test.cls
    if cls is None or not test.is_async or test.node.decorator_list:
        return False
    line = cls.lineage
    if line.case_family != "unittest" or not line.is_resolved:
        return False
    if any(line.attribute(name) is not None for name in _OWN_RUNNERS) or is_wrapped_below(test.module, test.node):
        return False
    return all(all_neutral(home, node, patches=True) for home, node in line.classes)


def is_run_by_nobody(test: Test) -> bool:
    """Whether no plugin takes an async pytest test: no mark in sight, no auto mode, no hook, no unknown decorator."""
    if not test.is_async or test.runner != "pytest" or test.marked(*ASYNC_MARKS):
        return False
    module = test.module
    if module.fact(_runs_unasked) or not all_neutral(module, test.node, patches=True):
        return False
    if test.cls is not None:
        line = test.cls.lineage
        if not line.is_resolved or not all(all_neutral(home, node, patches=True) for home, node in line.classes):
            return False
    if not _marks_are_known(module, test) or _has_marked_case(test):
        return False
    if "anyio_backend" in test.arguments:
        return False
    names = {*test.fixture_names, *(name for fixture in closure(test) for name in (fixture.name, *fixture.requests))}
    if any(next(candidates(module, name, test.cls), None) is None for name in names & _OF_UNASKED):
        return False
    return "anyio_backend" not in names and next(candidates(module, "anyio_backend", test.cls), None) is None


def _runs_unasked(module: Module) -> bool:
    """Whether async tests of a file may run without a mark: by mode, by plugin, by hook; or nothing is known."""
    project = module.project
    config = project.config
    if not config.in_sight or config.broken or project.declares_pytest_plugin:
        return True
    if "auto" in (config.asyncio_mode, config.anyio_mode) or config.trio_mode:
        return True
    if _UNASKED & project.dependencies or any("async" in name or "trio" in name for name in config.plugins):
        return True
    # a plugin out of sight may run them
    return not module.fact(loaded_plugins)[1] or defines_hook(module, _RUNNING) or _adds_marks(module)


def _adds_marks(module: Module) -> bool:
    """Whether a conftest hook goes over the collected items and mentions an async mark."""
    for conftest in module.conftests:
        hooks = ("pytest_collection_modifyitems", "pytest_itemcollected", "pytest_generate_tests")
        has_hook = any(hook in conftest.bindings(conftest.scope) for hook in hooks)
        if has_hook and any(mark in conftest.source.text for mark in ("asyncio", "anyio", "trio")):
            return True
    return False


def _has_marked_case(test: Test) -> bool:
    """Whether a case of the test's own table carries an async mark: `pytest.param(1, marks=pytest.mark.asyncio)`."""
    if not test.module.says("marks"):
        return False
    tables = (mark.node for mark in test.marks if mark.name == "parametrize")
    return any(getattr(part, "attr", None) in ASYNC_MARKS for table in tables for part in descend(table))


def _marks_are_known(module: Module, test: Test) -> bool:
    """Whether every `pytestmark` in reach is a mark or a list of marks."""
    homes: list[tuple[Module, Any]] = [(module, module.scope)]
    if test.cls is not None:
        homes.extend((home, home.scope_by_node[node]) for home, node in test.cls.lineage.classes)
    for home, scope in homes:
        for binding in home.bindings(scope).get("pytestmark", ()):
            value = binding.value
            items = value.elts if isinstance(value, ast.List | ast.Tuple) else [value]
            if not all(item is not None and mark_of(home, item, "module", scope) for item in items):
                return False
        if home.bindings(scope).get("pytestmark") and "pytestmark." in home.source.text:
            return False
    return True
