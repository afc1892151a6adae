"""Origins: where a value comes from, as bit flags; and Value, what provenance knows about one value."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

Origin: TypeAlias = int
Key: TypeAlias = tuple[str, Any]

LITERAL = 1  # written in the test
OWN = 2  # built or assigned by the test
STDLIB = 4  # out of the standard library: the union of what went in
MOCK = 8  # a mock, or what an unconfigured mock answers
CONFIGURED = 16  # what the test put on a mock
FIXTURE = 32  # given by a fixture that is out of sight or reaches the product
SUBJECT = 64  # out of first- or third-party code
CLOCK = 128  # read from the wall clock
ELAPSED = 256  # a measured duration
RANDOM = 512  # random
UNORDERED = 1024  # in the order of a set or a listing
UNKNOWN = 2048  # not understood, and presumed innocent
TIMER = 4096  # read from a clock that is no wall clock
OUTSIDE = 8192  # out of files, logs, output or the process: the product may have had a part as soon as it ran

PRODUCT = SUBJECT | UNKNOWN | FIXTURE
MAX_PARTS = 200
WORDS: dict[Origin, str] = {
    LITERAL: "literal",
    OWN: "own",
    STDLIB: "stdlib",
    MOCK: "mock",
    CONFIGURED: "configured",
    FIXTURE: "fixture",
    SUBJECT: "subject",
    CLOCK: "clock",
    ELAPSED: "elapsed",
    RANDOM: "random",
    UNORDERED: "unordered",
    UNKNOWN: "unknown",
    TIMER: "timer",
    OUTSIDE: "outside",
}


def words(origins: Origin) -> list[str]:
    """The names of the flags that are set."""
    return [word for flag, word in WORDS.items() if origins & flag]


class Value:
    """One value of a test. Two expressions that give the same Value object read the same thing.

    `kind` says what can be done with it ("" for a plain value): imported (with `name`, its dotted name), function,
    class, instance, mock, self, container... `node` is where it was supplied, in `home`. `parts` are the elements and
    attributes known by key: (".", attribute) or ("[", constant). `bases` are what it was made from. `shared` is the
    epoch at which code under test got hold of it, -1 before; `handed` the step at which a call was given it, else 0.
    """

    __slots__ = (
        "bases",
        "closed",
        "epoch",
        "frozen",
        "handed",
        "home",
        "kind",
        "name",
        "node",
        "origins",
        "parts",
        "shared",
    )

    def __init__(
        self,
        origins: Origin,
        node: ast.AST | None = None,
        kind: str = "",
        *,
        name: str = "",
        home: Module | None = None,
        bases: tuple[Value, ...] = (),
        frozen: bool = False,
    ) -> None:
        self.origins = origins
        self.node = node
        self.kind = kind
        self.name = name
        self.home = home
        self.bases = bases
        self.frozen = frozen
        self.parts: dict[Key, Value] | None = None
        self.closed = False
        self.epoch = 0
        self.shared = -1
        self.handed = 0

    def keep(self, key: Key, value: Value) -> None:
        """Put a value in a part of this one."""
        if self.parts is None:
            self.parts = {}
        self.parts[key] = value

    def __repr__(self) -> str:
        return f"<Value {self.kind or 'plain'} {'|'.join(words(self.origins))} {self.name}>".replace("  ", " ")


def is_reading(value: Value) -> bool:
    """Whether a value is a moment, a duration or a random value, or a container in which nothing else is foreign.

    No code of the product stands behind its methods and operators.
    """
    if value.kind == "container" and value.closed and value.parts:
        return all(_is_told(part) or not part.origins & PRODUCT for part in value.parts.values())
    return _is_told(value)


def _is_told(value: Value) -> bool:
    return value.kind == "" and bool(value.origins & (CLOCK | TIMER | ELAPSED | RANDOM))


@attrs.frozen(eq=False, repr=False)
class Record:
    """What an assertion looked at when it ran: the values of its operands, and where they came from at that time."""

    values: tuple[Value, ...]
    each: tuple[Origin, ...]
    origins: Origin
    step: int


def handed_over(value: Value, since: int = 0) -> bool:
    """Whether a value, or one that it was made from, was given to the code under test (after a step)."""
    pending, seen = [value], 0
    while pending and seen < 100:
        item = pending.pop()
        seen += 1
        if item.handed > since:
            return True
        pending.extend(item.bases)
    return False


def whole(value: Value, epoch: int) -> Origin:
    """The origins of a value with all its parts, as they are after so many calls of the code under test.

    What it was made from counts only where that code has since got hold of it.
    """
    origins = value.origins
    if value.parts is None and not value.bases and value.shared < 0:
        return origins
    pending, seen = [(value, True)], {id(value)}
    while pending:
        item, inside = pending.pop()
        if 0 <= item.shared < epoch and not item.frozen:
            origins |= SUBJECT
        if inside:
            origins |= item.origins
        if item.kind in ("mock", "self") or (item.origins & PRODUCT and item.epoch != epoch):
            continue
        if item.parts:
            for other in item.parts.values():
                if id(other) not in seen:
                    seen.add(id(other))
                    pending.append((other, inside))
        for other in item.bases:
            if id(other) not in seen:
                seen.add(id(other))
                pending.append((other, False))
        if len(seen) > MAX_PARTS:
            return origins | UNKNOWN
    return origins
