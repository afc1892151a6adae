"""Names of injected arguments: do they say that the author read a stack of patches in another order?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.injections import filled_arguments, injection_of
from flake8_testquality.model.patches import Patch
from flake8_testquality.model.words import words

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# Words of an argument that say what kind of thing it is, not which.
_KIND_WORDS = frozenset(
    "mock mocked mocks m mck patch patched patcher p fake faked stub stubbed spy magic the a my fn func".split()
)


def swapped_arguments(module: Module) -> Iterator[tuple[Any, str, str]]:
    """(function, argument, target that it really receives) for each function whose injected mocks are exchanged.

    Proven by a ring: each argument of it names, alone of all, the target whose mock another one of it receives.
    """
    decorated = {}
    for patch in module.patches:
        if patch.way in ("decorator", "class decorator") and patch.injects:
            decorated[patch.node] = patch
    if len(decorated) < 2:
        return
    for scope in module.scopes:
        if not scope.is_function:
            continue
        node: Any = scope.node
        owner: Any = scope.parent.node if scope.parent is not None and scope.parent.is_class else None
        around = owner.decorator_list if owner is not None else []
        if not any(item in decorated for item in (*node.decorator_list, *around)):
            continue
        found = injection_of(module, node)
        if found.certain and len(found.positional) > 1:
            names = filled_arguments(module, node, len(found.positional))
            ring = _ring(names, [_target(patch) for patch in found.positional[: len(names)]])
            if ring is not None:
                yield node, names[ring], _target(found.positional[ring])


def _target(patch: Patch) -> str:
    if patch.target is not None:
        return patch.target
    owner = patch.module.text(patch.owner, 200) if patch.owner is not None else ""
    return f"{owner}.{patch.attribute}" if patch.attribute else ""


def _ring(names: list[str], targets: list[str]) -> int | None:
    """The first position of a ring of arguments that are named after one another's targets."""
    told: dict[int, int] = {}
    spoken = [[words(part) for part in target.split(".")] for target in targets]
    for place, name in enumerate(names):
        said = [word for word in words(name) if word not in _KIND_WORDS]
        ranks = [_rank(said, parts) for parts in spoken]
        best = max(ranks)
        if ranks.count(best) == 1 and (0 == ranks[place] < best or (best > 2 and ranks[place] == 1)):
            told[place] = ranks.index(max(ranks))
    for start in told:
        place, seen = start, [start]
        while told.get(place) is not None and told[place] not in seen:
            place = told[place]
            seen.append(place)
        if told.get(place) == start:
            return min(seen)
    return None


def _rank(said: list[str], parts: list[list[str]]) -> int:
    """How clearly an argument's words speak of a target, which is given by the words of its parts.

    4 its very name, 3 or 2 its end, 1 words of it, 0 nothing.
    """
    own = parts[-1]
    if not said or not own:
        return 0
    if said == own or "".join(said) == "".join(own):
        return 4
    full = [word for part in parts for word in part]
    if full[-len(said) :] == said or own[-len(said) :] == said:
        return 3 if len(said) > 1 else 2
    return 1 if set(said) & set(own) else 0
