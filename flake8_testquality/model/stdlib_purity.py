"""What a call of the standard library can do to provenance: pass its arguments on, tell the time, look outside."""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import Literal, TypeAlias

Nature: TypeAlias = Literal[
    "pure", "outside", "reach", "clock", "timer", "random", "listing", "set", "sorted", "mock", "product"
]

# Pass on what goes in: no files, no clock, no state that other code shares.
PURE_MODULES = frozenset(
    "abc argparse array ast base64 binascii bisect builtins bz2 calendar cmath collections colorsys "
    "configparser "
    "contextlib copy csv dataclasses datetime decimal difflib encodings enum errno fnmatch fractions functools "
    "graphlib gzip hashlib heapq hmac html http io ipaddress itertools json keyword lzma math numbers "
    "operator optparse "
    "pathlib plistlib posixpath ntpath pprint queue quopri re reprlib shlex stat statistics string stringprep struct "
    "textwrap token tokenize tomllib traceback types typing unicodedata urllib uuid xml "
    "zlib zoneinfo _collections_abc".split()
)
# Look at or change what other code can reach: files, output, the process, loggers, threads and event loops.
OUTSIDE_MODULES = frozenset(
    "asyncio atexit codecs concurrent contextvars email fcntl filecmp fileinput gc getpass gettext glob grp inspect "
    "linecache locale "
    "logging mimetypes mmap os pickle platform pwd queue random resource sched select shelve shutil signal sqlite3 sys "
    "sysconfig tarfile tempfile threading time timeit unittest warnings weakref zipfile secrets".split()
)
# Methods of pathlib's paths that look at the disk.
FILE_METHODS = frozenset(
    "exists is_file is_dir is_symlink stat lstat read_text read_bytes iterdir glob rglob open resolve owner group cwd "
    "home samefile is_mount walk readlink".split()
)
# Names of pure modules that look outside or run code, and names of the others that are pure.
EXCEPTIONS: dict[str, Nature] = {
    "builtins.__import__": "reach",
    "builtins.__build_class__": "reach",
    "builtins.eval": "reach",
    "builtins.exec": "reach",
    "builtins.compile": "reach",
    "builtins.globals": "reach",
    "builtins.locals": "reach",
    "builtins.vars": "reach",
    "builtins.dir": "reach",
    "builtins.super": "reach",
    "builtins.input": "reach",
    "builtins.breakpoint": "reach",
    "builtins.memoryview": "reach",
    "builtins.__debug__": "outside",
    "builtins.open": "outside",
    "builtins.print": "outside",
    "builtins.id": "outside",
    "builtins.hash": "outside",
    "builtins.sorted": "sorted",
    "builtins.len": "sorted",
    "builtins.min": "sorted",
    "builtins.max": "sorted",
    "builtins.sum": "sorted",
    "builtins.any": "sorted",
    "builtins.all": "sorted",
    "builtins.bool": "sorted",
    "builtins.isinstance": "sorted",
    "collections.Counter": "sorted",
    "builtins.set": "set",
    "builtins.frozenset": "set",
    "contextlib.redirect_stdout": "outside",
    "contextlib.redirect_stderr": "outside",
    "contextlib.chdir": "outside",
    "datetime.datetime.now": "clock",
    "datetime.datetime.utcnow": "clock",
    "datetime.datetime.today": "clock",
    "datetime.date.today": "clock",
    "time.time": "clock",
    "time.time_ns": "clock",
    "time.localtime": "clock",
    "time.gmtime": "clock",
    "time.ctime": "clock",
    "time.strftime": "clock",
    "time.monotonic": "timer",
    "time.monotonic_ns": "timer",
    "time.perf_counter": "timer",
    "time.perf_counter_ns": "timer",
    "time.process_time": "timer",
    "time.process_time_ns": "timer",
    "time.thread_time": "timer",
    "timeit.default_timer": "timer",
    "time.sleep": "outside",
    "time.strptime": "pure",
    "time.mktime": "pure",
    "time.struct_time": "pure",
    "os.listdir": "listing",
    "os.scandir": "listing",
    "os.walk": "listing",
    "glob.glob": "listing",
    "glob.iglob": "listing",
    "os.fspath": "pure",
    "os.sep": "pure",
    "os.linesep": "pure",
    "os.PathLike": "pure",
    "os.path.join": "pure",
    "os.path.basename": "pure",
    "os.path.dirname": "pure",
    "os.path.split": "pure",
    "os.path.splitext": "pure",
    "os.path.normpath": "pure",
    "asyncio.run": "pure",
    "asyncio.gather": "pure",
    "asyncio.wait_for": "pure",
    "asyncio.sleep": "outside",
    "asyncio.iscoroutinefunction": "pure",
    "inspect.iscoroutinefunction": "pure",
    "inspect.iscoroutine": "pure",
    "http.client": "reach",
    "http.server": "reach",
    "http.cookiejar": "reach",
    "urllib.request": "reach",
    "urllib.robotparser": "reach",
    "xml.etree": "pure",
    "xml.etree.ElementTree.parse": "outside",
    "xml.etree.ElementTree.iterparse": "outside",
    "xml.etree.cElementTree.parse": "outside",
    "xml.dom": "pure",
    "xml.dom.minidom.parse": "outside",
    "xml.dom.pulldom.parse": "outside",
    "gzip.open": "outside",
    "gzip.GzipFile": "outside",
    "bz2.open": "outside",
    "bz2.BZ2File": "outside",
    "lzma.open": "outside",
    "lzma.LZMAFile": "outside",
    "tokenize.open": "outside",
    # a method may be called on its class too: Path.exists(path)
    **{f"pathlib.{cls}.{method}": "outside" for cls in ("Path", "PosixPath", "WindowsPath") for method in FILE_METHODS},
    "xml.sax": "reach",
    "importlib": "reach",
    "io.open": "outside",
    "operator.call": "reach",
    "types.FunctionType": "reach",
    "uuid.uuid1": "random",
    "uuid.uuid4": "random",
    "random.seed": "outside",
    "dataclasses.InitVar": "outside",
    "logging.DEBUG": "pure",
    "logging.INFO": "pure",
    "logging.WARNING": "pure",
    "logging.ERROR": "pure",
    "logging.CRITICAL": "pure",
    "logging.LogRecord": "pure",
    "unittest.mock.sentinel": "pure",
    "unittest.mock.ANY": "pure",
    "unittest.mock.call": "pure",
    "unittest.mock.DEFAULT": "pure",
}
# Third-party names that a test runner or its tools provide: no product.
TOOLS: dict[str, Nature] = {
    "pytest.approx": "pure",
    "pytest.param": "pure",
    "pytest.fail": "pure",
    "pytest.skip": "pure",
    "pytest.xfail": "pure",
    "pytest.importorskip": "reach",
    "pytest.raises": "pure",
    "pytest.warns": "pure",
    "pytest.deprecated_call": "pure",
    "pytest.mark": "pure",
    "pytest.MonkeyPatch": "pure",
    "django.utils.timezone.now": "clock",
    "django.utils.timezone.localtime": "clock",
    "django.utils.timezone.localdate": "clock",
    "pendulum.now": "clock",
    "pendulum.today": "clock",
    "pendulum.yesterday": "clock",
    "pendulum.tomorrow": "clock",
    "whenever.Instant.now": "clock",
    "oslo_utils.timeutils.utcnow": "clock",
    "arrow.now": "clock",
    "arrow.utcnow": "clock",
    "pandas.Timestamp.now": "clock",
    "pandas.Timestamp.utcnow": "clock",
    "pandas.Timestamp.today": "clock",
    "numpy.random": "random",
    "faker.Faker": "random",
}
_NO_STDLIB = frozenset({"test", "idlelib", "lib2to3", "turtledemo", "this", "antigravity", "distutils"})
STDLIB = frozenset(sys.stdlib_module_names) - _NO_STDLIB


@lru_cache(maxsize=5_000)
def nature(dotted: str) -> Nature:
    """What a name of the standard library (or of a test tool) does; `product` for every other name."""
    name = dotted
    while name:
        found = EXCEPTIONS.get(name) or TOOLS.get(name)
        if found is not None:
            return found
        name = name.rpartition(".")[0]
    head = dotted.partition(".")[0]
    if head in ("random", "secrets"):
        return "random"
    if dotted.startswith("unittest.mock."):
        return "mock"
    if head in PURE_MODULES and head not in ("queue",):
        return "pure"
    if head in OUTSIDE_MODULES:
        return "outside"
    return "reach" if head in STDLIB else "product"


def is_standard(dotted: str) -> bool:
    """Whether a dotted name begins with a module of the standard library."""
    return dotted.partition(".")[0] in STDLIB


SOURCES = tuple(
    name for name, kind in {**EXCEPTIONS, **TOOLS}.items() if kind in ("clock", "timer", "random", "listing", "set")
)
