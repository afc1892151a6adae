"""Registered marks: which marks the project, its plugins and pytest know, and which were meant by a misspelled one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model import config_files
from flake8_testquality.model.applied_marks import marks_in
from flake8_testquality.model.calls import argument
from flake8_testquality.model.config_files import Broken
from flake8_testquality.model.marks import Mark, mark_of
from flake8_testquality.model.names import last_name
from flake8_testquality.model.plugin_modules import loaded_plugins

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.pytest_config import PytestConfig
    from flake8_testquality.model.scopes import Scope

BUILT_IN = frozenset(["skip", "skipif", "xfail", "parametrize", "usefixtures", "filterwarnings", "tryfirst", "trylast"])
# Source: the `markers` of each plugin's own configuration hook.
PLUGINS = frozenset(
    [
        "asyncio", "anyio", "trio", "twisted", "gen_test", "inlineCallbacks", "asyncio_cooperative", "curio",
        "tornado", "django_db", "urls", "ignore_template_errors", "timeout", "flaky", "forked", "xdist_group",
        "parallel_threads", "iterations", "thread_unsafe", "repeat", "rerun", "benchmark", "limit_memory",
        "limit_leaks", "memray", "order", "run", "dependency", "depends", "first", "last", "second",
        "second_to_last", "random_order", "no_cover", "vcr", "block_network", "default_cassette", "recorder",
        "freeze_time", "time_machine", "allow_hosts", "enable_socket", "disable_socket", "httpx_mock", "respx",
        "responses", "httpserver", "celery", "hypothesis", "mpl_image_compare", "array_compare", "remote_data",
        "internet_off", "openfiles_ignore", "doctestplus", "skip_doctest", "qt_log_level_fail", "qt_log_ignore",
        "qt_no_exception_capture", "no_qt_log", "qt_api", "skip_browser", "only_browser", "only_platform",
        "skip_platform", "browser_context_args", "browser_type_launch_args", "nondestructive", "sensitive_url",
        "capabilities", "firefox_arguments", "datafiles", "sphinx", "test_params", "apidoc", "sphinx_test",
        "script_launch_mode", "snapshot", "syrupy", "inline_snapshot", "allure_label", "allure_link",
        "allure_description", "allure_description_html", "allure_display_name", "flake8", "mypy", "pylint",
        "black", "isort", "ruff", "pycodestyle", "pydocstyle", "pyright", "gherkin", "scenario", "given", "when",
        "then", "tavern", "alembic", "postgresql", "mysql", "redisdb", "elasticsearch", "mongodb",
        "docker_compose", "es", "kubernetes", "testcontainers", "jobs", "subtests", "assume", "check", "testrail",
        "qase_id", "xray", "testmon", "manual", "rpa", "odoo", "ert", "homeassistant", "nb_exec", "notebook",
        "regtest", "config", "options", "server_config", "cache_config", "live_server", "oot_covers",
        "relevant_models",
    ]
)
_ADDING = frozenset({"add_marker", "applymarker"})
_SLIPS = {
    "parameterize": "parametrize", "parametrise": "parametrize", "parameterise": "parametrize",
    "parameterized": "parametrize", "parametrized": "parametrize",
    "usesfixture": "usefixtures", "filterwarning": "filterwarnings",
}  # fmt: skip
# `skip` is too short for a neighbour to be certain: these are no words.
_NEAR_SKIP = frozenset({"skp", "sikp", "skpi", "skipp", "sskip", "skkip", "skiip", "ksip", "skips", "skipped"})
_NOT_XFAIL = frozenset({"fail", "tfail", "efail"})


def used(module: Module) -> list[Mark]:
    """Every mark that a file writes, where it is written: on tests, classes and cases, in pytestmark, as an alias."""
    if "mark" not in module.source.text:
        return []
    found: dict[ast.AST, Mark] = {}
    for mark in marks_in(module):
        target = mark.node.func if isinstance(mark.node, ast.Call) else mark.node
        if isinstance(target, ast.Attribute):
            found.setdefault(mark.node, mark)
    for node, scope in _put_by_hand(module):
        mark_here = mark_of(module, node, "function", scope) if isinstance(node, ast.Attribute | ast.Call) else None
        if mark_here is not None:
            found.setdefault(mark_here.node, mark_here)
    return list(found.values())


def _put_by_hand(module: Module) -> Iterator[tuple[ast.expr | None, Scope]]:
    """What a file binds to names, alone or in lists, and what it adds to an item or a request while the tests run."""
    for places in module.bindings(module.scope).values():
        for place in places:
            if place.kind == "assignment":
                items = place.value.elts if isinstance(place.value, ast.List | ast.Tuple) else [place.value]
                yield from ((item, module.scope) for item in items)
    for scope, calls in module.calls.among(_ADDING).items():
        yield from ((argument(call, 0, "marker"), scope) for call in calls)


def registered(module: Module) -> frozenset[str] | None:
    """The marks that the configuration and the conftest files register; None where that cannot be told; a fact."""
    found = set(module.project.config.markers)
    plugins, are_all = module.fact(loaded_plugins)
    if not are_all:
        return None
    homes = [module, *module.conftests, *plugins]
    for home in homes:
        given = home.fact(_registered_here)
        if given is None:
            return None
        found |= given
    return None if module.project.declares_pytest_plugin else frozenset(found)


def _registered_here(module: Module) -> frozenset[str] | None:
    if not module.says("addinivalue_line"):
        return frozenset()
    found = set()
    for scope in module.scopes:
        for call in scope.calls:
            if last_name(call.func) != "addinivalue_line":
                continue
            name, line = argument(call, 0, "name"), argument(call, 1, "line")
            if isinstance(name, ast.Constant) and name.value != "markers":
                continue
            if not (isinstance(line, ast.Constant) and isinstance(line.value, str)):
                word = _first_text(line)
                if word is None:
                    return None
                found.add(word)
                continue
            found.add(re.split(r"[:(]", line.value)[0].strip())
    return frozenset(found)


def _first_text(node: ast.expr | None) -> str | None:
    """The mark's name at the head of a text that is put together, where it stands there in full."""
    while isinstance(node, ast.BinOp):
        node = node.left
    if isinstance(node, ast.JoinedStr) and node.values:
        node = node.values[0]
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.match(r"\s*\w+\s*[:(]", node.value):
        return re.split(r"[:(]", node.value)[0].strip()
    return None


def unregistered(module: Module) -> Iterator[Mark]:
    """The marks that nobody registers, as far as the configuration is in sight; misspelled built-in ones left out."""
    config = module.project.config
    if not config.in_sight or config.broken:
        return
    marks = [mark for mark in used(module) if mark.name not in BUILT_IN | PLUGINS | config.markers]
    if not marks:
        return
    known = module.fact(registered)
    if known is None:
        return
    packages = [name for name in module.project.dependencies if name.startswith("pytest-") or name.endswith("-pytest")]
    for mark in marks:
        plain = mark.name.replace("_", "-")
        is_theirs = any(plain in name or name in f"pytest-{plain}" for name in packages)
        if mark.name not in known and not meant(mark.name) and not is_theirs:
            yield mark


def is_under_another_heading(config: PytestConfig) -> bool:
    """Whether pytest's own INI file has sections, but not the one that pytest reads there: `[tool:pytest]` is not."""
    if config.file is None or not config.file.endswith("pytest.ini"):
        return False
    document = config_files.read(config.file)
    return not isinstance(document, Broken) and bool(document) and "pytest" not in document


def misspelled(module: Module) -> Iterator[tuple[Mark, str]]:
    """(mark, the built-in one that was meant) for each mark that is one slip away from it and that nobody registers."""
    for mark in used(module):
        right = meant(mark.name)
        if right is None or mark.name in module.project.config.markers:
            continue
        known = module.fact(registered)
        if (known is not None and mark.name in known) or _is_read(module, mark.name):
            continue
        if known is None and any("addinivalue_line" in home.source.text for home in module.conftests):
            continue
        yield mark, right


def _is_read(module: Module, name: str) -> bool:
    """Whether a conftest or the file itself asks for a mark of this name, so that it has a meaning of its own."""
    quoted = (f'"{name}"', f"'{name}'")
    return any(text in home.source.text for home in (module, *module.conftests) for text in quoted)


def meant(name: str) -> str | None:
    """The built-in mark that a name is one slip away from: a letter more, less or other, two swapped, case."""
    if name in BUILT_IN or name in PLUGINS:
        return None
    plain = name.replace("_", "").lower()
    if plain in BUILT_IN:
        return plain if plain != name else None
    if plain in _SLIPS:
        return _SLIPS[plain]
    if plain in _NEAR_SKIP:
        return "skip"
    for right in ("parametrize", "usefixtures", "filterwarnings", "skipif", "xfail", "parameterize", "parametrise"):
        if plain not in _NOT_XFAIL and abs(len(plain) - len(right)) <= 1 and is_one_slip(plain, right):
            return _SLIPS.get(right, right)
    return None


def is_one_slip(left: str, right: str) -> bool:
    """Whether one insertion, deletion, replacement or swap of neighbours leads from one word to the other."""
    if left == right:
        return False
    head = 0
    while head < min(len(left), len(right)) and left[head] == right[head]:
        head += 1
    a, b = left[head:], right[head:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (len(a) > 1 and a[1::-1] + a[2:] == b)
