"""Patches: every replacement of an attribute, what is replaced, by what, and who undoes it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from flake8_testquality.cached import cached_property
from flake8_testquality.model.names import canonical, dotted_text
from flake8_testquality.model.patch_tools import Tool, fixture_calls
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from collections.abc import Collection

    from flake8_testquality.model.module import Module

Way: TypeAlias = Literal["decorator", "class decorator", "context", "call"]
# canonical name -> (kind, position of `new`); None where nothing can be injected.
PATCHERS: dict[str, tuple[str, int | None]] = {
    "unittest.mock.patch": ("patch", 1),
    "unittest.mock.patch.object": ("patch.object", 2),
    "unittest.mock.patch.dict": ("patch.dict", None),
    "unittest.mock.patch.multiple": ("patch.multiple", None),
}
# Source: the signature of patch, behind the target.
_OPTIONS = ("new", "spec", "create", "spec_set", "autospec", "new_callable")
# What follows the fixture's name -> kind.
_KINDS = {
    "mocker": {
        **{word: word for word in ("patch", "patch.object", "patch.dict", "patch.multiple", "spy")},
        "patch.context_manager": "patch.object",
    },
    "monkeypatch": {"setattr": "setattr", "delattr": "delattr"},
}


# Whose they are is left open: `mock.patch`, `self.patch`, `monkeypatch.setattr`.
_PATCHING = frozenset({"patch", "object", "setattr", "multiple"})


@attrs.frozen(eq=False, slots=False)
class Patch:
    """A replacement of an attribute.

    `kind` is patch, patch.object, patch.dict, patch.multiple, spy, setattr or delattr; `node` the call; `way` how it is
    applied; `injects` whether it hands its mock to what it decorates (or binds it in a with); `tool` who undoes it.
    """

    node: ast.Call
    kind: str
    way: Way
    scope: Scope
    module: Module
    injects: bool
    tool: Tool = "mock"

    def keyword(self, name: str) -> ast.expr | None:
        """The value of a keyword argument."""
        return next((item.value for item in self.node.keywords if item.arg == name), None)

    def argument(self, position: int, name: str) -> ast.expr | None:
        """The value of an argument given by position or keyword; None if absent or hidden behind a star."""
        before = self.node.args[: position + 1]
        if len(before) > position and not any(isinstance(item, ast.Starred) for item in before):
            return before[position]
        return self.keyword(name)

    def option(self, name: str) -> ast.expr | None:
        """The value of an option of patch or patch.object, by position or keyword; None also where it says nothing."""
        if self.kind not in ("patch", "patch.object"):
            return None
        given = self.argument((1 if self.kind == "patch" else 2) + _OPTIONS.index(name), name)
        is_absent = name != "new" and isinstance(given, ast.Constant) and given.value in (None, False)
        return None if is_absent else given

    @property
    def is_specced(self) -> bool:
        """Whether spec, spec_set or autospec limits what the mock answers to."""
        return any(self.option(name) is not None for name in ("spec", "spec_set", "autospec"))

    @property
    def is_opaque(self) -> bool:
        """Whether arguments hide behind a star."""
        return any(item.arg is None for item in self.node.keywords) or any(
            isinstance(item, ast.Starred) for item in self.node.args
        )

    @property
    def target(self) -> str | None:
        """The literal dotted string that is replaced (of patch.multiple and patch.dict: in which is replaced)."""
        return _string(self.argument(0, "in_dict" if self.kind == "patch.dict" else "target"))

    @property
    def owner(self) -> ast.expr | None:
        """The object whose attribute is replaced, where it is given as an expression."""
        if self.kind not in ("patch.object", "spy", "setattr", "delattr"):
            return None
        first = self.argument(0, "obj" if self.kind == "spy" else "target")
        return None if first is None or _string(first) is not None else first

    @property
    def attribute(self) -> str | None:
        """The literal name of the attribute of `owner` that is replaced."""
        if self.owner is None:
            return None
        return _string(self.argument(1, "attribute" if self.kind == "patch.object" else "name"))

    @cached_property
    def replaced(self) -> str | None:
        """The canonical dotted name of what is replaced, as far as the source tells."""
        if self.kind in ("patch.dict", "patch.multiple"):
            return None
        if self.owner is None:
            return canonical(self.target) if self.target else None
        home = self.module.resolve(self.owner, self.scope) if self.attribute else None
        return f"{home}.{self.attribute}" if home else None

    @property
    def new(self) -> ast.expr | None:
        """The object that takes the place, if one is given (DEFAULT is none)."""
        if self.kind == "setattr":
            return self.argument(1, "name") if self.target is not None else self.argument(2, "value")
        given = self.option("new")
        return None if given is not None and is_default(self.module, given, self.scope) else given

    @property
    def makes_mock(self) -> bool:
        """Whether mock makes the replacement by itself: no `new` and no `new_callable`."""
        if self.kind == "spy":
            return True
        return self.kind in ("patch", "patch.object") and not (
            self.new is not None
            or self.option("new_callable") is not None
            or not only_configures(self.node, ("new_callable",))
        )


def _string(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def patching_calls(module: Module) -> list[ast.Call]:
    """The calls of a file that look like a patch, whoever makes it."""
    return [call for calls in module.calls.among(_PATCHING).values() for call in calls]


def patched_texts(module: Module) -> frozenset[str]:
    """What such calls name as strings; a fact."""
    return frozenset(
        text for call in patching_calls(module) for item in call.args if (text := _string(item)) is not None
    )


def is_default(module: Module, node: ast.expr, scope: Scope) -> bool:
    return module.resolve(node, scope) == "unittest.mock.DEFAULT"


def patches_of(module: Module) -> list[Patch]:
    """Every replacement in a file: unittest.mock's patch family, pytest-mock's, monkeypatch's setattr and delattr."""
    calls = module.calls_to(PATCHERS)
    tools = fixture_calls(module)
    if not calls and not tools:
        return []
    decorators: dict[ast.AST, Way] = {}
    for scope in module.scopes:
        for item in getattr(scope.node, "decorator_list", ()):
            decorators[item] = "class decorator" if scope.is_class else "decorator"
    blocks: list[ast.With | ast.AsyncWith] = [*module.statements(ast.With), *module.statements(ast.AsyncWith)]
    contexts = {item.context_expr for node in blocks for item in node.items}

    def way(node: ast.Call) -> Way:
        return decorators.get(node) or ("context" if node in contexts else "call")

    found = [
        Patch(call.node, PATCHERS[call.name][0], way(call.node), call.scope, module, injects(call.node, call.name))
        for call in calls
    ]
    for tool, word, node, scope in tools:
        kind = _KINDS[tool].get(word)
        if kind is not None:
            found.append(Patch(node, kind, way(node), scope, module, False, tool))
    found.sort(key=lambda patch: (patch.node.lineno, patch.node.col_offset))
    return found


def has_patches(module: Module) -> bool:
    """Whether a file replaces anything; a fact."""
    return bool(module.patches)


def injects(call: ast.Call, name: str) -> bool:
    """Whether a patch makes the mock itself, and so hands it on: no `new`, and no patch.dict or patch.multiple."""
    position = PATCHERS[name][1]
    if position is None:
        return False
    given = call.args[position] if len(call.args) > position else None
    hidden = ("new",) if only_configures(call) else ("new", None)
    given = given or next((item.value for item in call.keywords if item.arg in hidden), None)
    return given is None or (dotted_text(given) or "").rpartition(".")[2] == "DEFAULT"


def only_configures(call: ast.Call, others: Collection[str] = ()) -> bool:
    """Whether all that a call of the mock family hides behind stars is written out, and is neither an object for the
    target's place nor one of these other keywords.
    """
    hidden = [word.value for word in call.keywords if word.arg is None]
    return not any(isinstance(item, ast.Starred) for item in call.args) and all(
        isinstance(value, ast.Dict)
        and all(isinstance(key, ast.Constant) and key.value != "new" and key.value not in others for key in value.keys)
        for value in hidden
    )


def patches_by_node(module: Module) -> dict[ast.AST, Patch]:
    return {patch.node: patch for patch in module.patches}


def patch_at(module: Module, node: ast.AST | None, scope: Scope) -> Patch | None:
    """The patch that an expression is: the call itself, or a name bound once to one."""
    found: Patch | None = module.fact(patches_by_node).get(node) if node is not None else None
    return found or bound_patch(module, node, scope)


def bound_patch(module: Module, node: ast.AST | None, scope: Scope) -> Patch | None:
    if not isinstance(node, ast.Name):
        return None
    found = module.names.lookup(node.id, scope)
    if found is None or len(found[1]) != 1 or found[1][0].value is None:
        return None
    return module.fact(patches_by_node).get(found[1][0].value)


def is_unchecked(patch: Patch) -> str | None:
    """The option that lets a patch replace what does not exist: `create=True` or `raising=False`."""
    if patch.kind == "setattr":
        given = patch.argument(2, "raising") if patch.target is not None else patch.argument(3, "raising")
        return "raising=False" if isinstance(given, ast.Constant) and given.value is False else None
    given = patch.keyword("create") if patch.kind == "patch.multiple" else patch.option("create")
    return "create=True" if isinstance(given, ast.Constant) and given.value is True else None
