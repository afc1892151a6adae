"""Configuration files as tables: INI as pytest reads it, and TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any, TypeAlias

import attrs

from flake8_testquality.model import disk

Table: TypeAlias = Mapping[str, Any]


@attrs.frozen
class Broken:
    """A file that cannot be read, and why, in one line."""

    reason: str


def parse_ini(content: str) -> dict[str, dict[str, str]]:
    """Sections of keys and values; raises ValueError where iniconfig, the reader that pytest uses, raises ParseError.

    Unlike configparser: keys keep their case, an indented line continues a value wherever it stands, blank and comment
    lines leave no trace in a value, what follows a `#` belongs to it, and a section or key given twice is an error.
    """
    sections: dict[str, dict[str, list[str]]] = {}
    section: dict[str, list[str]] | None = None
    value: list[str] | None = None
    for number, line in enumerate(content.removeprefix("\ufeff").splitlines(), 1):
        words = line.strip()
        if not words or words[0] in "#;":
            continue
        name = _section_name(line.rstrip())
        if name is not None:
            if not name or name in sections:
                raise ValueError(f"line {number}: section without a name or given twice")
            section, value = sections.setdefault(name, {}), None
        elif line[0].isspace() or line[0] == "[":
            if value is None:
                raise ValueError(f"line {number}: continues no value")
            value.append(words)
        else:
            key, first = _key_and_value(words, number)
            if section is None or key in section:
                raise ValueError(f"line {number}: key outside a section or given twice")
            value = section[key] = [first] if first else []
    return {name: {key: "\n".join(lines) for key, lines in keys.items()} for name, keys in sections.items()}


def _section_name(line: str) -> str | None:
    if line[0] != "[":
        return None
    bare = line.split("#")[0].rstrip().split(";")[0].rstrip()
    return bare[1:-1] if bare.endswith("]") else None


def _key_and_value(line: str, number: int) -> tuple[str, str]:
    for separator in "=:":
        key, found, value = line.partition(separator)
        if found and (separator == ":" or ":" not in key):
            return key.strip(), value.strip()
    raise ValueError(f"line {number}: neither a section, a key nor a comment")


def _read(path: str) -> Table | Broken:
    try:
        content = disk.text(path)
        return tomllib.loads(content) if path.endswith(".toml") else parse_ini(content)
    except OSError as error:
        return Broken(error.strerror or "unreadable")
    except UnicodeDecodeError:
        return Broken("not UTF-8")
    except (ValueError, RecursionError) as error:
        return Broken(" ".join(str(error).split()) or "unreadable")


read = disk.Remembered(_read)
"""The tables of a TOML file or the sections of an INI file by its path, or why it is broken; read once a version."""


def table(document: object, *keys: str) -> Table:
    """The table under a chain of keys; empty where it is missing or something else stands there."""
    for key in keys:
        document = document.get(key) if isinstance(document, Mapping) else None
    return document if isinstance(document, Mapping) else {}
