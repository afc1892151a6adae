"""Attributes that are computed at the first look: functools' own takes a lock for each on Python 3.11."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

T = TypeVar("T")

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property
else:

    class cached_property(Generic[T]):
        """Gives what the method returns, which the instance then holds under the method's name."""

        def __init__(self, method: Callable[[Any], T]) -> None:
            self._method = method
            self._name = method.__name__
            self.__doc__ = method.__doc__

        def __get__(self, instance: Any, owner: Any = None) -> T:
            if instance is None:
                return self
            found = instance.__dict__[self._name] = self._method(instance)
            return found


__all__ = ["cached_property"]
