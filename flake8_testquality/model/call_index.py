"""The calls of a file by what they call: looked up by their last word, resolved only when that word is asked for."""

from __future__ import annotations

import ast
import fnmatch
from collections.abc import Iterable, Set
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from flake8_testquality.cached import cached_property
from flake8_testquality.model.calls import Call
from flake8_testquality.model.names import canonical, last_name
from flake8_testquality.model.scopes import Scope, calls_on_line
from flake8_testquality.model.scopes import position as in_order
from flake8_testquality.model.speech import lines_that_say

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

Placed: TypeAlias = tuple[Scope, ast.Call]
_KEYS = (frozenset, tuple)
# So many words are looked for in the text before all calls are put in order.
_FEW = 20


class CallIndex:
    """The calls of one module, by word and by canonical name."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self._named: dict[str, list[Call]] = {}
        self._asked: dict[object, list[Call]] = {}
        self._among: dict[frozenset[str], dict[Scope, list[ast.Call]]] = {}
        self._located: dict[str, list[Placed]] = {}

    def to(self, names: Iterable[str]) -> list[Call]:
        """The calls of any of these canonical names, in source order; a name may be a pattern like `random.*`."""
        key = names if names.__class__ in _KEYS else tuple(names)
        asked = self._asked.get(key)
        if asked is None:
            asked = self._asked[key] = self._to(key)
        return asked

    def _to(self, names: frozenset[str] | tuple[str, ...]) -> list[Call]:
        module = self._module
        found: list[Call] = []
        resolve, aliases = module.names.resolve, self._aliases
        plain, patterns = _by_last_word(names)
        for word in self._spoken(plain.keys()):
            wanted = plain[word]
            for each in self._words(word) if word in aliases else (word,):
                for scope, node in self.of(each):
                    name = resolve(node.func, scope)
                    if name in wanted:
                        found.append(Call(node, name, scope, module))
        for pattern in patterns:
            calls = self._named.get(pattern)
            if calls is None:
                calls = self._named[pattern] = self._matching(pattern)
            found.extend(calls)
        if len(found) > 1:
            found.sort(key=_position)
        return found

    def _spoken(self, words: Set[str]) -> Iterable[str]:
        """Those of some words that a call of the file may be by; as long as nobody asked for all calls, every one."""
        return words & self._all_words if "by_word" in self.__dict__ else words

    def _written(self, words: Set[str]) -> Iterable[str]:
        """Some words and what stands for them, as far as a call of the file may be by it."""
        spoken = self._spoken(words)
        return {other for word in spoken for other in self._words(word)} if self._aliases else spoken

    @cached_property
    def _all_words(self) -> frozenset[str]:
        return frozenset((*self.by_word, *self._aliases))

    def ending(self, words: Iterable[str]) -> list[Call]:
        """The calls of anything imported or built in whose canonical name ends in one of these words."""
        module = self._module
        wanted = frozenset(words)
        found = []
        for each in self._written(wanted):
            for scope, node in self.of(each):
                name = module.names.resolve(node.func, scope)
                if name is not None and name.rpartition(".")[2] in wanted:
                    found.append(Call(node, name, scope, module))
        return found

    def among(self, words: frozenset[str]) -> dict[Scope, list[ast.Call]]:
        """scope -> its calls, in source order, whose last word is one of these or stands for one of them."""
        found = self._among.get(words)
        if found is None:
            found = self._among[words] = {}
            for each in self._written(words):
                for scope, node in self.of(each):
                    found.setdefault(scope, []).append(node)
            for calls in found.values():
                calls.sort(key=in_order)
        return found

    def of(self, word: str) -> list[Placed]:
        """The calls of a name or attribute by that name, in no order: of `close`, `book.close()` and `close()`.

        As long as nobody asks for all words, they are looked for in the text: few words stand in few statements.
        """
        if "by_word" in self.__dict__:
            return self.by_word.get(word, [])
        found = self._located.get(word)
        if found is None:
            if len(self._located) < _FEW:
                found = self._located[word] = self._locate(word)
            else:
                found = self.by_word.get(word, [])
        return found

    def _locate(self, word: str) -> list[Placed]:
        module = self._module
        if not module.says(word):
            return []
        found: list[Placed] = []
        for line, times in lines_that_say(module, word):
            placed = (
                (module.scope_of(statement), call)
                for statement in module.statements_on(line)
                for call in calls_on_line(statement, word, line)
            )
            found.extend(islice(placed, times))
        return found

    def put_in_order(self) -> None:
        """Look at all calls at once instead of word by word: for a file of which many words will be asked."""
        self.by_word  # noqa: B018 it is kept

    @cached_property
    def by_word(self) -> dict[str, list[Placed]]:
        """Every call of a name or attribute, by that name: `close` holds `book.close()` and `close()`."""
        found: dict[str, list[Placed]] = {}
        attribute, name = ast.Attribute, ast.Name
        for scope in self._module.scopes:
            for call in scope.unordered_calls:
                func: Any = call.func
                cls = func.__class__
                if cls is attribute:
                    word: str = func.attr
                elif cls is name:
                    word = func.id
                else:
                    continue
                same = found.get(word)
                if same is None:
                    found[word] = [(scope, call)]
                else:
                    same.append((scope, call))
        return found

    @cached_property
    def _by_root(self) -> dict[str, list[Placed]]:
        """The calls of a name or of a chain that begins with it, by that name, for names that may be imported."""
        found: dict[str, list[Placed]] = {}
        possible = self._module.names.imported.keys() | self._assigned.keys()
        for scope in self._module.scopes:
            for call in scope.unordered_calls:
                root: Any = call.func
                while root.__class__ is ast.Attribute:
                    root = root.value
                if root.__class__ is ast.Name and root.id in possible:
                    found.setdefault(root.id, []).append((scope, call))
        return found

    @cached_property
    def _assigned(self) -> dict[str, ast.expr]:
        """The names that the module assigns from another name or chain: `raises = pytest.raises`."""
        return {
            target.id: node.value
            for node in self._module.scope.statements.get(ast.Assign, ())
            if node.value.__class__ in (ast.Name, ast.Attribute)
            for target in node.targets
            if target.__class__ is ast.Name
        }

    @cached_property
    def _aliases(self) -> dict[str, set[str]]:
        """word -> the other words under which what it names may be called: from `import .. as` and assignments."""
        found: dict[str, set[str]] = {}
        for name, origins in self._module.names.imported.items():
            for origin in origins:
                last = origin.rpartition(".")[2]
                if last != name:
                    found.setdefault(last, set()).add(name)
        for name, value in self._assigned.items():
            last = last_name(value) or ""
            if last != name:
                found.setdefault(last, set()).add(name)
        return found

    @cached_property
    def _heads(self) -> dict[str, set[str]]:
        """top-level package -> the names that are imported from it."""
        found: dict[str, set[str]] = {}
        for name, origins in self._module.names.imported.items():
            for origin in origins:
                found.setdefault(canonical(origin).partition(".")[0], set()).add(name)
        return found

    def _words(self, word: str) -> set[str]:
        """A word and everything that stands for it."""
        words, pending = {word}, [word]
        while pending:
            for other in self._aliases.get(pending.pop(), ()):
                if other not in words:
                    words.add(other)
                    pending.append(other)
        return words

    def _matching(self, pattern: str) -> list[Call]:
        module = self._module
        roots = self._heads.get(pattern.partition(".")[0])
        if not roots:
            return []
        found = []
        for root in roots | self._assigned.keys():
            for scope, node in self._by_root.get(root, ()):
                name = module.names.resolve(node.func, scope)
                if name is not None and fnmatch.fnmatchcase(name, pattern):
                    found.append(Call(node, name, scope, module))
        return found


@lru_cache(maxsize=2_000)
def _by_last_word(
    names: frozenset[str] | tuple[str, ...],
) -> tuple[dict[str, frozenset[str]], tuple[str, ...]]:
    """Word -> the names that end in it, and the patterns, among some canonical names."""
    words: dict[str, set[str]] = {}
    for name in names:
        if "*" not in name:
            words.setdefault(name.rpartition(".")[2], set()).add(name)
    plain = {word: frozenset(named) for word, named in words.items()}
    return plain, tuple(name for name in names if "*" in name)


def _position(call: Call) -> tuple[int, int, int]:
    return in_order(call.node)
