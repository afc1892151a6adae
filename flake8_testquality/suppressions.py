"""Suppressions: `# quality:` markers against the findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from flake8_testquality.model.markers import ALIASES, Marker, marker_span, markers
from flake8_testquality.model.module import Module
from flake8_testquality.registry import rule_named
from flake8_testquality.rule import Edit, Rule


def named(word: str, module: Module) -> Rule | None:
    """The rule that a word of a marker names: a code, a name or an alias, the user's own rules included."""
    own = next((rule for rule in module.settings.custom if rule.code.lower() == word.lower()), None)
    return own or rule_named(ALIASES.get(word.lower(), word))


def rules_of(marker: Marker, module: Module) -> list[Rule] | None:
    """The rules that a marker names; None if one of its words is unknown or it names none."""
    found = [named(word, module) for word in marker.words]
    return [rule for rule in found if rule is not None] if found and None not in found else None


def fault(marker: Marker, module: Module) -> str | None:
    """What is wrong with a marker, so that it suppresses nothing; None if it is well."""
    if rules_of(marker, module) is None:
        unknown = next((word for word in marker.words if named(word, module) is None), "")
        return f"names no rule ({unknown})" if unknown else "names no rule"
    return None if marker.reason else "gives no (reason)"


def suppressed(module: Module) -> Callable[[str, int], bool]:
    """A question: is a finding of this code on this line suppressed by a well-formed marker?"""
    active = [
        (marker, {rule.code for rule in rules_of(marker, module) or ()})
        for marker in markers(module)
        if not fault(marker, module)
    ]
    if not active:
        return lambda code, line: False
    return lambda code, line: any(code in codes and marker.first <= line <= marker.last for marker, codes in active)


def faulty(module: Module) -> Iterator[tuple[Marker, str]]:
    """Each marker that suppresses nothing because it is malformed, and why."""
    for marker in markers(module):
        words = fault(marker, module)
        if words is not None:
            yield marker, words


def unused(module: Module, lines_of: Callable[[Rule], Iterable[int]]) -> Iterator[tuple[Marker, Edit]]:
    """Each well-formed marker without a finding to suppress, and the edit that takes it out.

    `lines_of` gives the lines of a rule's findings. A marker for a rule that does not run here is left alone.
    """
    for marker in markers(module):
        rules = rules_of(marker, module) or []
        if fault(marker, module) or not rules or not all(module.settings.runs(rule) for rule in rules):
            continue
        if not any(marker.first <= line <= marker.last for rule in rules for line in lines_of(rule)):
            yield marker, removal(module, marker)


def removal(module: Module, marker: Marker) -> Edit:
    """The edit that deletes a marker and the blanks before it: its line if that holds nothing else."""
    source = module.source
    line = source.lines[marker.line - 1]
    start = sum(len(text) for text in source.lines[: marker.line - 1])
    first, last = (marker.column + at for at in marker_span(marker.comment.text))
    before, behind = line[:first].rstrip(), line[last:].strip()
    if not before and not behind:
        return Edit(start, start + len(line), "")
    if behind:
        return Edit(start + first, start + last, "")
    return Edit(start + len(before), start + len(line.rstrip("\r\n")), "")
