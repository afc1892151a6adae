"""Randomness: where random values come from, and what makes them the same in every run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.calls import Call
from flake8_testquality.model.clocks import freezes
from flake8_testquality.model.instances import maker, making_call
from flake8_testquality.model.reach import Reach, reach_around
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# Patterns of calls that give another value in each run.
SOURCES = (
    "random.*", "secrets.*", "numpy.random.*", "uuid.uuid1", "uuid.uuid4", "os.urandom", "os.getrandom", "faker.Faker",
)  # fmt: skip
# What these modules hold besides: seeds, states, constructors that are seeded by an argument, plain functions.
_HARMLESS = frozenset(
    (
        "random.seed",
        "random.setstate",
        "random.getstate",
        "numpy.random.seed",
        "numpy.random.set_state",
        "numpy.random.get_state",
        "numpy.random.Generator",
        "numpy.random.BitGenerator",
        "secrets.compare_digest",
        "faker.Faker.seed",
    )
)
_SEEDABLE = frozenset(
    (
        "random.Random",
        "numpy.random.default_rng",
        "numpy.random.RandomState",
        "numpy.random.SeedSequence",
        "numpy.random.PCG64",
        "numpy.random.MT19937",
        "numpy.random.Philox",
        "numpy.random.SFC64",
    )
)
GENERATORS = _SEEDABLE | {"random.SystemRandom", "secrets.SystemRandom", "faker.Faker", "numpy.random.Generator"}
_SEEDS = {"random": "random.seed", "numpy": "numpy.random.seed", "faker": "faker.Faker.seed"}
_RANDOM_WORDS = frozenset(
    (
        "random",
        "rand",
        "randint",
        "uuid",
        "uuid1",
        "uuid4",
        "choice",
        "choices",
        "shuffle",
        "sample",
        "urandom",
        "secrets",
        "token",
        "nonce",
        "salt",
        "rng",
        "id",
    )
)
_ENTROPY = frozenset({"secrets", "uuid", "os"})


def is_source(call: Call) -> bool:
    """Whether a call matched by SOURCES gives a random value, or a generator without a seed."""
    if call.name in _HARMLESS or call.name.count(".") > (2 if call.name.startswith("numpy.") else 1):
        return False
    return not (call.name in _SEEDABLE and has_seed(call.node))


def has_seed(call: ast.Call) -> bool:
    """Whether a generator is made with a seed; None is none."""
    given = [*call.args[:1], *(item.value for item in call.keywords if item.arg in ("seed", "x", None))]
    return any(not (isinstance(value, ast.Constant) and value.value is None) for value in given)


def is_seeded(module: Module, scope: Scope, source: str) -> bool:
    """Whether what is in reach of a scope seeds or replaces a source of randomness, or hypothesis drives the test."""
    reach = reach_around(module, scope)
    if any(name.startswith("hypothesis.") for name in reach.applied) or replaces_randomness(reach):
        return True
    if source == "uuid.uuid1" and freezes(reach):
        # made of the moment and the machine
        return True
    family = source.partition(".")[0]
    if family in _ENTROPY or source.endswith("SystemRandom"):
        return False
    for home, where, call in reach.calls:
        name = home.resolve(call.func, where)
        if name in _SEEDS.values():
            if name == _SEEDS[family] and has_argument(call):
                return True
        elif has_argument(call) and _says_seed(call.func):
            return True
    return any("seed" in name.lower() for name in reach.fixtures)


def has_argument(call: ast.Call) -> bool:
    """Whether a call of seed() is given something other than None."""
    given = [*call.args, *(item.value for item in call.keywords)]
    return any(not (isinstance(value, ast.Constant) and value.value is None) for value in given)


def _says_seed(func: ast.expr) -> bool:
    word = func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""
    return "seed" in word.lower()


def replaces_randomness(reach: Reach) -> bool:
    """Whether a patch in reach replaces a source of randomness."""
    for target in reach.replaced:
        head, _, last = target.rpartition(".")
        words = set(last.lower().split("_")) | {last.lower()}
        if not words.isdisjoint(_RANDOM_WORDS) or head in ("random", "uuid", "secrets", "numpy.random"):
            return True
    return False


def generator_calls(module: Module, scope: Scope) -> Iterator[tuple[ast.Call, str]]:
    """(call, generator) for the calls in a scope of methods of an unseeded generator object: `rng.random()`."""
    if not module.calls_to(GENERATORS):
        return
    for call in scope.calls:
        if isinstance(call.func, ast.Attribute) and module.resolve(call.func, scope) is None:
            made = maker(module, call.func.value, scope)
            if made in GENERATORS and not _is_set_up(call.func.attr):
                origin = making_call(module, call.func.value, scope)
                if origin is not None and not (made in _SEEDABLE and has_seed(origin)):
                    yield call, made


def _is_set_up(method: str) -> bool:
    return method in ("seed", "seed_instance", "seed_locale", "add_provider", "setstate", "getstate")
