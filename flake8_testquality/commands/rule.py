"""`testquality rule TQ105`: a rule's page in the terminal."""

from __future__ import annotations

import argparse
import difflib
import sys

from flake8_testquality.commands.rules import as_json, configured
from flake8_testquality.custom import CODE as OWN
from flake8_testquality.docs import page
from flake8_testquality.registry import all_rules, rule_named


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `testquality rule`."""
    parser.add_argument("rule", help="a code (TQ105) or a name (shadowed-test)")
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="text (the default) or json")


def run(options: argparse.Namespace) -> int:
    """Print the page of a rule; an unknown one is an error that names its neighbours."""
    rule = rule_named(options.rule)
    if rule is None and OWN.fullmatch(options.rule.upper()):
        rule = next((own for own in configured() if own.code == options.rule.upper()), None)
    if rule is None:
        known = [word for each in all_rules() for word in (each.code, each.name)]
        near = difflib.get_close_matches(options.rule, known, n=3)
        remedy = f"did you mean {', '.join(near)}?" if near else "see `testquality rules`"
        print(f"testquality: no rule {options.rule!r}: {remedy}", file=sys.stderr)
        return 2
    if options.output_format == "json":
        import json

        print(json.dumps({**as_json(rule), "page": page(rule)}, indent=2, ensure_ascii=False))
    else:
        print(page(rule), end="")
    return 0
