"""File paths: which literal paths a call opens, writes or is handed as a path."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import attrs

from flake8_testquality.model.calls import argument, keyword
from flake8_testquality.model.fixtures import closure
from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.model.scopes import Scope, descend
from flake8_testquality.model.stages import stage_of
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.stages import Stage

_OPENERS = frozenset(
    [
        "builtins.open",
        "io.open",
        "codecs.open",
        "gzip.open",
        "bz2.open",
        "lzma.open",
        "os.open",
        "zipfile.ZipFile",
        "tarfile.open",
    ]
)
_READERS = frozenset(
    [
        "os.listdir",
        "os.scandir",
        "os.walk",
        "os.stat",
        "os.chdir",
        "os.path.exists",
        "os.path.isfile",
        "os.path.isdir",
        "os.path.getsize",
        "glob.glob",
        "sqlite3.connect",
    ]
)
# function -> the positions of the paths that it writes. Sources: os, shutil, tempfile.
_WRITERS: dict[str, tuple[int, ...]] = {
    "os.mkdir": (0,),
    "os.makedirs": (0,),
    "os.remove": (0,),
    "os.unlink": (0,),
    "os.rmdir": (0,),
    "os.removedirs": (0,),
    "os.rename": (0, 1),
    "os.replace": (0, 1),
    "os.link": (1,),
    "os.symlink": (1,),
    "os.mkfifo": (0,),
    "os.truncate": (0,),
    "shutil.copy": (1,),
    "shutil.copy2": (1,),
    "shutil.copyfile": (1,),
    "shutil.copytree": (1,),
    "shutil.move": (0, 1),
    "shutil.rmtree": (0,),
    "shutil.make_archive": (0,),
    "numpy.save": (0,),
    "numpy.savez": (0,),
    "shelve.open": (0,),
    "logging.FileHandler": (0,),
    "logging.handlers.RotatingFileHandler": (0,),
    "logging.handlers.TimedRotatingFileHandler": (0,),
}
# Methods of tables, figures and the like that write the file of their first argument.
_SAVERS = frozenset(["to_csv", "to_excel", "to_parquet", "to_pickle", "to_feather", "savefig", "savetxt"])
_PROCESSES = tuple(f"subprocess.{name}" for name in ("run", "Popen", "call", "check_call", "check_output"))
_DIRECT = _OPENERS | _READERS | frozenset(_WRITERS)
_DELETERS = frozenset(["os.remove", "os.unlink", "os.rmdir", "os.removedirs", "shutil.rmtree", "unlink", "rmdir"])
_PATH_WRITES = frozenset(
    ["write_text", "write_bytes", "mkdir", "touch", "unlink", "rmdir", "rename", "replace", "symlink_to", "hardlink_to"]
)
_PATH_READS = frozenset(
    ["read_text", "read_bytes", "open", "exists", "is_file", "is_dir", "iterdir", "glob", "rglob", "stat"]
)
_PATHS = frozenset(["pathlib.Path", "pathlib.PosixPath", "pathlib.WindowsPath"])
# Product calls that take a path by their own word for it.
_READING = regex(
    r"(?:^|_)(?:load|read|open|save|write|dump|export|ingest|store|process|upload|download|copy|import|convert|scan|"
    r"from_file|from_path|to_csv|to_file|read_csv|to_json|to_excel|to_parquet)(?:$|_)"
)
_PATH_WORD = regex(
    r"(?:^|_)(?:path|file|filename|dir|directory|folder|dest|destination|target|output|out|source|src)(?:$|_)"
)
_IN_MEMORY = regex(r"open|isfile|isdir|exists|listdir|mkdir|makedirs|\bos\b|shutil|pathlib|Path|path\b|walk|stat")
# A text that begins with what `%` fills in as text; a number in its place begins no absolute path.
_TEXT_FIRST = regex(r"%(?:\([^)]*\))?[-#0 +.\d]*[acrs]")
_SANDBOX_FIXTURES = frozenset(
    ["fs", "pytester", "testdir", "isolated_filesystem", "fake_filesystem", "fake_fs", "mock_open"]
)


@attrs.frozen(eq=False, repr=False)
class PathUse:
    """A call on a literal path: `text` is the path's literal beginning, `whole` whether that is all of it."""

    call: ast.Call
    text: str
    whole: bool
    writes: bool
    deletes: bool
    scope: Scope
    stage: Stage


def path_uses(module: Module) -> list[PathUse]:
    """The calls in tests, fixtures and set-ups that open, look at or write a literal path."""
    return module.fact(_path_uses)


def _path_uses(module: Module) -> list[PathUse]:
    found = []
    for call in module.calls_to([*_OPENERS, *_READERS, *_WRITERS]):
        for position in _WRITERS.get(call.name, (0,)):
            given = argument(call.node, position, "file" if call.name in _OPENERS else "path")
            writes = call.name in _WRITERS or (call.name in _OPENERS and _opens_for_writing(call.node))
            found.append((call.scope, call.node, given, writes, call.name in _DELETERS))
    for call in module.calls_to(_PROCESSES):
        found.append((call.scope, call.node, call.keyword("cwd"), False, False))
    by_word = module.calls.by_word
    for scope, node in (placed for word in (*_PATH_WRITES, *_PATH_READS) for placed in by_word.get(word, ())):
        made = _path_object(module, node.func.value, scope) if isinstance(node.func, ast.Attribute) else None
        if made is not None:
            word = last_name(node.func) or ""
            writes = word in _PATH_WRITES or (word == "open" and _opens_for_writing(node, 0))
            found.append((scope, node, made, writes, word in _DELETERS))
    for word in (word for word in by_word if word in _SAVERS or _says_file(word)):
        for scope, node in by_word[word]:
            saved = node.args[:1] if word in _SAVERS else []
            found.extend((scope, node, given, given in saved, False) for given in _given_as_path(node))
    return [use for item in found if (use := _use(module, *item)) is not None]


def _given_as_path(call: ast.Call) -> Iterator[ast.expr]:
    """The arguments of a call that reads or writes a file by its name which may be the path."""
    yield from call.args[:2]
    yield from (item.value for item in call.keywords if item.arg is not None and _PATH_WORD.search(item.arg))


@cache
def _says_file(word: str) -> bool:
    return bool(_READING.search(word))


def _use(
    module: Module, scope: Scope, node: ast.Call, given: ast.expr | None, writes: bool, deletes: bool
) -> PathUse | None:
    if given is None:
        return None
    literal = beginning(module, given, scope)
    stage = stage_of(module, scope) if literal else None
    if literal is None or stage is None or stage.part in ("import", "teardown"):
        return None
    return PathUse(node, *literal, writes, deletes, scope, stage)


def _path_object(module: Module, node: ast.expr, scope: Scope) -> ast.expr | None:
    """The expression that makes a pathlib path, where a receiver is one or is bound to one."""
    if isinstance(node, ast.Name):
        bound = _bound(module, node, scope)
        return _path_object(module, bound, scope) if bound is not None and not isinstance(bound, ast.Name) else None
    left = node
    while isinstance(left, ast.BinOp):
        left = left.left
    if isinstance(left, ast.Name):
        left = _bound(module, left, scope) or left
    return node if isinstance(left, ast.Call) and module.resolve(left.func, scope) in _PATHS else None


def _opens_for_writing(call: ast.Call, position: int = 1) -> bool:
    mode = argument(call, position, "mode")
    if not isinstance(mode, ast.Constant) or not isinstance(mode.value, str):
        return False
    # of an archive's mode the compression follows: `r:xz`
    return bool(set(mode.value.partition(":")[0]) & set("wax+"))


def _bound(module: Module, node: ast.Name, scope: Scope) -> ast.expr | None:
    found = module.names.lookup(node.id, scope)
    return found[1][0].value if found and len(found[1]) == 1 else None


def beginning(module: Module, node: ast.expr, scope: Scope, depth: int = 0) -> tuple[str, bool] | None:
    """The literal text that a path begins with, and whether that is the whole path.

    Strings, f-strings, sums, `%`, `/`, os.path.join, str(), Path(), and names bound once to one of these.
    """
    if depth > 4:
        return None
    if isinstance(node, ast.Constant):
        return (node.value, True) if isinstance(node.value, str) and node.value else None
    if isinstance(node, ast.JoinedStr):
        first = node.values[0] if node.values else None
        if isinstance(first, ast.FormattedValue):
            left = beginning(module, first.value, scope, depth + 1)
            return (left[0], False) if left else None
        return (first.value, False) if isinstance(first, ast.Constant) and isinstance(first.value, str) else None
    if isinstance(node, ast.BinOp):
        left = beginning(module, node.left, scope, depth + 1)
        if left and isinstance(node.op, ast.Mod) and _TEXT_FIRST.match(left[0]):
            left = beginning(module, _first_filled(node.right), scope, depth + 1)
        return (left[0], False) if left else None
    if isinstance(node, ast.Name):
        value = _bound(module, node, scope)
        return beginning(module, value, scope, depth + 1) if value is not None else None
    if isinstance(node, ast.Call) and node.args:
        name = module.resolve(node.func, scope)
        if name in _PATHS or name in ("os.path.join", "builtins.str", "os.fspath", "os.path.abspath"):
            first_part = beginning(module, node.args[0], scope, depth + 1)
            return (first_part[0], first_part[1] and len(node.args) == 1) if first_part else None
    return None


def _first_filled(given: ast.expr) -> ast.expr:
    """What `%` puts in the first place of a text."""
    return given.elts[0] if isinstance(given, ast.Tuple) and given.elts else given


def reaches_mock(module: Module, use: PathUse) -> bool:
    """Whether a path is handed on, and a mock's call is compared with it: it has gone through as data."""
    test = use.stage.test
    if test is None or use.writes or module.resolve(use.call.func, use.scope) in _DIRECT:
        return False
    met = (use.text, use.whole)
    if all(beginning(module, given, use.scope) != met for given in _given_as_path(use.call)):
        return False
    return any(
        beginning(module, part, item.scope) == met
        for item in test.assertions
        if item.kind == "mock" and item.call is not None
        for given in (*item.call.args, *(word.value for word in item.call.keywords))
        for part in descend(given)
        if isinstance(part, ast.Constant | ast.Name)
    )


def is_simulated(module: Module, use: PathUse) -> bool:
    """Whether the file system is replaced around a use, or the use is expected to fail."""
    stage = use.stage
    if stage.test is not None and not _SANDBOX_FIXTURES.isdisjoint(
        [*stage.test.fixture_names, *(name for fixture in closure(stage.test) for name in fixture.requests)]
    ):
        return True
    if stage.fixture is not None and not _SANDBOX_FIXTURES.isdisjoint(stage.fixture.requests):
        return True
    for outer in module.enclosing(module.statement_of(use.call)):
        if isinstance(outer, ast.With | ast.AsyncWith) and any(
            "raises" in (name := (last_name(getattr(item.context_expr, "func", None)) or "").lower())
            or "filesystem" in name
            for item in outer.items
        ):
            return True
    decorators = list(getattr(stage.node, "decorator_list", ()))
    if stage.cls is not None:
        own = {home.scope_by_node[node] for home, node in stage.cls.lineage.classes}
        homes = {home for home, _ in stage.cls.lineage.classes}
        if any(not own.isdisjoint(scope.chain()) for home in homes for scope, _ in home.calls.of("setUpPyfakefs")):
            return True
        decorators.extend(item for _, node in stage.cls.lineage.classes for item in node.decorator_list)
    calls = [
        *stage.scope.nodes(ast.Call),
        *(part for item in decorators for part in descend(item) if isinstance(part, ast.Call)),
    ]
    return any(_replaces_files(call) for call in calls)


def _replaces_files(call: ast.Call) -> bool:
    text = dotted_text(call.func) or ""
    if "patch" not in text and not text.endswith(("setattr", "replace")):
        return "mock_open" in text or "patchfs" in text
    parts = [
        item for given in (*call.args[:2], keyword(call, "target")) if given is not None for item in descend(given)
    ]
    words = [str(part.value) for part in parts if isinstance(part, ast.Constant)]
    words.extend(dotted_text(part) or "" for part in call.args[:1])
    return any(_IN_MEMORY.search(word) for word in words)
