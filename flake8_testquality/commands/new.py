"""`testquality new`: a rule file from a template."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from flake8_testquality.registry import all_rules
from flake8_testquality.rule import PROFILES

FAMILIES = {
    "0": "meta",
    "1": "collection",
    "2": "hollow",
    "3": "assertions",
    "4": "mocks",
    "5": "flakiness",
    "6": "isolation",
    "7": "structure",
    "8": "framework",
}
SUBJECTS = ("Test", "TestClass", "Fixture", "Assertion", "Mock", "Patch", "Module")
TEMPLATE = '''"""{code}."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
{imports}


@rule(
    code="{code}",
    profile="{profile}",
    message="what is wrong with `{{name}}`, and the remedy",
    bad="""
        def test_total(cart):  # {code}
            ...
    """,
    good="""
        def test_total(cart):
            assert cart.total == 42
    """,
)
def {function}({parameter}: {subject}, {module}: Module) -> Iterator[Finding]:
    """Why this is a problem, in one sentence.

    Allowed: what looks alike and stays silent.
    """
    if False:
        yield Finding({parameter}, name="")
'''
HOMES = {
    "Test": "tests",
    "TestClass": "tests",
    "Fixture": "fixtures",
    "Assertion": "assertions",
    "Mock": "mocks",
    "Patch": "mocks",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `testquality new`."""
    parser.add_argument("code", help="the rule's code, not yet used: TQ234")
    parser.add_argument("name", help="the rule's name, a noun phrase for the smell: constant-assertion")
    parser.add_argument("--profile", choices=PROFILES, default="strict", help="the profile that switches it on")
    parser.add_argument("--subject", choices=SUBJECTS, default="Test", help="what the rule looks at (default: Test)")
    parser.add_argument("--folder", type=Path, default=Path("flake8_testquality/rules"), help="where the families are")


def run(options: argparse.Namespace) -> int:
    """Write the file; a wrong code or name, a used code or an existing file is an error."""
    error, path = wrong(options), target(options)
    if error:
        print(f"testquality new: {error}", file=sys.stderr)
        return 2
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text(options))
    print(path)
    return 0


def wrong(options: argparse.Namespace) -> str | None:
    """What is wrong with the call, in one line; None if nothing is."""
    if not re.fullmatch(r"TQ[0-8]\d\d", options.code):
        return f"{options.code!r} is no code; a code is TQ and three digits, the first (the family) from 0 to 8"
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", options.name):
        return f"{options.name!r} is no name; a name is lower-case words joined by dashes"
    for rule in all_rules():
        if options.code == rule.code or options.name == rule.name:
            return f"{rule.code} {rule.name} exists already; choose another code and name"
    if target(options).exists():
        return f"{target(options)} exists already; nothing was written"
    if not options.folder.is_dir():
        return f"{options.folder} is no folder; run this at the top of a checkout or name one with --folder"
    return None


def target(options: argparse.Namespace) -> Path:
    """The path of the new file."""
    folder: Path = options.folder
    return folder / FAMILIES.get(options.code[2:3], "") / f"{options.name.replace('-', '_')}.py"


def text(options: argparse.Namespace) -> str:
    """The new file's text."""
    subject = options.subject
    imports = ["    from flake8_testquality.model.module import Module"]
    if subject in HOMES:
        imports.append(f"    from flake8_testquality.model.{HOMES[subject]} import {subject}")
    return TEMPLATE.format(
        code=options.code,
        profile=options.profile,
        function=options.name.replace("-", "_"),
        subject=subject,
        parameter=subject.lower() if subject != "TestClass" else "cls",
        module="module" if subject != "Module" else "_",
        imports="\n".join(sorted(imports)),
    )
