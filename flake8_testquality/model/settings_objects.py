"""Settings objects: which dotted names stand for the settings of an application."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.classes import lineage
from flake8_testquality.model.instances import class_of
from flake8_testquality.model.module_texts import text_around

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_BASES = frozenset({"pydantic_settings.BaseSettings", "pydantic.BaseSettings", "pydantic.v1.BaseSettings"})


def says_settings(thing: str) -> bool:
    """Whether a name is an attribute of application settings: Django's, a Flask app's config, a `settings` object."""
    if thing.startswith(("django.conf.settings.", "flask.current_app.")):
        return thing.startswith("django")
    parts_of = thing.split(".")
    if "settings" in parts_of[1:-1] or any(part == "get_settings" for part in parts_of[:-1]):
        return parts_of[0] != "hypothesis"
    owner = parts_of[-2] if len(parts_of) > 1 else ""
    is_app = owner in ("app", "application") or (owner.endswith("_app") and not owner.startswith("current_"))
    return is_app and len(parts_of) > 2 and parts_of[-1] in ("config", "testing", "debug", "secret_key")


def is_settings_object(module: Module, owner: str) -> bool:
    """Whether a module in sight keeps an object of a class of pydantic's settings under a name, whatever it says."""
    around = text_around(module, owner, may_be_attribute=False)
    if around is None or "BaseSettings" not in around[0]:
        return False
    home = module.project.module(owner.rpartition(".")[0], module.path)
    places = home.bindings(home.scope).get(around[1], ()) if home is not None else ()
    made = places[0].value if len(places) == 1 else None
    found = class_of(home, made, home.scope) if home is not None and isinstance(made, ast.Call) else None
    return found is not None and not _BASES.isdisjoint(lineage(*found).out_of_sight)
