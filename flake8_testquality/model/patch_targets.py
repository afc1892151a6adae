"""Patch targets: what is replaced, and whether it is there at all."""

from __future__ import annotations

import ast
import os
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.classes import lineage
from flake8_testquality.model.module_texts import own_definitions, text_around, top_level_names
from flake8_testquality.model.names import BUILTINS, RENAMED, dotted_text
from flake8_testquality.model.outside_names import is_given_from_outside
from flake8_testquality.model.patches import Patch
from flake8_testquality.model.submodules import is_hidden, is_imported_submodule, is_submodule
from flake8_testquality.model.unreached import is_never_reached
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# Data of the interpreter, for which there is no other place to patch.
_SYS_FUNCTIONS = frozenset(
    "exit exc_info exception excepthook displayhook getsizeof settrace gettrace getrecursionlimit setrecursionlimit "
    "getdefaultencoding getfilesystemencoding getrefcount _getframe getwindowsversion intern".split()
)
_OS_DATA = frozenset("environ environb name sep linesep curdir pardir pathsep devnull altsep extsep path".split())
# Classes that are named like constants.
_SHOUTED_CLASSES = frozenset(
    "SMTP SMTP_SSL LMTP FTP FTP_TLS IMAP4 IMAP4_SSL POP3 POP3_SSL NNTP NNTP_SSL UUID HMAC".split()
)
# Ways in which a module gets names that its statements do not show.
_DYNAMIC = regex(
    r"globals\(|locals\(|vars\(|exec\(|eval\(|sys\.modules|setattr\(|__dict__|__getattr__|__class__|__path__|_convert_|"
    r"lazy_loader|lazy_import|LazyModule|lazy_exports|deprecated_names|extend_path"
)
_BEFORE_A_MEMBER = regex(r"\s*(?:async )?(?:def |class )?")


def targets(patch: Patch) -> list[str]:
    """The canonical dotted names of all that a patch replaces, as far as the source tells."""
    if patch.kind == "patch.multiple":
        first = patch.argument(0, "target")
        home = patch.target or (patch.module.resolve(first, patch.scope) if first is not None else None)
        options = ("target", "spec", "create", "spec_set", "autospec", "new_callable", None)
        return [f"{home}.{item.arg}" for item in patch.node.keywords if item.arg not in options] if home else []
    return [patch.replaced] if patch.replaced else []


# ------------------------------------------------------------------ the standard library


def global_functions(patch: Patch) -> Iterator[str]:
    """The functions of the standard library that a patch replaces for everyone; what gives way to data is data."""
    if patch.kind in ("patch.dict", "spy", "delattr") or _is_data(patch, patch.new):
        return
    for target in targets(patch):
        head, _, rest = target.partition(".")
        last = target.rpartition(".")[2]
        is_constant = (last.isupper() and last not in _SHOUTED_CLASSES) or last.startswith("__version")
        if not rest or head not in sys.stdlib_module_names or is_constant:
            continue
        is_data = (head == "sys" and rest not in _SYS_FUNCTIONS) or (head == "os" and rest in _OS_DATA)
        if not is_data and patch.module.project.module(target.rpartition(".")[0], patch.module.path) is None:
            yield target


def _is_data(patch: Patch, value: ast.expr | None) -> bool:
    """Whether an expression, or what a name stands for, is surely a number, or written out as text or a display.

    None may stand for a function that is not there.
    """
    if isinstance(value, ast.Name):
        places = patch.module.bindings(patch.scope).get(value.id, [])
        value = places[0].value if len(places) == 1 else None
        return isinstance(value, ast.BinOp | ast.Call) and _is_data(patch, value)
    if isinstance(value, ast.Constant):
        return value.value is not None and value.value is not Ellipsis
    if isinstance(value, ast.Call):
        return patch.module.resolve(value.func, patch.scope) in ("builtins.int", "builtins.float", "builtins.len")
    return isinstance(value, ast.BinOp | ast.JoinedStr | ast.List | ast.Tuple | ast.Dict | ast.Set)


# ------------------------------------------------------------------ missing targets


def missing_target(patch: Patch) -> tuple[str, str] | None:
    """(module, name) where a patch names something that its first-party module does not bind; None in all doubt."""
    if patch.is_opaque or _may_create(patch):
        return None
    for target in _written_targets(patch):
        if _is_surely_bound(patch, target):
            member = _missing_member(patch, target)
            if member is not None and not _is_given_elsewhere(patch, member[1]) and not _is_expected_to_fail(patch):
                return member
            continue
        found = home_of(patch.module, target, _is_by_text(patch))
        if found is None:
            continue
        home, dotted, name = found
        made_by_mock = patch.kind not in ("setattr", "delattr", "patch.dict") and name in BUILTINS
        if made_by_mock or binds(home, name) or _is_given_elsewhere(patch, name) or _is_expected_to_fail(patch):
            continue
        if target.startswith(f"{dotted}.{name}.") and _is_put_into_sys_modules(patch.module, f"{dotted}.{name}"):
            continue
        if is_given_from_outside((home, None), name) or is_imported_submodule(patch.module, home, name):
            continue
        return dotted, name
    return None


def _is_surely_bound(patch: Patch, target: str) -> bool:
    """Whether the module is out of sight, or its text shows a definition or import of the name; spares a parse."""
    found = text_around(patch.module, target, _is_by_text(patch))
    return found is None or found[1] in top_level_names(found[0])


def _missing_member(patch: Patch, target: str) -> tuple[str, str] | None:
    """(class, name) where a plain class of a first-party module, all its bases in sight, has no such member."""
    owner, _, name = target.rpartition(".")
    around = text_around(patch.module, target)
    if around is None or around[1] != owner.rpartition(".")[2] or name.startswith("__"):
        return None
    text, cls = around
    found = patch.module.find(owner) if cls in own_definitions(text) and not _may_hold(text, name) else None
    if found is None or not isinstance(found[1], ast.ClassDef):
        return None
    line = lineage(*found)
    if not set(line.out_of_sight) <= {"builtins.object", "abc.ABC"}:
        return None
    for home, node in line.classes:
        written = home.source.text
        if node.decorator_list or node.keywords or _DYNAMIC.search(written) or f"{node.name}.{name}" in written:
            return None
        members = home.bindings(home.scope_by_node[node])
        word = _written_inside(node, name)
        if name in members or "__slots__" in members or word in members or _sets_on_class(written, word):
            return None
    return None if any(is_given_from_outside(each, name) for each in line.classes) else (owner, name)


def _written_inside(cls: ast.ClassDef, name: str) -> str:
    """How a class body writes a name: `__open` for `_Job__open`, which Python makes of it in a class `Job`."""
    prefix = f"_{cls.name.lstrip('_')}"
    return name.removeprefix(prefix) if name.startswith(f"{prefix}__") else name


def _sets_on_class(text: str, name: str) -> bool:
    """Whether a text gives anything but `self` an attribute of a name: `cls.pool = ...`, `type(self).pool = ...`."""
    return re.search(rf"(?<!\bself)\.{re.escape(name)}\s*(?::[^=\n]+)?=(?!=)", text) is not None


def _may_hold(text: str, name: str) -> bool:
    """Whether a text shows at a glance, and without a parse, that something in a class body may have a name."""
    # Begins with the name: a search for what stands before it takes a hundred times as long.
    return any(
        _BEFORE_A_MEMBER.fullmatch(text, text.rfind("\n", 0, found.start()) + 1, found.start()) is not None
        for found in re.finditer(rf"{re.escape(name)}\s*[=:(,]", text)
    )


def _is_by_text(patch: Patch) -> bool:
    """Whether a patch names its target by a dotted string, and not by an object that was imported."""
    return patch.owner is None and (patch.kind != "patch.multiple" or patch.target is not None)


def _written_targets(patch: Patch) -> list[str]:
    """The targets under the names that the source gives them, not under their usual ones."""
    if patch.owner is None and patch.kind != "patch.multiple":
        return [patch.target] if patch.target else []
    if patch.target is not None:
        return targets(patch)
    # A canonical name may be another than that of the module in which the name is looked up.
    return [target for target in targets(patch) if target.partition(".")[0] not in RENAMED]


def _may_create(patch: Patch) -> bool:
    if patch.kind in ("setattr", "delattr"):
        position = {"setattr": 3, "delattr": 2}[patch.kind] - (1 if patch.target is not None else 0)
        given = patch.argument(position, "raising")
        return given is not None and not (isinstance(given, ast.Constant) and given.value is True)
    return (patch.keyword("create") if patch.kind == "patch.multiple" else patch.option("create")) is not None


def _is_expected_to_fail(patch: Patch) -> bool:
    """Whether the patch stands in a block that waits for its failure, in a test marked xfail, or where nothing runs."""
    module = patch.module
    statement = module.statement_of(patch.node)
    test = module.test_around(patch.scope) or module.test_of(statement)
    if test is not None and test.marked("xfail") is not None:
        return True
    if is_never_reached(module, test.cls if test is not None else None, statement, patch.scope):
        return True
    for outer in (statement, *module.enclosing(statement)):
        if isinstance(outer, ast.Try):
            return True
        for item in getattr(outer, "items", ()):
            called = item.context_expr.func if isinstance(item.context_expr, ast.Call) else None
            name = (dotted_text(called) or "") if called is not None else ""
            if "raises" in name.lower() or name.endswith("suppress"):
                return True
    return False


def home_of(module: Module, target: str, may_be_attribute: bool) -> tuple[Module, str, str] | None:
    """The first-party module in which a dotted target is looked up: (module, its dotted name, the name in it).

    None where a package on the way binds the next part itself, so that attributes and modules cannot be told apart.
    """
    parts = target.split(".")
    project, path = module.project, module.path
    for split in range(len(parts) - 1, 0, -1):
        dotted = ".".join(parts[:split])
        home = project.module(dotted, path)
        if home is None:
            if not may_be_attribute:
                return None
            continue
        for end in range(1, split):
            package = project.module(".".join(parts[:end]), path)
            inner = ".".join(parts[: end + 1])
            places = package.bindings(package.scope).get(parts[end], []) if package is not None else []
            if any(place.kind != "import" or place.target != inner for place in places):
                return None
            if package is not None and is_hidden(package, parts[end]):
                return None
        return home, dotted, parts[split]
    return None


def binds(home: Module, name: str) -> bool:
    """Whether a module may have a name: any statement of it that binds it, a submodule, or a trick that might."""
    if name.startswith("__") or name in home.bindings(home.scope) or home.names.stars:
        return True
    text = home.source.text
    if _DYNAMIC.search(text):
        return True
    if re.search(rf"^\s*(?:global\b.*\b{name}\b|type {name}\b)|\b{name}\s*:=", text, re.MULTILINE):
        return True
    return os.path.basename(home.path).startswith("__init__.") and is_submodule(home, name)


def _is_given_elsewhere(patch: Patch, name: str) -> bool:
    """Whether this file or a conftest sets the name somewhere or asks for it, or another patch makes it before: one of
    the same test, of a fixture or of a set-up.
    """
    module = patch.module
    pattern = re.compile(rf"\.{name}\s*=[^=]|(?<!\.)\b(?:set|has|get)attr\([\w.]+,\s*['\"]{name}['\"]")
    if any(pattern.search(home.source.text) for home in (module, *module.conftests)):
        return True
    foreign = {test.node for test in module.tests} - {_home(patch)}
    others = (other for other in module.patches if other is not patch and _home(other) not in foreign)
    made = (*others, *(other for conftest in module.conftests for other in conftest.patches))
    return any(
        _may_create(other) and name in (other.attribute, (other.target or "").rpartition(".")[2]) for other in made
    )


def _is_put_into_sys_modules(module: Module, dotted: str) -> bool:
    """Whether this file or a conftest names a module that has no file beside sys.modules, where mock finds it."""
    texts = [home.source.text for home in (module, *module.conftests)]
    return any("sys.modules" in text and re.search(rf"['\"]{re.escape(dotted)}['\"]", text) for text in texts)


def _home(patch: Patch) -> ast.AST:
    """The function that a patch stands in or decorates."""
    if patch.way in ("decorator", "class decorator"):
        return patch.module.statement_of(patch.node)
    return patch.scope.node
