"""Who mentions a name: the rest of the file by its nodes, the rest of the project by its text."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model import disk
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.words import whole_words
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.bindings import Binding
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.project import Project
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

MAX_FILES = 2_000
_GETTERS = r"\b(?:getattr|methodcaller|attrgetter)\([^)]*[\"']{}[\"']"
MAX_CORPUS = 64_000_000
_CLASS_BASES = regex(r"class\s+\w+\s*\(([^)]*)")
_TYPE_CALL = regex(r"type\(([^)]{0,400})")
_NAME = regex(r"\w+")
# between the dot of an attribute and its name
_LONGEST_GAP = 200


@attrs.frozen(eq=False, repr=False)
class Corpus:
    """The texts of a project's Python files in one string, and where each file begins and ends in it.

    `complete` is false where the project has more than is looked at: then nothing can be said to be absent.
    """

    text: str
    spans: dict[str, tuple[int, int]]
    complete: bool

    def places(self, word: str, besides: str) -> Iterator[int]:
        """The offsets of a whole word in every file but one."""
        first, last = self.spans.get(besides, (-1, -1))
        at = self.text.find(word)
        while at >= 0:
            if first <= at < last:
                at = self.text.find(word, last)
                continue
            end = at + len(word)
            if not _is_word(self.text[at - 1 : at]) and not _is_word(self.text[end : end + 1]):
                yield at
            at = self.text.find(word, end)

    def path_at(self, offset: int) -> str:
        """The file in which an offset lies."""
        return next(path for path, (first, last) in self.spans.items() if first <= offset <= last)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _read(path: str) -> str:
    try:
        if os.path.getsize(path) > disk.MAX_BYTES:
            return ""
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def corpus(module: Module) -> Corpus:
    """The project around a module as one text, read once a project."""
    return module.project.once("corpus", lambda: _gather(module.project))


def _gather(project: Project) -> Corpus:
    texts: list[str] = []
    spans: dict[str, tuple[int, int]] = {}
    size = 0
    for number, path in enumerate(project.all_modules()):
        if number >= MAX_FILES or size > MAX_CORPUS:
            return Corpus("\n".join(texts), spans, complete=False)
        text = _read(path)
        spans[path] = size, size + len(text)
        size += len(text) + 1
        texts.append(text)
    return Corpus("\n".join(texts), spans, complete=True)


def is_mentioned_elsewhere(module: Module, name: str) -> bool:
    """Whether another file of the project holds a word, in code or in a string; so presumed where not all is read.

    A function of that name in another file is another function.
    """
    known = corpus(module)
    places = known.places(name, os.path.abspath(module.path))
    return not known.complete or any(not known.text.endswith("def ", 0, at) for at in places)


def lines_elsewhere(module: Module, word: str) -> Iterator[str]:
    """Each line of another file of the project that holds a word."""
    known = corpus(module)
    for at in known.places(word, os.path.abspath(module.path)):
        end = known.text.find("\n", at)
        yield known.text[known.text.rfind("\n", 0, at) + 1 : end if end >= 0 else None]


def is_subclassed_elsewhere(module: Module, name: str) -> bool:
    """Whether another file of the project has a class whose bases name this one; so presumed where not all is read."""
    known = corpus(module)
    if not known.complete:
        return True
    places = module.project.once("bases", lambda: _bases(known.text)).get(name)
    if places is None:
        return False
    first, last = known.spans.get(os.path.abspath(module.path), (-1, -1))
    return not (first <= places[0] and places[1] < last)


def _bases(text: str) -> dict[str, tuple[int, int]]:
    """Each word among the bases of a class, or what `type(...)` is given: where the first and the last such class is.

    All words in one pass: a search for each class of each file takes as many passes over the whole project.
    """
    found: dict[str, tuple[int, int]] = {}
    for pattern in (_CLASS_BASES, _TYPE_CALL):
        for match in pattern.finditer(text):
            at = match.start()
            if _is_word(text[at - 1 : at]):
                continue
            for word in _NAME.findall(match[1]):
                first, last = found.get(word, (at, at))
                found[word] = min(first, at), max(last, at)
    return found


def is_called_here(module: Module, node: Any) -> bool:
    """Whether the text calls something by a definition's name outside its body; cheap, for most helpers are called."""
    source = module.source
    text, size = source.text, len(node.name)
    first, last = source.line_start(node.lineno), source.line_start((node.end_lineno or node.lineno) + 1)
    for at in whole_words(text, node.name):
        if not first <= at < last and text[at + size : at + size + 1] == "(":
            before = text[text.rfind("\n", 0, at) + 1 : at]
            if "#" not in before and not before.endswith("def "):
                return True
    return False


def is_mentioned_here(module: Module, node: Any) -> bool:
    """Whether the file reads, imports or spells a definition's name anywhere but in its own body."""
    name: str = node.name
    if sum(1 for _ in islice(whole_words(module.source.text, name), 2)) < 2:
        return False
    own = set(module.scope_by_node[node].within())
    return any(_mentions(scope, name) for scope in module.scopes if scope not in own)


def _mentions(scope: Any, name: str) -> bool:
    return (
        any(item.id == name and isinstance(item.ctx, ast.Load) for item in scope.own(ast.Name))
        or any(item.attr == name for item in scope.own(ast.Attribute))
        or any(isinstance(item.value, str) and name in item.value for item in scope.own(ast.Constant))
        or any(alias.name == name for item in scope.own(ast.ImportFrom) for alias in item.names)
    )


def is_read_here(module: Module, name: str) -> bool:
    """Whether the file reads a plain name, which it also binds, anywhere."""
    if sum(1 for _ in islice(whole_words(module.source.text, name), 2)) < 2:
        return False
    reads = (item for scope in module.scopes for item in scope.own(ast.Name))
    return any(item.id == name and isinstance(item.ctx, ast.Load) for item in reads)


def is_handed_over(test: Test) -> bool:
    """Whether the file also uses a test's function by its plain name: what somebody else calls or wraps."""
    return is_read_here(test.module, test.name)


_PART = regex(r"\.(\w+)(?=[.'\"{])")


def hands_over_names(test: Test) -> bool:
    """Whether a dotted string of a test names a thing of the file that it reads: whoever is given it may replace it.

    So may whoever is given the file, in which the test reads a thing that is no import.
    """
    places = test.module.bindings(test.module.scope)
    bound = places.keys()
    if any(places[name][0].kind != "import" and hands_over_file(test, name) for name in bound & test.names_read):
        return True
    # the text shows at a glance whether any dotted string, or chain, has such a part
    if bound.isdisjoint(_PART.findall(test.text)):
        return False
    own = bound & test.names_read
    texts = (node.value for node in test.scope.nodes(ast.Constant) if isinstance(node.value, str) and "." in node.value)
    return any(not own.isdisjoint(text.split(".")[1:]) for text in texts)


def hands_over_file(test: Test, name: str | None) -> bool:
    """Whether a name is bound by the file alone, and the test gives somebody the file: by its name, or as a module."""
    module = test.module
    if name is None or "__name__" not in module.source.text:
        return False
    bound = module.bindings(module.scope)
    if name not in bound or any(name in module.bindings(scope) for scope in test.scopes):
        return False
    return test.fact(_gives_file)


def _gives_file(test: Test) -> bool:
    bound = test.module.bindings(test.module.scope)
    given = (item for call in test.calls for item in (*call.args, *(word.value for word in call.keywords)))
    return any(_says_file(item) or _is_of_file(item, bound) for item in given)


def _is_of_file(node: ast.expr, bound: Mapping[str, Sequence[Binding]]) -> bool:
    """Whether a name stands for the file's own module, or for a text that says where the file's things are."""
    values = (place.value for place in bound.get(node.id, ())) if isinstance(node, ast.Name) else ()
    return any(value is not None and _says_file(value) for value in values)


def _says_file(node: ast.expr) -> bool:
    return any(isinstance(part, ast.Name) and part.id == "__name__" for part in descend(node))


def is_attribute_read(module: Module, name: str, but_not_in: Collection[Scope] = ()) -> bool:
    """Whether the file reads an attribute of a name, `x.name`, on anything but `super()`, or by getattr.

    On `self` and `cls` it does not count in the scopes that are left out.
    """
    text = module.source.text
    places = list(whole_words(text, name))
    if any(text[at - 1] in "\"'" for at in places) and re.search(_GETTERS.format(re.escape(name)), text):
        return True
    if not any(text[max(at - _LONGEST_GAP, 0) : at].rstrip().endswith(".") for at in places):
        return False
    found = ((scope, item) for scope in module.scopes for item in scope.own(ast.Attribute) if item.attr == name)
    return any(
        not _is_super(item.value) and not (scope in but_not_in and getattr(item.value, "id", "") in ("self", "cls"))
        for scope, item in found
    )


def _is_super(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "super"


def defines_hook(module: Module, hooks: tuple[str, ...]) -> bool:
    """Whether a conftest above the file, or any plugin module of the project, implements one of these pytest hooks."""
    for conftest in module.conftests:
        if any(hook in conftest.bindings(conftest.scope) for hook in hooks):
            return True
    return any(hook in module.project.once("hooks", lambda: _hooks(module)) for hook in hooks)


def _hooks(module: Module) -> frozenset[str]:
    """The pytest hooks that some file of the project but a conftest.py defines."""
    known = corpus(module)
    conftests = [span for path, span in known.spans.items() if os.path.basename(path) == "conftest.py"]
    return frozenset(
        match[1]
        for match in re.finditer(r"def (pytest_\w+)", known.text)
        if not any(first <= match.start() < last for first, last in conftests)
    )


def changes_collection(module: Module) -> bool:
    """Whether something in sight has a say in which files pytest collects, or in what it collects from one."""
    return module.fact(_opens_files) or changes_items(module)


def changes_items(module: Module) -> bool:
    """Whether something in sight has a say in what pytest collects from a file."""
    return module.fact(_makes_items)


def _opens_files(module: Module) -> bool:
    if any("python_files" in conftest.source.text for conftest in module.conftests):
        return True
    return defines_hook(module, ("pytest_collect_file", "pytest_collect_directory"))


def _makes_items(module: Module) -> bool:
    return defines_hook(module, ("pytest_pycollect_makemodule", "pytest_pycollect_makeitem"))
