"""Calls that are looked for in the text are those of the whole index, and first glances at names miss none."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_testquality.model.call_index import CallIndex
from flake8_testquality.model.inner_names import inner_names
from flake8_testquality.model.module import Module
from flake8_testquality.source import Source

ROOT = Path(__file__).parents[2]
FOLDERS = ("tests", "examples", "benchmarks")
# Every second one tells as much and takes half as long.
FILES = sorted(path for top in FOLDERS for path in (ROOT / top).rglob("*.py") if path.name != "latin.py")[::2]

LAID_OUT = '''
import pytest

@pytest.mark.skipif(  # skip(
    version() < 3, reason="skip me"
)
def test_first(case=skip ()):
    with (
        skip("a"),
        cart.skip("ü") as held,
    ): skip(3); skip(4)
    match skip(5):
        case Cart(skip=found) if skip(6): (skip)(7)
    try: skip(8)
    except skip(9): skip(10)
    else: [skip(11) for _ in skip(12)]
    text = "ünïcode"; skip(13), lambda: skip(
        14)
    unskip(15)
    skip_all(16)

class Base(skip(17)): total = skip(18)
'''


def placed(found: list[tuple[object, object]]) -> set[tuple[int, int]]:
    return {(id(scope), id(call)) for scope, call in found}


def counted(calls: dict[str, list[tuple[object, object]]]) -> dict[str, tuple[int, set[tuple[int, int]]]]:
    return {word: (len(found), placed(found)) for word, found in calls.items()}


def located_in(module: Module) -> dict[str, list[tuple[object, object]]]:
    return {word: CallIndex(module).of(word) for word in module.calls.by_word}


def test_calls_located_in_text_however_they_are_laid_out() -> None:
    module = Module(Source.of_text(LAID_OUT))
    located = CallIndex(module).of("skip")
    assert len(located) == 17
    assert placed(located) == placed(module.calls.by_word["skip"])


def test_located_calls_are_the_indexed_ones() -> None:
    indexed = [Module(Source.read(path)) for path in FILES]
    assert sum(len(module.calls.by_word) for module in indexed) > 1_000
    assert [module.path for module in indexed if counted(located_in(module)) != counted(module.calls.by_word)] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[x for x in y]", {"x"}),
        ("[x for(a, b)in y]", {"a", "b"}),
        ("{x: 1 for x, (y, *z) in rows()}", {"x", "y", "z"}),
        ("[x\nfor x\nin y]", {"x"}),
        ("lambda a, b={1: 2}, *c, d=x[3:4], **e: a", {"a", "b", "c", "d", "e"}),
        ("(lambda\\\na: a)", {"a"}),
        ("print(total := 3, (more\n:= 4))", {"total", "more"}),
        ("[0for item in y if (last := item)]", {"item", "last"}),
    ],
)
def test_glance_at_inner_names(text: str, names: set[str]) -> None:
    assert names <= inner_names(Module(Source.of_text(text)))


def test_glance_misses_no_inner_name_of_a_file() -> None:
    modules = [Module(Source.read(path)) for path in FILES]
    bound = [(module, scope.expression_names) for module in modules for scope in module.scopes]
    assert len({name for _, names in bound for name in names}) > 50
    missed = [(module.path, names - inner_names(module)) for module, names in bound if names - inner_names(module)]
    assert missed == []
