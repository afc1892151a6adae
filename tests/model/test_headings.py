"""Headings: what they say of a class's bases, held against the lineage, which parses every module on the way."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from flake8_testquality.model.classes import lineage
from flake8_testquality.model.headings import is_surely_no_case
from tests.linting import module_of, write

PLAIN, CASE, DOUBT = (True, None), (False, "a case"), (False, None)


@pytest.mark.parametrize(
    ("shop", "base", "expected"),
    [
        ("class Base: ...\n", "Base", PLAIN),
        ("class Base(dict): ...\n", "Base", PLAIN),
        ("class Base(Exception):\n    '''class Base(TestCase)'''\n", "Base", PLAIN),
        ("from enum import Enum\nclass Base(Enum): ...\n", "Base", PLAIN),
        ("from .deep import Inner\nclass Base(Inner): ...\n", "Base", PLAIN),
        ("from .deep import Inner as Base\n", "Base", PLAIN),
        ("from .deep import (\n    Inner,  # kept\n    Case,\n)\nclass Base(Inner): ...\n", "Base", PLAIN),
        ("from typing import Generic, TypeVar\nT = TypeVar('T')\nclass Base(Generic[T]): ...\n", "Base", PLAIN),
        ("from abc import ABCMeta\nclass Base(metaclass=ABCMeta): ...\n", "Base", PLAIN),
        ("class Other: ...\nclass Base(\n    Other,\n): ...\n", "Base", PLAIN),
        ("import unittest\nclass Base(unittest.TestCase): ...\n", "Base", CASE),
        ("from unittest import TestCase as T\nclass Base(T): ...\n", "Base", CASE),
        ("from .deep import Case\nclass Base(Case): ...\n", "Base", CASE),
        ("from shop import deep\nclass Base(deep.Case): ...\n", "Base", CASE),
        ("from .deep import Case as Base\n", "Base", CASE),
        ("import shop.deep as near\nclass Base(near.Case): ...\n", "Base", CASE),
        ("import shop.deep\nclass Base(shop.deep.Case): ...\n", "Base", CASE),
        ("from . import deep\nif deep:\n    from .deep import Case\nclass Base(deep.Inner): ...\n", "Base", PLAIN),
        ("from . import deep\nif deep:\n    import unittest as deep\nclass Base(deep.TestCase): ...\n", "Base", CASE),
        ("from .deep import *\nclass Base(Case): ...\n", "Base", CASE),
        ("try:\n    from .deep import Case as Base\nexcept ImportError:\n    Base = object\n", "Base", DOUBT),
        ("class Inner: ...\nfrom .deep import Case as Inner\nclass Base(Inner): ...\n", "Base", CASE),
        ("def make(): ...\nclass Base(make()): ...\n", "Base", DOUBT),
        ("Base = object\n", "Base", DOUBT),
        ("if True:\n    class Base: ...\n", "Base", DOUBT),
        ("class Base:\n    __test__ = True\n", "Base", DOUBT),
        ("class Base: ...\nclass Base: ...\n", "Base", DOUBT),
        ("class Base(Base): ...\n", "Base", DOUBT),
        ("class Base: ...\n", "make(Base)", DOUBT),
    ],
)
def test_headings_agree_with_the_lineage(
    tmp_path: Path, shop: str, base: str, expected: tuple[bool, str | None]
) -> None:
    write(
        tmp_path,
        {
            "pyproject.toml": "[tool.pytest.ini_options]\n",
            "shop/__init__.py": shop,
            "shop/deep.py": "import unittest\nclass Inner(object): ...\nclass Case(unittest.TestCase): ...\n",
            "tests/test_shop.py": f"from shop import Base\nclass Double({base}): ...\n",
        },
    )
    module = module_of(tmp_path / "tests/test_shop.py")
    node = module.statements(ast.ClassDef)[0]
    is_plain, family = is_surely_no_case(module, node), lineage(module, node).case_family
    assert (is_plain, "a case" if family else None) == expected
