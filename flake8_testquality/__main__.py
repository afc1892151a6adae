"""`testquality`, the command; `python -m flake8_testquality` is the same."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys

from flake8_testquality import __version__

# sub-command -> its line of help; the module of that name in commands/ is imported only when it is used.
COMMANDS = {
    "check": "report the findings, and fix them if asked (--fix, --diff)",
    "baseline": "record the findings of today, so that only new ones are reported",
    "config": "show what is in force for a path, and where it comes from",
    "rules": "list every rule",
    "rule": "show one rule: why, examples, what it allows, its options",
    "explain": "show where the values of a test's assertions come from",
    "new": "write a rule file from a template",
}
# Commands that hand what they do not know (paths, flake8's options) on to flake8.
OPEN_ENDED = frozenset({"check", "baseline"})
# A linter makes many objects and keeps few: with Python's own thresholds a third of the time goes into looking for
# garbage among what is still in use. Two million objects are some 200 MB.
RARELY = (2_000_000, 20, 50)
# what a shell says of a program that Ctrl-C ended
INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run a sub-command; returns the exit code: 0 well, 1 findings or a wrong setting, 2 a wrong call."""
    gc.set_threshold(*RARELY)
    given = sys.argv[1:] if arguments is None else arguments
    name = next((word for word in given if word in COMMANDS), None)
    parser = argparse.ArgumentParser(prog="testquality", description="Find the tests that prove nothing.")
    parser.add_argument("--version", action="version", version=f"flake8-testquality {__version__}")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command, help_line in COMMANDS.items():
        sub = subparsers.add_parser(command, help=help_line, description=help_line[0].upper() + help_line[1:] + ".",
                                    allow_abbrev=False)
        if command == name:
            module = importlib.import_module(f"flake8_testquality.commands.{command}")
            module.add_arguments(sub)
            sub.set_defaults(run=module.run)
    options, rest = parser.parse_known_args(given)
    if rest and name not in OPEN_ENDED:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    try:
        code = int(options.run(options, rest) if name in OPEN_ENDED else options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of a pipe (head, less) went away: nothing is wrong.
        code = _without_output(0)
    except OSError as error:
        print(f"testquality: cannot go on: {error}", file=sys.stderr)
        code = _without_output(1)
    except KeyboardInterrupt:
        print("testquality: interrupted", file=sys.stderr)
        code = INTERRUPTED
    return code


def _without_output(code: int) -> int:
    """An exit code, with nothing left that Python would try to write at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


if __name__ == "__main__":
    raise SystemExit(main())
