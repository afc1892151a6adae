"""Changes: what code sets that outlives it: the environment, the interpreter, settings, other people's names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from flake8_testquality.model.calls import argument
from flake8_testquality.model.containers import MUTATORS, bare
from flake8_testquality.model.names import last_name
from flake8_testquality.model.scopes import Scope
from flake8_testquality.model.settings_objects import is_settings_object, says_settings
from flake8_testquality.model.targets import by_root

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

Kind: TypeAlias = Literal["environment", "directory", "import state", "settings", "process", "warnings", "attribute"]
ENVIRONMENT, DIRECTORY, FILTERS, ROOT_LOGGER = "os.environ", "os.chdir", "warnings.filters", "logging.root"
IMPORT_STATE = frozenset(["sys.path", "sys.modules", "sys.argv", "sys.stdout", "sys.stderr", "sys.stdin"])
# What is called -> what it changes. Sources: the modules' documentation.
_CALLS: dict[str, tuple[Kind, str]] = {
    "os.putenv": ("environment", ENVIRONMENT),
    "os.unsetenv": ("environment", ENVIRONMENT),
    "os.chdir": ("directory", DIRECTORY),
    "os.fchdir": ("directory", DIRECTORY),
    "logging.disable": ("process", "logging.disable"),
    "logging.basicConfig": ("process", ROOT_LOGGER),
    "warnings.simplefilter": ("warnings", FILTERS),
    "warnings.filterwarnings": ("warnings", FILTERS),
    "warnings.resetwarnings": ("warnings", FILTERS),
    "locale.setlocale": ("process", "locale.setlocale"),
    "locale.resetlocale": ("process", "locale.setlocale"),
    "socket.setdefaulttimeout": ("process", "socket.setdefaulttimeout"),
    "signal.signal": ("process", "signal.signal"),
    "faulthandler.enable": ("process", "faulthandler"),
    "faulthandler.disable": ("process", "faulthandler"),
    "faulthandler.register": ("process", "faulthandler"),
    "faulthandler.unregister": ("process", "faulthandler"),
    "multiprocessing.set_start_method": ("process", "multiprocessing.set_start_method"),
    "decimal.setcontext": ("process", "decimal.getcontext"),
}
_CONTAINERS = frozenset({ENVIRONMENT, "sys.path", "sys.modules", "sys.argv", "os.environb"})
_GETTERS = {
    "locale.setlocale": "locale.getlocale",
    "signal.signal": "signal.getsignal",
    "socket.setdefaulttimeout": "socket.getdefaulttimeout",
}
_SETTERS = ("builtins.setattr", "builtins.delattr")
_KNOWN_CALLS = frozenset((*_CALLS, *_SETTERS)) | {
    f"{thing}.{method}" for thing in _CONTAINERS for method in (*MUTATORS, "__setitem__", "__delitem__")
}
_CALL_WORDS = {name.rpartition(".")[2] for name in _KNOWN_CALLS} | {"from_object", "from_mapping", "from_pyfile"}
_KEYED = frozenset(["pop", "setdefault", "__setitem__", "__delitem__", "putenv", "unsetenv"])


@attrs.frozen(eq=False, repr=False)
class Change:
    """One place that changes shared state.

    `thing` is the canonical dotted name of what is changed, `keys` the literal entries of it (None: all, or unknown),
    `node` the target or call, `value` what an attribute is given, `called` the canonical name of a function that does
    it; `deletes` says that it takes away, `resets` that it puts the process back to what it starts with.
    """

    kind: Kind
    thing: str
    keys: frozenset[str] | None
    node: Any
    scope: Scope
    value: ast.expr | None = None
    called: str = ""
    deletes: bool = False
    resets: bool = False

    def meets(self, thing: str, keys: frozenset[str] | None) -> bool:
        """Whether setting `keys` of `thing` reaches what this changes."""
        same = self.thing == thing or self.thing.startswith(f"{thing}.") or thing.startswith(f"{self.thing}.")
        return same and (keys is None or self.keys is None or not keys.isdisjoint(self.keys))


def changes(module: Module) -> list[Change]:
    """Every change of shared state that a file's statements and calls make, wherever they stand, in source order."""
    return module.fact(_changes)


def _changes(module: Module) -> list[Change]:
    found = [
        change
        for root, placed in by_root(module).items()
        if _is_foreign(module, root)
        for scope, statement, target in placed
        for change in of_target(module, statement, target, scope)
    ]
    for call in module.calls.ending(_CALL_WORDS):
        if call.name in _KNOWN_CALLS or _says_mutated_settings(call.name):
            found.extend(of_call(module, call.node, call.name, call.scope))
    found.sort(key=lambda change: (change.node.lineno, change.node.col_offset))
    return found


def _is_foreign(module: Module, root: str) -> bool:
    """Whether a name may stand for something imported: by an import, or as a local name for an attribute."""
    return root in module.names.imported or root in module.fact(_short_names)


def _short_names(module: Module) -> set[str]:
    return {
        target.id
        for scope in module.scopes
        for node in scope.statements.get(ast.Assign, ())
        if node.value.__class__ is ast.Attribute or _asks_for_context(node.value)
        for target in node.targets
        if target.__class__ is ast.Name
    }


def _asks_for_context(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and last_name(node.func) == "getcontext"


def _says_mutated_settings(name: str) -> bool:
    return ("settings" in name or ".config." in name) and _mutated(name)


def of_target(module: Module, statement: Any, target: ast.expr, scope: Scope) -> Iterator[Change]:
    """What an assignment to a target, or its deletion, changes; nothing for what is nobody else's."""
    if target.__class__ is ast.Name:
        return
    held = bare(target)
    thing = None
    if isinstance(held, ast.Attribute) and isinstance(held.value, ast.Call | ast.Name):
        thing = called_thing(module, held, scope)
    if thing is None and not (isinstance(held, ast.Attribute) and isinstance(held.value, ast.Call)):
        thing = module.resolve(held, scope)
    if thing is None or (
        thing.startswith("builtins.") and "." not in thing[9:] and not _names_builtins(module, held, scope)
    ):
        return
    keys = _key(target.slice) if isinstance(target, ast.Subscript) and target.value is held else None
    if thing == "sys.path":
        keys = None
    value = getattr(statement, "value", None) if isinstance(statement, ast.Assign | ast.AnnAssign) else None
    if isinstance(statement, ast.Assign) and not any(target is item for item in statement.targets):
        value = _paired(statement, target)
    kind = kind_of(thing)
    if kind == "attribute" and held is target and is_settings_object(module, thing.rpartition(".")[0]):
        kind = "settings"
    if kind != "attribute" or held is target:
        yield Change(kind, thing, keys, target, scope, value, deletes=isinstance(statement, ast.Delete))


def _paired(statement: ast.Assign, target: ast.expr) -> ast.expr | None:
    """What a target among several gets, where the values are written out: `a.x, b.x = 1, 2`."""
    values = statement.value.elts if isinstance(statement.value, ast.Tuple | ast.List) else []
    for many in statement.targets:
        if isinstance(many, ast.Tuple | ast.List) and len(many.elts) == len(values):
            for item, value in zip(many.elts, values, strict=True):
                if item is target and not isinstance(value, ast.Starred):
                    return value
    return None


def called_thing(module: Module, held: ast.Attribute, scope: Scope) -> str | None:
    """The name of an attribute of what an imported accessor returns: `decimal.getcontext().prec`."""
    accessor: Any = held.value
    if isinstance(accessor, ast.Name):
        found = module.names.lookup(accessor.id, scope)
        accessor = found[1][0].value if found is not None and len(found[1]) == 1 else None
        if not isinstance(accessor, ast.Call) or not _asks_for_context(accessor):
            return None
    name = module.resolve(accessor.func, scope) or ""
    if name in ("decimal.getcontext",) or name.rpartition(".")[2] == "get_settings":
        return f"{name}.{held.attr}"
    return None


def _names_builtins(module: Module, held: ast.expr, scope: Scope) -> bool:
    return isinstance(held, ast.Attribute) and module.resolve(held.value, scope) == "builtins"


def kind_of(thing: str) -> Kind:
    """Which state a dotted name belongs to."""
    if thing in (ENVIRONMENT, "os.environb"):
        return "environment"
    if thing in IMPORT_STATE:
        return "import state"
    if thing.startswith("decimal.getcontext"):
        return "process"
    if thing == FILTERS:
        return "warnings"
    return "settings" if says_settings(thing) else "attribute"


def of_call(module: Module, call: ast.Call, name: str, scope: Scope) -> Iterator[Change]:
    """What a call of an imported or built-in function changes."""
    if name in _CALLS:
        kind, thing = _CALLS[name]
        keys = _first_keys(call) if name in ("os.putenv", "os.unsetenv") else None
        if name == "signal.signal" and call.args:
            which = module.resolve(call.args[0], scope)
            keys = frozenset({which}) if which else None
        if not _asks_only(call, name):
            resets = _is_reset(module, call, name, scope)
            yield Change(kind, thing, keys, call, scope, called=name, deletes=name == "os.unsetenv", resets=resets)
        return
    if name in _SETTERS:
        given = argument(call, 0, "")
        attribute = argument(call, 1, "")
        owner = module.resolve(given, scope) if given is not None else None
        if owner and isinstance(attribute, ast.Constant) and isinstance(attribute.value, str):
            thing = f"{owner}.{attribute.value}"
            yield Change(
                kind_of(thing),
                thing,
                None,
                call,
                scope,
                argument(call, 2, ""),
                name,
                deletes=name == "builtins.delattr",
            )
        return
    thing, _, method = name.rpartition(".")
    if _mutated(name):
        keys = _first_keys(call) if method in _KEYED else _updated_keys(call) if method == "update" else None
        keys = None if thing == "sys.path" else keys
        taking = method in ("pop", "remove", "clear", "popitem", "__delitem__", "discard")
        yield Change(kind_of(thing), thing, keys, call, scope, called=name, deletes=taking)


def _mutated(name: str) -> bool:
    thing, _, method = name.rpartition(".")
    if method in MUTATORS or method in ("__setitem__", "__delitem__"):
        return thing in _CONTAINERS or says_settings(thing)
    return (
        method in ("from_object", "from_mapping", "from_pyfile") and thing.endswith(".config") and says_settings(thing)
    )


def _is_reset(module: Module, call: ast.Call, name: str, scope: Scope) -> bool:
    """Whether a call puts the process back to what it starts with."""
    if name == "logging.disable":
        given = argument(call, 0, "level")
        return module.resolve(given, scope) == "logging.NOTSET" or (
            isinstance(given, ast.Constant) and given.value == 0
        )
    if name == "socket.setdefaulttimeout":
        given = argument(call, 0, "timeout")
        if isinstance(given, ast.Constant) and given.value is None:
            return True
    return any(isinstance(given, ast.Name) and _is_saved(module, given, name, scope) for given in call.args)


def _is_saved(module: Module, given: ast.Name, setter: str, scope: Scope) -> bool:
    """Whether a name holds what was in force before: the answer of the setter itself, or of its getter."""
    found = module.names.lookup(given.id, scope)
    value = found[1][0].value if found is not None and len(found[1]) == 1 else None
    asked = module.resolve(value.func, found[0]) if found is not None and isinstance(value, ast.Call) else None
    return asked is not None and asked in (setter, _GETTERS.get(setter))


def _asks_only(call: ast.Call, name: str) -> bool:
    given = argument(call, 1, "locale")
    return name == "locale.setlocale" and (given is None or (isinstance(given, ast.Constant) and given.value is None))


def _key(node: ast.expr) -> frozenset[str] | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return frozenset({node.value})
    return None


def _first_keys(call: ast.Call) -> frozenset[str] | None:
    return _key(call.args[0]) if call.args else None


def _updated_keys(call: ast.Call) -> frozenset[str] | None:
    names: list[ast.expr | None] = []
    for given in call.args:
        if not isinstance(given, ast.Dict):
            return None
        names.extend(given.keys)
    found = [item.value for item in names if isinstance(item, ast.Constant) and isinstance(item.value, str)]
    if len(found) != len(names) or any(item.arg is None for item in call.keywords):
        return None
    return frozenset((*found, *(item.arg for item in call.keywords if item.arg)))
