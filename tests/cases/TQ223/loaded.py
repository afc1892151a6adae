"""Modules that importlib loads by name, and None on the other side."""

import importlib

from shop import NAMES, Cart, stock


def test_loaded():  # TQ223
    module = importlib.import_module("shop.cart")
    assert module is not None
    assert hasattr(module, "größe")


def test_loaded_by_any_name():
    for name in NAMES:
        module = importlib.import_module(name)
        assert module is not None


def test_loaded_and_used():
    module = importlib.import_module("shop.cart")
    assert module.total([]) == 0


def test_none_first():  # TQ223
    assert None is not Cart


def test_value_after_none():
    assert None is not stock("größe")
