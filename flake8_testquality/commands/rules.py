"""`testquality rules`: every rule, as text or JSON."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from flake8_testquality import custom
from flake8_testquality.commands import check
from flake8_testquality.docs import default_text, summary
from flake8_testquality.model.module import Module
from flake8_testquality.plugin import Plugin
from flake8_testquality.registry import all_rules
from flake8_testquality.rule import Rule
from flake8_testquality.settings import WrongSetting
from flake8_testquality.source import Source


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `testquality rules`."""
    parser.add_argument("--rules", type=Path, help="file or folder of rules of your own (default: tq-rules)")
    parser.add_argument("--test", action="store_true", help="try the valid and invalid examples of your own rules")
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="text (the default) or json")


def run(options: argparse.Namespace) -> int:
    """Print the rules; JSON is a list of objects, one a rule. With --test, try the examples of the user's rules."""
    try:
        own = custom.load(options.rules) if options.rules else configured()
    except WrongSetting as error:
        print(f"testquality: {error}", file=sys.stderr)
        return 1
    if options.test and not own:
        print(
            "testquality: no rules of your own: name them by --rules, or by tq-rules in the settings", file=sys.stderr
        )
        return 2
    if options.test:
        return try_examples(own)
    rules = (*all_rules(), *own)
    if options.output_format == "json":
        print(json.dumps([as_json(rule) for rule in rules], indent=2, ensure_ascii=False))
        return 0
    width = max(len(rule.name) for rule in rules)
    for rule in rules:
        print(f"{rule.code}  {rule.name:<{width}}  {rule.profile:<11}  {rule.fix or '-':<6}  {summary(rule)}")
    return 0


def configured() -> tuple[Rule, ...]:
    """The user's rules that the settings name."""
    with check.only_our_plugin():
        Plugin.reads_baseline = False
        check.Files([])
    return Plugin.settings.custom


def try_examples(own: tuple[Rule, ...]) -> int:
    """Lint each example of the user's rules; exit code 1 if one is not as it says, or if there is none."""
    wrong = count = 0
    for example in custom.examples(own):
        count += 1
        try:
            module = Module(Source.of_text(example.text))
            found = any(True for _ in example.rule.function(module, module))
        except (SyntaxError, ValueError, RecursionError):
            words = "does not parse"
        else:
            if found == example.is_bad:
                continue
            words = "is invalid but not reported" if example.is_bad else "is valid but reported"
        wrong += 1
        first, _, _ = example.text.strip().partition("\n")
        print(f"{example.rule.code}: {first!r} {words}")
    print(f"{count - wrong} passed, {wrong} failed")
    return int(wrong > 0 or count == 0)


def as_json(rule: Rule) -> dict[str, object]:
    """A rule as the JSON output has it; `fix` is null without one, `url` empty without one."""
    return {
        "code": rule.code,
        "name": rule.name,
        "profile": rule.profile,
        "fix": rule.fix,
        "message": rule.message,
        "summary": summary(rule),
        "peers": list(rule.peers),
        "options": [
            {"name": option.key, "default": option.default, "default_text": default_text(option), "help": option.help}
            for option in rule.options
        ],
        "url": rule.url,
    }  # fmt: skip
