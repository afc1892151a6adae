"""The database in tests: model managers, rows made and changed, who asks for access."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.factories import factories, factory_for, is_user_model
from flake8_testquality.model.fixture_graph import reach
from flake8_testquality.model.names import dotted_text, last_name, root_name
from flake8_testquality.model.plugin_fixtures import DATABASE, KNOWN_SCOPES
from flake8_testquality.model.words import words

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

CREATING = frozenset(["create", "create_user", "create_superuser", "acreate", "acreate_user", "acreate_superuser"])
# A manager's methods that run a query at once; the others only describe one.
_QUERYING = CREATING | frozenset(
    [
        "get", "get_or_create", "update_or_create", "bulk_create", "bulk_update", "count", "exists", "first",
        "last", "earliest", "latest", "aggregate", "in_bulk", "delete", "update", "aget", "aget_or_create",
        "acount", "aexists", "afirst", "alast", "adelete", "aupdate",
    ]
)
# These describe a query, which runs once something reads its rows.
_DESCRIBING = frozenset(
    [
        "all", "filter", "exclude", "order_by", "values", "values_list", "distinct", "annotate", "reverse", "only",
        "select_related", "prefetch_related",
    ]
)
_READERS = frozenset({"list", "len", "set", "sorted", "tuple", "bool"})
_ASKING = _QUERYING | _DESCRIBING | _READERS
_OF_DATABASE = frozenset({"DoesNotExist", "ObjectDoesNotExist", "MultipleObjectsReturned", "IntegrityError"})
_HOOKS = frozenset(["setUp", "setUpTestData", "setUpClass", "asyncSetUp", "setup_method", "setup_class"])
_MANAGERS = frozenset({"manager", "managers", "queryset", "querysets", "objects"})
_SCHEMA = frozenset({"create_all", "drop_all"})
_UPGRADES = frozenset(
    ["alembic.command.upgrade", "alembic.command.downgrade", "flask_migrate.upgrade", "flask_migrate.downgrade"]
)


@attrs.frozen(eq=False, repr=False)
class ManagerCall:
    """A call on `Model.objects`: the model's expression, the method that ends the chain."""

    node: ast.Call
    model: ast.expr
    method: str
    scope: Scope


def manager_calls(module: Module) -> list[ManagerCall]:
    """The calls of a file on a manager that run a query at once, `Model.objects.filter(...).count()` too; a fact."""
    if not module.says(".objects"):
        return []
    found = []
    by_word = module.calls.by_word
    for scope, call in (placed for word in _ASKING for placed in by_word.get(word, ())):
        query = _read_by(call)
        method = query.func.attr if query is not None and isinstance(query.func, ast.Attribute) else ""
        is_asked = query is call and method in _QUERYING
        if query is None or not (is_asked or method in _DESCRIBING):
            continue
        model = _model_of(query)
        if model is not None and (is_asked or query is not call or _is_read(module, call)):
            found.append(ManagerCall(call, model, method, scope))
    found.sort(key=lambda call: (call.node.lineno, call.node.col_offset))
    return found


def _read_by(call: ast.Call) -> ast.Call | None:
    """The call that a built-in like `list` reads the rows of; any other call itself."""
    if isinstance(call.func, ast.Name) and call.func.id in _READERS and len(call.args) == 1:
        return call.args[0] if isinstance(call.args[0], ast.Call) else None
    return call


def _is_read(module: Module, query: ast.Call) -> bool:
    """Whether a query runs where it is described: a loop, an index, a membership or its truth reads the rows."""
    below: ast.AST = query
    above = module.parent(query)
    while isinstance(above, ast.BoolOp) or (isinstance(above, ast.UnaryOp) and isinstance(above.op, ast.Not)):
        below, above = above, module.parent(above)
    if isinstance(above, ast.Compare):
        return below in above.comparators and any(isinstance(item, ast.In | ast.NotIn) for item in above.ops)
    if isinstance(above, ast.Subscript):
        # a slice only describes another query
        return above.value is below and not isinstance(above.slice, ast.Slice)
    if isinstance(above, ast.For | ast.AsyncFor | ast.comprehension):
        return above.iter is below
    return isinstance(above, ast.Assert | ast.If | ast.While) and above.test is below


def _model_of(call: ast.Call) -> ast.expr | None:
    node: Any = call.func
    while isinstance(node, ast.Attribute | ast.Call):
        if isinstance(node, ast.Attribute) and node.attr == "objects":
            if isinstance(node.value, ast.Call):
                return node.value if last_name(node.value.func) == "get_user_model" else None
            name = last_name(node.value)
            is_class = name is not None and name[:1].isupper() and (len(name) == 1 or not name.isupper())
            return node.value if is_class and dotted_text(node.value) is not None else None
        node = node.func if isinstance(node, ast.Call) else node.value
    return None


def raw_creations(module: Module) -> Iterator[tuple[ManagerCall, str]]:
    """(call, factory) for each row that a test, fixture or set-up makes by hand although a factory makes such rows."""
    calls = [call for call in module.fact(manager_calls) if call.method in CREATING]
    if not calls or not module.fact(factories):
        return
    for call in calls:
        if not _is_set_up(module, call) or _is_expected_to_fail(module, call.node):
            continue
        factory = factory_for(module, call.model, call.scope)
        if factory is not None:
            yield call, factory.name


def _is_set_up(module: Module, call: ManagerCall) -> bool:
    """Whether a call stands in a test, a fixture or a set-up, and the manager itself is not what is tested."""
    test = module.test_around(call.scope)
    if test is not None:
        file = module.path.replace("\\", "/").rpartition("/")[2].removesuffix(".py")
        said = {*words(test.qualified_name), *words(file)}
        return _MANAGERS.isdisjoint(said) and call.method not in test.name
    if module.fixture_around(call.scope) is not None:
        return True
    return any(scope.is_function and scope.node.name in _HOOKS for scope in call.scope.chain())  # type: ignore[union-attr]


def _is_expected_to_fail(module: Module, node: ast.AST) -> bool:
    statement = module.statement_of(node)
    return any(
        isinstance(outer, ast.With | ast.AsyncWith)
        and any("raises" in (last_name(getattr(item.context_expr, "func", None)) or "").lower() for item in outer.items)
        for outer in (statement, *module.enclosing(statement))
    )


def schema_changes(module: Module) -> Iterator[tuple[ast.AST, str]]:
    """(node, what) for each create_all, drop_all or migration in a fixture that runs for every test."""
    text = module.source.text
    if not any(word in text for word in ("_all", "migrate", "alembic")):
        return
    for fixture in module.fixtures:
        if fixture.scope != "function":
            continue
        for scope in fixture.body_scope.within():
            for call in scope.calls:
                name = last_name(call.func) or ""
                if name in _SCHEMA:
                    yield call, name
                elif any(last_name(item) in _SCHEMA and isinstance(item, ast.Attribute) for item in call.args):
                    yield call, next(last_name(item) or "" for item in call.args if last_name(item) in _SCHEMA)
                elif _migrates(module, call, scope):
                    yield call, "migrate"
                elif (upgrade := module.resolve(call.func, scope)) in _UPGRADES:
                    yield call, f"{upgrade.partition('.')[0]} {name}"
                elif name == "migrate" and isinstance(call.func, ast.Attribute):
                    yield call, "migrate"


def _migrates(module: Module, call: ast.Call, scope: Scope) -> bool:
    if not call.args or getattr(call.args[0], "value", None) != "migrate":
        return False
    return last_name(call.func) == "call_command" or (module.resolve(call.func, scope) or "").endswith(".call_command")


def uses_pytest_django(module: Module) -> bool:
    """Whether pytest-django runs the project's tests, as far as can be seen; a fact."""
    project = module.project
    return bool(project.config.django_settings_module) or "pytest-django" in project.dependencies


def query_without_access(test: Test) -> ManagerCall | None:
    """The first query of a test that nothing in sight lets near the database; None where all is well."""
    module = test.module
    calls = module.fact(manager_calls)
    if not calls or test.runner == "unittest" or not module.fact(uses_pytest_django):
        return None
    scopes = {scope for scope in test.scopes if scope is test.scope}
    call = next((call for call in calls if call.scope in scopes and not _expects_refusal(module, call.node)), None)
    if call is None or _is_stand_in(module, call) or test.marked("django_db") is not None:
        return None
    reached = test.fact(reach)
    if not DATABASE.isdisjoint(reached.names) or "django_db_blocker" in reached.names or "" in reached.names:
        return None
    if not reached.unknown <= KNOWN_SCOPES.keys() - DATABASE:
        return None
    if any(name is None for name in test.decorator_names) or test.patched_arguments:
        return None
    # the mark may stand on single cases
    if any("django_db" in module.text(item, 10_000) for item in test.node.decorator_list):
        return None
    if any(item.scope in scopes or item.node in test.node.decorator_list for item in module.patches):
        return None
    if any("django_db" in fixture_text for fixture_text in _marking_hooks(module)):
        return None
    return call


def _expects_refusal(module: Module, node: ast.AST) -> bool:
    """Whether a query stands in a block that may expect pytest-django's refusal, which is a RuntimeError."""
    if not _is_expected_to_fail(module, node):
        return False
    statement = module.statement_of(node)
    items = [item for outer in (statement, *module.enclosing(statement)) for item in getattr(outer, "items", ())]
    calls = [item.context_expr for item in items if isinstance(item.context_expr, ast.Call)]
    return not any(call.args and last_name(call.args[0]) in _OF_DATABASE for call in calls)


def _marking_hooks(module: Module) -> Iterator[str]:
    for home in module.conftests:
        if "pytest_collection_modifyitems" in home.source.text or "pytest_itemcollected" in home.source.text:
            yield home.source.text


def _is_stand_in(module: Module, call: ManagerCall) -> bool:
    """Whether a model is no import at all: a local class, a mock, an argument."""
    root = root_name(call.model)
    return root is None or (root not in module.names.imported and not is_user_model(module, root, call.scope))
