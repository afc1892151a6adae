"""TQ712."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from flake8_testquality.model.words import words
from flake8_testquality.rule import Finding, Option, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

TOKENS = Option(
    "vague-tokens",
    ("batch", "cov", "coverage", "deep", "all", "misc", "various"),
    "words that say nothing in the name of a test, class or file",
)


@rule(
    code="TQ712",
    profile="strict",
    message="`{word}` in the name `{name}` says nothing of the behaviour: name what is tested",
    options=(TOKENS,),
    bad='''
        def test_misc_prices(shop):  # TQ712
            assert shop.price("tea") == 3
    ''',
    good='''
        def test_member_price(shop):
            assert shop.price("tea") == 3
    ''',
)
def vague_token_in_name(module: Module, _: Module) -> Iterator[Finding]:
    """Words like `misc`, `coverage` or `batch` tell why a test was written, not what it checks."""
    tokens = {token.lower() for token in module.option(TOKENS)}
    named: list[tuple[object, str]] = [(test, test.name) for test in module.tests]
    named += [(cls, cls.name) for cls in module.test_classes]
    if not module.source.is_stdin and module.role == "test":
        named.append((module, PurePath(module.path).stem))
    for subject, name in named:
        word = next((word for word in words(name) if word in tokens), None)
        if word is not None:
            yield Finding(subject, word=word, name=name)
