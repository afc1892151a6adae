"""Library readings: calls of libraries that make values or tell what is there, and run no code under test."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.interceptors import INTERCEPTORS
from flake8_testquality.model.names import root_name, target_names
from flake8_testquality.model.patch_tools import fixture_calls
from flake8_testquality.model.scopes import descend

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# Of the standard library: what their functions make are values, and so is what the methods of these give.
_VALUES = frozenset(
    "base64 binascii collections colorsys configparser csv datetime decimal difflib fractions hashlib html io json "
    "math pathlib random re secrets statistics string struct tarfile tempfile textwrap tomllib traceback typing uuid "
    "xml zipfile zlib".split()
)
# Functions that tell what there is, and one module of values, of packages that do more than that.
_TELLING = frozenset(
    "django.apps.apps.get_model django.contrib.auth.get_user_model django.urls.reverse gc.get_objects "
    "gc.get_referrers glob.glob glob.iglob linecache.getline locale.getlocale logging.getLogger "
    "os.getcwd os.getenv os.getpid os.listdir os.lstat os.scandir os.stat os.walk platform.system sys.exc_info "
    "sys.getrefcount sys.getsizeof threading.active_count threading.current_thread threading.enumerate "
    "threading.main_thread urllib.parse".split()
)
# Source: the documentation of each: they parse, hold or compute values.
_LIBRARIES = frozenset(
    "PIL bs4 dateutil lxml numpy orjson pandas polars pyarrow pytz rapidjson rtoml scipy simplejson toml tomli tomlkit "
    "ujson xmltodict yaml".split()
)
_RECORDERS = frozenset(item.package for item in INTERCEPTORS)


def gives_values(test: Test, call: ast.Call) -> bool:
    """Whether a call makes a value or tells what is there, or is a method of such a value: `sha1(data).hexdigest()`.

    A library that the project itself holds may be the code under test.
    """
    dotted = test.module.resolve(_maker(call), test.scope) or ""
    head = dotted.partition(".")[0]
    if head in _VALUES or head in _RECORDERS or dotted in _TELLING or dotted.rpartition(".")[0] in _TELLING:
        return True
    return head in _LIBRARIES and not test.module.project.is_first_party(head, test.module.path)


def _maker(call: ast.Call) -> ast.expr:
    """What is called first in a chain of methods: `sha1` in `sha1(data).digest().hex()`."""
    func = call.func
    while True:
        node: ast.expr = func
        while isinstance(node, ast.Attribute | ast.Subscript):
            node = node.value
        # of what a made function is called for, nothing is known
        if node is func or not isinstance(node, ast.Call):
            return func
        func = node.func


def goes_over_values(test: Test, node: ast.AST | None) -> bool:
    """Whether an expression asks the items of what a library tells: `[job.join() for job in threading.enumerate()]`.

    Nothing else is called in it.
    """
    if not isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
        return False
    source, items = node.generators[0].iter, set(target_names(node.generators[0].target))
    if len(node.generators) > 1 or not isinstance(source, ast.Call) or not gives_values(test, source):
        return False
    calls = [part for part in descend(node) if isinstance(part, ast.Call)]
    return all(root_name(call.func) in items or gives_values(test, call) for call in calls)


def only_gives_values(test: Test, statement: ast.AST) -> bool:
    """Whether a statement binds what libraries give, and calls nothing else."""
    if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
        return False
    calls = [part for part in descend(statement.value) if isinstance(part, ast.Call)]
    return bool(calls) and all(gives_values(test, call) for call in calls)


def replaces(test: Test, statement: ast.AST) -> bool:
    """Whether a statement puts a double or another value in the place of something, and does no more."""
    value = statement.value if isinstance(statement, ast.Expr | ast.Assign) else None
    return isinstance(value, ast.Call) and value in test.module.fact(_replacing)


def _replacing(module: Module) -> frozenset[ast.Call]:
    """The calls of a file that patch: by mock, or by pytest's fixtures."""
    return frozenset([*(call for _, _, call, _ in fixture_calls(module)), *(item.node for item in module.patches)])
