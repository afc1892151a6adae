"""`testquality rules`: every rule, as text or JSON."""

from __future__ import annotations

import argparse
import json

from flake8_testquality.docs import default_text, summary
from flake8_testquality.registry import all_rules
from flake8_testquality.rule import Rule


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `testquality rules`."""
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="text (the default) or json")


def run(options: argparse.Namespace) -> int:
    """Print the rules; JSON is a list of objects, one a rule."""
    rules = all_rules()
    if options.output_format == "json":
        print(json.dumps([as_json(rule) for rule in rules], indent=2, ensure_ascii=False))
        return 0
    width = max(len(rule.name) for rule in rules)
    for rule in rules:
        print(f"{rule.code}  {rule.name:<{width}}  {rule.profile:<11}  {rule.fix or '-':<6}  {summary(rule)}")
    return 0


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
            {"name": option.key, "default": list(option.default) if isinstance(option.default, tuple) else option.default,
             "help": option.help, "default_text": default_text(option)}
            for option in rule.options
        ],
        "url": rule.url,
    }  # fmt: skip
